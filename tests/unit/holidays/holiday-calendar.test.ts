import { beforeAll, describe, expect, test } from 'vitest';
import { createHolidayCalendar } from '../../../electron/holidays/holiday-calendar.ts';
import { datesOf } from '../../../shared/domain/calendar.ts';
import { dayFigures } from '../../../shared/domain/figures.ts';
import { createDayFrames } from '../../../shared/domain/frames.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { AMSTERDAM, LATER_MS, span } from '../../support/days.ts';

const calendar = createHolidayCalendar();
beforeAll(() => calendar.load());

const NL = { country: 'NL', region: null };
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
  const names = (place: { country: string; region: string | null }, language: string) =>
    calendar
      .holidaysOf(place, 2026, language)
      .filter(({ everybody }) => everybody)
      .map(({ date, name }) => `${date.slice(5)} ${name}`);

  test('are those of the Netherlands, in Dutch', () => {
    expect(names(NL, 'nl')).toEqual([
      '01-01 Nieuwjaar',
      '04-05 Pasen',
      '04-06 Tweede paasdag',
      '04-27 Koningsdag',
      '05-14 Hemelvaartsdag',
      '05-24 Pinksteren',
      '05-25 Tweede pinksterdag',
      '12-25 Kerstmis',
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
    const bavaria = names({ country: 'DE', region: 'BY' }, 'en');
    const berlin = names({ country: 'DE', region: 'BE' }, 'en');
    expect(bavaria).toContain("11-01 All Saints' Day");
    expect(berlin).toContain("03-08 International Women's Day");
    expect(berlin.some((name) => name.startsWith('11-01'))).toBe(false);
    expect(bavaria.some((name) => name.startsWith('03-08'))).toBe(false);
  });

  test('are none where nothing is known of it', () => {
    expect(calendar.holidaysOf({ country: 'ZZ', region: null }, 2026, 'en')).toEqual([]);
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
    expect(daysOff(rules, 2013)).toEqual(['2013-04-01']);
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
