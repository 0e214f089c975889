import { describe, expect, test } from 'vitest';
import {
  correctVersion,
  isWorkWeekSound,
  parseWallTime,
  runsOf,
  scheduleFrom,
  withVersion,
  withoutVersion,
} from '../../../../renderer/store/change-settings.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/settings/settings.ts';

const { agreements, schedules } = DEFAULT_SETTINGS;
const TODAY = '2026-11-19';

describe('a version', () => {
  const [first] = agreements;
  if (!first) throw new Error('no agreement');

  test('is put by its date, and replaces that of the same date', () => {
    const later = { ...first, from: '2027-01-01', maxMinutes: 60 };
    const today = { ...first, from: TODAY, maxMinutes: 40 };
    const versions = withVersion([first, later], today);
    expect(versions).toEqual([first, today, later]);
    expect(withVersion(versions, { ...today, role: 'sales' })).toEqual([
      first,
      { ...today, role: 'sales' },
      later,
    ]);
  });

  test('is corrected in its place, or moved to its new date', () => {
    const today = { ...first, from: TODAY };
    const moved = { ...first, from: '2026-12-01', maxMinutes: 45 };
    expect(correctVersion([first, today], TODAY, moved)).toEqual([first, moved]);
    expect(withoutVersion([first, today], TODAY)).toEqual([first]);
  });
});

test('weeks that alternate stay what they were in a later version', () => {
  const [schedule] = schedules;
  const week = schedule?.weeks[0];
  if (!schedule || !week) throw new Error('no schedule');
  const even = { ...week, friday: [] };
  const alternating = { ...schedule, from: '2026-11-16', weeks: [week, even] };
  expect(scheduleFrom(alternating, '2026-11-25').weeks).toEqual([even, week]);
  expect(scheduleFrom(alternating, '2026-12-04').weeks).toEqual([week, even]);
  expect(scheduleFrom(alternating, '2026-11-11').weeks).toEqual([even, week]);
});

test('days off in a row are one run', () => {
  expect(runsOf(['2026-12-24', '2026-12-31', '2026-12-25', '2027-01-01', '2026-11-03'])).toEqual([
    { from: '2026-11-03', to: '2026-11-03' },
    { from: '2026-12-24', to: '2026-12-25' },
    { from: '2026-12-31', to: '2027-01-01' },
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
