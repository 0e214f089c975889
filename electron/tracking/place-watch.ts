import type { ListenTo } from './bus-listen.ts';
import {
  type Question,
  type SessionSignal,
  type SignalPlace,
  questionOf,
  readAnswer,
  readOwner,
  readSignals,
} from './session-signals.ts';
import type { Stop } from './sources/source.ts';

/** Asks a program on a bus; rejects where it does not answer. */
export type Ask = (place: SignalPlace, question: Question) => Promise<string>;

/** The watch at work. */
export interface SessionWatch {
  /** Resolves once every place has told how things are, or cannot; it never rejects. */
  readonly known: Promise<void>;
  readonly stop: Stop;
}

/** A source that ended is listened to again after this long, each time four times as long. */
const AGAIN_MS = 2_000;
const LONGEST_AGAIN_MS = 10 * 60_000;
/** One that went on for this long had not failed. */
const LASTED_MS = 60_000;

/** What the watch of a place takes. */
export interface PlaceWatchNeeds {
  readonly place: SignalPlace;
  /** Path of this session at logind; undefined where it has none. */
  readonly path: string | undefined;
  readonly listen: ListenTo;
  readonly ask: Ask;
  /** Told what holds there now, or no longer, and who said it. */
  readonly set: (is: SessionSignal['is'], by: string, on: boolean) => void;
}

/** What is known of a place. */
interface Watching {
  readonly needs: PlaceWatchNeeds;
  /** What holds, by who said it. */
  readonly holding: Map<string, SessionSignal>;
  /** How often something was told, so that an answer which is older than that does not count. */
  readonly heard: Map<SessionSignal['is'], number>;
  /** Told that it is known how things are, or that nobody says. */
  readonly onKnown: () => void;
  stopListening: Stop;
  stopped: boolean;
  timer: NodeJS.Timeout | undefined;
  waitMs: number;
}

function take({ needs, holding }: Watching, signal: SessionSignal): void {
  const by = `${needs.place.name} ${signal.is === 'locked' ? signal.by : ''}`;
  const key = `${signal.is} ${by}`;
  if (signal.on) holding.set(key, signal);
  else holding.delete(key);
  needs.set(signal.is, by, signal.on);
}

/** Lets go of what holds, or of one thing of it. */
function letGo(at: Watching, is?: SessionSignal['is']): void {
  for (const signal of [...at.holding.values()]) {
    if (is === undefined || signal.is === is) take(at, { ...signal, on: false });
  }
}

async function askNow(at: Watching): Promise<void> {
  const { place, path, ask } = at.needs;
  const before = new Map(at.heard);
  const question = questionOf(place, path);
  const answer = question && (await ask(place, question).catch(() => ''));
  if (at.stopped) return;
  const signals = readAnswer(place, answer ?? '');
  for (const is of ['locked', 'switched-away', 'suspended'] as const) {
    if (before.get(is) !== at.heard.get(is)) continue;
    // Whatever held before the source was lost does not, unless it is said again.
    if (!signals.some((signal) => signal.is === is && signal.on)) letGo(at, is);
    for (const signal of signals) if (signal.is === is) take(at, signal);
  }
}

function hear(at: Watching, line: string, isThere: boolean | undefined): void {
  if (isThere === false) {
    letGo(at);
    at.onKnown();
  } else if (isThere) void askNow(at).then(at.onKnown);
  for (const signal of readSignals(line, at.needs.path)) {
    at.heard.set(signal.is, (at.heard.get(signal.is) ?? 0) + 1);
    take(at, signal);
  }
}

function start(at: Watching): void {
  const { place, listen } = at.needs;
  const startedMs = performance.now();
  let told = false;
  at.stopListening = listen(
    place,
    (line) => {
      const isThere = readOwner(line);
      if (isThere !== undefined) told = true;
      hear(at, line, isThere);
    },
    (isWorthAgain) => {
      if (at.stopped) return;
      // What held is asked for again at once; a bus that is gone holds nothing up.
      if (!told || !isWorthAgain) {
        letGo(at);
        at.onKnown();
      }
      if (!isWorthAgain) return;
      if (performance.now() - startedMs >= LASTED_MS) at.waitMs = AGAIN_MS;
      at.timer = setTimeout(() => start(at), at.waitMs).unref();
      at.waitMs = Math.min(at.waitMs * 4, LONGEST_AGAIN_MS);
    },
  );
}

/** Watches one place, and again where what it listened to ended. */
export function watchPlace(needs: PlaceWatchNeeds): SessionWatch {
  let resolve: () => void;
  const known = new Promise<void>((done) => (resolve = done));
  const at: Watching = {
    needs,
    holding: new Map(),
    heard: new Map(),
    onKnown: () => resolve(),
    stopListening: () => undefined,
    stopped: false,
    timer: undefined,
    waitMs: AGAIN_MS,
  };
  start(at);
  return {
    known,
    stop() {
      at.stopped = true;
      clearTimeout(at.timer);
      at.stopListening();
      at.onKnown();
    },
  };
}
