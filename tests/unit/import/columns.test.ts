import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEventTable, createSegmentList } from '../../../electron/import/columns.ts';

/** More than a block of a column, so that its bases change too. */
const MANY = 9_000;
const WEEK_MS = 604_800_000;

const starts = fc.oneof(
  fc.integer({ min: 0, max: 4_102_444_800_000 }),
  fc.constantFrom(0, 2 ** 31, 2 ** 32, 2 ** 33),
);

test('a table gives back the numbers that were put into it, however they jump', () => {
  const number = fc.nat(2 ** 32 - 1);
  const row = fc.tuple(fc.integer({ min: 1, max: 1_000 }), starts, starts, number, number);
  fc.assert(
    fc.property(fc.array(row, { maxLength: 400 }), (rows) => {
      const table = createEventTable();
      for (const one of rows) table.add(...one);
      const back = rows.map((_, index) => [
        table.bucket(index),
        table.startMs(index),
        table.lengthMs(index),
        table.code(index),
        table.title(index),
      ]);
      expect(back).toEqual(rows);
    }),
  );
});

test.each([
  ['forwards, a second apart', (index: number) => index * 1_000],
  ['backwards, a week apart', (index: number) => (MANY - index) * WEEK_MS],
])('a long table that runs %s is exact', (_, startOf) => {
  const table = createEventTable();
  for (let index = 0; index < MANY; index += 1) {
    table.add(1, startOf(index), index, index * 7, 0);
  }
  for (let index = 0; index < MANY; index += 1) {
    if (table.startMs(index) === startOf(index) && table.code(index) === index * 7) continue;
    expect.fail(`row ${index} is another one`);
  }
  expect(table.size).toBe(MANY);
});

test('a list of segments finds the first that ends after a moment, over blocks and long gaps', () => {
  const list = createSegmentList();
  for (let index = 0; index < MANY; index += 1) {
    list.add(index * WEEK_MS, index * WEEK_MS + 10, 3);
  }
  for (const index of [0, 1, 4_095, 4_096, MANY - 1]) {
    expect(list.firstEndingAfter(index * WEEK_MS + 9)).toBe(index);
    expect(list.firstEndingAfter(index * WEEK_MS + 10)).toBe(index + 1);
  }
});
