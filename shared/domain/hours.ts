import type { Activity } from './activity.ts';
import { weekdayIndex } from './calendar.ts';
import type { DayTotals } from './day-totals.ts';
import { type DayFrames, hourPieces } from './frames.ts';
import type { Span } from './span.ts';

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
  readonly frames: DayFrames;
  /** Whether time on an activity is LinkedIn time here, on that day. */
  readonly isShown: (activity: Activity, isoDate: string) => boolean;
  /** Days of the range whose spans are no longer kept. */
  readonly totals?: Iterable<DayTotals>;
}

const HOURS = 24;

/**
 * Adds up the time of a range of local days by weekday and hour of the clock, each span in the zone that it
 * was recorded in, and the hours of a night shift under the day on which it starts. All 168 hours, from Monday 0:00.
 */
export function hourFigures({
  spans,
  from,
  to,
  frames,
  isShown,
  totals = [],
}: HourFiguresInput): HourFigures[] {
  const linkedInMs = new Float64Array(7 * HOURS);
  const measuredMs = new Float64Array(7 * HOURS);
  for (const span of spans) {
    for (const { frame, hour, startMs, endMs } of hourPieces(frames, span)) {
      const { date } = frame;
      if (date < from || date > to) continue;
      const index = weekdayIndex(date) * HOURS + hour;
      measuredMs[index] = (measuredMs[index] ?? 0) + endMs - startMs;
      if (!isShown(span.activity, date)) continue;
      linkedInMs[index] = (linkedInMs[index] ?? 0) + endMs - startMs;
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
