import { addDays, mondayOf } from '../../../shared/domain/calendar.ts';

/** Ranges to choose from. */
export const RANGES = [
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'free',
] as const;
export type RangeName = (typeof RANGES)[number];

/** Local days, both included, as ISO dates. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** First day of the month that lies a number of months from that of a date. */
function firstOfMonth(isoDate: string, months: number): string {
  const index = Number(isoDate.slice(0, 4)) * 12 + Number(isoDate.slice(5, 7)) - 1 + months;
  const month = String((index % 12) + 1).padStart(2, '0');
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${month}-01`;
}

/** Whole months from the month that lies a number of months from that of a date. */
function months(isoDate: string, first: number, count: number): Days {
  return {
    from: firstOfMonth(isoDate, first),
    to: addDays(firstOfMonth(isoDate, first + count), -1),
  };
}

/**
 * The days of a range, seen from a day. What is still to come is part of it: a whole week is a week.
 *
 * @param free the days of the range that the user chooses by themself.
 */
export function daysOfRange(range: RangeName, today: string, free: Days): Days {
  const monday = mondayOf(today);
  const inQuarter = (Number(today.slice(5, 7)) - 1) % 3;
  switch (range) {
    case 'this-week':
      return { from: monday, to: addDays(monday, 6) };
    case 'last-week':
      return { from: addDays(monday, -7), to: addDays(monday, -1) };
    case 'this-month':
      return months(today, 0, 1);
    case 'last-month':
      return months(today, -1, 1);
    case 'this-quarter':
      return months(today, -inQuarter, 3);
    case 'last-quarter':
      return months(today, -inQuarter - 3, 3);
    case 'free':
      return free;
  }
}
