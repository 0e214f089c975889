import { MINUTE_MS, roundMs } from '../../shared/domain/rounding.ts';
import { wallAt } from '../../shared/domain/zone.ts';
import { localZone } from '../../shared/local-zone.ts';

/** Stands where there is no figure; zero is a figure. */
export const NO_FIGURE = '–';

const NBSP = '\u00a0';

/** Numbers, clock times and dates in the user's way of writing them. */
export interface Format {
  readonly locale: string;
  number(value: number): string;
  /** A share of 0 to 1 as whole per cent. */
  percent(share: number): string;
  /** Clock time in a zone; without one, the computer's. */
  time(atMs: number, zone?: string): string;
  /** As `Tue`. */
  weekdayShort(isoDate: string): string;
  /** As `Tuesday`. */
  weekdayLong(isoDate: string): string;
  /** As `Tuesday 17 November 2026`. */
  dateLong(isoDate: string): string;
  /** As `17 Nov`. */
  dateShort(isoDate: string): string;
  /** As `Nov`. */
  monthShort(isoDate: string): string;
  /** As `November`. */
  monthLong(isoDate: string): string;
  /** As `November 2026`. */
  month(isoDate: string): string;
  /** As `17 November 2026`. */
  dateFull(isoDate: string): string;
  /** As `16 – 22 November 2026`. */
  dateRange(from: string, to: string): string;
}

/**
 * Locale for numbers and dates: the language of the texts, so that no sentence mixes two, with the
 * region of the system's formats, which decides the clock and the order of a date.
 *
 * @example formatLocale('en', 'nl-NL') // 'en-NL'
 */
export function formatLocale(language: string, systemLocale: string): string {
  try {
    const region = new Intl.Locale(systemLocale).maximize().region;
    return region === undefined ? language : `${language}-${region}`;
  } catch {
    // Not a locale at all: the language alone still writes every date.
    return language;
  }
}

/** @param locale as `formatLocale` gives it. */
export function createFormat(locale: string): Format {
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  // An ISO date is a day without a zone; as UTC midnight it can be formatted as one.
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const weekdayShort = date({ weekday: 'short' });
  const weekdayLong = date({ weekday: 'long' });
  const dateLong = date({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const dateShort = date({ day: 'numeric', month: 'short' });
  const monthShort = date({ month: 'short' });
  const monthLong = date({ month: 'long' });
  const month = date({ month: 'long', year: 'numeric' });
  const range = date({ day: 'numeric', month: 'long', year: 'numeric' });
  const has12Hours = date({ hour: 'numeric' }).resolvedOptions().hour12 === true;
  // 09:00, also where a language would write 9:00; 9:00 AM where its clocks have twelve hours.
  const clock = date({ hour: has12Hours ? 'numeric' : '2-digit', minute: '2-digit' });
  const day = (isoDate: string) => Date.parse(isoDate);
  return {
    locale,
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    time: (atMs, zone = localZone()) => clock.format(wallAt(zone, atMs)),
    weekdayShort: (isoDate) => weekdayShort.format(day(isoDate)),
    weekdayLong: (isoDate) => weekdayLong.format(day(isoDate)),
    dateLong: (isoDate) => dateLong.format(day(isoDate)),
    dateShort: (isoDate) => dateShort.format(day(isoDate)),
    monthShort: (isoDate) => monthShort.format(day(isoDate)),
    monthLong: (isoDate) => monthLong.format(day(isoDate)),
    month: (isoDate) => month.format(day(isoDate)),
    dateFull: (isoDate) => range.format(day(isoDate)),
    dateRange: (from, to) => range.formatRange(day(from), day(to)),
  };
}

/** Keeps a number and its unit on one line. */
export function unbreakable(text: string): string {
  return text.replaceAll(' ', NBSP);
}

/** Whole minutes of a time, half a minute upwards. */
export function wholeMinutes(ms: number): number {
  return roundMs(ms, MINUTE_MS);
}
