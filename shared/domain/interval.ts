/** A half-open stretch of time `[startMs, endMs)` in UTC milliseconds. */
export interface Interval {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * The part that two intervals share, or undefined where they share nothing.
 * Touching intervals share nothing, since both are half-open.
 */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const startMs = Math.max(a.startMs, b.startMs);
  const endMs = Math.min(a.endMs, b.endMs);
  return startMs < endMs ? { startMs, endMs } : undefined;
}

/** The parts of `interval` that lie in `others`, which are sorted and do not overlap. */
export function clip(interval: Interval, others: readonly Interval[]): Interval[] {
  return others.flatMap((other) => intersect(interval, other) ?? []);
}

/** Milliseconds that `interval` shares with `others`, which are sorted and do not overlap. */
export function overlapMs(interval: Interval, others: readonly Interval[]): number {
  let totalMs = 0;
  for (const other of others) {
    const startMs = Math.max(interval.startMs, other.startMs);
    const endMs = Math.min(interval.endMs, other.endMs);
    if (endMs > startMs) totalMs += endMs - startMs;
  }
  return totalMs;
}

/** Sum of the lengths in milliseconds. */
export function lengthMs(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { startMs, endMs }) => sum + (endMs - startMs), 0);
}

/** The same time as a sorted list without overlaps, touching or empty intervals. */
export function union(intervals: readonly Interval[]): Interval[] {
  // Mostly it is one: nothing is to be sorted, and none touches another.
  const [first] = intervals;
  if (first && intervals.length === 1) return first.startMs < first.endMs ? [first] : [];
  const merged: { startMs: number; endMs: number }[] = [];
  for (const { startMs, endMs } of intervals
    .filter((interval) => interval.startMs < interval.endMs)
    .sort((a, b) => a.startMs - b.startMs)) {
    const last = merged.at(-1);
    if (last && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs);
    else merged.push({ startMs, endMs });
  }
  return merged;
}

/** What is left of `intervals` without `removed`; both sorted and without overlaps. */
export function subtract(intervals: readonly Interval[], removed: readonly Interval[]): Interval[] {
  return intervals.flatMap((interval) => {
    const left: Interval[] = [];
    let startMs = interval.startMs;
    for (const hole of removed) {
      if (hole.endMs <= startMs || hole.startMs >= interval.endMs) continue;
      if (hole.startMs > startMs) left.push({ startMs, endMs: hole.startMs });
      startMs = Math.max(startMs, hole.endMs);
    }
    if (startMs < interval.endMs) left.push({ startMs, endMs: interval.endMs });
    return left;
  });
}
