import { expect, test } from 'vitest';
import {
  problemDays,
  weekMinutes,
  withMondaysHours,
} from '../../../../renderer/features/hours/week-hours.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/settings/settings.ts';

const WEEK = DEFAULT_SETTINGS.schedules[0]?.weeks[0];
if (!WEEK) throw new Error('no week');

test('the sum of a week leaves its breaks out, also of a night', () => {
  expect(weekMinutes(WEEK, [])).toBe(5 * 8 * 60);
  expect(weekMinutes(WEEK, [{ from: '10:00', to: '10:15' }])).toBe(5 * (8 * 60 - 15));
  // A break in the gap between two ranges takes nothing away.
  expect(weekMinutes(WEEK, [{ from: '12:30', to: '13:00' }])).toBe(5 * 8 * 60);
  const night = { ...WEEK, friday: [{ from: '22:00', to: '06:00' }] };
  expect(weekMinutes(night, [{ from: '23:30', to: '00:30' }])).toBe(4 * 8 * 60 + 7 * 60);
  expect(weekMinutes(night, [{ from: '02:00', to: '02:30' }])).toBe(4 * 8 * 60 + 7.5 * 60);
});

test('the hours of Monday come to the days that have some, and a day off stays one', () => {
  const monday = [{ from: '08:00', to: '12:00' }];
  const copied = withMondaysHours({ ...WEEK, monday, wednesday: [] });
  expect(copied.friday).toEqual(monday);
  expect([copied.wednesday, copied.saturday]).toEqual([[], []]);
});

test('the day is told in which two times overlap', () => {
  const overlap = [
    { from: '09:00', to: '12:00' },
    { from: '11:00', to: '17:00' },
  ];
  expect(problemDays({ ...WEEK, tuesday: overlap })).toEqual(['tuesday']);
  expect(problemDays(WEEK)).toEqual([]);
});
