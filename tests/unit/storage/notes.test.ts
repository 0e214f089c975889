import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDataFile, writeDataFile } from '../../../electron/data-file/data-file.ts';
import { takeOver } from '../../../electron/data-file/take-over.ts';
import { readTables } from '../../../electron/privacy/stored.ts';
import { reportJson } from '../../../electron/report/report.ts';
import { backUp } from '../../../electron/storage/backups.ts';
import { dataFolder } from '../../../electron/data-folder/data-folder.ts';
import { openDatabase, openMemoryDatabase } from '../../../electron/storage/database.ts';
import { eraseAll, eraseDays } from '../../../electron/storage/erase.ts';
import { createNotes } from '../../../electron/storage/notes.ts';
import { salvageFile } from '../../../electron/storage/salvage.ts';
import { checkIntegrity, migrate, MIGRATIONS } from '../../../electron/storage/schema.ts';
import { createSpanRepository } from '../../../electron/storage/span-repository.ts';
import { addDays, datesOf, isoWeekOf } from '../../../shared/domain/calendar.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { LATER_MS } from '../../support/days.ts';

const noteOf = (week: string, text: string, updatedAtMs = 1) => ({ week, text, updatedAtMs });
const weeksOf = (database: DatabaseSync) =>
  createNotes(database)
    .all()
    .map(({ week }) => week);
const textOf = (database: DatabaseSync) => [...writeDataFile(DEFAULT_SETTINGS, database)].join('');

describe('a note', () => {
  test('of any text comes back as it was, but for what no text can hold', () => {
    const database = openMemoryDatabase();
    const notes = createNotes(database);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        notes.set([noteOf('2026-W47', text)]);
        const kept = text.toWellFormed().replaceAll('\0', '');
        expect(notes.get('2026-W47')?.text ?? '').toBe(kept.trim() === '' ? '' : kept);
        expect(checkIntegrity(database)).toBe('ok');
      }),
    );
  });

  test('that cannot be right is refused by the table, and found by the check', () => {
    const database = openMemoryDatabase();
    const add = (week: string, text: string) =>
      database.prepare('INSERT INTO notes VALUES (?, ?, 1)').run(week, text);
    expect(() => add('47', 'a')).toThrow();
    expect(() => add('2026-W47', '')).toThrow();
    expect(() => add('2026-W47', 'a'.repeat(2001))).toThrow();
    database.exec('PRAGMA ignore_check_constraints = ON');
    add('47', 'a');
    database.exec('PRAGMA ignore_check_constraints = OFF');
    expect(checkIntegrity(database)).not.toBe('ok');
  });

  test('is none in a database of an older version, which is sound all the same', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database, MIGRATIONS.slice(0, 2));
    expect(createNotes(database).all()).toEqual([]);
    expect(createNotes(database).get('2026-W47')).toBeUndefined();
    expect(checkIntegrity(database)).toBe('ok');
  });

  test('is shown among what is stored, and in no report', () => {
    const database = openMemoryDatabase();
    createNotes(database).set([noteOf('2026-W47', 'planted words')]);
    expect(readTables(database).find(({ name }) => name === 'notes')).toMatchObject({
      columns: ['week', 'text', 'updated_at'],
      rows: [['2026-W47', 'planted words', '1']],
      count: 1,
    });
    for (const by of ['span', 'day', 'week'] as const) {
      const request = {
        from: '2026-11-16',
        to: '2026-11-22',
        by,
        includePrivate: true,
        nowMs: LATER_MS,
      };
      const spans = createSpanRepository(database);
      const report = JSON.stringify(reportJson(spans, DEFAULT_SETTINGS, request));
      expect(report).not.toContain('planted');
    }
  });
});

describe('erasing', () => {
  test('takes the weeks that lie whole in the range, and those alone', () => {
    const first = '2026-12-07';
    fc.assert(
      fc.property(fc.nat(60), fc.nat(40), (start, length) => {
        const from = addDays(first, start);
        const to = addDays(from, length);
        const database = openMemoryDatabase();
        const days = datesOf(first, addDays(first, 120));
        const weeks = [...new Set(days.map((day) => isoWeekOf(day)))];
        createNotes(database).set(weeks.map((week) => noteOf(week, 'a')));
        createNotes(database).removeWeeks(from, to);
        const stays = (week: string) =>
          days.some((day) => isoWeekOf(day) === week && (day < from || day > to));
        expect(weeksOf(database)).toEqual(weeks.filter(stays));
      }),
    );
  });

  test.each([
    ['a range', { from: '2026-11-16', to: '2026-11-22' }],
    ['everything', null],
  ])('of %s leaves no byte of a note, in copies neither', (_what, range) => {
    const folder = dataFolder(tempDir());
    const database = openDatabase(folder);
    const needle = 'unmistakable words';
    createNotes(database).set([noteOf('2026-W47', `${needle} ${'long '.repeat(300)}`)]);
    backUp(database, folder, '2026-11-20');
    const found = () =>
      readdirSync(folder.dir, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder.dir, name))
        .filter((file) => statSync(file).isFile() && readFileSync(file).includes(needle)).length;
    expect(found()).toBeGreaterThan(1);
    if (range) eraseDays(database, folder, range);
    else eraseAll(database, folder);
    expect(found()).toBe(0);
    database.close();
    expect(found()).toBe(0);
  });
});

test('what is newer in a damaged database is saved from it', () => {
  const folder = dataFolder(tempDir());
  const damaged = openDatabase(folder);
  createNotes(damaged).set([
    noteOf('2026-W45', 'older', 1),
    noteOf('2026-W46', 'newer', 9),
    noteOf('2026-W47', 'only here', 5),
  ]);
  damaged.close();
  const into = openMemoryDatabase();
  createNotes(into).set([noteOf('2026-W45', 'of the copy', 3), noteOf('2026-W46', 'old', 3)]);
  expect(salvageFile(folder.database, into, Date.now())).toBe(2);
  expect(
    createNotes(into)
      .all()
      .map(({ text }) => text),
  ).toEqual(['of the copy', 'newer', 'only here']);
});

describe('the file of everything', () => {
  test('has them, brings them to another machine once, and leaves a note that is there', () => {
    const here = openMemoryDatabase();
    createNotes(here).set([noteOf('2026-W46', 'one'), noteOf('2026-W47', 'two\n"lines"', 7)]);
    const text = textOf(here);
    const there = openMemoryDatabase();
    createNotes(there).set([noteOf('2026-W46', 'own')]);
    const take = () => takeOver(there, readDataFile(text), DEFAULT_SETTINGS, null);
    expect(take()).toEqual({ spans: 0, others: 1, settings: 0 });
    expect(createNotes(there).all()).toEqual([
      noteOf('2026-W46', 'own'),
      noteOf('2026-W47', 'two\n"lines"', 7),
    ]);
    expect(take().others).toBe(0);
    const empty = openMemoryDatabase();
    takeOver(empty, readDataFile(text), DEFAULT_SETTINGS, null);
    expect(textOf(empty)).toBe(text);
  });

  test.each([
    ['a week twice', [{ week: '2026-W47' }, { week: '2026-W47' }]],
    ['no week', [{ week: '2026-W54' }]],
    ['blanks alone', [{ text: ' ' }]],
    ['too long a text', [{ text: 'a'.repeat(2001) }]],
  ])('is refused with %s', (_what, parts) => {
    const notes = parts.map((part) => ({
      week: '2026-W47',
      text: 'a',
      updated: '2026-11-20T16:00:00.000Z',
      ...part,
    }));
    const file: unknown = JSON.parse(textOf(openMemoryDatabase()));
    const text = JSON.stringify({ ...(file as object), notes });
    expect(() => readDataFile(text)).toThrow('notes');
  });
});
