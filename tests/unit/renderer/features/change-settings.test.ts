import { describe, expect, test } from 'vitest';
import {
  changeAgreement,
  changeWorkWeek,
  isWorkWeekSound,
  parseWallTime,
} from '../../../../renderer/features/settings/change-settings.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/settings/settings.ts';

const { agreements, schedules } = DEFAULT_SETTINGS;
const TODAY = '2026-11-19';

describe('a change of the agreement', () => {
  test('holds from today on; earlier days keep theirs', () => {
    const changed = changeAgreement(agreements, TODAY, { minMinutes: 20, maxMinutes: 40 });
    expect(changed).toEqual([
      agreements[0],
      { ...agreements[0], from: TODAY, minMinutes: 20, maxMinutes: 40 },
    ]);
  });

  test('of the same day replaces it, and leaves later versions', () => {
    const later = { ...agreements[0]!, from: '2027-01-01', maxMinutes: 60 };
    const first = changeAgreement([...agreements, later], TODAY, { maxMinutes: 40 })!;
    const second = changeAgreement(first, TODAY, { role: 'sales' });
    expect(second).toEqual([
      agreements[0],
      { ...agreements[0], from: TODAY, maxMinutes: 40, role: 'sales' },
      later,
    ]);
  });

  test('is none where there is nothing to change', () => {
    expect(changeAgreement([], TODAY, { maxMinutes: 40 })).toBeUndefined();
  });
});

test('a change of working time keeps the breaks and the days before', () => {
  const [schedule] = schedules;
  const breaks = [{ from: '10:00', to: '10:15' }];
  const week = { ...schedule!.weeks[0]!, friday: [] };
  expect(changeWorkWeek([{ ...schedule!, breaks }], TODAY, week)).toEqual([
    { ...schedule, breaks },
    { from: TODAY, breaks, weeks: [week] },
  ]);
});

describe('a week is sound', () => {
  const sound = (...monday: { from: string; to: string }[]) =>
    isWorkWeekSound({ ...schedules[0]!.weeks[0]!, monday });
  test.each([
    ['with none', [], true],
    [
      'with ranges that touch',
      [
        { from: '09:00', to: '12:00' },
        { from: '12:00', to: '13:00' },
      ],
      true,
    ],
    [
      'in any order',
      [
        { from: '13:00', to: '17:00' },
        { from: '09:00', to: '12:00' },
      ],
      true,
    ],
    ['over midnight', [{ from: '22:00', to: '06:00' }], true],
    ['to the end of the day', [{ from: '20:00', to: '24:00' }], true],
    [
      'not where two overlap',
      [
        { from: '09:00', to: '12:00' },
        { from: '11:59', to: '13:00' },
      ],
      false,
    ],
    ['not with a time missing', [{ from: '09:00', to: '' }], false],
  ])('%s', (_, ranges, expected) => {
    expect(sound(...ranges)).toBe(expected);
  });
});

describe('a time as people type it', () => {
  test.each([
    ['09:00', '09:00'],
    ['9:00', '09:00'],
    ['9', '09:00'],
    ['9.30', '09:30'],
    ['0930', '09:30'],
    [' 17:45 ', '17:45'],
    ['5:30 pm', '17:30'],
    ['5:30\u202fPM', '17:30'],
    ['12 am', '00:00'],
    ['12 p.m.', '12:00'],
    ['24:00', '24:00'],
    ['24:01', undefined],
    ['9:60', undefined],
    ['13 pm', undefined],
    ['0 am', undefined],
    ['nine', undefined],
    ['', undefined],
  ])('%j is %s', (text, time) => {
    expect(parseWallTime(text)).toBe(time);
  });
});
