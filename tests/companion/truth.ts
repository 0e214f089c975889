/** @file What really was in front, and how far an app's spans are from it. */
import type { Activity } from '../../shared/domain/activity.ts';
import { compare, type Stretch } from '../x11/compare.ts';

/** What one step left in front, until the next was begun. */
export interface Shown extends Stretch {
  readonly name: string;
}

/** No boundary of a span may be further off, in milliseconds. */
export const BOUNDARY_MS = 500;

/** Collects the truth as it happens. What tells the moment of a change is no part of the app. */
export interface Truth {
  /** Something else is in front, as a page or the desktop tells. */
  saw(atMs: number): void;
  /** The user does something now; what comes of it is told afterwards. */
  touch(): void;
  /** Whether anything was seen since the last touch. */
  hasSeen(): boolean;
  /** The last thing seen counts, and not the first: a window and its page may come one long after the other. */
  waitForAll(): void;
  /** What came of a step: from the first sight of it since the last touch, or from the touch. @returns that moment. */
  next(name: string, activity: Activity): number;
  /** No app ran between these moments. */
  pause(fromMs: number, toMs: number): void;
  /** All that was, in runs of the app. */
  end(): readonly (readonly Shown[])[];
}

export function createTruth(): Truth {
  const runs: Shown[][] = [[]];
  let running: Omit<Shown, 'endMs'> | undefined;
  let touchedMs = 0;
  let seen: number[] = [];
  let isLast = false;

  function close(endMs: number): void {
    if (running && running.startMs < endMs) runs.at(-1)?.push({ ...running, endMs });
  }

  return {
    saw: (atMs) => void seen.push(atMs),
    touch() {
      touchedMs = Date.now();
      seen = [];
    },
    hasSeen: () => seen.some((atMs) => atMs >= touchedMs),
    waitForAll: () => void (isLast = true),
    next(name, activity) {
      // What a page tells of the moment before is still under way.
      const since = seen.filter((atMs) => atMs >= touchedMs).sort((a, b) => a - b);
      const startMs = since.at(isLast ? -1 : 0) ?? touchedMs;
      isLast = false;
      close(startMs);
      running = { name, activity, startMs };
      return startMs;
    },
    pause(fromMs, toMs) {
      close(fromMs);
      runs.push([]);
      if (running) running = { ...running, startMs: toMs };
      touchedMs = toMs;
      seen = [];
    },
    end() {
      close(Date.now());
      return runs.filter((run) => run.length > 0);
    },
  };
}

/** How the spans of an app stand to the truth. */
export interface Held {
  readonly boundaries: number;
  readonly worstMs: number;
  readonly worst: string;
  readonly meanMs: number;
  /** What is wrong, in words. */
  readonly broken: readonly string[];
  /** Steps that it took for something else. */
  readonly wrong: readonly string[];
  readonly steps: number;
  /** Which part of the time it had right, 0 to 1. */
  readonly share: number;
}

const sharedMs = (a: Stretch, b: Stretch) =>
  Math.max(0, Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs));

/** Time of a stretch that spans have right. */
function rightMs(shown: Stretch, spans: readonly Stretch[]): number {
  return spans
    .filter(({ activity }) => activity === shown.activity)
    .reduce((sum, span) => sum + sharedMs(shown, span), 0);
}

/** What the spans say of a step instead of what it was, in words; undefined where they say it. */
function mistake(shown: Shown, spans: readonly Stretch[]): string | undefined {
  // From where a boundary may be, to the next step.
  const surely = { ...shown, startMs: Math.min(shown.startMs + BOUNDARY_MS, shown.endMs - 1) };
  if (rightMs(surely, spans) >= surely.endMs - surely.startMs - BOUNDARY_MS) return undefined;
  const taken = spans.filter((span) => sharedMs(surely, span) > 0);
  const names = [...new Set(taken.map(({ activity }) => activity))].join(' and ');
  return `${shown.name} (${shown.activity}) was ${names || 'not measured'}`;
}

/** Holds spans to the truth. */
export function hold(runs: readonly (readonly Shown[])[], spans: readonly Stretch[]): Held {
  const all = runs.flat();
  // In so short a time a share says less than the boundaries, each of which has its limit.
  const found = runs.map((run) => {
    const toMs = run.at(-1)?.endMs ?? 0;
    return compare(
      run,
      spans.filter(({ startMs }) => startMs < toMs),
    );
  });
  const worst = found.toSorted((a, b) => b.worstMs - a.worstMs)[0];
  const boundaries = found.reduce((sum, one) => sum + one.boundaries, 0);
  const totalMs = all.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  return {
    boundaries,
    worstMs: worst?.worstMs ?? 0,
    worst: worst?.worst ?? '',
    meanMs:
      found.reduce((sum, one) => sum + one.meanMs * one.boundaries, 0) / Math.max(1, boundaries),
    broken: found.flatMap(({ broken }) => broken.filter((line) => !line.includes(' in all '))),
    wrong: all.flatMap((shown) => mistake(shown, spans) ?? []),
    steps: all.length,
    share: all.reduce((sum, shown) => sum + rightMs(shown, spans), 0) / totalMs,
  };
}
