import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  type DataFolder,
  dataFolder,
  listSetAside,
} from '../../electron/data-folder/data-folder.ts';
import { type SpanStore, openSpanStore } from '../../electron/storage/span-store.ts';
import { createRecorder } from '../../electron/tracking/recorder.ts';
import { withUnsaved } from '../../electron/figures/day-and-week-views.ts';
import type { Span } from '../../shared/domain/span.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import {
  AFTERWARDS_MS,
  allSpans,
  folderWithSpans,
  someSpans,
  withClosedFolder,
  withDatabase,
} from '../support/stored-spans.ts';
import { AMSTERDAM } from '../support/days.ts';
import { fillDisk, smallDisk } from '../support/small-disk.ts';
import { tempDir } from '../support/temp-dir.ts';

const START_MS = 5_000;

/** Opens the store as the app does when it starts. It is closed when the test ends. */
function open(folder: DataFolder): { store: SpanStore; notices: string[] } {
  const notices: string[] = [];
  const startedMs = performance.now();
  const store = openSpanStore({
    folder,
    nowMs: () => AFTERWARDS_MS,
    onRecovered: (notice) => notices.push(notice),
  });
  expect(performance.now() - startedMs).toBeLessThan(START_MS);
  onTestFinished(() => store.close());
  return { store, notices };
}

const spansOf = (store: SpanStore) => store.between(0, Number.MAX_SAFE_INTEGER);

const LATER = someSpans(3, 500);

/** What a folder has on its disk, read by another process's eyes. */
const storedIn = (folder: DataFolder): Span[] => withDatabase(folder, allSpans);

describe('a folder that is closed to writing', () => {
  test('can be read, and takes what was kept once it is open again', () => {
    const folder = folderWithSpans(20);
    const store = withClosedFolder(folder.dir, () => {
      const opened = open(folder);
      expect(opened.store.database).toBeUndefined();
      expect(spansOf(opened.store)).toEqual(someSpans(20));
      expect(() => opened.store.apply({ saved: LATER, removed: [] })).toThrow(
        /cannot be written|EACCES/,
      );
      return opened.store;
    });
    store.apply({ saved: LATER, removed: [] });
    expect(store.database).toBeDefined();
    expect(spansOf(store)).toEqual([...someSpans(20), ...LATER]);
    store.close();
    expect(storedIn(folder)).toEqual([...someSpans(20), ...LATER]);
    expect(listSetAside(folder)).toEqual([]);
  });

  test('may have no database yet', () => {
    const dir = join(tempDir(), 'data');
    mkdirSync(dir);
    const folder = dataFolder(dir);
    const store = withClosedFolder(dir, () => {
      const opened = open(folder);
      expect(spansOf(opened.store)).toEqual([]);
      return opened.store;
    });
    store.apply({ saved: LATER, removed: [] });
    expect(spansOf(store)).toEqual(LATER);
  });

  test('is not where a damaged database is touched', () => {
    const folder = folderWithSpans(20, 10);
    writeFileSync(folder.database, 'garbage');
    const { store, notices } = withClosedFolder(folder.dir, () => open(folder));
    expect(spansOf(store)).toEqual([]);
    expect(notices).toEqual([]);
    expect(listSetAside(folder)).toEqual([]);
    store.apply({ saved: LATER, removed: [] });
    expect(notices).toEqual(['database-restored']);
    expect(spansOf(store)).toEqual([...someSpans(10), ...LATER]);
  });
});

describe('a database that another program holds', () => {
  /** Takes a database for itself until the returned function is called. */
  function hold(folder: DataFolder, how: string): () => void {
    const other = new DatabaseSync(folder.database);
    other.exec(how);
    return () => other.close();
  }

  test('is left where it is, and taken when it is free', () => {
    const folder = folderWithSpans(20, 10);
    const release = hold(
      folder,
      'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE spans SET relabelled = 0; COMMIT',
    );
    const { store, notices } = open(folder);
    expect(store.database).toBeUndefined();
    const startedMs = performance.now();
    expect(() => store.apply({ saved: LATER, removed: [] })).toThrow(/SQLite 5/);
    // Each try is short: the app is not held up while it waits.
    expect(performance.now() - startedMs).toBeLessThan(500);
    release();
    store.apply({ saved: LATER, removed: [] });
    expect(spansOf(store)).toEqual([...someSpans(20), ...LATER]);
    expect(notices).toEqual([]);
    expect(listSetAside(folder)).toEqual([]);
  });

  test('is waited for once, and not again at each try', () => {
    const folder = folderWithSpans(20);
    const { store } = open(folder);
    const release = hold(folder, 'BEGIN IMMEDIATE');
    expect(() => store.apply({ saved: LATER, removed: [] })).toThrow(/locked/);
    const startedMs = performance.now();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(() => store.apply({ saved: LATER, removed: [] })).toThrow(/locked/);
    }
    expect(performance.now() - startedMs).toBeLessThan(500);
    release();
    store.apply({ saved: LATER, removed: [] });
    expect(spansOf(store)).toEqual([...someSpans(20), ...LATER]);
  });

  test('is no excuse to start twice on one folder', () => {
    const folder = folderWithSpans(1);
    open(folder);
    expect(() => open(folder)).toThrow(/Sweetspot is running/);
  });
});

test('a lock file with something in it does not keep the app from starting', () => {
  const folder = folderWithSpans(5);
  writeFileSync(folder.lock, 'not empty, as after a bad copy');
  expect(spansOf(open(folder).store)).toEqual(someSpans(5));
});

describe('a full disk', () => {
  test('loses nothing: what was measured meanwhile is seen, and stored when there is room', (context) => {
    const dir = smallDisk(context);
    const folder = dataFolder(join(dir, 'data'));
    const { store } = open(folder);
    store.apply({ saved: someSpans(20), removed: [] });
    const errors: unknown[] = [];
    const recorder = createRecorder({
      settings: DEFAULT_SETTINGS,
      floorMs: 0,
      store: store.apply,
      onStoreError: (error) => errors.push(error),
    });
    const startMs = AFTERWARDS_MS;
    const see = (second: number, title: string) =>
      recorder.see({ atMs: startMs + second * 1000, monoMs: second * 1000, idleMs: 0 }, AMSTERDAM, {
        kind: 'window',
        key: '1',
        sample: { app: 'chromium', title },
      });
    const titles = ['Feed | LinkedIn', 'Messaging | LinkedIn', 'Notes'];
    const filler = fillDisk(dir);
    for (let second = 0; second <= 2_000; second += 1) {
      see(second, titles[Math.floor(second / 100) % 3] ?? '');
    }
    expect(errors.length).toBeGreaterThan(10);
    const seen = withUnsaved(store, recorder.unsaved, recorder.state.open);
    const shown = seen.between(startMs, startMs + 3_600_000);
    expect(shown).toHaveLength(20);
    expect(store.between(startMs, startMs + 3_600_000).length).toBeLessThan(20);

    rmSync(filler);
    see(2_001, 'Feed | LinkedIn');
    for (let second = 2_002; second < 2_010; second += 1) see(second, 'Feed | LinkedIn');
    expect(recorder.unsaved.size).toBe(0);
    recorder.flush();
    store.close();
    const stored = storedIn(folder);
    expect(stored.slice(0, 20)).toEqual(someSpans(20));
    expect(stored.slice(20, 39)).toEqual(shown.slice(0, 19));
    const totalMs = stored
      .slice(20)
      .reduce((sum, span) => sum + (span.endedAtMs - span.startedAtMs), 0);
    expect(totalMs).toBe(2_009_000);
  });

  test('does not keep the app from starting', (context) => {
    const dir = smallDisk(context);
    const folder = dataFolder(join(dir, 'data'));
    withDatabase(folder, () => undefined);
    open(folder).store.close();
    const filler = fillDisk(dir);
    const { store } = open(folder);
    expect(() => store.apply({ saved: someSpans(200), removed: [] })).toThrow();
    rmSync(filler);
    store.apply({ saved: someSpans(200), removed: [] });
    store.close();
    expect(storedIn(folder)).toEqual(someSpans(200));
  });

  test('is survived by a folder that was never used', (context) => {
    const dir = smallDisk(context);
    const filler = fillDisk(dir);
    const folder = dataFolder(join(dir, 'data'));
    const { store, notices } = open(folder);
    expect(spansOf(store)).toEqual([]);
    expect(() => store.apply({ saved: LATER, removed: [] })).toThrow();
    rmSync(filler);
    store.apply({ saved: LATER, removed: [] });
    expect(spansOf(store)).toEqual(LATER);
    expect(notices).toEqual([]);
  });
});
