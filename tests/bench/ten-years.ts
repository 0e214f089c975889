import type { DatabaseSync } from 'node:sqlite';
import { ACTIVITIES, type Activity } from '../../shared/domain/activity.ts';
import { DAY_MS, addDays, datesOf, weekdayIndex } from '../../shared/domain/calendar.ts';
import type { Span } from '../../shared/domain/span.ts';
import { dayIntervals } from '../../shared/domain/zone.ts';

/** Weeks of ten years: 522 of them are 3,654 days, so that weekdays stay what they are. */
const DECADE_DAYS = 3654;
const DECADE_MS = DECADE_DAYS * DAY_MS;

/** The last local day with data, a Sunday. */
const LAST_DAY = '2026-11-22';

/** The days of the ten years, the year and the week that end on it. */
export const TEN_YEARS = { from: addDays(LAST_DAY, 1 - DECADE_DAYS), to: LAST_DAY };
export const ONE_YEAR = { from: addDays(LAST_DAY, 1 - 364), to: LAST_DAY };
export const ONE_WEEK = { from: addDays(LAST_DAY, -6), to: LAST_DAY };

const HOME = 'Europe/Amsterdam';
const AWAY = 'America/New_York';

/** Spans of a working day and of a day off; over ten years about 440,000. */
const SPANS_ON_WORKING_DAY = 150;
const SPANS_ON_DAY_OFF = 46;

const HOUR_MS = 3_600_000;

/** A sequence of numbers from 0 to 1 that is the same at each run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Two weeks of each year are spent elsewhere, so that the zone changes. */
function zoneOn(isoDate: string): string {
  return isoDate.slice(5) >= '03-08' && isoDate.slice(5) < '03-22' ? AWAY : HOME;
}

/** The spans of one local day: from 8 or 10 in the morning to the evening, now and then with a gap. */
function* spansOfDay(isoDate: string, random: () => number): Generator<Span> {
  const zone = zoneOn(isoDate);
  const [day] = dayIntervals(zone, isoDate);
  const working = weekdayIndex(isoDate) < 5;
  const count = working ? SPANS_ON_WORKING_DAY : SPANS_ON_DAY_OFF;
  const firstMs = (day?.startMs ?? 0) + (working ? 8 : 10) * HOUR_MS;
  const shareMs = ((working ? 11 : 6) * HOUR_MS) / count;
  let activity: Activity = 'elsewhere';
  for (let index = 0; index < count; index += 1) {
    const startedAtMs = firstMs + Math.round(index * shareMs);
    const whole = random() < 0.97;
    const lengthMs = whole
      ? Math.round((index + 1) * shareMs) - Math.round(index * shareMs)
      : 20_000;
    // Neighbours are of different activities, or would be one span.
    const others: Activity[] = ACTIVITIES.filter((one) => one !== activity && one !== 'elsewhere');
    const next: Activity | undefined = others[Math.floor(random() * others.length)];
    activity = activity === 'elsewhere' || random() < 0.2 ? (next ?? 'other') : 'elsewhere';
    yield {
      startedAtMs,
      endedAtMs: startedAtMs + lengthMs,
      activity,
      zone,
      relabelled: random() < 0.01,
      manual: false,
    };
  }
}

/** The spans of some local days, by time, without overlaps; the same at each call. */
export function* seededSpans({ from, to }: { from: string; to: string }): Generator<Span> {
  const random = createRandom(1);
  for (const isoDate of datesOf(from, to)) yield* spansOfDay(isoDate, random);
}

/** Puts ten years of spans before those of a database, as often as asked, whose week stays the same. */
export function prependDecades(database: DatabaseSync, decades: number): void {
  const copy = database.prepare(
    `INSERT INTO spans SELECT started_at - $shift, ended_at - $shift, activity, zone, relabelled, manual
     FROM spans WHERE started_at >= $from ORDER BY started_at`,
  );
  const from = Date.parse(TEN_YEARS.from) - DAY_MS;
  database.exec('BEGIN');
  for (let decade = decades; decade > 0; decade -= 1) copy.run({ shift: decade * DECADE_MS, from });
  database.exec('COMMIT');
}
