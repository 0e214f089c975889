import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { measureInTurn } from '../../bench/against.ts';
import type { Figure } from '../../bench/measure.ts';

/** Answers as two checkouts would, each run with the next of its values. */
function checkouts(here: readonly number[], there: readonly (number | Error)[]) {
  const order: string[] = [];
  const left = { here: [...here], there: [...there] };
  const run = (name: string, root?: string): Promise<Figure[]> => {
    order.push(root ?? 'here');
    const value = (root === undefined ? left.here : left.there).shift();
    if (value instanceof Error) return Promise.reject(value);
    const one = value ?? NaN;
    return Promise.resolve([
      { name: `${name}, a time`, value: one, unit: 'ms', best: one - 1, worst: one + 1, runs: 5 },
      { name: `${name}, a size`, value: one, unit: 'MB' },
      ...(root === undefined ? [{ name: 'new', value: 1, unit: 'ms' }] : []),
    ]);
  };
  return { order, run };
}

test('both are measured in turn, and the medians compared', async () => {
  const { order, run } = checkouts([9, 5, 4], [10, 20, 40]);
  const { figures, failure } = await measureInTurn('part', 'other', run);
  expect(failure).toBeUndefined();
  const other = resolve('other');
  expect(order).toEqual(['here', other, 'here', other, 'here', other]);
  expect(figures).toEqual([
    {
      name: 'part, a time',
      value: 5,
      unit: 'ms',
      best: 3,
      worst: 10,
      runs: 15,
      against: 20,
      ratio: 0.25,
      ratioOfBest: 0.3333,
    },
    { name: 'part, a size', value: 5, unit: 'MB', against: 20, ratio: 0.25 },
    { name: 'new', value: 1, unit: 'ms' },
  ]);
});

test('nothing is a share of nothing', async () => {
  const { run } = checkouts([1, 1, 1], [0, 0, 0]);
  const { figures } = await measureInTurn('part', 'other', run);
  expect(figures[1]).toEqual({ name: 'part, a size', value: 1, unit: 'MB', against: 0 });
});

test('where the other fails this one’s figures stand alone, and it is told', async () => {
  const { order, run } = checkouts([1, 2, 3], [new Error('no such part')]);
  const { figures, failure } = await measureInTurn('part', 'other', run);
  expect(String(failure)).toContain('no such part');
  expect(order.filter((one) => one !== 'here')).toHaveLength(1);
  expect(figures.map(({ value }) => value)).toEqual([2, 2, 1]);
  expect(figures.some((one) => 'against' in one)).toBe(false);
});

test('where this one fails, so does the comparison', async () => {
  await expect(
    measureInTurn('part', 'other', () => Promise.reject(new Error('broken'))),
  ).rejects.toThrow('broken');
});
