import { describe, expect, test } from 'vitest';
import { neighbourDay } from '../../../../renderer/features/today/neighbour-day.ts';

const NOW_MS = Date.UTC(2026, 10, 28, 9);

/** A day as it is known, at that moment. */
function viewOf(date: string) {
  const startMs = Date.parse(date);
  return { figures: { date }, day: { startMs, endMs: startMs + 86_400_000 }, nowMs: NOW_MS };
}

test.each([
  ['2026-11-28', -1, '2026-11-27'],
  ['2026-11-25', 1, '2026-11-26'],
  ['2026-11-26', 1, '2026-11-27'],
  ['2026-11-27', 1, null],
  ['2026-11-28', 1, null],
  ['2026-03-01', -1, '2026-02-28'],
] as const)('from %s by %i day it is %s', (date, days, next) => {
  expect(neighbourDay(viewOf(date), null, days)).toBe(next);
});

describe('while another day is on its way', () => {
  test.each([
    ['2026-11-28', '2026-11-27', -1, '2026-11-26'],
    ['2026-11-28', '2026-11-21', -1, '2026-11-20'],
    ['2026-11-28', '2026-11-26', 1, '2026-11-27'],
    ['2026-11-28', '2026-11-27', 1, null],
    ['2026-11-24', '2026-11-25', 1, '2026-11-26'],
    ['2026-11-24', '2026-11-27', 1, null],
  ] as const)('%s is left for %s and on by %i day: %s', (date, asked, days, next) => {
    expect(neighbourDay(viewOf(date), asked, days)).toBe(next);
  });
});
