import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createReviewHandlers } from '../../../electron/review/review-handlers.ts';
import { weekToReview } from '../../../electron/review/review-due.ts';
import { openDatabase, openMemoryDatabase } from '../../../electron/storage/database.ts';
import { backUp, listBackups } from '../../../electron/storage/backups.ts';
import { dataFolder } from '../../../electron/data-folder/data-folder.ts';
import { createNotes } from '../../../electron/storage/notes.ts';
import { createSpanRepository } from '../../../electron/storage/span-repository.ts';
import {
  DEFAULT_SETTINGS,
  parseSettings,
  type Settings,
} from '../../../shared/settings/settings.ts';
import { EXAMPLE_SPANS } from '../../support/example-weeks.ts';
import { tempDir } from '../../support/temp-dir.ts';

const ZONE = 'Europe/Amsterdam';
const at = (time: string) => Date.parse(`${time}:00+01:00`);

describe('the week that can be looked back on', () => {
  const due = (time: string, settings: Settings = DEFAULT_SETTINGS) =>
    weekToReview(settings, at(time), ZONE);

  test.each([
    ['a Thursday evening', '2026-11-19T22:00', '2026-11-13'],
    ['Friday before the end of working time', '2026-11-20T17:29', '2026-11-13'],
    ['Friday at its end', '2026-11-20T17:30', '2026-11-20'],
    ['Sunday night', '2026-11-22T23:59', '2026-11-20'],
    ['Monday', '2026-11-23T00:00', '2026-11-20'],
    ['Monday after work', '2026-11-23T18:00', '2026-11-20'],
  ])('%s', (_when, time, expected) => {
    expect(due(time)).toBe(expected);
  });

  test('ends with its last working day, and goes on over days off', () => {
    const settings = { ...DEFAULT_SETTINGS, daysOff: ['2026-11-20', '2026-11-23'] };
    expect(due('2026-11-19T17:30', settings)).toBe('2026-11-19');
    expect(due('2026-11-23T12:00', settings)).toBe('2026-11-19');
    expect(due('2026-11-24T18:00', settings)).toBe('2026-11-19');
    expect(due('2026-11-27T00:00', settings)).toBe(null);
  });

  test('is there on Monday where Sunday’s went on until midnight', () => {
    const [schedule] = DEFAULT_SETTINGS.schedules;
    const [week] = schedule?.weeks ?? [];
    if (!schedule || !week) throw new Error('No schedule');
    const sunday = [{ from: '16:00', to: '24:00' }];
    const settings = {
      ...DEFAULT_SETTINGS,
      schedules: [{ ...schedule, weeks: [{ ...week, sunday }] }],
    };
    expect(due('2026-11-22T23:59', settings)).toBe('2026-11-15');
    expect(due('2026-11-23T00:00', settings)).toBe('2026-11-22');
    expect(due('2026-11-23T08:59', settings)).toBe('2026-11-22');
    expect(due('2026-11-23T09:00', settings)).toBe('2026-11-22');
  });

  test('is none after a week off, and none without working time', () => {
    const week = ['23', '24', '25', '26', '27', '30'].map((day) => `2026-11-${day}`);
    const settings = { ...DEFAULT_SETTINGS, daysOff: week };
    expect(due('2026-11-27T12:00', settings)).toBe('2026-11-20');
    expect(due('2026-11-28T12:00', settings)).toBe(null);
    const never = { ...DEFAULT_SETTINGS, schedules: [] };
    expect(due('2026-11-20T18:00', never)).toBe(null);
  });
});

describe('the handlers', () => {
  function setUp(patch: object = {}, time = '2026-11-20T18:00') {
    const database = openMemoryDatabase();
    const settings = parseSettings({ ...DEFAULT_SETTINGS, welcomed: true, ...patch }).settings;
    const nowMs = at(time);
    const spans = createSpanRepository(database);
    return {
      database,
      spans,
      handlers: createReviewHandlers({
        notes: {
          store: { database },
          folder: dataFolder(tempDir()),
          onForgotten: () => undefined,
        },
        settings: { get: () => settings },
        view: () => ({ spans, settings, nowMs, zone: ZONE }),
        nowMs: () => nowMs,
      }),
    };
  }

  test('tell of a week with something in it, until it was put aside', () => {
    const { handlers, spans } = setUp();
    expect(handlers['review:due']()).toBe(null);
    spans.apply({ saved: EXAMPLE_SPANS, removed: [] });
    expect(handlers['review:due']()).toEqual({ week: '2026-W47', monday: '2026-11-16' });
    const aside = setUp({ reviewedWeek: '2026-W47' });
    aside.spans.apply({ saved: EXAMPLE_SPANS, removed: [] });
    expect(aside.handlers['review:due']()).toBe(null);
  });

  test('tell of none to who starts the app first on a day off, nor while the first run lasts', () => {
    const saturday = setUp({}, '2026-11-21T12:00');
    const [span] = EXAMPLE_SPANS;
    if (!span) throw new Error('There is no such span');
    const startedAtMs = at('2026-11-21T11:59');
    const few = { ...span, startedAtMs, endedAtMs: startedAtMs + 5_000 };
    saturday.spans.apply({ saved: [few], removed: [] });
    expect(saturday.handlers['review:due']()).toBe(null);
    const first = setUp({ welcomed: false });
    first.spans.apply({ saved: EXAMPLE_SPANS, removed: [] });
    expect(first.handlers['review:due']()).toBe(null);
  });

  test('keep a note a week, and delete one that is emptied', () => {
    const { handlers, database } = setUp();
    const week = '2026-W47';
    expect(handlers['note:get'](week)).toEqual({ week, text: '' });
    const text = 'Two lines\n\u{1F642} and ="this"';
    void handlers['note:set']({ week, text });
    expect(handlers['note:get'](week)).toEqual({ week, text });
    expect(handlers['note:get']('2026-W48')).toEqual({ week: '2026-W48', text: '' });
    void handlers['note:set']({ week: '2026-W45', text: 'Earlier' });
    expect(handlers['note:list']()).toEqual([
      { week, text },
      { week: '2026-W45', text: 'Earlier' },
    ]);
    void handlers['note:set']({ week: '2026-W45', text: '' });
    void handlers['note:set']({ week, text: ' \n' });
    expect(createNotes(database).all()).toEqual([]);
  });

  test('leave no byte of a note that is emptied, also where that did not work at once', () => {
    const folder = dataFolder(tempDir());
    const database = openDatabase(folder);
    let copies = 0;
    const notes = {
      store: { database },
      folder: { ...folder, backups: '\0' },
      onForgotten: () => {
        copies += 1;
      },
    };
    const handlers = createReviewHandlers({
      notes,
      settings: { get: () => DEFAULT_SETTINGS },
      view: () => {
        throw new Error('not asked for');
      },
      nowMs: () => 0,
    });
    const set = (text: string) => void handlers['note:set']({ week: '2026-W47', text });
    const holding = () =>
      readdirSync(folder.dir, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder.dir, name))
        .filter((file) => statSync(file).isFile())
        .filter((file) => readFileSync(file).includes('Zyxwvut'));
    set('Zyxwvut Qponmlk');
    backUp(database, folder, '2026-11-20');
    expect(holding().length).toBeGreaterThan(1);
    // A folder of copies that cannot be deleted.
    expect(() => set('')).toThrow();
    expect(copies).toBe(0);
    expect(createNotes(database).all()).toEqual([]);
    notes.folder = folder;
    set('');
    expect(copies).toBe(1);
    expect(listBackups(folder)).toEqual([]);
    expect(holding()).toEqual([]);
    // Nothing was there to forget: the copies stay.
    backUp(database, folder, '2026-11-21');
    set('');
    expect(listBackups(folder)).toHaveLength(1);
    database.close();
  });

  test('say so where nothing can be written', () => {
    const handlers = createReviewHandlers({
      notes: {
        store: { database: undefined },
        folder: dataFolder('/nowhere'),
        onForgotten: () => undefined,
      },
      settings: { get: () => DEFAULT_SETTINGS },
      view: () => {
        throw new Error('not asked for');
      },
      nowMs: () => 0,
    });
    const code = expect.objectContaining({ code: 'not-saved' }) as unknown;
    expect(() => handlers['note:get']('2026-W47')).toThrow(code);
    expect(() => handlers['note:set']({ week: '2026-W47', text: 'a' })).toThrow(code);
  });
});
