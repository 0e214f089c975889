import { addDays } from '../../shared/domain/calendar.ts';
import { type Interval, union } from '../../shared/domain/interval.ts';
import { dayIntervals, isoDateAt } from '../../shared/domain/zone.ts';
import type { DayTotalsReader } from './day-totals.ts';
import type { SpanRepository } from './span-repository.ts';

/** What tells which time is taken. */
export interface OccupiedReader extends Pick<SpanRepository, 'between'> {
  readonly totals?: Pick<DayTotalsReader, 'between'>;
}

/**
 * The time in a stretch that cannot be filled any more: that of stored spans, and the whole of days of which there are
 * totals, since their spans were there once. By time, without overlaps.
 */
export function occupiedTime(
  { between, totals }: OccupiedReader,
  { startMs, endMs }: Interval,
): Interval[] {
  const spans = between(startMs, endMs).map(({ startedAtMs, endedAtMs }) => ({
    startMs: startedAtMs,
    endMs: endedAtMs,
  }));
  // A day more on either side, whatever the zone.
  const from = addDays(isoDateAt('UTC', startMs), -1);
  const to = addDays(isoDateAt('UTC', endMs), 1);
  const days = totals?.between(from, to) ?? [];
  return union([...spans, ...days.flatMap(({ zone, date }) => dayIntervals(zone, date))]);
}
