import { beforeAll, describe, expect, test } from 'vitest';
import { MISSING_DAYS, SHIFTED_RULES } from '../../../electron/holidays/corrections.ts';
import { Holidays } from '../../../electron/holidays/date-holidays.ts';
import { createHolidayCalendar } from '../../../electron/holidays/holiday-calendar.ts';
import type { HolidayPlace } from '../../../electron/holidays/holiday-library.ts';
import { datesOf, weekdayIndex } from '../../../shared/domain/calendar.ts';
import { dayFigures } from '../../../shared/domain/figures.ts';
import { createDayFrames } from '../../../shared/domain/frames.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { AMSTERDAM, LATER_MS, span } from '../../support/days.ts';

const calendar = createHolidayCalendar();
beforeAll(() => calendar.load());

const NL = { country: 'NL', region: null, part: null };
const KINGS_DAY = '04-27 if sunday then previous saturday since 2014';

function rulesWith(days: readonly string[], more: object = {}, place: object = NL) {
  return calendar.rulesOf(parseSettings({ holidays: { ...place, days }, ...more }).settings);
}

/** The dates of two years that the rules take as days off. */
function daysOff(rules: ReturnType<typeof rulesWith>, year: number): string[] {
  return datesOf(`${year}-01-01`, `${year}-12-31`).filter((date) => rules.daysOff.includes(date));
}

test('nothing is known before it is loaded, and nothing is needed without a holiday', () => {
  const empty = createHolidayCalendar();
  const { settings } = parseSettings({});
  expect(empty.rulesOf(settings)).toBe(settings);
  expect(() => empty.countries('en')).toThrow('not loaded');
});

describe('the holidays of a place', () => {
  const names = (place: HolidayPlace, language: string) =>
    calendar
      .holidaysOf(place, 2026, language)
      .filter(({ everybody }) => everybody)
      .map(({ date, name }) => `${date.slice(5)} ${name}`);

  test('are those of the Netherlands, in Dutch', () => {
    expect(names(NL, 'nl')).toEqual([
      '01-01 Nieuwjaarsdag',
      '04-05 Eerste paasdag',
      '04-06 Tweede paasdag',
      '04-27 Koningsdag',
      '05-14 Hemelvaartsdag',
      '05-24 Eerste pinksterdag',
      '05-25 Tweede pinksterdag',
      '12-25 Eerste kerstdag',
      '12-26 Tweede kerstdag',
    ]);
    const others = calendar.holidaysOf(NL, 2026, 'nl').filter(({ everybody }) => !everybody);
    expect(others.map(({ name }) => name)).toEqual([
      'Goede Vrijdag',
      'Bevrijdingsdag',
      'Oudejaarsavond',
    ]);
  });

  test('differ within Germany', () => {
    const bavaria = names({ country: 'DE', region: 'BY', part: null }, 'en');
    const berlin = names({ country: 'DE', region: 'BE', part: null }, 'en');
    expect(bavaria).toContain("11-01 All Saints' Day");
    expect(berlin).toContain("03-08 International Women's Day");
    expect(berlin.some((name) => name.startsWith('11-01'))).toBe(false);
    expect(bavaria.some((name) => name.startsWith('03-08'))).toBe(false);
  });

  test('are none where nothing is known of it', () => {
    expect(calendar.holidaysOf({ country: 'ZZ', region: null, part: null }, 2026, 'en')).toEqual(
      [],
    );
  });

  test('can be had of many countries, by name in the language', () => {
    const dutch = calendar.countries('nl');
    expect(dutch.length).toBeGreaterThan(150);
    expect(dutch.find(({ code }) => code === 'DE')).toMatchObject({ name: 'Duitsland' });
    expect(dutch.find(({ code }) => code === 'DE')?.regions).toHaveLength(16);
    const names = dutch.map(({ name }) => name);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'nl')));
  });
});

describe('a holiday that is switched on', () => {
  test('is a day off in every year, on the date of that year', () => {
    const rules = rulesWith([KINGS_DAY, 'easter 1']);
    expect(daysOff(rules, 2025)).toEqual(['2025-04-21', '2025-04-26']);
    expect(daysOff(rules, 2026)).toEqual(['2026-04-06', '2026-04-27']);
    expect(daysOff(rules, 2013)).toEqual(['2013-04-01', '2013-04-30']);
  });

  test('leaves the others, and the days off that were there', () => {
    const rules = rulesWith(['12-25'], { daysOff: ['2026-11-16'] });
    expect(daysOff(rules, 2026)).toEqual(['2026-11-16', '2026-12-25']);
  });

  test('takes each of its days where it lasts several, and the day that stands in for it', () => {
    const turkey = rulesWith(['1 Shawwal PT90H'], {}, { country: 'TR', region: null });
    expect(daysOff(turkey, 2026)).toEqual(['2026-03-20', '2026-03-21', '2026-03-22', '2026-03-23']);
    const july = '07-04 and if sunday then next monday if saturday then previous friday';
    const america = rulesWith([july], {}, { country: 'US', region: null });
    expect(daysOff(america, 2026)).toEqual(['2026-07-03', '2026-07-04']);
  });

  test('is a day without working time or place, but for a change of that day', () => {
    const date = '2026-04-27';
    const figures = (rules: ReturnType<typeof rulesWith>) =>
      dayFigures({
        spans: [span(date, '10:00', '10:20', 'feed')],
        from: date,
        to: date,
        frames: createDayFrames(rules),
        nowMs: LATER_MS,
        zoneBefore: AMSTERDAM,
      })[0];
    expect(figures(rulesWith([]))?.place).toBe('sweet-spot');
    expect(figures(rulesWith([KINGS_DAY]))).toMatchObject({
      workingDay: false,
      place: null,
      outsideMs: { feed: 1_200_000 },
    });
    const changed = rulesWith([KINGS_DAY], {
      dayChanges: { [date]: [{ from: '10:00', to: '12:00' }] },
    });
    expect(figures(changed)).toMatchObject({ workingMs: 7_200_000, place: 'sweet-spot' });
  });

  test('that nobody knows is no day off', () => {
    expect(daysOff(rulesWith(['no such rule']), 2026)).toEqual([]);
    expect(daysOff(rulesWith(['01-01'], {}, { country: 'ZZ', region: null }), 2026)).toEqual([]);
  });
});

/** The rules where all public holidays of a place are days off, but for exceptions. */
function chosen(country: string, more: object = {}) {
  return calendar.rulesOf(parseSettings({ holidays: { country, ...more } }).settings);
}

describe('a country that is chosen', () => {
  test('has the days off that stand in for holidays on a weekend, whatever year it was chosen in', () => {
    const england = chosen('GB', { region: 'ENG' });
    expect(daysOff(england, 2027).slice(-4)).toEqual([
      '2027-12-25',
      '2027-12-26',
      '2027-12-27',
      '2027-12-28',
    ]);
    expect(daysOff(england, 2028).slice(0, 2)).toEqual(['2028-01-01', '2028-01-03']);
  });

  test('loses no weekday of any country that the library knows, from 2026 to 2030', () => {
    const lost: string[] = [];
    const all = new Holidays();
    for (const country of Object.keys(all.getCountries('en'))) {
      const rules = chosen(country);
      const own = new Holidays(country, { types: ['public'] });
      for (let year = 2026; year <= 2030; year += 1) {
        for (const { date: text, rule } of own.getHolidays(year, 'en')) {
          const date = text.slice(0, 10);
          const isShifted = SHIFTED_RULES.some(
            (one) => one.country === country && one.rule === rule,
          );
          if (weekdayIndex(date) < 5 && !isShifted && !rules.daysOff.includes(date)) {
            lost.push(`${country} ${date} ${rule}`);
          }
        }
      }
    }
    expect(lost).toEqual([]);
  }, 300_000);

  test('leaves out what is switched off with the days that stand in for it, and takes what only some have off', () => {
    const rules = chosen('GB', { region: 'ENG', without: ['Christmas Day'] });
    expect(daysOff(rules, 2027).slice(-2)).toEqual(['2027-12-26', '2027-12-28']);
    const dutch = chosen('NL', { with: ['Good Friday'] });
    expect(daysOff(dutch, 2026)).toContain('2026-04-03');
    expect(daysOff(chosen('NL'), 2026)).not.toContain('2026-04-03');
  });

  test('keeps all days of a holiday that goes on into the next year', () => {
    const days = (country: string) =>
      new Holidays(country, { types: ['public'] })
        .getHolidays(2030, 'en')
        .filter(
          ({ start, end, date }) =>
            date.startsWith('2030-12') && end.getTime() - start.getTime() > 86_400_000 * 1.5,
        );
    const all = Object.keys(new Holidays().getCountries('en'));
    for (const country of all) {
      for (const { date, end } of days(country)) {
        const last = new Date(end.getTime() - 43_200_000).toISOString().slice(0, 10);
        if (!last.startsWith('2031')) continue;
        expect(
          datesOf(date.slice(0, 10), last).every((day) => chosen(country).daysOff.includes(day)),
        ).toBe(true);
      }
    }
  });

  test('has parts of its parts', () => {
    const assumption = '2026-08-15';
    const off = (part: string | null) =>
      chosen('DE', { region: 'BY', part }).daysOff.includes(assumption);
    expect([off(null), off('KATH')]).toEqual([false, true]);
    const saxony = calendar
      .countries('en')
      .find(({ code }) => code === 'DE')
      ?.regions.find(({ code }) => code === 'SN');
    expect(saxony?.parts).toEqual([{ code: 'BZ', name: 'Landkreis Bautzen' }]);
  });

  test('keeps what was chosen by rules before, with the days that stand in', () => {
    const { holidays } = parseSettings({
      holidays: { country: 'GB', region: 'ENG', days: ['12-25', '01-01'] },
    }).settings;
    const migrated = calendar.migrated(holidays);
    expect(migrated).not.toHaveProperty('days');
    expect(migrated?.without).not.toContain('Christmas Day');
    for (const setting of [holidays, migrated]) {
      const rules = calendar.rulesOf(parseSettings({ holidays: setting }).settings);
      expect(daysOff(rules, 2027)).toEqual(['2027-01-01', '2027-12-25', '2027-12-27']);
    }
    expect(calendar.migrated(migrated)).toBe(migrated);
    expect(calendar.migrated(null)).toBeNull();
  });
});

describe('what the library has wrong', () => {
  test('is put right', () => {
    expect(daysOff(chosen('GB', { region: 'SCT' }), 2026)).toContain('2026-06-15');
    expect(daysOff(chosen('GB', { region: 'ENG' }), 2026)).not.toContain('2026-06-15');
    const cyprus = chosen('CY');
    const monday = ['2026-02-23', '2027-03-15', '2028-02-28'];
    expect(monday.map((date) => [cyprus.daysOff.includes(date), weekdayIndex(date)])).toEqual(
      monday.map(() => [true, 0]),
    );
    expect(cyprus.daysOff.includes('2026-02-24')).toBe(false);
  });

  test.each(MISSING_DAYS)(
    'still lacks $name: else its line can go',
    ({ country, region, date }) => {
      const own = new Holidays(country, region).getHolidays(Number(date.slice(0, 4)), 'en');
      expect(own.some((day) => day.date.startsWith(date))).toBe(false);
    },
  );

  test.each(SHIFTED_RULES)(
    'still has $name on another day: else its line can go',
    ({ country, rule }) => {
      const own = new Holidays(country).getHolidays(2026, 'en');
      expect(own.some((day) => day.rule === rule)).toBe(true);
    },
  );
});
