import type Holidays from 'date-holidays';
import { DAY_MS, addDays } from '../../shared/domain/calendar.ts';
import type { FigureRules } from '../../shared/domain/frames.ts';
import type { HolidayCountry, HolidayView } from '../../shared/ipc/views.ts';
import type { HolidaySetting, Settings } from '../../shared/settings/settings.ts';

/** A country, or the part of one. */
export type HolidayPlace = Pick<HolidaySetting, 'country' | 'region'>;

/** Knows the public holidays of the world. */
export interface HolidayCalendar {
  /** Loads what knows them, which is large and which few need. Nothing below works before. */
  load(): Promise<void>;
  /** Loads it where some settings take it. */
  loadFor(settings: Partial<Pick<Settings, 'holidays'>>): Promise<void>;
  /** Every country that is known, with its parts, by name in a language. */
  countries(language: string): HolidayCountry[];
  /** The holidays of a year, by date; none for a place that is not known. */
  holidaysOf(place: HolidayPlace, year: number, language: string): HolidayView[];
  /** The rules that figures follow: the settings, with the holidays that are switched on as days off. */
  rulesOf(settings: Settings): FigureRules;
}

/** A day that a country has off, or some there have. A mere observance, such as Mother's Day, is none. */
const KINDS = ['public', 'bank', 'school', 'optional'] as const;

/** The kind that the law makes a day off for everybody. */
const EVERYBODY = 'public';

/** Every date that a holiday touches; one that begins within a day takes that day. */
function datesOf(date: string, startMs: number, endMs: number): string[] {
  const first = date.slice(0, 10);
  const count = Math.max(1, Math.ceil((endMs - startMs) / DAY_MS - 0.1));
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** The parts of a country by code. Most have none, which the library's types do not say. */
function partsOf(all: Holidays, country: string, language: string): Record<string, string> {
  return Object.assign({}, all.getStates(country, language));
}

/** A calendar without its data. */
export function createHolidayCalendar(): HolidayCalendar {
  let Library: typeof Holidays | undefined;
  const calendars = new Map<string, Holidays>();
  const datesByYear = new Map<string, ReadonlyMap<string, readonly string[]>>();

  function library(): typeof Holidays {
    if (!Library) throw new Error('The holidays are not loaded');
    return Library;
  }

  function calendarOf({ country, region }: HolidayPlace): Holidays {
    const key = `${country} ${region ?? ''}`;
    let calendar = calendars.get(key);
    if (!calendar) {
      const options = { types: [...KINDS] };
      calendar =
        region === null
          ? new (library())(country, options)
          : new (library())(country, region, options);
      calendars.set(key, calendar);
    }
    return calendar;
  }

  /** The dates of each rule in one year. */
  function datesIn(place: HolidayPlace, year: string): ReadonlyMap<string, readonly string[]> {
    const key = `${place.country} ${place.region ?? ''} ${year}`;
    let dates = datesByYear.get(key);
    if (!dates) {
      const found = new Map<string, string[]>();
      for (const { rule, date, start, end } of calendarOf(place).getHolidays(Number(year))) {
        found.set(rule, [
          ...(found.get(rule) ?? []),
          ...datesOf(date, start.getTime(), end.getTime()),
        ]);
      }
      datesByYear.set(key, (dates = found));
    }
    return dates;
  }

  function isHoliday(setting: HolidaySetting, isoDate: string): boolean {
    const dates = datesIn(setting, isoDate.slice(0, 4));
    return setting.days.some((rule) => dates.get(rule)?.includes(isoDate));
  }

  async function load(): Promise<void> {
    Library ??= (await import('./date-holidays.ts')).Holidays;
  }

  return {
    load,
    async loadFor({ holidays }) {
      if (holidays) await load();
    },
    countries(language) {
      const all = new (library())();
      const names = new Intl.DisplayNames([language], { type: 'region' });
      const sorted = <T extends { readonly name: string }>(list: T[]) =>
        list.sort((a, b) => a.name.localeCompare(b.name, language));
      return sorted(
        Object.entries(all.getCountries(language)).map(([code, own]) => ({
          code,
          name: names.of(code) ?? own,
          regions: sorted(
            Object.entries(partsOf(all, code, language)).map(([region, name]) => ({
              code: region,
              name,
            })),
          ),
        })),
      );
    },
    holidaysOf(place, year, language) {
      const calendar = calendarOf(place);
      calendar.setLanguages([language, 'en']);
      const byRule = new Map<string, HolidayView>();
      for (const { rule, date, name, type } of calendar.getHolidays(year, language)) {
        if (byRule.has(rule)) continue;
        byRule.set(rule, { rule, name, date: date.slice(0, 10), everybody: type === EVERYBODY });
      }
      return [...byRule.values()];
    },
    rulesOf(settings) {
      const { daysOff, holidays } = settings;
      if (!holidays || holidays.days.length === 0) return settings;
      return {
        ...settings,
        daysOff: { includes: (date) => daysOff.includes(date) || isHoliday(holidays, date) },
      };
    },
  };
}
