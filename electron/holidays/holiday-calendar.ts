import type Holidays from 'date-holidays';
import type { HolidaysTypes } from 'date-holidays';
import { DAY_MS, addDays } from '../../shared/domain/calendar.ts';
import type { FigureRules } from '../../shared/domain/frames.ts';
import type { HolidayCountry, HolidayView } from '../../shared/ipc/views.ts';
import type { HolidaySetting, Settings } from '../../shared/settings/settings.ts';
import { MISSING_DAYS, SHIFTED_RULES } from './corrections.ts';

/** A country, or the part of one. */
export type HolidayPlace = Pick<HolidaySetting, 'country' | 'region' | 'part'>;

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
  /** A choice of holidays in the form of now: what was kept by rules becomes exceptions. Loaded, where there is one. */
  migrated(setting: Settings['holidays']): Settings['holidays'];
  /** The rules that figures follow: the settings, with the holidays that are switched on as days off. */
  rulesOf(settings: Settings): FigureRules;
}

/** A day that a country has off, or some there have. A mere observance, such as Mother's Day, is none. */
const KINDS = ['public', 'bank', 'school', 'optional'] as const;

/** The kind that the law makes a day off for everybody. */
const EVERYBODY = 'public';

/** A holiday of the library, with what is the same in every year. */
interface Found {
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

/** The parts of a place by code, by name. Most have none, which the library's types do not say. */
function partsOf(names: Record<string, string>, language: string) {
  return Object.entries({ ...names })
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

/** Years in which every rule of an old choice is found once: substitute days have rules that few years have. */
const KNOWN_YEARS = { from: 2015, to: 2032 } as const;

/** Names of the public holidays that are no days off, and of the others that are. */
interface Choice {
  readonly without: ReadonlySet<string>;
  readonly with: ReadonlySet<string>;
}

/** A calendar without its data. */
export function createHolidayCalendar(): HolidayCalendar {
  let Library: typeof Holidays | undefined;
  const calendars = new Map<string, Holidays>();
  const foundByYear = new Map<string, readonly Found[]>();
  const choices = new WeakMap<HolidaySetting, Choice>();

  function library(): typeof Holidays {
    if (!Library) throw new Error('The holidays are not loaded');
    return Library;
  }

  function calendarOf(
    { country, region, part }: HolidayPlace,
    types: HolidaysTypes.HolidayType[] = [...KINDS],
  ): Holidays {
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
  }

  /** The holidays of a place that begin in a year, corrected. */
  function foundIn(place: HolidayPlace, year: number, language: string): readonly Found[] {
    const { country, region, part } = place;
    const cached = [country, region, part, year, language].join(' ');
    let found = foundByYear.get(cached);
    if (found) return found;
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
    found = [
      ...listed.map((day, index): Found => {
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
      }),
      ...MISSING_DAYS.filter(
        (day) =>
          day.country === country && day.region === region && day.date.startsWith(`${year}-`),
      ).map(({ name, date }) => ({
        key: name,
        rule: date,
        name,
        dates: [date],
        everybody: true,
        substitute: false,
      })),
    ];
    foundByYear.set(cached, found);
    return found;
  }

  /** What a setting leaves out and adds, also where it still has the form of before. */
  function choiceOf(setting: HolidaySetting): Choice {
    let choice = choices.get(setting);
    if (!choice) {
      choice = setting.days
        ? choiceOfRules(setting, setting.days)
        : { without: new Set(setting.without), with: new Set(setting.with) };
      choices.set(setting, choice);
    }
    return choice;
  }

  /** The rules of before as exceptions: a rule that is on stands for its holiday and for the days that stand in for it. */
  function choiceOfRules(place: HolidayPlace, rules: readonly string[]): Choice {
    const all: Found[] = [];
    for (let year: number = KNOWN_YEARS.from; year <= KNOWN_YEARS.to; year += 1) {
      all.push(...foundIn(place, year, 'en'));
    }
    const on = new Set(all.filter(({ rule }) => rules.includes(rule)).map(({ key }) => key));
    const exceptions = (everybody: boolean) =>
      new Set(
        all
          .filter((day) => day.everybody === everybody && on.has(day.key) !== everybody)
          .map(({ key }) => key),
      );
    return { without: exceptions(true), with: exceptions(false) };
  }

  function isHoliday(setting: HolidaySetting, isoDate: string): boolean {
    const choice = choiceOf(setting);
    const year = Number(isoDate.slice(0, 4));
    // One that lasts several days may have begun in the year before.
    return [year - 1, year]
      .flatMap((begun) => foundIn(setting, begun, 'en'))
      .some(
        ({ key, everybody, dates }) =>
          (everybody ? !choice.without.has(key) : choice.with.has(key)) && dates.includes(isoDate),
      );
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
      return Object.entries(all.getCountries(language))
        .map(([code, own]) => ({
          code,
          name: names.of(code) ?? own,
          regions: partsOf(all.getStates(code, language), language).map((region) => ({
            ...region,
            parts: partsOf(all.getRegions(code, region.code, language), language),
          })),
        }))
        .sort((a, b) => a.name.localeCompare(b.name, language));
    },
    holidaysOf(place, year, language) {
      const byKey = new Map<string, HolidayView>();
      // A year may have the day that stands in alone, as where the holiday itself is in the year before.
      const found = foundIn(place, year, language).toSorted(
        (a, b) => Number(a.substitute) - Number(b.substitute),
      );
      for (const { key, name, dates, everybody } of found) {
        const [date] = dates;
        if (date === undefined || byKey.has(key)) continue;
        byKey.set(key, { key, name, date, everybody });
      }
      return [...byKey.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
    },
    migrated(setting) {
      if (!setting?.days) return setting;
      const { country, region, part } = setting;
      const choice = choiceOf(setting);
      return { country, region, part, without: [...choice.without], with: [...choice.with] };
    },
    rulesOf(settings) {
      const { daysOff, holidays } = settings;
      if (!holidays) return settings;
      return {
        ...settings,
        daysOff: { includes: (date) => daysOff.includes(date) || isHoliday(holidays, date) },
      };
    },
  };
}
