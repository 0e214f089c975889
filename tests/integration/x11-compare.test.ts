import { expect, test } from 'vitest';
import type { Activity } from '../../shared/domain/activity.ts';
import { compare, type Stretch } from '../x11/compare.ts';
import { makeScript, SCENES } from '../x11/script.ts';

/** Stretches from `activity, start, end` in seconds. */
const stretches = (...rows: readonly (readonly [Activity, number, number])[]): Stretch[] =>
  rows.map(([activity, start, end]) => ({ activity, startMs: start * 1000, endMs: end * 1000 }));

const TRUTH = stretches(
  ['feed', 0, 60],
  ['elsewhere', 60, 62],
  ['elsewhere', 62, 130],
  ['messaging', 130, 132],
  ['feed', 132, 200],
);

test('what is right is not broken, and neighbours of one activity are one', () => {
  const result = compare(
    TRUTH,
    stretches(
      ['feed', -5, 60.1],
      ['elsewhere', 60.1, 130.1],
      ['messaging', 130.1, 132.1],
      ['feed', 132.1, 205],
    ),
  );
  expect(result.broken).toEqual([]);
  expect(result).toMatchObject({ stretches: 4, boundaries: 6 });
  expect(result.worstMs).toBeCloseTo(100);
});

test.for([
  [
    'a boundary is too late',
    [
      ['feed', 0, 61.3],
      ['elsewhere', 61.3, 130],
    ],
    /starts 1.30 s off/,
  ],
  [
    'a boundary is too early',
    [
      ['feed', 0, 58.7],
      ['elsewhere', 58.7, 130],
    ],
    /ends -1.30 s off/,
  ],
  ['a long one is missing', [['elsewhere', 0, 130]], /feed at 0.00 s is missing/],
  [
    'one was not there',
    [
      ['feed', 0, 60],
      ['elsewhere', 60, 90],
      ['jobs', 90, 91],
      ['elsewhere', 91, 130],
    ],
    /jobs at 90.00 s was not there/,
  ],
  [
    'one is in two parts',
    [
      ['feed', 0, 30],
      ['feed', 30, 60],
      ['elsewhere', 60, 130],
    ],
    /was not there/,
  ],
  [
    'a total is off',
    [
      ['feed', 0, 60],
      ['elsewhere', 60, 129],
    ],
    /elsewhere has 69.00 s/,
  ],
] as const)('is broken where %s', ([, rows, broken]) => {
  const stored = [...stretches(...rows), ...stretches(['messaging', 130, 132], ['feed', 132, 200])];
  expect(compare(TRUTH, stored).broken.join('; ')).toMatch(broken);
});

test('a stretch of less than 3 s may be missing', () => {
  const stored = stretches(['feed', 0, 60], ['elsewhere', 60, 131], ['feed', 131, 200]);
  expect(compare(TRUTH, stored).broken.join()).not.toMatch(/missing/);
});

test('a script is the same for the same seed, and shows every window', () => {
  const script = makeScript(10, 7);
  expect(makeScript(10, 7)).toEqual(script);
  expect(makeScript(10, 8)).not.toEqual(script);
  expect(new Set(script.map(({ scene }) => scene))).toEqual(new Set(SCENES));
  const totalMs = script.reduce((sum, { ms }) => sum + ms, 0);
  expect(totalMs / 60_000).toBeCloseTo(10, 0);
  expect(script.filter(({ flips }) => flips)).toHaveLength(1);
  expect(script.filter(({ away }) => away)).toHaveLength(1);
});
