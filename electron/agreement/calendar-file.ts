import { createHash } from 'node:crypto';
import ical, {
  ICalAlarmType,
  type ICalDayJsStub,
  ICalEventRepeatingFreq,
  ICalWeekday,
} from 'ical-generator';
import type { BlockSeries } from '../../shared/domain/block-series.ts';
import { DAY_MS, wallMidnight } from '../../shared/domain/calendar.ts';
import { MINUTE_MS } from '../../shared/domain/rounding.ts';
import { wallIntervals } from '../../shared/domain/zone.ts';
import { timeZonePart } from './time-zone-part.ts';

/** What a calendar file says besides when. */
export interface CalendarLook {
  readonly title: string;
  /** Minutes before a block at which the calendar reminds of it; null is no reminder. */
  readonly reminderMinutes: number | null;
}

/** Monday first. */
const BY_DAY = [
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
  ICalWeekday.SU,
];

/** A wall time as it stands in the file: the library's own zones are the runtime's, not those that figures follow. */
function asWritten(wallMs: number): ICalDayJsStub {
  const date = new Date(wallMs);
  const digits = date.toISOString().replaceAll(/\D/g, '');
  const written: ICalDayJsStub = {
    format: (pattern) => (pattern === 'YYYYMMDD' ? digits.slice(0, 8) : digits.slice(8, 14)),
    isValid: () => true,
    toDate: () => date,
    toJSON: () => date.toISOString(),
    // Asked for in the zone UTC alone.
    utc: () => written,
  };
  return written;
}

/** The instant at which the clock of a zone shows a wall time, or, where it skips that, the first later one. */
function instantOf(zone: string, wallMs: number): Date {
  const [shown] = wallIntervals(zone, wallMs, wallMs + DAY_MS);
  return new Date(shown?.startMs ?? wallMs);
}

/** The same for the same series, so that the same file twice is no second entry. It tells nothing of who made it. */
function idOf(series: BlockSeries, zone: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([series, zone]))
    .digest('hex');
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
  ];
  return [...parts, hash.slice(20, 32)].join('-');
}

/**
 * Blocks as a calendar file (RFC 5545). The same blocks give the same text but for the time at which it was made.
 *
 * @param nowMs that time.
 */
export function calendarFile(
  list: readonly BlockSeries[],
  zone: string,
  { title, reminderMinutes }: CalendarLook,
  nowMs: number,
): string {
  const firsts = list.map(({ first }) => wallMidnight(first));
  const lasts = list.map(({ last }) => wallMidnight(last));
  // No zone is more than a day from UTC, and no block longer than one.
  const fromMs = Math.min(...firsts) - DAY_MS;
  const toMs = Math.max(...lasts) + 3 * DAY_MS;
  const calendar = ical({
    prodId: '//Sweetspot//Sweetspot//EN',
    // With a name, the library would write what has to be in UTC in the time of the zone.
    timezone: { name: null, generator: (name) => timeZonePart(name, fromMs, toMs) },
  });
  for (const series of list) {
    const { first, last, timeMs, minutes, weekdays, interval, except } = series;
    const startMs = wallMidnight(first) + timeMs;
    const event = calendar.createEvent({
      id: idOf(series, zone),
      stamp: new Date(nowMs),
      start: asWritten(startMs),
      end: asWritten(startMs + minutes * MINUTE_MS),
      timezone: zone,
      summary: title,
    });
    if (first !== last) {
      const at = (date: string) => wallMidnight(date) + timeMs;
      event.repeating({
        freq: ICalEventRepeatingFreq.WEEKLY,
        interval,
        byDay: weekdays.flatMap((weekday) => BY_DAY[weekday] ?? []),
        until: instantOf(zone, at(last)),
        startOfWeek: ICalWeekday.MO,
        ...(except.length > 0 ? { exclude: except.map((date) => asWritten(at(date))) } : {}),
      });
    }
    if (reminderMinutes !== null) {
      event.createAlarm({ type: ICalAlarmType.display, trigger: reminderMinutes * 60 });
    }
  }
  return calendar.toString();
}
