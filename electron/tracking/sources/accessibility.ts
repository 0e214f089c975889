/**
 * @file Asks the browser in front for the address of its page, and for what its window calls itself, over the interface that screen readers
 * use. Only once the user agreed; only of a browser, when its window or title is another one; nothing of it is kept.
 */
import type { WindowSample } from '../../../shared/domain/window-sample.ts';
import type { AccessibilityState } from '../../../shared/ipc/sight.ts';
import { createBrowserTest, createPrograms, fileOf } from './accessibility/browsers.ts';
import { type BusConnection, daemonCall, joinBus } from './accessibility/connection.ts';
import { addressIn, chooseFrame, framesOf, programsOn } from './accessibility/frames.ts';
import type { BusMessage, BusObject } from './accessibility/wire.ts';

/** What a browser tells of its window. */
export type Told = Pick<WindowSample, 'frameTitle' | 'url'>;

/** What it takes to ask. */
export interface AccessibilityNeeds {
  /** Path of the socket of the accessibility bus; rejects where there is none. */
  readonly findBus: () => Promise<string>;
  /** The browsers that the user added. */
  readonly browsers: () => readonly string[];
  /** The file of a process, without its folders; empty where it is not known. */
  readonly programFile?: (processId: number) => Promise<string>;
  readonly monoMs?: () => number;
  /** Told when {@link Accessibility.state} is another one. */
  readonly onState?: () => void;
  readonly times?: Partial<Record<keyof typeof TIMES, number>>;
}

/** The accessibility bus, while it is asked. */
export interface Accessibility {
  /** Whether a window is one that is asked: a browser's. */
  isAsked(sample: WindowSample): boolean;
  /**
   * Asks the browser in front; undefined where nothing tells, or a question before is still unanswered. Never rejects, and
   * takes as long as the browser does, 5 s at most.
   */
  ask(sample: WindowSample): Promise<Told | undefined>;
  state(): Exclude<AccessibilityState, 'off'>;
  /** Joins the bus; never rejects. */
  open(): Promise<void>;
  stop(): void;
}

const TIMES = {
  /** Who does not answer within this time has fallen silent, and the bus is joined anew. */
  silenceMs: 5_000,
  /** A bus that could not be joined, or was lost, is looked for again no sooner than this. */
  againMs: 30_000,
} as const;

const WINDOW_EVENTS = 'org.a11y.atspi.Event.Window';
/** Asks for the news that a window came to the front, of which the number alone is taken. */
async function followWindows(bus: BusConnection): Promise<void> {
  const rule = `type='signal',interface='${WINDOW_EVENTS}',member='Activate'`;
  await bus.ask(daemonCall('AddMatch', rule), '', () => undefined);
  const registry = 'org.a11y.atspi.Registry';
  const of = { name: registry, path: '/org/a11y/atspi/registry', on: registry };
  // Programs tell of it only where somebody listens.
  const call = { ...of, method: 'RegisterEvent', args: ['Window:Activate'] };
  await bus.ask(call, '', () => undefined).catch(() => undefined);
}

/** The bus as it is joined, and what is known of who is on it. */
interface Joining {
  readonly needs: AccessibilityNeeds;
  readonly times: Readonly<Record<keyof typeof TIMES, number>>;
  readonly browserOf: ReturnType<typeof createBrowserTest>;
  readonly programs: ReturnType<typeof createPrograms>;
  bus: BusConnection | undefined;
  opening: Promise<void> | undefined;
  openedMs: number;
  stopped: boolean;
  hasTold: boolean;
  isAsking: boolean;
  /** The window that was told to come to the front the latest. */
  activated: BusObject | undefined;
}

const monoMsOf = ({ monoMs = () => performance.now() }: AccessibilityNeeds) => monoMs();

function lose(at: Joining): void {
  const ending = at.bus;
  at.bus = at.activated = undefined;
  ending?.end();
  at.hasTold = false;
  at.programs.forget();
  if (!at.stopped) at.needs.onState?.();
}

async function join(at: Joining): Promise<void> {
  at.openedMs = monoMsOf(at.needs);
  let joined: BusConnection | undefined;
  const onEnd = () => {
    if (joined && at.bus === joined) lose(at);
  };
  const see = ({ on, member, sender, path }: BusMessage) => {
    if (on === WINDOW_EVENTS && member === 'Activate') at.activated = { name: sender, path };
  };
  try {
    joined = await joinBus(await at.needs.findBus(), see, onEnd);
    if (at.stopped) return joined.end();
    at.bus = joined;
    await followWindows(joined);
  } catch {
    lose(at);
    return;
  }
  at.needs.onState?.();
}

function open(at: Joining): Promise<void> {
  const isEarly = monoMsOf(at.needs) - at.openedMs < at.times.againMs;
  if (at.stopped || at.bus || isEarly) return at.opening ?? Promise.resolve();
  return (at.opening ??= join(at).finally(() => (at.opening = undefined)));
}

/** Finds the window among those of the program, and asks it. */
async function askOn(
  at: Joining,
  bus: BusConnection,
  { app, names, title }: WindowSample,
): Promise<Told | undefined> {
  const wanted = at.browserOf(app, names);
  const isWanted = async (program: BusObject) => {
    const file = await at.programs.fileOf(bus, program.name);
    return wanted !== undefined && at.browserOf(file)?.titles === wanted.titles;
  };
  const all = await programsOn(bus);
  const found = await Promise.all(all.map(isWanted));
  const frames = await Promise.all(
    all.filter((_, index) => found[index]).map((program) => framesOf(bus, program)),
  );
  const frame = chooseFrame(frames.flat(), title, at.activated);
  if (!frame) return undefined;
  const url = await addressIn(bus, frame);
  return { frameTitle: frame.title, ...(url === undefined ? {} : { url }) };
}

/** Asks, one question at a time; who falls silent is left. */
async function ask(at: Joining, sample: WindowSample): Promise<Told | undefined> {
  if (at.isAsking) return undefined;
  const { bus } = at;
  if (!bus) {
    void open(at);
    return undefined;
  }
  at.isAsking = true;
  const silence = setTimeout(() => {
    if (at.bus === bus) lose(at);
  }, at.times.silenceMs);
  try {
    const told = await askOn(at, bus, sample);
    if (told && !at.hasTold) {
      at.hasTold = true;
      at.needs.onState?.();
    }
    return told;
  } catch {
    return undefined;
  } finally {
    clearTimeout(silence);
    at.isAsking = false;
  }
}

export function createAccessibility(needs: AccessibilityNeeds): Accessibility {
  const at: Joining = {
    needs,
    times: { ...TIMES, ...needs.times },
    browserOf: createBrowserTest(needs.browsers),
    programs: createPrograms(needs.programFile ?? fileOf),
    bus: undefined,
    opening: undefined,
    openedMs: -Infinity,
    stopped: false,
    hasTold: false,
    isAsking: false,
    activated: undefined,
  };
  return {
    isAsked: ({ app, names }) => at.browserOf(app, names) !== undefined,
    ask: (sample) => ask(at, sample),
    state: () => (at.bus === undefined ? 'failed' : at.hasTold ? 'on' : 'waiting'),
    open: () => open(at),
    stop() {
      at.stopped = true;
      lose(at);
    },
  };
}
