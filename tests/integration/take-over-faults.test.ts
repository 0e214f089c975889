/** @file Taking over a history or a file of everything, and what else the window stores, where the disk is full. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, describe, expect, onTestFinished, test } from 'vitest';
import { writeDataFile } from '../../electron/data-file/data-file.ts';
import { createDataHandlers } from '../../electron/data-file/data-handlers.ts';
import { createImportHandlers } from '../../electron/import/import-handlers.ts';
import { planImport } from '../../electron/import/plan.ts';
import { createReviewHandlers } from '../../electron/review/review-handlers.ts';
import { createActionLog } from '../../electron/storage/action-log.ts';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { openMemoryDatabase } from '../../electron/storage/database.ts';
import { createNotes } from '../../electron/storage/notes.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { createTimerHandlers } from '../../electron/tracking/timer-handlers.ts';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../../shared/settings/settings.ts';
import { TRACKING } from '../support/fake-views.ts';
import { fillDisk, smallDisk } from '../support/small-disk.ts';
import { allSpans, someSpans } from '../support/stored-spans.ts';
import { tempDir } from '../support/temp-dir.ts';
import { createHarness } from '../unit/corrections/harness.ts';
import {
  exportOf,
  FEED,
  MAIL,
  OPTIONS,
  piecesOf,
  windowEvent,
  windows,
} from '../unit/import/make-export.ts';

const NOT_SAVED = expect.objectContaining({ code: 'not-saved' }) as unknown;

/** A database with spans, on a disk of its own that can be filled. */
function onDisk(context: TestContext) {
  const dir = smallDisk(context, '8m');
  const harness = createHarness(true, dir);
  onTestFinished(harness.close);
  const { database, recorder } = harness;
  createSpanRepository(database).apply({ saved: someSpans(20), removed: [] });
  // The journal takes no room of its own any more.
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const tracker = { halt: () => undefined, release: () => undefined, recorder };
  let filler: string | undefined;
  return {
    ...harness,
    tracker,
    folder: dataFolder(dir),
    fill: () => (filler = fillDisk(dir)),
    makeRoom: () => rmSync(filler ?? ''),
    /** Finds nothing changed, and nothing under way. */
    expectUntouched: () => {
      expect(database.isTransaction).toBe(false);
      expect(allSpans(database)).toEqual(someSpans(20));
      expect(createActionLog(database).count()).toBe(0);
    },
  };
}

describe.for([3, 20_000])('taking over %i spans on a full disk', (count) => {
  test('of another tracker says so, stores nothing, and can be tried again', async (context) => {
    const disk = onDisk(context);
    const { database, tracker } = disk;
    const events = Array.from({ length: count }, (_, index) =>
      windowEvent(index * 10, index * 10 + 10, index % 2 ? FEED : MAIL),
    );
    const handlers = createImportHandlers({
      store: { database },
      tracker,
      settings: { get: () => OPTIONS.settings },
      askWhichToOpen: () => Promise.resolve('export.json'),
      sizeOf: () => Promise.resolve(1),
      read: async () => ({
        kind: 'plan',
        plan: await planImport(piecesOf(exportOf(windows(events))), OPTIONS),
      }),
      onProgress: () => undefined,
      nowMs: () => OPTIONS.nowMs,
      zone: () => OPTIONS.zone,
      onTaken: () => undefined,
    });
    expect(await handlers['history:open']()).toMatchObject({ preview: { id: 1, spans: count } });
    disk.fill();
    await expect(handlers['history:take']({ id: 1, withPhones: false })).rejects.toEqual(NOT_SAVED);
    await expect(handlers['history:take']({ id: 1, withPhones: false })).rejects.toEqual(NOT_SAVED);
    disk.expectUntouched();
    disk.makeRoom();
    expect(await handlers['history:take']({ id: 1, withPhones: false })).toEqual({ spans: count });
    expect(createSpanRepository(database).count()).toBe(20 + count);
    await expect(handlers['history:take']({ id: 1, withPhones: false })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('of a file of everything says so, leaves all as it was, and can be tried again', async (context) => {
    const disk = onDisk(context);
    const { database, tracker } = disk;
    const there = openMemoryDatabase();
    createSpanRepository(there).apply({ saved: someSpans(count, 100), removed: [] });
    const file = join(tempDir(), 'everything.json');
    writeFileSync(
      file,
      [...writeDataFile({ ...DEFAULT_SETTINGS, idleSeconds: 240 }, there)].join(''),
    );
    let settings: Settings = DEFAULT_SETTINGS;
    const handlers = createDataHandlers({
      store: { database },
      tracker,
      settings: {
        get: () => settings,
        set: (patch) => (settings = parseSettings({ ...settings, ...patch }).settings),
      },
      askWhereToSave: () => Promise.resolve(undefined),
      askWhichToOpen: () => Promise.resolve(file),
      writePieces: () => Promise.resolve(),
      readFile: (name) => Promise.resolve(readFileSync(name)),
      nowMs: () => 7,
      zone: () => 'Europe/Amsterdam',
      onTaken: () => undefined,
    });
    expect(await handlers['data:open-everything']()).toMatchObject({
      preview: { newSpans: count },
    });
    disk.fill();
    const take = () => handlers['data:take-everything']({ id: 1, withSettings: true });
    expect(take).toThrow(NOT_SAVED);
    expect(take).toThrow(NOT_SAVED);
    disk.expectUntouched();
    expect(settings).toEqual(DEFAULT_SETTINGS);
    disk.makeRoom();
    expect(take()).toEqual({ spans: count, others: 0, settings: 1 });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, idleSeconds: 240 });
    expect(createSpanRepository(database).count()).toBe(20 + count);
    expect(take).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

test('on a full disk a note and what a timed span was are not saved, which is said', (context) => {
  const disk = onDisk(context);
  const { database, corrections, folder } = disk;
  const { startedAtMs, endedAtMs } = someSpans(1, 10)[0] ?? fail();
  const notes = createReviewHandlers({
    notes: { store: { database }, folder, onForgotten: () => undefined },
    settings: { get: () => DEFAULT_SETTINGS },
    view: fail,
    nowMs: () => 7,
  });
  let forgotten = 0;
  const timer = createTimerHandlers(
    {
      startTimer: () => false,
      stopTimer: () => undefined,
      forgetTimed: () => (forgotten += 1),
      status: () => ({ ...TRACKING, timed: { startedAtMs, endedAtMs } }),
    },
    corrections.relabelTimed,
  );
  disk.fill();
  expect(() => notes['note:set']({ week: '2026-W47', text: 'a' })).toThrow(NOT_SAVED);
  expect(() => timer['timer:label']('learning')).toThrow(NOT_SAVED);
  expect(forgotten).toBe(0);
  disk.expectUntouched();
  disk.makeRoom();
  void notes['note:set']({ week: '2026-W47', text: 'a' });
  expect(createNotes(database).get('2026-W47')?.text).toBe('a');
  void timer['timer:label']('learning');
  expect(forgotten).toBe(1);
  expect(allSpans(database)[10]).toMatchObject({ activity: 'learning', relabelled: true });
});

function fail(): never {
  throw new Error('There is none');
}
