import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDataFile, writeDataFile } from '../../../electron/data-file/data-file.ts';
import { takeOver } from '../../../electron/data-file/take-over.ts';
import { reportJson } from '../../../electron/report/report.ts';
import { createActionLog, wordlessAction } from '../../../electron/storage/action-log.ts';
import { backUp } from '../../../electron/storage/backups.ts';
import { condense } from '../../../electron/storage/condense.ts';
import { dataFolder } from '../../../electron/data-folder/data-folder.ts';
import { openDatabase, openMemoryDatabase } from '../../../electron/storage/database.ts';
import { eraseAll, eraseDays } from '../../../electron/storage/erase.ts';
import { salvageFile } from '../../../electron/storage/salvage.ts';
import { checkIntegrity } from '../../../electron/storage/schema.ts';
import { createSpanRepository } from '../../../electron/storage/span-repository.ts';
import { trendsView } from '../../../electron/figures/trends-view.ts';
import { dayView } from '../../../electron/figures/day-and-week-views.ts';
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import type { Span } from '../../../shared/domain/span.ts';
import {
  DEFAULT_SETTINGS,
  parseSettings,
  type Settings,
} from '../../../shared/settings/settings.ts';
import { tempDir } from '../../support/temp-dir.ts';

/** Four weeks over the ends and beginnings of summer time of all of the zones. */
const FIRST_MS = Date.UTC(2026, 9, 2);
const RANGE = { from: '2026-09-28', to: '2026-11-08' };
const ZONES = [
  'Europe/Amsterdam',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
  'Pacific/Kiritimati',
] as const;

/** Three weeks of spans, and a few journeys. */
const someSpans = fc
  .array(
    fc.record({
      gapMs: fc.oneof(
        fc.constant(0),
        fc.integer({ min: 0, max: 3_600_000 }),
        fc.integer({ min: 0, max: 40 * 3_600_000 }),
      ),
      lengthMs: fc.oneof(
        fc.integer({ min: 1, max: 3_600_000 }),
        fc.integer({ min: 1, max: 30 * 3_600_000 }),
      ),
      activity: fc.constantFrom(...ACTIVITIES),
      journey: fc.boolean(),
      zone: fc.constantFrom(...ZONES),
    }),
    { maxLength: 40 },
  )
  .map((parts) => {
    let atMs = FIRST_MS;
    let zone: string = ZONES[0];
    return parts.map(({ gapMs, lengthMs, activity, ...part }): Span => {
      // Nobody is in another zone within the hour.
      if (part.journey && gapMs > 3_600_000) zone = part.zone;
      const startedAtMs = atMs + gapMs;
      atMs = startedAtMs + lengthMs;
      return { startedAtMs, endedAtMs: atMs, activity, zone, relabelled: false, manual: false };
    });
  });

const RULES: readonly Settings[] = [
  DEFAULT_SETTINGS,
  parseSettings({
    schedules: [
      {
        weeks: [
          { monday: [{ from: '22:00', to: '24:00' }], tuesday: [{ from: '00:00', to: '06:30' }] },
          { sunday: [{ from: '01:00', to: '04:00' }], friday: [] },
        ],
        breaks: [{ from: '02:30', to: '03:15' }],
      },
    ],
    daysOff: ['2026-10-14'],
    dayChanges: { '2026-10-25': [{ from: '00:30', to: '05:00' }] },
    agreements: [
      { role: 'sales', window: { from: '02:00', to: '03:30' } },
      { from: '2026-10-20', minMinutes: 5, maxMinutes: 45, window: { from: '09:15', to: '10:05' } },
    ],
  }).settings,
];

/** Everything that is shown or handed over of some days, but for the list of spans. */
function shownOf(database: DatabaseSync, settings: Settings) {
  const spans = createSpanRepository(database);
  const nowMs = Date.UTC(2026, 10, 7, 12);
  const needs = { spans, settings, nowMs, zone: 'Europe/Amsterdam' };
  const request = { ...RANGE, includePrivate: true, roundMinutes: undefined, nowMs };
  return {
    day: reportJson(spans, settings, { ...request, by: 'day' }),
    week: reportJson(spans, settings, { ...request, by: 'week' }),
    trends: trendsView(null, needs),
    days: ['2026-10-04', '2026-10-20', '2026-11-01'].map((date) => dayView(date, needs).figures),
  };
}

const cutDates = fc
  .integer({ min: 0, max: 35 })
  .map((days) => new Date(FIRST_MS + days * 86_400_000).toISOString().slice(0, 10));

function databaseWith(spans: readonly Span[]): DatabaseSync {
  const database = openMemoryDatabase();
  createSpanRepository(database).apply({ saved: spans, removed: [] });
  return database;
}

test('condensing changes no figure, however often it is done', () => {
  const folder = dataFolder(tempDir());
  fc.assert(
    fc.property(
      someSpans,
      fc.constantFrom(...RULES),
      fc.array(cutDates, { minLength: 1, maxLength: 3 }),
      (spans, rules, dates) => {
        const database = databaseWith(spans);
        const before = shownOf(database, rules);
        for (const date of dates.sort()) condense(database, folder, date, rules, 'totals');
        expect(shownOf(database, rules)).toEqual(before);
        expect(checkIntegrity(database)).toBe('ok');
        // Nor does taking it along to another machine, nor getting it out of a damaged file.
        const text = [...writeDataFile(rules, database)].join('');
        const other = openMemoryDatabase();
        takeOver(other, readDataFile(text), rules, null);
        expect(shownOf(other, rules)).toEqual(before);
        expect([...writeDataFile(rules, other)].join('')).toBe(text);
        database.close();
        other.close();
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

const OFFICE: readonly Span[] = Array.from({ length: 40 }, (_, index) => {
  const startedAtMs = Date.UTC(2026, 9, 12 + index, 8);
  return {
    startedAtMs,
    endedAtMs: startedAtMs + 1_234_567,
    activity: 'networking',
    zone: 'Europe/Amsterdam',
    relabelled: false,
    manual: false,
  };
});

/** The bytes of a time as the file has them: integers of six bytes. */
function bytesOf(ms: number): Buffer {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(ms, 0, 6);
  return bytes;
}

function filesWith(dir: string, wanted: Buffer): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((file) => statSync(file).isFile() && readFileSync(file).includes(wanted));
}

test.each(['totals', 'erase'] as const)('of what is condensed (%s) no byte is left', (then) => {
  const dir = tempDir();
  const folder = dataFolder(dir);
  const database = openDatabase(folder);
  createSpanRepository(database).apply({ saved: OFFICE, removed: [] });
  backUp(database, folder, '2026-11-20');
  // A start is the key of its row, which SQLite writes in another way.
  const ends = OFFICE.map(({ endedAtMs }) => bytesOf(endedAtMs));
  const [first] = ends;
  if (!first) throw new Error('No span');
  expect(filesWith(dir, first).length).toBeGreaterThan(1);
  expect(condense(database, folder, '2026-11-02', DEFAULT_SETTINGS, then)).toBe(21);
  expect(ends.map((bytes) => filesWith(dir, bytes).length > 0)).toEqual(
    OFFICE.map((_, index) => index >= 21),
  );
  expect(createSpanRepository(database).totals.count()).toBe(then === 'totals' ? 21 : 0);
  // Again, there is nothing to do, and the back-ups stay.
  backUp(database, folder, '2026-11-20');
  expect(condense(database, folder, '2026-11-02', DEFAULT_SETTINGS, then)).toBe(0);
  expect(readdirSync(folder.backups)).toHaveLength(1);
  database.close();
});

test.each(['totals', 'erase'] as const)(
  'the log no longer tells of spans that are condensed (%s), and of others still does',
  (then) => {
    const dir = tempDir();
    const folder = dataFolder(dir);
    const database = openDatabase(folder);
    createSpanRepository(database).apply({ saved: OFFICE, removed: [] });
    const log = createActionLog(database);
    for (const index of [3, 30]) {
      const { startedAtMs: startMs = 0, endedAtMs: endMs = 0 } = OFFICE[index] ?? {};
      const action = { kind: 'relabelled', spans: 1, from: 'feed', to: 'networking' } as const;
      log.note({ ...action, atMs: endMs + 5_000, startMs, endMs });
    }
    // A span that was re-labelled and has been deleted since, and one that was deleted.
    const gone = Date.UTC(2026, 9, 20, 15);
    const twice = { startMs: gone, endMs: gone + 61_000 };
    const relabelled = { kind: 'relabelled', spans: 1, from: 'jobs', to: 'feed' } as const;
    log.note({ ...relabelled, atMs: gone + 90_000, ...twice });
    log.note(wordlessAction('deleted', 1, gone + 95_000));
    condense(database, folder, '2026-11-02', DEFAULT_SETTINGS, then);
    expect(log.newest(9).map(({ kind, startMs }) => [kind, startMs])).toEqual([
      ['relabelled', OFFICE[30]?.startedAtMs],
      ['deleted', null],
    ]);
    expect(filesWith(dir, bytesOf(twice.endMs))).toEqual([]);
    database.close();
  },
);

test('another schedule afterwards leaves condensed days as they were, another agreement places them', () => {
  const database = databaseWith(OFFICE);
  condense(database, dataFolder(tempDir()), '2026-11-02', DEFAULT_SETTINGS, 'totals');
  const view = (settings: Settings, date = '2026-10-13') =>
    dayView(date, {
      spans: createSpanRepository(database),
      settings,
      nowMs: 0,
      zone: 'Europe/Amsterdam',
    });
  const figures = (settings: Settings) => view(settings).figures;
  expect(view(DEFAULT_SETTINGS)).toMatchObject({ isCondensed: true, spans: [] });
  expect(view(DEFAULT_SETTINGS, '2026-11-03').isCondensed).toBe(false);
  const before = figures(DEFAULT_SETTINGS);
  expect(before.place).toBe('sweet-spot');
  expect(figures(parseSettings({ daysOff: ['2026-10-13'] }).settings)).toEqual(before);
  expect(
    figures(parseSettings({ agreements: [{ minMinutes: 0, maxMinutes: 15 }] }).settings),
  ).toMatchObject({ place: 'over', countedMs: before.countedMs });
});

test('erasing days erases their totals, and erasing everything all of them', () => {
  const dir = tempDir();
  const folder = dataFolder(dir);
  const database = openDatabase(folder);
  createSpanRepository(database).apply({ saved: OFFICE, removed: [] });
  condense(database, folder, '2026-11-02', DEFAULT_SETTINGS, 'totals');
  const { totals } = createSpanRepository(database);
  eraseDays(database, folder, { from: '2026-10-14', to: '2026-10-16' });
  expect(totals.between('2026-10-13', '2026-10-17').map(({ date }) => date)).toEqual([
    '2026-10-13',
    '2026-10-17',
  ]);
  expect(filesWith(dir, Buffer.from('2026-10-15'))).toEqual([]);
  eraseAll(database, folder);
  expect(totals.count()).toBe(0);
  expect(filesWith(dir, Buffer.from('2026-10-'))).toEqual([]);
  database.close();
});

test('totals come out of a damaged database, and spans of condensed days do not come in again', () => {
  const dir = tempDir();
  const folder = dataFolder(dir);
  const database = openDatabase(folder);
  createSpanRepository(database).apply({ saved: OFFICE, removed: [] });
  const text = [...writeDataFile(DEFAULT_SETTINGS, database)].join('');
  condense(database, folder, '2026-11-02', DEFAULT_SETTINGS, 'totals');
  expect(takeOver(database, readDataFile(text), DEFAULT_SETTINGS, null).spans).toBe(0);
  database.close();
  const other = openMemoryDatabase();
  salvageFile(folder.database, other, Date.UTC(2027, 0, 1));
  expect(createSpanRepository(other).totals.count()).toBe(21);
});
