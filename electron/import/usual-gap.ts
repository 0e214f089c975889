import type { EventTable } from './columns.ts';
import type { Track } from './tracks.ts';

/**
 * The gap that the watcher of windows leaves as it comes: it looks once a second and takes what it sees to have lasted
 * where its looks are no more than 2 s apart, so between two windows lies up to that.
 */
export const LEAST_GAP_MS = 2_000;
/** However seldom a watcher looks, a longer gap is one in which it did not run. */
const MOST_GAP_MS = 10_000;
/** Gaps that are looked at: a watcher that looks every 10 s leaves some of a little more. */
const LOOKED_AT_MS = 15_000;
const STEP_MS = 100;
/** Fewer gaps tell of no habit. */
const LEAST_GAPS = 3;

/**
 * The longest gap between two windows in which the watcher still ran, in milliseconds, read off its events. A watcher whose
 * `poll_time` is above 1 s leaves a gap of about that at each change. It takes two looks for one window up to half of it
 * more, and at least a second more: so is done here. Gaps that are not alike tell nothing, and the usual watcher's holds.
 */
export function usualGapMs(table: EventTable, track: Track): number {
  const counts = new Uint32Array(LOOKED_AT_MS / STEP_MS + 1);
  let gaps = 0;
  let toMs = Infinity;
  for (let at = 0; at < track.length; at += 1) {
    const index = track.at(at);
    const startMs = table.startMs(index);
    const gapMs = startMs - toMs;
    if (gapMs > 0 && gapMs <= LOOKED_AT_MS) {
      const step = Math.ceil(gapMs / STEP_MS);
      counts[step] = (counts[step] ?? 0) + 1;
      gaps += 1;
    }
    const endMs = startMs + table.lengthMs(index);
    toMs = toMs === Infinity ? endMs : Math.max(toMs, endMs);
  }
  if (gaps < LEAST_GAPS) return LEAST_GAP_MS;
  let middle = 0;
  for (let below = 0; below < gaps / 2; middle += 1) below += counts[middle] ?? 0;
  const usualMs = (middle - 1) * STEP_MS;
  const alike = counts.subarray(Math.floor((middle - 1) * 0.8), Math.ceil((middle - 1) * 1.2) + 1);
  if (alike.reduce((sum, count) => sum + count, 0) < gaps / 2) return LEAST_GAP_MS;
  const goesOnMs = Math.max(usualMs * 1.5, usualMs + 1_000);
  return Math.min(MOST_GAP_MS, Math.max(LEAST_GAP_MS, goesOnMs));
}
