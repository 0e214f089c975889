import { DAY_MS, wallMidnight } from '../../../shared/domain/calendar.ts';
import type { Interval } from '../../../shared/domain/interval.ts';
import { wallMs } from '../../../shared/domain/working-time.ts';
import { wallAt, wallIntervals } from '../../../shared/domain/zone.ts';

/** `HH:MM` or `HH:MM:SS`, as a field for a time gives it. */
const TIME = /^(\d\d:\d\d)(?::(\d\d))?$/;

/** What a field for a time shows of a moment, to the second. */
export function fieldTime(zone: string, atMs: number): string {
  return new Date(wallAt(zone, atMs)).toISOString().slice(11, 19);
}

/**
 * The moment that a field tells: the one it was filled with where that is unchanged, to the millisecond, and else the
 * first at which the clock of the zone shows it on the date. Undefined where it never does.
 */
export function momentOf(
  text: string,
  {
    zone,
    date,
    shownMs,
  }: { readonly zone: string; readonly date: string; readonly shownMs?: number },
): number | undefined {
  if (shownMs !== undefined && text === fieldTime(zone, shownMs)) return shownMs;
  const [, time, seconds = '0'] = TIME.exec(text) ?? [];
  if (time === undefined) return undefined;
  const atMs = wallMidnight(date) + wallMs(time) + Number(seconds) * 1000;
  return wallIntervals(zone, atMs, atMs + 1)[0]?.startMs;
}

/** The stretch that two fields tell; undefined where its end does not come after its start within a day. */
export function stretchOf(
  startMs: number | undefined,
  endMs: number | undefined,
): Interval | undefined {
  if (startMs === undefined || endMs === undefined) return undefined;
  return startMs < endMs && endMs - startMs <= DAY_MS ? { startMs, endMs } : undefined;
}
