/** Milliseconds in a minute. */
export const MINUTE_MS = 60_000;
/** Milliseconds in an hour. */
export const HOUR_MS = 3_600_000;

/** The whole number of units nearest to a time, half a unit upwards. */
export function roundMs(ms: number, unitMs: number): number {
  return Math.floor(ms / unitMs + 0.5);
}

/**
 * Rounds parts to whole units so that they add up to their rounded sum (largest remainder): every
 * part gets its whole units, and the units still missing go to the parts that lost most.
 *
 * @param totalMs the sum of `valuesMs`.
 * @returns units, in the order of `valuesMs`.
 * @example roundParts([90_000, 90_000], 180_000, 60_000) // [2, 1]
 */
export function roundParts(valuesMs: readonly number[], totalMs: number, unitMs: number): number[] {
  const units = valuesMs.map((ms) => Math.floor(ms / unitMs));
  let missing = roundMs(totalMs, unitMs) - units.reduce((sum, value) => sum + value, 0);
  const byRemainder = valuesMs
    .map((ms, index) => ({ index, remainder: ms % unitMs }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (missing <= 0) break;
    units[index] = (units[index] ?? 0) + 1;
    missing -= 1;
  }
  return units;
}
