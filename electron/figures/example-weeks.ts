import { isActivity } from '../../shared/domain/activity.ts';
import { addDays, mondayOf, wallMidnight } from '../../shared/domain/calendar.ts';
import { HOUR_MS } from '../../shared/domain/rounding.ts';
import type { Span } from '../../shared/domain/span.ts';
import { wallMs } from '../../shared/domain/working-time.ts';
import { isoDateAt, wallIntervals } from '../../shared/domain/zone.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import type { ViewNeeds } from './day-and-week-views.ts';

/**
 * What the two weeks of the demo are measured as: the days since its first Monday, and on each the stretches without a
 * gap, as the clock at which each activity begins, and the one at which the last ends.
 */
export const EXAMPLE_DAYS: readonly (readonly [day: number, ...stretches: string[]])[] = [
  [
    0,
    '08:50:04 elsewhere 09:04:27 feed 09:08:17 notifications 09:09:52 elsewhere 10:36:39',
    '10:41:39 elsewhere 12:43:00',
    '12:59:00 elsewhere 13:06:39 messaging 13:13:39 networking 13:18:49 elsewhere 14:41:20',
    '14:49:20 elsewhere 17:35:46',
  ],
  [
    1,
    '08:51:00 elsewhere 09:20:10 networking 09:29:30 messaging 09:34:30 elsewhere 10:36:00',
    '10:42:00 elsewhere 12:22:38 publishing 12:28:58 elsewhere 12:43:00',
    '12:59:00 elsewhere 14:40:32',
    '14:44:32 elsewhere 16:40:36 feed 16:43:56 elsewhere 17:30:11',
  ],
  [
    2,
    '09:41:12 elsewhere 10:10:29 feed 10:13:09 elsewhere 10:34:49',
    '10:40:49 elsewhere 12:43:00',
    '12:59:00 elsewhere 14:41:58',
    '14:45:58 elsewhere 17:34:00',
    '17:58:00 elsewhere 18:20:27 publishing 18:35:27 feed 18:39:27 elsewhere 18:42:39',
  ],
  [
    3,
    '08:50:18 elsewhere 09:02:06 feed 09:09:06 notifications 09:11:16 elsewhere 10:36:08',
    '10:44:08 elsewhere 11:00:35 learning 11:23:35 elsewhere 12:43:00',
    '12:59:00 elsewhere 14:40:15',
    '14:45:15 elsewhere 15:10:38 private 15:17:48 elsewhere 16:05:00',
    '16:52:00 elsewhere 17:37:04',
  ],
  [
    4,
    '08:52:03 elsewhere 09:08:18 messaging 09:12:18 networking 09:20:58 elsewhere 10:34:30',
    '10:43:30 elsewhere 12:43:00',
    '12:59:00 elsewhere 13:15:10 publishing 13:23:50 elsewhere 14:02:00',
    '14:31:00 elsewhere 14:42:43',
    '14:47:43 elsewhere 17:12:37 feed 17:15:07 elsewhere 17:29:26',
  ],
  [
    7,
    '08:52:54 elsewhere 09:03:42 feed 09:08:02 messaging 09:13:42 elsewhere 10:32:23',
    '10:42:23 elsewhere 12:43:00',
    '12:59:00 elsewhere 13:02:12 networking 13:09:22 elsewhere 14:42:24',
    '14:51:24 elsewhere 17:35:16',
  ],
  [
    8,
    '08:48:56 elsewhere 08:55:00 feed 09:05:00 elsewhere 10:35:36',
    '10:44:36 elsewhere 12:20:00 networking 12:40:00 elsewhere 12:43:00',
    '12:59:00 elsewhere 14:43:07',
    '14:48:07 elsewhere 15:00:00 private 15:07:00 elsewhere 17:34:26',
  ],
  [
    9,
    '08:49:29 elsewhere 10:35:08',
    '10:45:08 elsewhere 11:40:25 messaging 11:43:55 elsewhere 12:43:00',
    '12:59:00 elsewhere 14:00:00',
    '16:45:00 elsewhere 17:37:02',
  ],
  [
    10,
    '08:52:04 elsewhere 09:05:16 publishing 09:19:16 notifications 09:22:06 elsewhere 10:33:16',
    '10:38:16 elsewhere 12:43:00',
    '12:59:00 elsewhere 14:10:16 networking 14:20:36 messaging 14:27:16 elsewhere 14:41:47',
    '14:47:47 elsewhere 16:30:13 feed 16:35:23 elsewhere 17:34:00',
    '17:58:00 elsewhere 20:05:39 messaging 20:13:39 elsewhere 20:16:51',
  ],
  [
    11,
    '08:53:31 elsewhere 09:10:40 networking 09:17:00 feed 09:19:20 elsewhere 10:36:36',
    '10:44:36 elsewhere 11:15:14 messaging 11:19:34 elsewhere 12:43:00',
    '12:59:00 elsewhere 13:05:00 publishing 13:10:10 elsewhere 14:42:30',
    '14:47:30 elsewhere 15:42:15 private 15:46:35 elsewhere 17:34:00',
    '17:58:00 elsewhere 18:05:46 networking 18:11:46 elsewhere 18:14:58',
  ],
];

/** How often the two weeks follow each other, so that the twelve weeks of the trends have them all. */
const TIMES = 6;

/** The example is looked at on the Friday of its last week, while there is some of the afternoon to come. */
const LAST_DAY = 11;
const LOOKED_AT = '16:00';

const FORTNIGHT = 14;

/** The instant at which the clock of a zone shows a wall time; an hour later where it skips that one. */
function instantOf(zone: string, wallAtMs: number): number {
  return wallIntervals(zone, wallAtMs, wallAtMs + HOUR_MS)[0]?.startMs ?? wallAtMs;
}

/** Milliseconds from midnight of `HH:MM:SS`. */
const clockMs = (time: string) => wallMs(time) + Number(time.slice(6, 8)) * 1000;

/** The spans of a day of the demo, put on a date of a zone. */
export function spansOfDay(isoDate: string, zone: string, stretches: readonly string[]): Span[] {
  const at = (time: string) => instantOf(zone, wallMidnight(isoDate) + clockMs(time));
  return stretches.flatMap((stretch) => {
    const words = stretch.split(' ');
    return words.flatMap((activity, index): Span[] => {
      const [from, to] = [words[index - 1], words[index + 1]];
      if (!isActivity(activity) || from === undefined || to === undefined) return [];
      const ends = { startedAtMs: at(from), endedAtMs: at(to) };
      return [{ ...ends, activity, zone, relabelled: false, manual: false }];
    });
  });
}

/** What the pages of an example are made of: twelve weeks of the demo up to the last complete one, in memory alone. */
export function exampleNeeds(zone: string, nowMs: number): ViewNeeds {
  const monday = addDays(mondayOf(isoDateAt(zone, nowMs)), -FORTNIGHT);
  const spans: Span[] = [];
  for (let back = TIMES - 1; back >= 0; back -= 1) {
    for (const [index, [day, ...stretches]] of EXAMPLE_DAYS.entries()) {
      // Now and then a day was not measured, as happens.
      if (back > 0 && index === (back * 3) % EXAMPLE_DAYS.length) continue;
      spans.push(...spansOfDay(addDays(monday, day - back * FORTNIGHT), zone, stretches));
    }
  }
  const atMs = instantOf(zone, wallMidnight(addDays(monday, LAST_DAY)) + wallMs(LOOKED_AT));
  const sofar = spans
    .filter(({ startedAtMs }) => startedAtMs < atMs)
    .map((span) => (span.endedAtMs > atMs ? { ...span, endedAtMs: atMs } : span));
  return {
    spans: {
      lastBefore: (beforeMs) => sofar.findLast(({ startedAtMs }) => startedAtMs < beforeMs),
      between: (fromMs, toMs) =>
        sofar.filter(({ startedAtMs, endedAtMs }) => startedAtMs < toMs && endedAtMs > fromMs),
    },
    settings: DEFAULT_SETTINGS,
    nowMs: atMs,
    zone,
  };
}
