import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { checkIntegrity, migrate, MIGRATIONS } from '../../../electron/storage/schema.ts';
import { createSpanRepository } from '../../../electron/storage/span-repository.ts';
import { openMemoryDatabase } from '../../../electron/storage/database.ts';
import { salvage } from '../../../electron/storage/salvage.ts';
import { AFTERWARDS_MS, allSpans, someSpans } from '../../support/stored-spans.ts';

/** The last version in which no span could be entered by hand. */
const MEASURED_ALONE = 4;

/** A database of that version, with spans. */
function before(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  migrate(database, MIGRATIONS.slice(0, MEASURED_ALONE));
  const add = database.prepare('INSERT INTO spans VALUES (?, ?, ?, ?, ?)');
  for (const { startedAtMs, endedAtMs, activity, zone } of someSpans(20)) {
    add.run(startedAtMs, endedAtMs, activity, zone, 0);
  }
  return database;
}

test('a database from before spans could be entered by hand is read as it is, and has none that was', () => {
  const database = before();
  expect(checkIntegrity(database)).toBe('ok');
  expect(allSpans(database)).toEqual(someSpans(20));
  expect(createSpanRepository(database).first()).toEqual(someSpans(1)[0]);
});

test('it is brought to the latest version with all of its spans, and takes some by hand then', () => {
  const database = before();
  migrate(database);
  expect(allSpans(database)).toEqual(someSpans(20));
  const byHand = someSpans(1, 20).map((span) => ({ ...span, manual: true }));
  createSpanRepository(database).apply({ saved: byHand, removed: [] });
  expect(allSpans(database)).toEqual([...someSpans(20), ...byHand]);
  expect(checkIntegrity(database)).toBe('ok');
  expect(() => {
    database.exec('UPDATE spans SET manual = 2');
  }).toThrow('CHECK');
});

test('what it has can be salvaged where it is damaged', () => {
  const into = openMemoryDatabase();
  expect(salvage(before(), into, AFTERWARDS_MS)).toBe(20);
  expect(allSpans(into)).toEqual(someSpans(20));
});

test('what was entered by hand since a copy was made takes the place of what the copy has', () => {
  const [from, to] = someSpans(2, 40);
  if (!from || !to) throw new Error('There are no such spans');
  // From the middle of one span to the middle of the next.
  const startedAtMs = from.startedAtMs + 60_000;
  const entered = { ...from, startedAtMs, endedAtMs: to.startedAtMs + 60_000, manual: true };
  const changed = [
    { ...from, endedAtMs: startedAtMs },
    entered,
    { ...to, startedAtMs: entered.endedAtMs },
  ];
  const damaged = openMemoryDatabase();
  const into = openMemoryDatabase();
  createSpanRepository(into).apply({ saved: someSpans(100), removed: [] });
  const expected = [...someSpans(40), ...changed, ...someSpans(78, 42)];
  createSpanRepository(damaged).apply({ saved: expected, removed: [] });
  expect(salvage(damaged, into, AFTERWARDS_MS)).toBe(21);
  expect(allSpans(into)).toEqual(expected);
  expect(salvage(damaged, into, AFTERWARDS_MS)).toBe(0);
});
