import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ROOT } from '../../../build/bundle.ts';
import {
  dataFileSchema,
  readDataFile,
  writeDataFile,
} from '../../../electron/data-file/data-file.ts';
import { DataFileError } from '../../../electron/data-file/data-section.ts';
import { differingSettings, takeOver } from '../../../electron/data-file/take-over.ts';
import { createActionLog } from '../../../electron/storage/action-log.ts';
import { openMemoryDatabase } from '../../../electron/storage/database.ts';
import { createSpanRepository } from '../../../electron/storage/span-repository.ts';
import { LINKEDIN_ACTIVITIES } from '../../../shared/domain/activity.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';

const BASE_MS = Date.UTC(2026, 9, 24, 20);

/** Spans without overlaps, over the end of summer time. */
const someSpans = fc
  .array(
    fc.record({
      gapMs: fc.integer({ min: 0, max: 3_600_000 }),
      lengthMs: fc.integer({ min: 1, max: 3_600_000 }),
      activity: fc.constantFrom(...LINKEDIN_ACTIVITIES, 'elsewhere' as const),
      zone: fc.constantFrom('Europe/Amsterdam', 'America/St_Johns', 'Pacific/Apia'),
      relabelled: fc.boolean(),
      manual: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((parts) => {
    let atMs = BASE_MS;
    return parts.map(({ gapMs, lengthMs, ...rest }): Span => {
      const startedAtMs = atMs + gapMs;
      atMs = startedAtMs + lengthMs;
      return { startedAtMs, endedAtMs: atMs, ...rest };
    });
  });

function databaseWith(spans: readonly Span[]) {
  const database = openMemoryDatabase();
  createSpanRepository(database).apply({ saved: spans, removed: [] });
  return database;
}

const allOf = (database: ReturnType<typeof openMemoryDatabase>) =>
  createSpanRepository(database).between(0, Number.MAX_SAFE_INTEGER);
const textOf = (database: ReturnType<typeof openMemoryDatabase>) =>
  [...writeDataFile(DEFAULT_SETTINGS, database)].join('');
const take = (database: ReturnType<typeof openMemoryDatabase>, text: string) =>
  takeOver(database, readDataFile(text), DEFAULT_SETTINGS, null);

/** Time by activity of a moment, as text; what covers a moment first wins. */
function at(spans: readonly Span[], ms: number): string | undefined {
  return spans.find(({ startedAtMs, endedAtMs }) => startedAtMs <= ms && ms < endedAtMs)?.activity;
}

describe('out and in again', () => {
  test('gives the same file, and a second time changes nothing', () => {
    fc.assert(
      fc.property(someSpans, (spans) => {
        const text = textOf(databaseWith(spans));
        const other = databaseWith([]);
        expect(take(other, text).spans).toBe(spans.length);
        expect(textOf(other)).toBe(text);
        expect(take(other, text)).toEqual({ spans: 0, others: 0, settings: 0 });
        expect(textOf(other)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  test('leaves what is stored, and fills only time that is free', () => {
    fc.assert(
      fc.property(someSpans, someSpans, (here, there) => {
        const database = databaseWith(here);
        const text = textOf(databaseWith(there));
        take(database, text);
        const merged = allOf(database);
        for (const span of here) expect(merged).toContainEqual(span);
        let beforeMs = -Infinity;
        for (const { startedAtMs, endedAtMs } of merged) {
          expect(startedAtMs).toBeGreaterThanOrEqual(beforeMs);
          beforeMs = endedAtMs;
        }
        for (const { startedAtMs, endedAtMs } of [...here, ...there]) {
          for (const ms of [startedAtMs, endedAtMs - 1, endedAtMs]) {
            expect(at(merged, ms)).toBe(at(here, ms) ?? at(there, ms));
          }
        }
        expect(take(database, text).spans).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test('is in pieces, however much there is', () => {
    const spans = Array.from({ length: 4_321 }, (_, index): Span => {
      const startedAtMs = BASE_MS + index * 1000;
      return {
        startedAtMs,
        endedAtMs: startedAtMs + 500,
        activity: 'feed',
        zone: 'Europe/Amsterdam',
        relabelled: false,
        manual: false,
      };
    });
    const database = databaseWith(spans);
    const pieces = [...writeDataFile(DEFAULT_SETTINGS, database)];
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(200_000);
    const other = databaseWith([]);
    take(other, pieces.join(''));
    expect(allOf(other)).toEqual(spans);
  });
});

test('a file of before spans could be entered by hand has none that was', () => {
  const database = databaseWith([
    {
      startedAtMs: BASE_MS,
      endedAtMs: BASE_MS + 60_000,
      activity: 'feed',
      zone: 'Europe/Amsterdam',
      relabelled: true,
      manual: false,
    },
  ]);
  const text = [...writeDataFile(DEFAULT_SETTINGS, database)].join('');
  const before = text.replace(',"manual":false', '');
  expect(before).not.toBe(text);
  const other = databaseWith([]);
  take(other, before);
  expect(allOf(other)).toEqual(allOf(database));
});

describe('a file that is not right', () => {
  const SPAN = {
    start: '2026-11-16T09:00:00.000+01:00',
    end: '2026-11-16T09:10:00.000+01:00',
    activity: 'feed',
    zone: 'Europe/Amsterdam',
    relabelled: false,
    manual: false,
  };
  const file = (changes: object) =>
    JSON.stringify({ format: 'sweetspot-data', version: 1, settings: {}, spans: [], ...changes });

  test('takes an agreement that was stored before its block had to fit its window', () => {
    const agreements = [{ maxMinutes: 45, window: { from: '09:00', to: '09:30' } }];
    expect(readDataFile(file({ settings: { agreements } })).settings.agreements).toMatchObject(
      agreements,
    );
  });

  test.each([
    ['nothing', '', 'not-json', ''],
    ['half a file', file({ spans: [SPAN] }).slice(0, -3), 'not-json', ''],
    ['a file of rules', '{"format":"sweetspot-rules","version":1}', 'not-data', ''],
    ['a list', '[]', 'not-data', ''],
    ['a later version', file({ version: 2 }), 'newer', ''],
    ['no version', file({ version: '1' }), 'wrong-value', 'version'],
    ['an unknown part', file({ screenshots: [] }), 'unknown-part', 'screenshots'],
    ['an unknown setting', file({ settings: { upload: true } }), 'unknown-part', 'upload'],
    ['a wrong setting', file({ settings: { idleSeconds: 1 } }), 'wrong-value', 'idleSeconds'],
    ['no list', file({ spans: {} }), 'wrong-value', 'spans'],
    ['a title', file({ spans: [{ ...SPAN, title: 'x' }] }), 'wrong-value', 'spans'],
    ['an end before', file({ spans: [{ ...SPAN, end: SPAN.start }] }), 'wrong-value', 'spans'],
    ['a zone', file({ spans: [{ ...SPAN, zone: 'Mars/Base' }] }), 'wrong-value', 'spans'],
    ['an overlap', file({ spans: [SPAN, SPAN] }), 'wrong-value', 'spans'],
    [
      'far times',
      file({ spans: [{ ...SPAN, end: '9999-01-01T00:00:00.000Z' }] }),
      'wrong-value',
      'spans',
    ],
  ])('%s is refused with its place', (_, text, code, part) => {
    let problem: unknown;
    try {
      readDataFile(text);
    } catch (error) {
      if (error instanceof DataFileError) problem = error.problem;
    }
    expect(problem).toMatchObject({ code, part });
  });

  test('any other text is refused too, and never as anything else', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc
            .json()
            .map(
              (inner) => `{"format":"sweetspot-data","version":1,"settings":{},"spans":${inner}}`,
            ),
        ),
        (text) => {
          try {
            readDataFile(text);
          } catch (error) {
            expect(error).toBeInstanceOf(DataFileError);
          }
        },
      ),
    );
  });

  test('is noted in the log of actions where that is asked for and spans came in', () => {
    const database = databaseWith([]);
    const text = file({ spans: [SPAN] });
    for (const moment of [5, 6]) {
      takeOver(database, readDataFile(text), DEFAULT_SETTINGS, null, moment);
    }
    expect(createActionLog(database).newest(9)).toMatchObject([
      { kind: 'imported', spans: 1, atMs: 5 },
    ]);
  });

  test('where the settings cannot be written, no span is stored', () => {
    const database = databaseWith([]);
    const text = file({ spans: [SPAN], settings: { idleSeconds: 240 } });
    expect(() =>
      takeOver(database, readDataFile(text), DEFAULT_SETTINGS, () => {
        throw new Error('The disk is full');
      }),
    ).toThrow('full');
    expect(allOf(database)).toEqual([]);
  });
});

test('a pause and the first run are of one computer, and not taken along', () => {
  const file = { ...DEFAULT_SETTINGS, pause: { untilMs: null }, welcomed: true, idleSeconds: 300 };
  expect(differingSettings(file, DEFAULT_SETTINGS)).toEqual({ idleSeconds: 300 });
});

test('the published schema is the one that files are written by', () => {
  const published: unknown = JSON.parse(readFileSync(`${ROOT}/docs/data-file.schema.json`, 'utf8'));
  // Made by: node build/data-file-schema.ts
  expect(published).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(dataFileSchema()))));
});
