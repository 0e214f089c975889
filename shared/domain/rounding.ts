/** Milliseconds in a minute. */
export const MINUTE_MS = 60_000;
/** Milliseconds in an hour. */
export const HOUR_MS = 3_600_000;

/** The whole number of units nearest to a time, half a unit upwards. */
export function roundMs(ms: number, unitMs: number): number {
  return Math.floor(ms / unitMs + 0.5);
}

/**
 * Rounds parts to whole units so that they add up to their rounded sum (largest remainder).
 *
 * @param totalMs the sum of `valuesMs`.
 * @returns units, in the order of `valuesMs`.
 * @example roundParts([90_000, 90_000], 180_000, 60_000) // [2, 1]
 */
export function roundParts(valuesMs: readonly number[], totalMs: number, unitMs: number): number[] {
  return shareOut(roundMs(totalMs, unitMs), valuesMs, unitMs);
}

/**
 * Shares whole units out over parts: every part gets the whole units that it has, and those still
 * missing go to the parts that lost most.
 *
 * @param units at least the whole units of the parts together.
 */
export function shareOut(units: number, valuesMs: readonly number[], unitMs: number): number[] {
  const shares = valuesMs.map((ms) => Math.floor(ms / unitMs));
  let missing = units - shares.reduce((sum, value) => sum + value, 0);
  const byRemainder = valuesMs
    .map((ms, index) => ({ index, remainder: ms % unitMs }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (missing <= 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    missing -= 1;
  }
  return shares;
}
