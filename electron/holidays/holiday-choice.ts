import type { HolidaySetting } from '../../shared/settings/settings.ts';
import type { Found, HolidayLibrary, HolidayPlace } from './holiday-library.ts';

/** Years in which every rule of an old choice is found once: substitute days have rules that few years have. */
const KNOWN_YEARS = { from: 2015, to: 2032 } as const;

/** Names of the public holidays that are no days off, and of the others that are. */
export interface Choice {
  readonly without: ReadonlySet<string>;
  readonly with: ReadonlySet<string>;
}

/** The rules of before as exceptions: a rule that is on stands for its holiday and for the days that stand in for it. */
function choiceOfRules(
  { foundIn }: HolidayLibrary,
  place: HolidayPlace,
  rules: readonly string[],
): Choice {
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

/** What settings leave out and add, also where they still have the form of before. Each is looked at once. */
export function createChoices(library: HolidayLibrary): (setting: HolidaySetting) => Choice {
  const choices = new WeakMap<HolidaySetting, Choice>();
  return (setting) => {
    let choice = choices.get(setting);
    if (!choice) {
      choice = setting.days
        ? choiceOfRules(library, setting, setting.days)
        : { without: new Set(setting.without), with: new Set(setting.with) };
      choices.set(setting, choice);
    }
    return choice;
  };
}
