import { type Activity, isLinkedIn } from './activity.ts';
import { type DayFrame, type DayFrames, hourPieces } from './frames.ts';
import { clip, lengthMs, overlapMs } from './interval.ts';
import { MINUTE_MS } from './rounding.ts';
import type { Span } from './span.ts';
import { isoDateAt } from './zone.ts';

/** What one activity adds up to in one hour of the clock of a local day. Milliseconds. */
export interface HourTotal {
  /** Hour of the clock, 0 to 23. */
  readonly hour: number;
  readonly activity: Activity;
  /** Inside and outside working time, as that was when the day was condensed. */
  readonly insideMs: number;
  readonly outsideMs: number;
  /** The part of `insideMs` inside the fixed window that the agreement had. */
  readonly windowMs: number;
}

/** A zone, and about when the span that had it began. */
export interface ZoneSince {
  readonly zone: string;
  readonly atMs: number;
}

/**
 * What is left of a local day whose spans are no longer kept. With the agreement of its day it gives the figures that
 * the spans gave; of when they were it says no more than the hour.
 */
export interface DayTotals {
  readonly date: string;
  /** Zone that the day is reckoned in. */
  readonly zone: string;
  /** Zone of its last span, which days without spans after it are reckoned in; to the quarter of an hour. */
  readonly last: ZoneSince;
  /** Working time that the day had. */
  readonly workingMs: number;
  /** By hour, then activity. */
  readonly hours: readonly HourTotal[];
}

/** Zones are quarters of an hour apart, so that no two days share a quarter. */
const QUARTER_MS = 15 * MINUTE_MS;

/** Totals under way. */
interface Sums {
  readonly zone: string;
  last: ZoneSince;
  readonly workingMs: number;
  readonly hours: Map<string, { -readonly [Key in keyof HourTotal]: HourTotal[Key] }>;
}

/**
 * Adds spans up by local day, hour and activity; what is of a night shift stands under the day on which it starts.
 *
 * @param spans by time, without overlaps.
 * @param isMeant the dates on the calendar whose time is wanted.
 */
export function dayTotals(
  spans: Iterable<Span>,
  frames: DayFrames,
  isMeant: (isoDate: string) => boolean,
): DayTotals[] {
  const days = new Map<string, Sums>();

  /** The totals of a day, begun where a span first touches it. */
  function sumsOf({ zone, date, working }: DayFrame, last: ZoneSince): Sums {
    let day = days.get(date);
    if (!day) {
      day = { zone, last, workingMs: lengthMs(working), hours: new Map() };
      days.set(date, day);
    }
    day.last = last;
    return day;
  }

  for (const span of spans) {
    const { startedAtMs, activity, zone } = span;
    const since = { zone, atMs: startedAtMs - (startedAtMs % QUARTER_MS) };
    for (const piece of hourPieces(frames, span)) {
      const { frame, hour, startMs, endMs } = piece;
      const date = isoDateAt(zone, startMs);
      if (!isMeant(date)) continue;
      // A date that has only the end of a night shift is told of too: its spans are gone as well.
      if (date !== frame.date) sumsOf(frames(zone, date), since);
      const day = sumsOf(frame, since);
      const key = `${String(hour).padStart(2, '0')} ${activity}`;
      let total = day.hours.get(key);
      if (!total) {
        total = { hour, activity, insideMs: 0, outsideMs: 0, windowMs: 0 };
        day.hours.set(key, total);
      }
      const insideMs = overlapMs(piece, frame.working);
      total.insideMs += insideMs;
      total.outsideMs += endMs - startMs - insideMs;
      if (!isLinkedIn(activity)) continue;
      for (const inWindow of clip(piece, frame.window ?? [])) {
        total.windowMs += overlapMs(inWindow, frame.working);
      }
    }
  }
  return [...days].map(([date, { hours, ...day }]) => ({
    date,
    ...day,
    hours: [...hours].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total),
  }));
}
