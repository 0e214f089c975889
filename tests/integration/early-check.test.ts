/** @file The look for damage that a worker makes while the app is loaded: it counts only where it found none. */
import { statSync, utimesSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type DataFolder, dataFolder } from '../../electron/data-folder/data-folder.ts';
import { startEarlyCheck } from '../../electron/storage/early-check.ts';
import { openOrRecover } from '../../electron/storage/recover.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { openSpanStore } from '../../electron/storage/span-store.ts';
import {
  AFTERWARDS_MS,
  allSpans,
  damageMiddle,
  folderWithSpans,
  someSpans,
  withDatabase,
} from '../support/stored-spans.ts';
import { tempDir } from '../support/temp-dir.ts';

const WORKER = new URL('../../electron/storage/check-worker.ts', import.meta.url);

/** Starts as the app does, and tells what had to be mended. */
function opened(folder: DataFolder, isKnownSound: Awaited<ReturnType<typeof startEarlyCheck>>) {
  const { database, notice } = openOrRecover(folder, AFTERWARDS_MS, 0, isKnownSound);
  try {
    return { notice, spans: allSpans(database) };
  } finally {
    database.close();
  }
}

test('a sound database is known to be sound, and its files are left as they are', async () => {
  const folder = folderWithSpans(300);
  const before = statSync(folder.database).mtimeMs;
  const isKnownSound = await startEarlyCheck(folder, WORKER);
  expect(isKnownSound?.(folder)).toBe(true);
  expect(statSync(folder.database).mtimeMs).toBe(before);
  expect(isKnownSound?.(folderWithSpans(300))).toBe(false);
  expect(opened(folder, isKnownSound)).toEqual({ notice: null, spans: someSpans(300) });
});

test('damage is not known to be sound, and is recovered from as ever', async () => {
  const folder = folderWithSpans(300, 200);
  damageMiddle(folder);
  const isKnownSound = await startEarlyCheck(folder, WORKER);
  expect(isKnownSound).toBeUndefined();
  expect(opened(folder, isKnownSound).notice).toBe('database-restored');
});

test('a span that SQLite finds whole and that cannot be right is found too', async () => {
  const folder = folderWithSpans(300, 200);
  withDatabase(folder, (database) =>
    database.exec(
      "PRAGMA ignore_check_constraints = ON; UPDATE spans SET activity = 'gardening' WHERE started_at = (SELECT max(started_at) FROM spans)",
    ),
  );
  expect(await startEarlyCheck(folder, WORKER)).toBeUndefined();
});

test('what was damaged after the look is looked at again', async () => {
  const folder = folderWithSpans(300, 200);
  const isKnownSound = await startEarlyCheck(folder, WORKER);
  damageMiddle(folder);
  expect(isKnownSound?.(folder)).toBe(false);
  expect(opened(folder, isKnownSound).notice).toBe('database-restored');
});

test('a journal that was written after the look makes it count no more', async () => {
  const folder = folderWithSpans(300);
  const isKnownSound = await startEarlyCheck(folder, WORKER);
  withDatabase(folder, (database) => {
    createSpanRepository(database).apply({ saved: someSpans(1, 300), removed: [] });
    expect(isKnownSound?.(folder)).toBe(false);
  });
});

test('damage that gives itself the old time is found, as the system keeps when a file was changed', async () => {
  const folder = folderWithSpans(300, 200);
  const { atime, mtime } = statSync(folder.database);
  const isKnownSound = await startEarlyCheck(folder, WORKER);
  damageMiddle(folder);
  utimesSync(folder.database, atime, mtime);
  expect(opened(folder, isKnownSound).notice).toBe('database-restored');
});

test('where there is no database, or no worker, nothing is known', async () => {
  expect(await startEarlyCheck(dataFolder(tempDir()), WORKER)).toBeUndefined();
  const missing = new URL('./no-such-worker.ts', import.meta.url);
  await expect(startEarlyCheck(folderWithSpans(3), missing)).rejects.toThrow();
});

test('the store asks once, at its first opening', () => {
  const folder = folderWithSpans(3);
  let asked = 0;
  const store = openSpanStore({
    folder,
    nowMs: () => AFTERWARDS_MS,
    onRecovered: () => undefined,
    isKnownSound: () => (asked += 1) > 0,
  });
  damageMiddle(folder);
  store.doubt(Object.assign(new Error('damaged'), { errcode: 11 }));
  store.look();
  expect(asked).toBe(1);
  store.close();
});
