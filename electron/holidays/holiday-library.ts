import type Holidays from 'date-holidays';
import type { HolidaysTypes } from 'date-holidays';
import { DAY_MS, addDays } from '../../shared/domain/calendar.ts';
import type { HolidaySetting } from '../../shared/settings/settings.ts';
import { MISSING_DAYS, SHIFTED_RULES } from './corrections.ts';

/** A country, or the part of one. */
export type HolidayPlace = Pick<HolidaySetting, 'country' | 'region' | 'part'>;

/** A day that a country has off, or some there have. A mere observance, such as Mother's Day, is none. */
const KINDS = ['public', 'bank', 'school', 'optional'] as const;

/** The kind that the law makes a day off for everybody. */
const EVERYBODY = 'public';

/** A holiday of the library, with what is the same in every year. */
export interface Found {
  readonly key: string;
  readonly rule: string;
  readonly name: string;
  readonly dates: readonly string[];
  readonly everybody: boolean;
  /** Whether it stands in for a day that falls on a weekend. */
  readonly substitute: boolean;
}

/** Every date that a holiday touches; one that begins within a day takes that day. */
function datesOf(date: string, startMs: number, endMs: number): string[] {
  const first = date.slice(0, 10);
  const count = Math.max(1, Math.ceil((endMs - startMs) / DAY_MS - 0.1));
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** A name without the words that tell a day that stands in from the holiday itself. */
function withoutSubstitute(name: string): string {
  return name.replace(/ \(substitute day\)$/, '');
}

/** The library that knows the holidays, which is large and which few need. */
export interface HolidayLibrary {
  /** Loads it. Nothing below works before. */
  load(): Promise<void>;
  /** The library itself, for places as a whole. */
  places(): Holidays;
  /** The holidays of a place that begin in a year, corrected. */
  foundIn(place: HolidayPlace, year: number, language: string): readonly Found[];
}

/** The library's calendars of places, each made once. */
function createCalendars(library: () => typeof Holidays) {
  const calendars = new Map<string, Holidays>();
  return (
    { country, region, part }: HolidayPlace,
    types: HolidaysTypes.HolidayType[] = [...KINDS],
  ): Holidays => {
    const key = [country, region, part, types.length].join(' ');
    let calendar = calendars.get(key);
    if (!calendar) {
      const Calendar = library();
      const options = { types };
      if (region === null) calendar = new Calendar(country, options);
      else if (part === null) calendar = new Calendar(country, region, options);
      else calendar = new Calendar(country, region, part, options);
      calendars.set(key, calendar);
    }
    return calendar;
  };
}

/** What the library lists of a year, with the names that are kept and which of the days everybody has off. */
function listedIn(
  calendarOf: ReturnType<typeof createCalendars>,
  place: HolidayPlace,
  year: number,
  language: string,
) {
  const calendar = calendarOf(place);
  const namedIn = (to: string) => {
    calendar.setLanguages([to, 'en']);
    return calendar.getHolidays(year, to);
  };
  // Asked for twice in the same order: once for the name that is kept, once for the one that is read.
  const english = namedIn('en');
  const listed = namedIn(language);
  const publicOnes = calendarOf(place, [EVERYBODY]);
  publicOnes.setLanguages(['en']);
  const forAll = new Set(
    publicOnes.getHolidays(year, 'en').map(({ name, date }) => `${name} ${date}`),
  );
  return { english, listed, forAll };
}

/** What the library lists, with its dates as they are. */
function corrected(
  { country }: HolidayPlace,
  { english, listed, forAll }: ReturnType<typeof listedIn>,
): Found[] {
  return listed.map((day, index): Found => {
    const { rule, date, start, end, type, substitute } = day;
    // A day that is public and a bank's may be listed as the latter, under another rule.
    const isPublic = type === EVERYBODY || forAll.has(`${english[index]?.name ?? ''} ${date}`);
    const shift = SHIFTED_RULES.find((one) => one.country === country && one.rule === rule);
    return {
      key: withoutSubstitute(english[index]?.name ?? day.name),
      rule,
      name: day.name,
      dates: datesOf(date, start.getTime(), end.getTime()).map((one) =>
        addDays(one, shift?.byDays ?? 0),
      ),
      everybody: isPublic,
      substitute: substitute === true,
    };
  });
}

/** What the library lacks. */
function missingIn({ country, region }: HolidayPlace, year: number): Found[] {
  return MISSING_DAYS.filter(
    (day) => day.country === country && day.region === region && day.date.startsWith(`${year}-`),
  ).map(({ name, date }) => ({
    key: name,
    rule: date,
    name,
    dates: [date],
    everybody: true,
    substitute: false,
  }));
}

/** The library, not loaded yet. */
export function createHolidayLibrary(): HolidayLibrary {
  let Library: typeof Holidays | undefined;
  const foundByYear = new Map<string, readonly Found[]>();

  function library(): typeof Holidays {
    if (!Library) throw new Error('The holidays are not loaded');
    return Library;
  }

  const calendarOf = createCalendars(library);

  return {
    async load() {
      Library ??= (await import('./date-holidays.ts')).Holidays;
    },
    places: () => new (library())(),
    foundIn(place, year, language) {
      const { country, region, part } = place;
      const key = [country, region, part, year, language].join(' ');
      let found = foundByYear.get(key);
      if (!found) {
        const listed = listedIn(calendarOf, place, year, language);
        found = [...corrected(place, listed), ...missingIn(place, year)];
        foundByYear.set(key, found);
      }
      return found;
    },
  };
}
