/** @file Tells input of the user from what programs do to the counter of a display, as players of films do. */

/** Set-backs nearer to each other than this are somebody at work. */
const NEAREST_MS = 9_000;
/** As many, at the same distance, are a program's. */
const FEWEST = 5;
/** What came before is forgotten. */
const WINDOW_MS = 180_000;
/**
 * Distances that differ by no more are the same. mpv 0.35.1's were 10.00 to 10.15 s on a busy machine; somebody who reads on keeps such
 * a time now and then, and four times in a row hardly ever.
 */
const TOLERANCE_MS = 500;
/** Who scrolls or types goes on for about so long. */
const BURST_MS = 4_000;
/** Looks at what may be a program are so far apart. */
const LOOK_MS = 1_000;
/** The counter's own inexactness: less than that is the same input, looked at again. */
const SAME_MS = 100;

/** Tells when the last input of the user was. */
export interface Presence {
  /**
   * Takes what the display says. @param lastMs when its counter was set back the latest, on any clock that goes on.
   *
   * @returns when the last input was, on that clock.
   */
  see(lastMs: number): number;
  /**
   * How long until the counter is worth a look of its own, in milliseconds; undefined where it is not. Around the moment at which a
   * program would set it back again, looks a second apart tell more surely: a program does so once, who scrolls
   * or types within a second or two again.
   *
   * @param nowMs on the same clock.
   */
  nextLookMs(nowMs: number): number | undefined;
}

/** Set-backs that came after each other after the same while. */
interface Run {
  readonly firstMs: number;
  /** The set-back before the first, which was input; undefined where none is known. */
  readonly beforeMs: number | undefined;
  readonly count: number;
  /** The while between them; undefined as long as there is one alone. */
  readonly gapMs: number | undefined;
}

/** Takes a set-back on. */
function next(run: Run, lastMs: number, atMs: number): Run {
  const gapMs = atMs - lastMs;
  if (gapMs < NEAREST_MS) {
    return { firstMs: atMs, beforeMs: lastMs, count: 1, gapMs: undefined };
  }
  if (run.gapMs === undefined || Math.abs(gapMs - run.gapMs) <= TOLERANCE_MS) {
    return { ...run, count: run.count + 1, gapMs: run.gapMs ?? gapMs };
  }
  // The latest two may be the first of others.
  const isSecond = run.count === 2;
  return { firstMs: lastMs, beforeMs: isSecond ? run.firstMs : lastMs, count: 2, gapMs };
}

/** When the last input was. */
function inputOf({ firstMs, beforeMs, count, gapMs = Infinity }: Run, lastMs: number): number {
  if (count < FEWEST || gapMs * (FEWEST - 1) > WINDOW_MS) return lastMs;
  // A program that was at it already had the counter set back within its while after the input.
  return beforeMs !== undefined && firstMs - beforeMs <= gapMs + TOLERANCE_MS ? beforeMs : firstMs;
}

/**
 * Some programs set the counter of a display back while they show something: mpv every 10 s, others every 30 s. Nobody
 * hits keys so evenly: where the counter was set back five times or more within 180 s, each time after the same while of 9 s
 * or more, that was a program, and the last input is what came before.
 */
export function createPresence(): Presence {
  let lastMs: number | undefined;
  let run: Run | undefined;
  return {
    see(atMs) {
      if (run === undefined || lastMs === undefined) {
        run = { firstMs: atMs, beforeMs: undefined, count: 1, gapMs: undefined };
        lastMs = atMs;
      } else if (atMs - lastMs > SAME_MS) {
        run = next(run, lastMs, atMs);
        lastMs = atMs;
      }
      return inputOf(run, lastMs);
    },
    nextLookMs(nowMs) {
      if (run?.gapMs === undefined || lastMs === undefined) return undefined;
      const dueMs = lastMs + run.gapMs - nowMs;
      if (dueMs > BURST_MS) return dueMs - BURST_MS;
      return dueMs > -LOOK_MS - TOLERANCE_MS ? LOOK_MS : undefined;
    },
  };
}
