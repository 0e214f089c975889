/** Milliseconds in a day of 24 hours. */
export const DAY_MS = 86_400_000;

/** The dates met so far with their midnights: finding one takes far less than writing or reading it. */
const datesByMidnight = new Map<number, string>();
const midnightsByDate = new Map<string, number>();

/** Midnight of an ISO date as if it were in UTC: the form in which wall time is reckoned. */
export function wallMidnight(isoDate: string): number {
  return midnightsByDate.get(isoDate) ?? Date.parse(isoDate);
}

/** The ISO date of a wall time. */
export function dateOfWall(wallMs: number): string {
  const midnightMs = Math.floor(wallMs / DAY_MS) * DAY_MS;
  let isoDate = datesByMidnight.get(midnightMs);
  if (isoDate === undefined) {
    const instant = new Date(midnightMs).toISOString();
    // A year after 9999 has more than four digits.
    isoDate = instant.slice(0, instant.indexOf('T'));
    datesByMidnight.set(midnightMs, isoDate);
    midnightsByDate.set(isoDate, midnightMs);
  }
  return isoDate;
}

/** The ISO date `days` after another; negative for before. */
export function addDays(isoDate: string, days: number): string {
  return dateOfWall(wallMidnight(isoDate) + days * DAY_MS);
}

/** Days from one ISO date to another; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((wallMidnight(to) - wallMidnight(from)) / DAY_MS);
}

/** Every ISO date of a range, both ends included; none where `to` is before `from`. */
export function datesOf(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) =>
    addDays(from, index),
  );
}

/** Whether a text is an ISO date of a day that exists. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const wallMs = Date.parse(text);
  return !Number.isNaN(wallMs) && dateOfWall(wallMs) === text;
}

/** Monday is 0, Sunday is 6. */
export function weekdayIndex(isoDate: string): number {
  return (new Date(wallMidnight(isoDate)).getUTCDay() + 6) % 7;
}

/** The Monday of the ISO week that a date lies in. */
export function mondayOf(isoDate: string): string {
  return addDays(isoDate, -weekdayIndex(isoDate));
}

/**
 * The ISO week of a date, as in `2026-W47`: the week belongs to the year of its Thursday (ISO 8601).
 *
 * @example isoWeekOf('2027-01-01') // '2026-W53'
 */
export function isoWeekOf(isoDate: string): string {
  const thursday = addDays(mondayOf(isoDate), 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The Monday of an ISO week, by its name. */
export function mondayOfWeek(week: string): string {
  // The fourth of January lies in the first week of its year.
  return addDays(mondayOf(`${week.slice(0, 4)}-01-04`), (Number(week.slice(-2)) - 1) * 7);
}

/** The form of an ISO week's name, as in `2026-W47`. */
export const ISO_WEEK = /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/;
