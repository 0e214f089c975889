import type { FigureRules } from '../../shared/domain/frames.ts';
import type { HolidayCountry, HolidayView } from '../../shared/ipc/views.ts';
import type { HolidaySetting, Settings } from '../../shared/settings/settings.ts';
import { createChoices } from './holiday-choice.ts';
import {
  type Found,
  type HolidayLibrary,
  type HolidayPlace,
  createHolidayLibrary,
} from './holiday-library.ts';

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

/** The parts of a place by code, by name. Most have none, which the library's types do not say. */
function partsOf(names: Record<string, string>, language: string) {
  return Object.entries({ ...names })
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

/** Every country with its parts, by name. */
function countriesIn(library: HolidayLibrary, language: string): HolidayCountry[] {
  const all = library.places();
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
}

/** Dutch names of feasts as names of the day that is off, where the library has the feast. */
const DUTCH_DAYS: Readonly<Record<string, string>> = {
  Nieuwjaar: 'Nieuwjaarsdag',
  Pasen: 'Eerste paasdag',
  Pinksteren: 'Eerste pinksterdag',
  Kerstmis: 'Eerste kerstdag',
};

/** What a holiday is called in a list of days off. */
function dayName(name: string, language: string): string {
  return (language === 'nl' ? DUTCH_DAYS[name] : undefined) ?? name;
}

/** The holidays of a year by date, each once. */
function namedOnce(all: readonly Found[], language: string): HolidayView[] {
  const byKey = new Map<string, HolidayView>();
  // A year may have the day that stands in alone, as where the holiday itself is in the year before.
  const found = all.toSorted((a, b) => Number(a.substitute) - Number(b.substitute));
  for (const { key, name, dates, everybody } of found) {
    const [date] = dates;
    if (date === undefined || byKey.has(key)) continue;
    byKey.set(key, { key, name: dayName(name, language), date, everybody });
  }
  return [...byKey.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** A calendar without its data. */
export function createHolidayCalendar(): HolidayCalendar {
  const library = createHolidayLibrary();
  const choiceOf = createChoices(library);

  function isHoliday(setting: HolidaySetting, isoDate: string): boolean {
    const choice = choiceOf(setting);
    const year = Number(isoDate.slice(0, 4));
    // One that lasts several days may have begun in the year before.
    return [year - 1, year]
      .flatMap((begun) => library.foundIn(setting, begun, 'en'))
      .some(
        ({ key, everybody, dates }) =>
          (everybody ? !choice.without.has(key) : choice.with.has(key)) && dates.includes(isoDate),
      );
  }

  return {
    load: library.load,
    async loadFor({ holidays }) {
      if (holidays) await library.load();
    },
    countries: (language) => countriesIn(library, language),
    holidaysOf: (place, year, language) =>
      namedOnce(library.foundIn(place, year, language), language),
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
