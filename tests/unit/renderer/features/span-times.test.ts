import { expect, test } from 'vitest';
import { fieldTime, momentOf, stretchOf } from '../../../../renderer/features/today/span-times.ts';

const zone = 'Europe/Amsterdam';
const date = '2026-11-16';
const MORNING_MS = Date.parse('2026-11-16T09:05:07.250+01:00');

test('a field shows a moment to the second, and keeps its milliseconds where it is left alone', () => {
  expect(fieldTime(zone, MORNING_MS)).toBe('09:05:07');
  expect(momentOf('09:05:07', { zone, date, shownMs: MORNING_MS })).toBe(MORNING_MS);
  expect(momentOf('09:05:07', { zone, date })).toBe(MORNING_MS - 250);
  expect(momentOf('09:06', { zone, date })).toBe(Date.parse('2026-11-16T09:06:00+01:00'));
});

test('no time, and one that the clock skips, is no moment; one shown twice is the first', () => {
  expect(momentOf('', { zone, date })).toBeUndefined();
  expect(momentOf('02:30', { zone, date: '2026-03-29' })).toBeUndefined();
  expect(momentOf('02:30', { zone, date: '2026-10-25' })).toBe(
    Date.parse('2026-10-25T02:30:00+02:00'),
  );
});

test('a stretch ends after its start', () => {
  expect(stretchOf(1, 2)).toEqual({ startMs: 1, endMs: 2 });
  expect(stretchOf(2, 2)).toBeUndefined();
  expect(stretchOf(undefined, 2)).toBeUndefined();
});
