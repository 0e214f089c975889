/** A change of a zone's clock: from an instant on, UTC milliseconds, its offset from UTC in milliseconds. */
export interface OffsetChange {
  readonly atMs: number;
  readonly offsetMs: number;
}

/** The rule by which a zone goes on after the last change that its file lists. */
export interface PosixRule {
  /** Offset outside summer time, or all year. */
  readonly offsetMs: number;
  /** Both changes of a year by the calendar, in order of time; none where the zone has no summer time. */
  readonly changesOf: (year: number) => OffsetChange[];
}

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

const NAME = '(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)';
const TIME = '[+-]?\\d{1,3}(?::\\d{2}){0,2}';
const DATE = '(?:M\\d{1,2}\\.[1-5]\\.[0-6]|J\\d{1,3}|\\d{1,3})';
/** A TZ string by POSIX, with the hours to 167 that version 3 of the files allows (RFC 9636, 3.3.1). */
const RULE = new RegExp(
  `^${NAME}(${TIME})(?:${NAME}(${TIME})?,(${DATE})(?:/(${TIME}))?,(${DATE})(?:/(${TIME}))?)?$`,
);

function millisOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.replace(/^[+-]/, '').split(':').map(Number);
  return (time.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds) * SECOND_MS;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Midnight of the day of a rule in a year, as if in UTC. */
function midnightOf(date: string, year: number): number {
  const newYearMs = Date.UTC(year, 0, 1);
  if (date.startsWith('J')) {
    // Days from 1 on, of which 29 February is none.
    const day = Number(date.slice(1));
    return newYearMs + (day - 1 + (isLeap(year) && day >= 60 ? 1 : 0)) * DAY_MS;
  }
  if (!date.startsWith('M')) return newYearMs + Number(date) * DAY_MS;
  const [month = 1, week = 1, weekday = 0] = date.slice(1).split('.').map(Number);
  const firstWeekday = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  let day = 1 + ((weekday - firstWeekday + 7) % 7) + (week - 1) * 7;
  // The fifth is the last.
  if (day > length) day -= 7;
  return Date.UTC(year, month - 1, day);
}

/**
 * Reads the rule at the end of a zone file; undefined where it is none.
 *
 * @example posixRule('CET-1CEST,M3.5.0,M10.5.0/3')
 */
export function posixRule(text: string): PosixRule | undefined {
  const match = RULE.exec(text);
  if (!match) return undefined;
  const [, standard = '0', summer, from, fromTime = '2', to, toTime = '2'] = match;
  // West of Greenwich is positive in POSIX.
  const offsetMs = -millisOf(standard);
  if (from === undefined || to === undefined) return { offsetMs, changesOf: () => [] };
  const summerMs = summer === undefined ? offsetMs + 3_600_000 : -millisOf(summer);
  return {
    offsetMs,
    changesOf: (year) =>
      [
        { atMs: midnightOf(from, year) + millisOf(fromTime) - offsetMs, offsetMs: summerMs },
        { atMs: midnightOf(to, year) + millisOf(toTime) - summerMs, offsetMs },
      ].sort((a, b) => a.atMs - b.atMs),
  };
}
