import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openMemoryDatabase } from '../../../electron/storage/database.ts';
import { createSpanRepository } from '../../../electron/storage/span-repository.ts';
import type { Span } from '../../../shared/domain/span.ts';

const at = (startedAtMs: number, zone = 'Europe/Amsterdam'): Span => ({
  startedAtMs,
  endedAtMs: startedAtMs + 5,
  activity: 'feed',
  zone,
  relabelled: startedAtMs % 20 === 0,
  manual: startedAtMs % 30 === 0,
});

test('spans come back as they went in, by time, each in its own zone', () => {
  const repository = createSpanRepository(openMemoryDatabase());
  const spans = [at(-30), at(10, 'America/New_York'), at(20), at(30, 'Asia/Kolkata'), at(40)];
  repository.apply({ saved: spans.toReversed(), removed: [] });
  expect(repository.between(-100, 100)).toEqual(spans);
  // The last one of a range is not the last of all.
  expect(repository.between(8, 31)).toEqual(spans.slice(1, 4));
  expect(repository.between(12, 13)).toEqual(spans.slice(1, 2));
  expect(repository.between(15, 20)).toEqual([]);
});

test('of many that are stored at once, the latest of each start holds', () => {
  const repository = createSpanRepository(openMemoryDatabase());
  const spans = Array.from({ length: 1_234 }, (_, index) => at(index * 10));
  const changed = spans.map((span): Span => ({ ...span, activity: 'learning' }));
  repository.apply({
    saved: spans.flatMap((span, index) => [span, changed[index] ?? span]),
    removed: [],
  });
  expect(repository.between(0, 20_000)).toEqual(changed);
  // All of them or none, wherever one is that cannot be stored.
  const wrong = { ...at(20_000), endedAtMs: 0 };
  const saved = [...spans, wrong, at(20_010)];
  expect(() => {
    repository.apply({ saved, removed: [] });
  }).toThrow('CHECK');
  expect(repository.between(0, 30_000)).toEqual(changed);
});

test('two repositories of one database, and those of others, do not mix up what they read', () => {
  const database = openMemoryDatabase();
  const first = createSpanRepository(database);
  const second = createSpanRepository(database);
  const other = createSpanRepository(openMemoryDatabase());
  first.apply({ saved: [at(10)], removed: [] });
  other.apply({ saved: [at(20)], removed: [] });
  expect(second.between(0, 100)).toEqual([at(10)]);
  expect(first.between(0, 100)).toEqual([at(10)]);
  expect(other.between(0, 100)).toEqual([at(20)]);
  expect(first.between(0, 100)).not.toBe(first.between(0, 100));
});

test('a row that is no span stops the reading, and the next one starts afresh', () => {
  const database = new DatabaseSync(':memory:');
  // As a damaged file may have it: without the checks of the product's own table.
  database.exec(
    'CREATE TABLE spans (started_at INTEGER PRIMARY KEY, ended_at, activity, zone, relabelled, manual)',
  );
  const repository = createSpanRepository(database);
  repository.apply({ saved: [at(10), at(20), at(30)], removed: [] });
  for (const [column, value] of [
    ['ended_at', 'late'],
    ['activity', 'sleeping'],
    ['zone', 7],
  ] as const) {
    database.exec('SAVEPOINT damage');
    database.prepare(`UPDATE spans SET ${column} = ? WHERE started_at = 20`).run(value);
    expect(() => repository.between(0, 100)).toThrow('columns of the wrong type');
    database.exec('ROLLBACK TO damage; RELEASE damage');
    expect(repository.between(0, 100)).toEqual([at(10), at(20), at(30)]);
  }
});
