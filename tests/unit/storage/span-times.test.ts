import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withUnsaved } from '../../../electron/figures/day-and-week-views.ts';
import { openMemoryDatabase } from '../../../electron/storage/database.ts';
import { timesOfRange } from '../../../electron/storage/span-reader.ts';
import { createSpanRepository } from '../../../electron/storage/span-repository.ts';
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import type { Span, SpanColumns, SpanTime } from '../../../shared/domain/span.ts';
import { timesStarting } from '../../../electron/storage/span-times.ts';
import { anySpans } from '../../support/any-spans.ts';

const FROM_MS = Date.parse('2026-01-01');

const copy = ({ startedAtMs, endedAtMs, activity, zone }: SpanTime): SpanTime => ({
  startedAtMs,
  endedAtMs,
  activity,
  zone,
});

/** One by one, whether or not they came in columns. */
function copies(times: Iterable<SpanTime | SpanColumns>): SpanTime[] {
  return [...times].flatMap((some) => {
    if ('activity' in some) return [copy(some)];
    const { zone, sinceMs, startsMs, lengthsMs, ranks } = some;
    return Array.from(ranks, (rank, index) => {
      const startedAtMs = sinceMs + (startsMs[index] ?? NaN);
      const endedAtMs = startedAtMs + (lengthsMs[index] ?? NaN);
      return { startedAtMs, endedAtMs, activity: ACTIVITIES[rank] ?? 'elsewhere', zone };
    });
  });
}

function filled(spans: readonly Span[]) {
  const database = openMemoryDatabase();
  const repository = createSpanRepository(database);
  repository.apply({ saved: spans, removed: [] });
  return { database, repository };
}

/** Travels, one a list: spans of a zone, some of them hours long. */
const anyTravels = fc
  .array(
    fc.record({
      zone: fc.constantFrom('Europe/Amsterdam', 'America/New_York'),
      spans: fc.array(
        fc.record({
          gapMs: fc.integer({ min: 0, max: 40_000_000 }),
          lengthMs: fc.integer({ min: 1, max: 30_000_000 }),
          activity: fc.constantFrom(...ACTIVITIES),
        }),
        { maxLength: 30 },
      ),
    }),
    { maxLength: 4 },
  )
  .map((travels) => {
    let atMs = FROM_MS;
    return travels.flatMap(({ zone, spans }) =>
      spans.map(({ gapMs, lengthMs, activity }): Span => {
        const startedAtMs = atMs + gapMs;
        atMs = startedAtMs + lengthMs;
        return {
          startedAtMs,
          endedAtMs: atMs,
          activity,
          zone,
          relabelled: false,
          manual: false,
        };
      }),
    );
  });

test('are those of the spans that start within a stretch, wherever the user travelled', () => {
  fc.assert(
    fc.property(
      anyTravels,
      fc.integer({ min: -1_000_000, max: 90_000_000 }),
      fc.integer({ min: 1, max: 2_000_000_000 }),
      (spans, offsetMs, lengthMs) => {
        const { repository } = filled(spans);
        const fromMs = FROM_MS + offsetMs;
        const toMs = fromMs + lengthMs;
        expect(copies(repository.timesWithin(fromMs, toMs))).toEqual(
          spans.filter(({ startedAtMs }) => startedAtMs >= fromMs && startedAtMs < toMs).map(copy),
        );
      },
    ),
  );
});

test('of a range are what its spans are, with those that are not stored as well', () => {
  fc.assert(
    fc.property(anySpans, fc.nat(), fc.nat(), ({ spans, from, to }, first, second) => {
      const { repository } = filled(spans);
      const unsaved = new Map<number, Span | null>();
      const removed = spans[first % Math.max(1, spans.length)];
      if (removed) unsaved.set(removed.startedAtMs, null);
      const changed = spans[second % Math.max(1, spans.length)];
      if (changed) {
        unsaved.set(changed.startedAtMs, { ...changed, endedAtMs: changed.endedAtMs - 500 });
      }
      for (const reader of [repository, withUnsaved(repository, unsaved, spans.at(-1) ?? null)]) {
        const { between, lastBefore } = reader;
        expect(copies(timesOfRange(reader, { from, to }))).toEqual(
          copies(timesOfRange({ between, lastBefore }, { from, to })),
        );
      }
    }),
  );
});

test('are refused where a stored name is none', () => {
  const { database, repository } = filled([]);
  database.exec(`PRAGMA ignore_check_constraints = ON;
    INSERT INTO spans VALUES (${String(FROM_MS)}, ${String(FROM_MS + 1)}, 'zumba', 'UTC', 0, 0)`);
  expect(() => repository.timesWithin(FROM_MS, FROM_MS + 1)).toThrow('wrong type');
  database.exec("UPDATE spans SET activity = 'feedback'");
  expect(() => repository.timesWithin(FROM_MS, FROM_MS + 1)).toThrow('wrong type');
});

test('are not told where a span is of another zone', () => {
  const span = { activity: 'feed', relabelled: false, manual: false } as const;
  const { database } = filled([
    { ...span, startedAtMs: FROM_MS, endedAtMs: FROM_MS + 5, zone: 'Europe/Amsterdam' },
    { ...span, startedAtMs: FROM_MS + 5, endedAtMs: FROM_MS + 9, zone: 'Europe/Paris' },
  ]);
  const times = timesStarting(database);
  expect(times(FROM_MS, FROM_MS + 10, 'Europe/Paris')).toBeUndefined();
  expect(times(FROM_MS + 5, FROM_MS + 10, 'Europe/Paris')?.ranks).toHaveLength(1);
});
