/** @file Erasing and letting go of older spans where the disk is full, or another process reads what is to go. */
import { rmSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createCorrectionHandlers } from '../../electron/corrections/correction-handlers.ts';
import { createRetention } from '../../electron/privacy/retention.ts';
import { createActionLog, wordlessAction } from '../../electron/storage/action-log.ts';
import { type DataFolder, dataFolder } from '../../electron/data-folder/data-folder.ts';
import { openDatabase, openReadOnly } from '../../electron/storage/database.ts';
import { eraseAll, forget, isForgetting } from '../../electron/storage/erase.ts';
import { createNotes } from '../../electron/storage/notes.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { openSpanStore } from '../../electron/storage/span-store.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings/settings.ts';
import { runCli } from '../support/cli.ts';
import { fillDisk, smallDisk } from '../support/small-disk.ts';
import { AFTERWARDS_MS, folderWithSpans, someSpans } from '../support/stored-spans.ts';
import { createHarness, isOnDisk } from '../unit/corrections/harness.ts';

/** Spans of seventeen days. */
const COUNT = 5_000;

/** Room for a change of a few spans, and not for the whole file written anew. */
const SOME_ROOM = 64 * 1024;

/** The end of a span as SQLite writes it. */
function endBytes(index: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(someSpans(1, index)[0]?.endedAtMs ?? 0));
  return bytes.subarray(2);
}

describe('on a full disk', () => {
  function onDisk(dir: string) {
    const harness = createHarness(true, dir);
    onTestFinished(harness.close);
    const { database } = harness;
    const folder = dataFolder(dir);
    createSpanRepository(database).apply({ saved: someSpans(COUNT), removed: [] });
    createActionLog(database).note(wordlessAction('relabelled', 1, AFTERWARDS_MS));
    // The journal takes no room of its own any more.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const handlers = createCorrectionHandlers(harness.corrections, () => undefined);
    const count = () => createSpanRepository(database).count();
    return { ...harness, folder, handlers, count };
  }

  const RANGE = { kind: 'range', from: '2026-11-16', to: '2026-11-17' } as const;

  test('nothing is erased where not all can be, and it is said that it was not', (context) => {
    const dir = smallDisk(context, '2m');
    const { handlers, count, database } = onDisk(dir);
    const filler = fillDisk(dir);
    const { startedAtMs } = someSpans(1)[0] ?? {};
    for (const attempt of [
      () => handlers['data:erase'](RANGE),
      () => handlers['data:erase']({ kind: 'everything' }),
      () => handlers['span:delete']({ atMs: startedAtMs ?? 0 }),
      () => handlers['span:relabel']({ atMs: startedAtMs ?? 0, activity: 'learning' }),
    ]) {
      expect(attempt).toThrow(expect.objectContaining({ code: 'not-saved' }));
    }
    expect(count()).toBe(COUNT);
    expect(createActionLog(database).count()).toBe(1);
    rmSync(filler);
    expect(handlers['data:erase']({ kind: 'everything' })).toEqual({ erased: COUNT });
    expect(isOnDisk(dir, endBytes(1))).toBe(false);
  });

  test('what could be deleted and not be made unreadable is not called erased, and is finished later', (context) => {
    const dir = smallDisk(context, '2m');
    const { handlers, count, database, folder } = onDisk(dir);
    const filler = fillDisk(dir, SOME_ROOM);
    expect(() => handlers['data:erase'](RANGE)).toThrow(
      expect.objectContaining({ code: 'not-saved' }),
    );
    expect(count()).toBeLessThan(COUNT);
    expect(isForgetting(database)).toBe(true);
    rmSync(filler);
    const repository = createSpanRepository(database);
    retentionOf({ ...repository, database }, folder, DEFAULT_SETTINGS).run();
    expect(isForgetting(database)).toBe(false);
    expect(isOnDisk(dir, endBytes(1))).toBe(false);
  });

  test('a deleted span can be taken back although it is not unreadable yet', (context) => {
    const dir = smallDisk(context, '2m');
    const { handlers, corrections, count, spans } = onDisk(dir);
    fillDisk(dir, SOME_ROOM);
    const [first] = spans();
    expect(() => handlers['span:delete']({ atMs: first?.startedAtMs ?? 0 })).toThrow(
      expect.objectContaining({ code: 'not-saved' }),
    );
    expect(count()).toBe(COUNT - 1);
    const [offer] = corrections.offers();
    corrections.undo(offer?.id ?? 0);
    expect(spans()[0]).toEqual(first);
  });

  test('what was erased comes back whole or not at all', (context) => {
    const { handlers, corrections, count, database } = onDisk(smallDisk(context, '2m'));
    createNotes(database).set([{ week: '2026-W47', text: 'a', updatedAtMs: 7 }]);
    void handlers['data:erase']({ kind: 'range', from: '2026-11-16', to: '2026-11-22' });
    const left = count();
    // Where the room ends is told in place of a disk that ends just there.
    database.exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON main.notes
      BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
    const [offer] = corrections.offers();
    const undo = () => handlers['undo:take'](offer?.id ?? 0);
    expect(undo).toThrow(expect.objectContaining({ code: 'not-saved' }));
    expect(count()).toBe(left);
    database.exec('DROP TRIGGER temp.full');
    void undo();
    expect(count()).toBe(COUNT);
    expect(createNotes(database).get('2026-W47')?.text).toBe('a');
  });

  test('older spans are let go of once there is room', (context) => {
    const dir = smallDisk(context, '2m');
    const { database, folder, count } = onDisk(dir);
    const filler = fillDisk(dir);
    const settings: Settings = { ...DEFAULT_SETTINGS, keepSpans: '13-weeks' };
    const repository = createSpanRepository(database);
    const retention = retentionOf({ ...repository, database }, folder, settings);
    retention.run();
    expect(count()).toBe(COUNT);
    expect(retention.notices()).toEqual([]);
    rmSync(filler);
    retention.run();
    expect(count()).toBe(0);
    expect(retention.notices()).toEqual([{ code: 'condensed' }]);
    expect(isForgetting(database)).toBe(false);
  });
});

/** Lets spans go, half a year after those of the tests. */
function retentionOf(
  store: Parameters<typeof createRetention>[0]['store'],
  folder: DataFolder,
  settings: Settings,
) {
  return createRetention({
    store,
    folder,
    settings: () => settings,
    rulesOf: (of) => of,
    nowMs: () => AFTERWARDS_MS + 180 * 86_400_000,
    zone: () => 'Europe/Amsterdam',
    onGone: () => undefined,
  });
}

describe('while another process reads', () => {
  /** Reads in the journal of a database until the returned function is called. */
  function read(folder: DataFolder): () => void {
    const reader = openReadOnly(folder.database);
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM spans').get();
    let isOpen = true;
    const end = () => {
      if (isOpen) reader.close();
      isOpen = false;
    };
    onTestFinished(end);
    return end;
  }

  test('the journal keeps what was erased, which is known and done again', () => {
    const folder = folderWithSpans(100);
    const database = openDatabase(folder);
    onTestFinished(() => {
      database.close();
    });
    database.exec('PRAGMA busy_timeout = 0');
    const { apply } = createSpanRepository(database);
    apply({ saved: [{ ...(someSpans(1, 200)[0] ?? fail()) }], removed: [] });
    const end = read(folder);
    eraseAll(database, folder);
    expect(isForgetting(database)).toBe(true);
    expect(isOnDisk(folder.dir, endBytes(200))).toBe(true);
    end();
    forget(database, folder);
    expect(isForgetting(database)).toBe(false);
    expect(isOnDisk(folder.dir, endBytes(200))).toBe(false);
  });

  test('the command line says that it is not over', async () => {
    const folder = folderWithSpans(100);
    const end = read(folder);
    const erase = ['erase', '--all', '--data', folder.dir];
    const first = await runCli(erase);
    expect(first.status).toBe(2);
    expect(first.stderr).toMatch(/another process reads/);
    end();
    expect((await runCli(erase)).status).toBe(0);
    expect(isOnDisk(folder.dir, endBytes(1))).toBe(false);
  });
});

test('the running app erases for good with all the connections that it has', () => {
  const folder = folderWithSpans(100, 50);
  const store = openSpanStore({ folder, nowMs: () => AFTERWARDS_MS, onRecovered: () => undefined });
  onTestFinished(store.close);
  const database = store.database ?? fail();
  eraseAll(database, folder);
  expect(isForgetting(database)).toBe(false);
  expect(isOnDisk(folder.dir, endBytes(1))).toBe(false);
  // It is the same file, written anew by the app itself.
  expect(store.database === database).toBe(true);
});

function fail(): never {
  throw new Error('There is none');
}
