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

export function createAccessibility(needs: AccessibilityNeeds): Accessibility {
  const { monoMs = () => performance.now(), programFile = fileOf } = needs;
  const times = { ...TIMES, ...needs.times };
  const browserOf = createBrowserTest(needs.browsers);
  const programs = createPrograms(programFile);
  let bus: BusConnection | undefined;
  let opening: Promise<void> | undefined;
  let openedMs = -Infinity;
  let stopped = false;
  let hasTold = false;
  let isAsking = false;
  /** The window that was told to come to the front the latest. */
  let activated: BusObject | undefined;

  function lose(): void {
    const ending = bus;
    bus = activated = undefined;
    ending?.end();
    hasTold = false;
    programs.forget();
    if (!stopped) needs.onState?.();
  }

  function see({ on, member, sender, path }: BusMessage): void {
    if (on === WINDOW_EVENTS && member === 'Activate') activated = { name: sender, path };
  }

  async function join(): Promise<void> {
    openedMs = monoMs();
    let joined: BusConnection | undefined;
    const onEnd = () => {
      if (joined && bus === joined) lose();
    };
    try {
      joined = await joinBus(await needs.findBus(), see, onEnd);
      if (stopped) return joined.end();
      bus = joined;
      await followWindows(joined);
    } catch {
      lose();
      return;
    }
    needs.onState?.();
  }

  function open(): Promise<void> {
    if (stopped || bus || monoMs() - openedMs < times.againMs) return opening ?? Promise.resolve();
    return (opening ??= join().finally(() => (opening = undefined)));
  }

  async function askNow(at: BusConnection, { app, names, title }: WindowSample) {
    const wanted = browserOf(app, names);
    const isWanted = async (program: BusObject) => {
      const file = await programs.fileOf(at, program.name);
      return wanted !== undefined && browserOf(file)?.titles === wanted.titles;
    };
    const all = await programsOn(at);
    const found = await Promise.all(all.map(isWanted));
    const frames = await Promise.all(
      all.filter((_, index) => found[index]).map((program) => framesOf(at, program)),
    );
    const frame = chooseFrame(frames.flat(), title, activated);
    if (!frame) return undefined;
    const url = await addressIn(at, frame);
    return { frameTitle: frame.title, ...(url === undefined ? {} : { url }) };
  }

  return {
    isAsked: ({ app, names }) => browserOf(app, names) !== undefined,
    async ask(sample) {
      if (isAsking) return undefined;
      const at = bus;
      if (!at) {
        void open();
        return undefined;
      }
      isAsking = true;
      const silence = setTimeout(() => {
        if (bus === at) lose();
      }, times.silenceMs);
      try {
        const told = await askNow(at, sample);
        if (told && !hasTold) {
          hasTold = true;
          needs.onState?.();
        }
        return told;
      } catch {
        return undefined;
      } finally {
        clearTimeout(silence);
        isAsking = false;
      }
    },
    state: () => (bus === undefined ? 'failed' : hasTold ? 'on' : 'waiting'),
    open,
    stop() {
      stopped = true;
      lose();
    },
  };
}
