import type { Activity } from './activity.ts';
import { dateOfWall, weekdayIndex } from './calendar.ts';
import type { DayTotals } from './day-totals.ts';
import { HOUR_MS } from './rounding.ts';
import type { Span } from './span.ts';
import { wallAt } from './zone.ts';

/** What one hour of one weekday adds up to over a range of days. */
export interface HourFigures {
  /** Monday is 0, Sunday is 6. */
  readonly weekday: number;
  /** Hour of the clock, 0 to 23. */
  readonly hour: number;
  /** LinkedIn time, in and outside working time. Milliseconds. */
  readonly linkedInMs: number;
  /** Time in which the app was able to measure. Milliseconds. */
  readonly measuredMs: number;
}

/** What {@link hourFigures} needs. */
export interface HourFiguresInput {
  /** Spans that touch the range; others are left aside. */
  readonly spans: Iterable<Span>;
  /** Local days, both included, as ISO dates. */
  readonly from: string;
  readonly to: string;
  /** Whether time on an activity is LinkedIn time here, on that day. */
  readonly isShown: (activity: Activity, isoDate: string) => boolean;
  /** Days of the range whose spans are no longer kept. */
  readonly totals?: Iterable<DayTotals>;
}

const HOURS = 24;

/**
 * Adds up the time of a range of local days by weekday and hour of the clock, each span in the zone that it
 * was recorded in. All 168 hours, from Monday 0:00.
 */
export function hourFigures({
  spans,
  from,
  to,
  isShown,
  totals = [],
}: HourFiguresInput): HourFigures[] {
  const linkedInMs = new Float64Array(7 * HOURS);
  const measuredMs = new Float64Array(7 * HOURS);
  for (const { startedAtMs, endedAtMs, activity, zone } of spans) {
    let atMs = startedAtMs;
    while (atMs < endedAtMs) {
      const wallMs = wallAt(zone, atMs);
      const endMs = Math.min(endedAtMs, atMs + HOUR_MS - (wallMs % HOUR_MS));
      const date = dateOfWall(wallMs);
      if (date >= from && date <= to) {
        const index =
          weekdayIndex(date) * HOURS + Math.floor((wallMs % (HOURS * HOUR_MS)) / HOUR_MS);
        measuredMs[index] = (measuredMs[index] ?? 0) + endMs - atMs;
        if (isShown(activity, date)) linkedInMs[index] = (linkedInMs[index] ?? 0) + endMs - atMs;
      }
      atMs = endMs;
    }
  }
  for (const { date, hours } of totals) {
    for (const { hour, activity, insideMs, outsideMs } of hours) {
      const index = weekdayIndex(date) * HOURS + hour;
      const ms = insideMs + outsideMs;
      measuredMs[index] = (measuredMs[index] ?? 0) + ms;
      if (isShown(activity, date)) linkedInMs[index] = (linkedInMs[index] ?? 0) + ms;
    }
  }
  return Array.from(measuredMs, (ms, index) => ({
    weekday: Math.floor(index / HOURS),
    hour: index % HOURS,
    linkedInMs: linkedInMs[index] ?? 0,
    measuredMs: ms,
  }));
}
