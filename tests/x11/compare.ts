import type { Activity } from '../../shared/domain/activity.ts';

/** A stretch of one activity, in UTC milliseconds. */
export interface Stretch {
  readonly activity: Activity;
  readonly startMs: number;
  readonly endMs: number;
}

/** Errors that are allowed. */
const LIMITS = { boundaryMs: 1_200, longMs: 3_000, share: 0.01, shareFloorMs: 200 } as const;

/** Time of one activity. */
export interface Total {
  readonly activity: Activity;
  readonly trueMs: number;
  readonly storedMs: number;
}

/** What a comparison found. */
export interface Comparison {
  /** Stretches that were really there, neighbours of one activity taken as one. */
  readonly stretches: number;
  readonly boundaries: number;
  /** Absolute errors of starts and ends, in milliseconds. */
  readonly worstMs: number;
  /** Which boundary that is, in words; empty where there is none. */
  readonly worst: string;
  readonly meanMs: number;
  readonly totals: readonly Total[];
  /** What is wrong, in words; none where all is well. */
  readonly broken: readonly string[];
}

/** The same time with neighbours of one activity as one stretch. */
function join(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last?.activity === stretch.activity && last.endMs === stretch.startMs) {
      joined[joined.length - 1] = { ...last, endMs: stretch.endMs };
    } else joined.push(stretch);
  }
  return joined;
}

const sharedMs = (a: Stretch, b: Stretch) =>
  Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs);

/** The stretch of the same activity that shares most time; undefined where none shares any. */
function counterpart(stretch: Stretch, others: readonly Stretch[]): Stretch | undefined {
  return others
    .filter((other) => other.activity === stretch.activity && sharedMs(stretch, other) > 0)
    .sort((a, b) => sharedMs(stretch, b) - sharedMs(stretch, a))
    .at(0);
}

function totalMs(stretches: readonly Stretch[], activity: Activity): number {
  return stretches
    .filter((stretch) => stretch.activity === activity)
    .reduce((sum, { startMs, endMs }) => sum + (endMs - startMs), 0);
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

/**
 * Compares stored spans with what really happened, both by time. The very first start and the very last end
 * belong to the observation and are not compared.
 */
export function compare(truth: readonly Stretch[], stored: readonly Stretch[]): Comparison {
  const real = join(truth);
  const fromMs = real.at(0)?.startMs ?? 0;
  const toMs = real.at(-1)?.endMs ?? 0;
  const found = stored
    // What ran before may end a little late, as any boundary may.
    .filter(({ startMs, endMs }) => startMs >= fromMs || endMs > fromMs + LIMITS.boundaryMs)
    .map((span) => ({
      ...span,
      startMs: Math.max(span.startMs, fromMs),
      endMs: Math.min(span.endMs, toMs),
    }))
    .filter(({ startMs, endMs }) => startMs < endMs);
  const broken: string[] = [];
  const errors: number[] = [];
  let worst = { ms: 0, text: '' };
  const at = (ms: number) => `at ${seconds(ms - fromMs)}`;

  for (const stretch of real) {
    const span = counterpart(stretch, found);
    if (!span) {
      if (stretch.endMs - stretch.startMs < LIMITS.longMs) continue;
      broken.push(`${stretch.activity} ${at(stretch.startMs)} is missing`);
      continue;
    }
    for (const end of ['startMs', 'endMs'] as const) {
      if (stretch[end] === fromMs || stretch[end] === toMs) continue;
      const error = span[end] - stretch[end];
      errors.push(Math.abs(error));
      const which = end === 'startMs' ? 'starts' : 'ends';
      const text = `${stretch.activity} ${at(stretch[end])} ${which} ${seconds(error)} off`;
      if (Math.abs(error) > worst.ms) worst = { ms: Math.abs(error), text };
      if (Math.abs(error) > LIMITS.boundaryMs) broken.push(text);
    }
  }
  for (const span of found) {
    const taken = real.some((stretch) => counterpart(stretch, found) === span);
    if (!taken) broken.push(`${span.activity} ${at(span.startMs)} was not there`);
  }
  const activities = [...new Set([...real, ...found].map(({ activity }) => activity))];
  const totals = activities.map((activity) => ({
    activity,
    trueMs: totalMs(real, activity),
    storedMs: totalMs(found, activity),
  }));
  for (const { activity, trueMs, storedMs } of totals) {
    if (Math.abs(storedMs - trueMs) > Math.max(LIMITS.share * trueMs, LIMITS.shareFloorMs)) {
      broken.push(`${activity} has ${seconds(storedMs)} in all instead of ${seconds(trueMs)}`);
    }
  }
  return {
    stretches: real.length,
    boundaries: errors.length,
    worstMs: worst.ms,
    worst: worst.text,
    meanMs: errors.reduce((sum, error) => sum + error, 0) / Math.max(1, errors.length),
    totals,
    broken,
  };
}
