/**
 * @file What was on the screen while an app ran that is killed, and what of it has to be found stored
 * afterwards. Times are UTC milliseconds.
 */
import type { Activity } from '../../shared/domain/activity.ts';
import { type Interval, subtract } from '../../shared/domain/interval.ts';
import type { Span } from '../../shared/domain/span.ts';

/** A boundary is as exact as this: a tick, and what the computer needs for it. */
const BOUNDARY_MS = 1_300;
/** A stretch of this length has to be found. */
const LONG_MS = 3_000;
/** A stretch that ended this long ago has to be stored, whatever happens then. */
const STORED_AFTER_MS = 2_000;

/** An unbroken stretch of one activity. */
interface Shown extends Interval {
  readonly activity: Activity;
  /** What else it may be called: the user was saying so. */
  readonly said: Activity | null;
  /** Whether the app was there to see it. */
  readonly sure: boolean;
  /** When it was taken back; null where it was not. */
  readonly takenMs: number | null;
}

/** What a kill left, held against what was shown. */
export interface Left {
  /** What is wrong, in words; none where all is well. */
  readonly broken: readonly string[];
  /** How much of the stretch that ran at the kill is not stored; null where none ran. */
  readonly lostMs: number | null;
}

/** Keeps what is shown to one app from its start until it is killed. */
export interface ShownTime {
  /** Another activity is shown from now on. */
  show(activity: Activity): void;
  /** The app measures from now on for sure; before, it may. */
  ready(): void;
  /** Nothing is measured from now on; what was before is settled. */
  halt(): void;
  /** Measures again. */
  release(): void;
  /** The user was away all the time, as it turns out: what is not settled is taken back, at the next tick. */
  away(): void;
  /** The user says what the stretch that runs was so far. */
  say(activity: Activity): void;
  /** What was said so far has arrived. */
  said(): void;
  /** The app is killed. */
  end(): void;
  /** Holds the spans that were stored since the start against what was shown until the end. */
  left(stored: readonly Span[]): Left;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
const toInterval = ({ startedAtMs, endedAtMs }: Span): Interval => ({
  startMs: startedAtMs,
  endMs: endedAtMs,
});
const isCalled = (shown: Shown, activity: Activity) =>
  shown.activity === activity || shown.said === activity;

/** What is left of an interval without others, and longer than a boundary may be off. */
function uncovered(whole: Interval, by: readonly Interval[]): Interval[] {
  return subtract([whole], by).filter(({ startMs, endMs }) => endMs - startMs > BOUNDARY_MS);
}

/**
 * @param activity what is shown at the start.
 * @param now the clock.
 */
export function createShownTime(activity: Activity, now: () => number = Date.now): ShownTime {
  const startMs = now();
  let past: Shown[] = [];
  let shown = activity;
  let fromMs: number | null = startMs;
  let isReady = false;
  let settledMs = startMs;
  let endMs = Infinity;
  /** Words of the user that have to be there. */
  const words: { activity: Activity; untilMs: number }[] = [];
  let lastWord: { activity: Activity; untilMs: number } | undefined;

  /** Ends the stretch that runs; what comes is another. */
  function cut(atMs: number): void {
    if (fromMs !== null && atMs > fromMs) {
      const shownNow = { activity: shown, said: null, sure: isReady, takenMs: null };
      past.push({ ...shownNow, startMs: fromMs, endMs: atMs });
    }
    if (fromMs !== null) fromMs = atMs;
  }

  function broken(stored: readonly Span[]): string[] {
    const found: string[] = [];
    const at = ({ startMs: from, endMs: to }: Interval) =>
      `from ${seconds(from - endMs)} to ${seconds(to - endMs)}`;
    // Once the app has seen that the user was away, what that takes back is not there.
    const isGone = ({ takenMs }: Shown) => takenMs !== null && endMs - takenMs > STORED_AFTER_MS;
    for (const [index, span] of stored.entries()) {
      const whole = toInterval(span);
      const real = past.filter((one) => isCalled(one, span.activity) && !isGone(one));
      for (const wrong of uncovered(whole, real)) {
        found.push(`${span.activity} ${at(whole)} was not there ${at(wrong)}`);
      }
      if (span.startedAtMs < (stored[index - 1]?.endedAtMs ?? startMs)) {
        found.push(`${span.activity} ${at(whole)} overlaps the one before`);
      }
    }
    for (const one of past) {
      if (!one.sure || one.takenMs !== null) continue;
      if (one.endMs - one.startMs < LONG_MS || one.endMs > endMs - STORED_AFTER_MS) continue;
      const covering = stored.filter((span) => isCalled(one, span.activity)).map(toInterval);
      for (const missing of uncovered(one, covering)) {
        found.push(`${one.activity} ${at(one)} is missing ${at(missing)}`);
      }
    }
    for (const word of words) {
      const isThere = stored.some(
        (span) =>
          span.relabelled &&
          span.activity === word.activity &&
          span.startedAtMs < word.untilMs &&
          span.endedAtMs > word.untilMs - BOUNDARY_MS,
      );
      if (!isThere) found.push(`what was said ${seconds(word.untilMs - endMs)} is missing`);
    }
    return found;
  }

  function lost(stored: readonly Span[]): number | null {
    const last = past.at(-1);
    if (fromMs === null || !last?.sure || last.endMs < endMs) return null;
    const savedMs = stored.filter((span) => isCalled(last, span.activity)).at(-1)?.endedAtMs;
    return endMs - Math.max(savedMs ?? 0, last.startMs);
  }

  return {
    show(next) {
      if (next === shown) return;
      cut(now());
      shown = next;
    },
    ready() {
      cut(now());
      isReady = true;
    },
    halt() {
      const atMs = now();
      cut(atMs);
      fromMs = null;
      settledMs = atMs;
    },
    release() {
      fromMs ??= now();
    },
    away() {
      const atMs = now();
      cut(atMs);
      fromMs = null;
      past = past.map((one) => (one.endMs > settledMs ? { ...one, takenMs: atMs } : one));
      settledMs = atMs;
    },
    say(word) {
      const atMs = now();
      cut(atMs);
      settledMs = atMs;
      lastWord = { activity: word, untilMs: atMs };
      // It says so of all that the app saw as one stretch, which may have missed a glance at another.
      let index = past.length - 1;
      for (let one = past[index]; one; one = past[(index -= 1)]) {
        if (one.activity === shown) past[index] = { ...one, said: word };
        else if (one.endMs - one.startMs > BOUNDARY_MS) break;
      }
    },
    said() {
      if (lastWord) words.push(lastWord);
      lastWord = undefined;
    },
    end() {
      endMs = now();
      cut(endMs);
    },
    left(stored) {
      // A boundary is not exact, so a span may go on for a moment after a halt, yet never after the end.
      const beyond = stored.filter((span) => span.endedAtMs > endMs);
      return {
        broken: [
          ...broken(stored),
          ...beyond.map(({ activity: what }) => `${what} ends after the kill`),
        ],
        lostMs: lost(stored),
      };
    },
  };
}
