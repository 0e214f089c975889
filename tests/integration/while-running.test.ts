/**
 * @file What happens to the files of a running app: damaged, deleted, moved, replaced, with their disk or without. No
 * span is lost, and all is well again without a start. Long because all of it shares one recorder, its clock and its disk.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, describe, expect, onTestFinished, test } from 'vitest';
import { createAway } from '../../electron/data-folder/away.ts';
import { listBackups } from '../../electron/storage/backups.ts';
import {
  type DataFolder,
  listSetAside,
  setAsideName,
} from '../../electron/data-folder/data-folder.ts';
import { createNotes } from '../../electron/storage/notes.ts';
import { checkIntegrity } from '../../electron/storage/schema.ts';
import { type SpanStore, openSpanStore } from '../../electron/storage/span-store.ts';
import { lockForWriting } from '../../electron/storage/writer-lock.ts';
import { type Recorder, createRecorder } from '../../electron/tracking/recorder.ts';
import type { Span } from '../../shared/domain/span.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { AMSTERDAM } from '../support/days.ts';
import { copyToDisk, movedToDisk } from '../support/pullable-disk.ts';
import {
  AFTERWARDS_MS,
  allSpans,
  folderWithSpans,
  someSpans,
  withClosedFolder,
  withDatabase,
} from '../support/stored-spans.ts';

/** Spans of the folder, and those of them that its back-up has. */
const COUNT = 600;
const BACKED_UP = 300;

const [FIRST] = someSpans(1) as [Span];

/** What the window shows, for 100 s each. */
const TITLES = ['Feed | LinkedIn', 'Messaging | LinkedIn', 'Notes'];
const EVERY_S = 100;

/** The store and the recorder of a running app, with a clock of their own. */
interface Running {
  readonly folder: DataFolder;
  readonly store: SpanStore;
  readonly recorder: Recorder;
  readonly notices: string[];
  /** How often the spans could not be stored. */
  readonly failures: () => number;
  /** Whether the data are away. */
  readonly isAway: () => boolean;
  /** Says that the data are there again. */
  comeBack(): void;
  /** Sees windows for some seconds, once a second. */
  measure(seconds: number): void;
  /** What was measured so far. */
  measured(): Span[];
  /** Ends the app. @param last happens once all is stored, before the files are let go of. */
  quit(last?: () => void): void;
}

function run(folder = folderWithSpans(COUNT, BACKED_UP)): Running {
  let second = 0;
  let failures = 0;
  let isClosed = false;
  const notices: string[] = [];
  const away = createAway(null);
  const store = openSpanStore({
    folder,
    away,
    nowMs: () => AFTERWARDS_MS + second * 1000,
    onRecovered: (notice) => notices.push(notice),
  });
  const recorder = createRecorder({
    settings: DEFAULT_SETTINGS,
    floorMs: 0,
    store: away.storing(store.apply),
    onStoreError: () => (failures += 1),
  });
  const quit = (last?: () => void) => {
    if (isClosed) return;
    isClosed = true;
    recorder.flush();
    last?.();
    store.close();
  };
  onTestFinished(() => {
    quit();
  });
  const moment = () => ({
    atMs: AFTERWARDS_MS + second * 1000,
    monoMs: second * 1000,
    idleMs: 0,
  });
  const running: Running = {
    folder,
    store,
    recorder,
    notices,
    failures: () => failures,
    isAway: () => away.why() !== null,
    comeBack: () => {
      away.end((changes) => changes);
    },
    measure(seconds) {
      for (const until = second + seconds; second < until; second += 1) {
        recorder.see(moment(), AMSTERDAM, {
          kind: 'window',
          key: '1',
          sample: { app: 'chromium', title: TITLES[Math.floor(second / EVERY_S) % 3] ?? '' },
        });
      }
    },
    measured() {
      const activities = ['feed', 'messaging', 'elsewhere'] as const;
      const count = Math.ceil(second / EVERY_S);
      return Array.from({ length: count }, (_, index) => ({
        startedAtMs: AFTERWARDS_MS + index * EVERY_S * 1000,
        endedAtMs: AFTERWARDS_MS + Math.min((index + 1) * EVERY_S, second - 1) * 1000,
        activity: activities[index % 3] ?? 'feed',
        zone: AMSTERDAM,
        relabelled: false,
        manual: false,
      }));
    },
    quit,
  };
  running.measure(250);
  return running;
}

/** Does something to files as another program does, with locks of its own. */
function asAnother(script: string, ...args: string[]): void {
  execFileSync(process.execPath, [
    '-e',
    `const fs = require('node:fs'); const args = process.argv.slice(1); ${script}`,
    ...args,
  ]);
}

const overwrite = (file: string, from: number, bytes: number) =>
  asAnother(
    `const open = fs.openSync(args[0], 'r+');
     fs.writeSync(open, Buffer.alloc(Number(args[2]), 'no database '), 0, Number(args[2]), Number(args[1]))`,
    file,
    String(from),
    String(bytes),
  );
const copyOver = (from: string, to: string) =>
  asAnother('fs.writeFileSync(args[1], fs.readFileSync(args[0]))', from, to);

const stored = (folder: DataFolder): Span[] => withDatabase(folder, allSpans);

/** Those of them that a running app measured. */
const storedSince = (folder: DataFolder): Span[] =>
  stored(folder).filter(({ startedAtMs }) => startedAtMs >= AFTERWARDS_MS);

/** Files of a database that were set aside, without their journals. */
const aside = (folder: DataFolder): string[] =>
  listSetAside(folder).filter((file) => !/-(wal|shm)$/.test(file));

/** Everything there was and everything that was measured, and no word at the next start. */
function expectAll({ folder, store, measured, recorder, quit }: Running): void {
  recorder.flush();
  expect(recorder.unsaved.size).toBe(0);
  store.told();
  quit();
  const all = stored(folder);
  expect(all.slice(COUNT)).toEqual(measured());
  expect(all.slice(0, COUNT)).toEqual(someSpans(COUNT));
  withDatabase(folder, (database) => expect(checkIntegrity(database)).toBe('ok'));
  expect(toldAtStart(folder)).toEqual([]);
}

/** What the next start tells, whether or not the user sees it before that run ends. */
function toldAtStart(folder: DataFolder, isSeen = false): string[] {
  const told: string[] = [];
  const store = openSpanStore({
    folder,
    nowMs: () => AFTERWARDS_MS,
    onRecovered: (notice) => told.push(notice),
  });
  if (isSeen) store.told();
  store.close();
  return told;
}

// Windows leaves a file that is open where it is.
const onPosix = describe.skipIf(process.platform === 'win32');

describe('damage in place', () => {
  const PAGE = 1024;
  const DAMAGE: Record<string, (folder: DataFolder) => void> = {
    'garbage from end to end': ({ database }) => overwrite(database, 0, statSync(database).size),
    'a short text': ({ database }) => asAnother("fs.writeFileSync(args[0], 'garbage')", database),
    'a wrong header': ({ database }) => overwrite(database, 0, 100),
    'a wrong page': ({ database }) => overwrite(database, 12 * PAGE, PAGE),
    'zero bytes': ({ database }) => truncateSync(database, 0),
    'half of the bytes': ({ database }) => truncateSync(database, statSync(database).size / 2),
    'an older copy': (folder) => copyOver(listBackups(folder)[0] ?? '', folder.database),
  };

  test.for(Object.entries(DAMAGE))(
    '(%s) is noticed, and all that can be read goes on in a new file',
    ([, damage]) => {
      const app = run();
      damage(app.folder);
      app.measure(1000);
      expect(app.notices).toEqual(['database-restored']);
      expect(app.failures()).toBe(0);
      const shown = app.store.between(0, Number.MAX_SAFE_INTEGER);
      expect(shown.slice(0, BACKED_UP)).toEqual(someSpans(BACKED_UP));
      app.quit();
      expect(storedSince(app.folder)).toEqual(app.measured());
      const before = stored(app.folder).slice(0, -app.measured().length);
      for (const span of before) expect(someSpans(COUNT)).toContainEqual(span);
      expect(aside(app.folder)).toHaveLength(1);
      expect(statSync(app.folder.database).mode & 0o077).toBe(0);
      withDatabase(app.folder, (database) => expect(checkIntegrity(database)).toBe('ok'));
    },
  );

  test('right before the app quits is noticed all the same', () => {
    const app = run();
    overwrite(app.folder.database, 0, statSync(app.folder.database).size);
    app.quit();
    expect(storedSince(app.folder)).toEqual(app.measured());
    expect(aside(app.folder)).toHaveLength(1);
  });

  test('is mended later where the damaged file cannot be moved yet, and nobody else writes meanwhile', () => {
    const app = run();
    overwrite(app.folder.database, 0, 100);
    // As a program that has a file open does on Windows: its name cannot be given.
    const blocked = Array.from({ length: 10 }, (_, second) =>
      setAsideName(app.folder.database, AFTERWARDS_MS + (250 + second) * 1000),
    );
    for (const name of blocked) mkdirSync(name);
    app.measure(10);
    expect(app.failures()).toBeGreaterThan(0);
    expect(app.notices).toEqual([]);
    expect(() => lockForWriting(app.folder)).toThrow(/Sweetspot is running/);
    app.measure(200);
    for (const name of blocked) rmSync(name, { recursive: true });
    app.measure(10);
    expect(app.notices).toEqual(['database-restored']);
    app.quit();
    expect(storedSince(app.folder)).toEqual(app.measured());
  });

  test('of the journal is noticed while what was in it is still known', () => {
    const app = run();
    app.store.apply({ saved: [{ ...FIRST, activity: 'learning', relabelled: true }], removed: [] });
    app.measure(50);
    truncateSync(`${app.folder.database}-wal`, 0);
    app.measure(200);
    expect(app.notices).toEqual(['database-restored']);
    app.quit();
    const all = stored(app.folder);
    expect(all[0]).toEqual({ ...FIRST, activity: 'learning', relabelled: true });
    expect(all.slice(1, COUNT)).toEqual(someSpans(COUNT - 1, 1));
    expect(storedSince(app.folder)).toEqual(app.measured());
  });

  test('without a back-up leaves what was measured since', () => {
    const app = run(folderWithSpans(20));
    truncateSync(app.folder.database, 0);
    app.measure(100);
    expect(app.notices).toHaveLength(1);
    app.quit();
    expect(storedSince(app.folder)).toEqual(app.measured());
  });

  test('of a database on which nothing was lost is no reason to read it again and again', () => {
    const app = run();
    // As a program that makes copies may do.
    asAnother('const now = new Date(); fs.utimesSync(args[0], now, now)', app.folder.database);
    app.measure(100);
    expect(app.notices).toEqual([]);
    expectAll(app);
    expect(listSetAside(app.folder)).toEqual([]);
  });

  test('that comes again and again does not fill the disk with what is set aside', () => {
    const app = run();
    for (let times = 0; times < 8; times += 1) {
      overwrite(app.folder.database, 0, 100);
      app.measure(30);
    }
    // Meanwhile nothing is said to be saved that may not be.
    expect(app.failures()).toBeGreaterThan(10);
    expect(app.store.database).toBeUndefined();
    expect(aside(app.folder).length).toBeLessThan(5);
    app.measure(1000);
    expect(app.store.database).toBeDefined();
    expect(app.recorder.unsaved.size).toBeLessThan(2);
    app.quit();
    expect(storedSince(app.folder)).toEqual(app.measured());
  });

  test('that is met by a reader or by another writer is mended with the next save', () => {
    const app = run();
    const damaged = Object.assign(new Error('malformed'), { errcode: 11 });
    app.store.doubt(damaged);
    app.measure(10);
    // It was no damage of the file.
    expect(app.notices).toEqual([]);
    expect(listSetAside(app.folder)).toEqual([]);
    overwrite(app.folder.database, 12 * PAGE, 200);
    app.store.doubt(damaged);
    app.measure(100);
    expect(app.notices).toEqual(['database-restored']);
  });
});

onPosix('files that are no longer those that are open', () => {
  const database = ({ database: file }: DataFolder) => rmSync(file);
  const journal = ({ database: file }: DataFolder) => {
    rmSync(`${file}-wal`);
    rmSync(`${file}-shm`);
  };
  const GONE: Record<string, [(folder: DataFolder) => void, string[]]> = {
    'the database, deleted': [database, ['database-rewritten']],
    'the database and its journal, deleted': [
      (folder) => {
        journal(folder);
        database(folder);
      },
      ['database-rewritten'],
    ],
    // Nothing that the user has to know.
    'the journal, deleted': [journal, []],
    'the database, renamed': [
      ({ database: file }) => renameSync(file, `${file}.mine`),
      ['database-rewritten'],
    ],
    'the folder, deleted': [({ dir }) => rmSync(dir, { recursive: true }), ['database-rewritten']],
    'the folder, renamed': [({ dir }) => renameSync(dir, `${dir}-2`), ['database-rewritten']],
  };

  test.for(Object.entries(GONE))('(%s) are written anew with everything', ([, [go, notices]]) => {
    const app = run();
    go(app.folder);
    app.measure(1000);
    expect(app.failures()).toBe(0);
    expect(app.notices).toEqual(notices);
    expect(app.store.between(0, Number.MAX_SAFE_INTEGER).slice(0, COUNT)).toEqual(someSpans(COUNT));
    // From now on a power cut loses nothing either.
    app.recorder.flush();
    const seen = allOfOtherProcess(app.folder);
    expect(seen).toBe(COUNT + app.measured().length);
    expectAll(app);
    expect(listSetAside(app.folder)).toEqual([]);
    expect(statSync(app.folder.database).mode & 0o777).toBe(0o600);
  });

  test.for(Object.entries(GONE))('(%s) are written anew when the app quits', ([, [go]]) => {
    const app = run();
    go(app.folder);
    expectAll(app);
  });

  test('keep notes, totals and the log too', () => {
    const app = run();
    const note = { week: '2026-W47', text: 'Asked more than I told', updatedAtMs: AFTERWARDS_MS };
    createNotes(app.store.database ?? fail()).set([note]);
    rmSync(app.folder.database);
    // Who changes something else than spans has the file that is in place, too.
    const now = app.store.database ?? fail();
    expect(createNotes(now).all()).toEqual([note]);
    expect(app.notices).toEqual(['database-rewritten']);
    app.quit();
    expect(withDatabase(app.folder, (opened) => createNotes(opened).all())).toEqual([note]);
  });

  test('in whose place others stand are written anew, and those are set aside as they are', () => {
    const app = run();
    const { database: file } = app.folder;
    const older = readFileSync(listBackups(app.folder)[0] ?? '');
    for (const [suffix, bytes] of [['', older] as const, ['-wal', Buffer.from('x')] as const]) {
      writeFileSync(`${file}.sync`, bytes);
      renameSync(`${file}.sync`, file + suffix);
    }
    app.measure(100);
    expect(app.notices).toEqual(['database-rewritten']);
    expectAll(app);
    const kept = listSetAside(app.folder);
    expect(kept.map((one) => readFileSync(one))).toEqual([older, Buffer.from('x')]);
  });

  test('are noticed while nothing is measured', () => {
    const app = run();
    rmSync(app.folder.database);
    app.store.look();
    expect(app.notices).toEqual(['database-rewritten']);
    expect(existsSync(app.folder.database)).toBe(true);
    expectAll(app);
  });

  test('are let go of within a change that is under way, and not before it is over', () => {
    const app = run();
    const opened = app.store.database ?? fail();
    opened.exec('BEGIN IMMEDIATE');
    rmSync(app.folder.database);
    expect(app.store.database === opened).toBe(true);
    opened.exec('COMMIT');
    expect(app.store.database === opened).toBe(false);
    expectAll(app);
  });

  test('wait in memory where their folder is closed, and nothing is said to be saved', () => {
    const app = run();
    withClosedFolder(app.folder.dir, () => {
      const isRoot = process.getuid?.() === 0;
      if (isRoot) process.seteuid?.(0);
      rmSync(app.folder.database);
      if (isRoot) process.seteuid?.('nobody');
      else expect.fail('only root may delete in a closed folder');
      app.measure(200);
      expect(app.store.database).toBeUndefined();
      expect(app.recorder.unsaved.size).toBeGreaterThan(1);
      expect(app.notices).toEqual([]);
    });
    app.measure(100);
    expect(app.notices).toEqual(['database-rewritten']);
    expectAll(app);
  });
});

onPosix('the lock of the one that writes', () => {
  test('is taken anew where its file was deleted', () => {
    const app = run();
    rmSync(app.folder.lock);
    app.measure(10);
    expect(() => lockForWriting(app.folder)).toThrow(/Sweetspot is running/);
    expectAll(app);
  });

  test('that another one took meanwhile is left to it, and what is measured waits', () => {
    const app = run();
    rmSync(app.folder.lock);
    const release = lockForWriting(app.folder);
    app.measure(100);
    expect(app.failures()).toBeGreaterThan(10);
    expect(app.store.database).toBeUndefined();
    expect(stored(app.folder)).toHaveLength(COUNT + 3);
    release();
    app.measure(10);
    expect(app.store.database).toBeDefined();
    expectAll(app);
  });
});

onPosix('a disk', () => {
  function onDisk(context: TestContext, size?: string) {
    const folder = folderWithSpans(COUNT, BACKED_UP);
    return { folder, ...movedToDisk(context, folder, size) };
  }

  test.for([
    ['a mount point', false],
    ['no folder', true],
  ] as const)('that is pulled leaves %s, in which nothing is made', ([, isGone], context) => {
    const { folder, plug, pull } = onDisk(context);
    const app = run(folder);
    pull();
    if (isGone) rmSync(folder.dir, { recursive: true });
    app.measure(200);
    // The folder around it is on another disk.
    expect(isGone ? existsSync(folder.dir) : readdirSync(folder.dir)).toEqual(isGone ? false : []);
    expect(app.isAway()).toBe(true);
    expect(app.store.database).toBeUndefined();
    expect(app.recorder.unsaved.size).toBeGreaterThan(1);
    if (isGone) mkdirSync(folder.dir);
    plug();
    app.comeBack();
    app.measure(10);
    expect(app.notices).toEqual([]);
    expectAll(app);
  });

  test('that is back after a moment is gone on with, and nothing is set aside', (context) => {
    const { folder, elsewhere: disk, pull, plug } = onDisk(context);
    const app = run(folder);
    pull();
    // The same data under another number, as a disk may have when it is plugged in again.
    const again = `${disk}-2`;
    copyToDisk(context, disk, again, '4m');
    plug(again);
    app.measure(200);
    expect(app.isAway()).toBe(false);
    expect(app.notices).toEqual([]);
    expectAll(app);
    expect(listSetAside(folder)).toEqual([]);
  });

  test('that cannot be read for a while is let go of, and is not begun anew elsewhere', (context) => {
    const { folder, elsewhere: disk, plug, pull } = onDisk(context);
    const app = run(folder);
    chmodSync(join(disk, 'spans.sqlite'), 0o000);
    app.store.doubt(Object.assign(new Error('disk I/O error'), { errcode: 10 }));
    process.seteuid?.('nobody');
    try {
      app.measure(50);
    } finally {
      process.seteuid?.(0);
    }
    expect(app.failures()).toBeGreaterThan(5);
    expect(app.isAway()).toBe(false);
    pull();
    app.measure(50);
    expect(app.isAway()).toBe(true);
    expect(readdirSync(folder.dir)).toEqual([]);
    chmodSync(join(disk, 'spans.sqlite'), 0o600);
    plug();
    app.comeBack();
    app.measure(10);
    expect(app.notices).toEqual([]);
    expectAll(app);
  });

  test('that is full is no reason to let go of a database that was deleted', (context) => {
    const { folder } = onDisk(context, '300k');
    const app = run(folder);
    writeFileSync(join(folder.dir, 'filler'), '');
    asAnother(
      `const open = fs.openSync(args[0], 'w');
       try { for (;;) fs.writeSync(open, Buffer.alloc(4096)); } catch {}`,
      join(folder.dir, 'filler'),
    );
    rmSync(folder.database);
    app.measure(200);
    expect(app.notices).toEqual([]);
    expect(app.store.database).toBeUndefined();
    // What was begun takes no room.
    expect(readdirSync(folder.dir).filter((name) => name.endsWith('.new'))).toEqual([]);
    rmSync(join(folder.dir, 'filler'));
    app.measure(100);
    expect(app.notices).toEqual(['database-rewritten']);
    expectAll(app);
  });
});

describe('what had to be done', () => {
  test.for([
    ['damage', ({ database }: DataFolder) => overwrite(database, 0, 100), 'database-restored'],
    ['a deletion', ({ database }: DataFolder) => rmSync(database), 'database-rewritten'],
  ] as const)(
    'for %s that is found as the app quits is told at each start until it is seen',
    ([, harm, notice]) => {
      const app = run();
      app.quit(() => {
        harm(app.folder);
      });
      expect(app.notices).toEqual([]);
      expect(toldAtStart(app.folder)).toEqual([notice]);
      expect(toldAtStart(app.folder, true)).toEqual([notice]);
      expect(toldAtStart(app.folder)).toEqual([]);
    },
  );

  test('is told at the next start where the app ends before it is seen', () => {
    const app = run();
    overwrite(app.folder.database, 0, 100);
    app.measure(100);
    expect(app.notices).toEqual(['database-restored']);
    app.quit();
    expect(toldAtStart(app.folder, true)).toEqual(['database-restored']);
    expect(toldAtStart(app.folder)).toEqual([]);
  });

  test('is not taken as seen where that cannot be written down', () => {
    const app = run();
    overwrite(app.folder.database, 0, 100);
    app.measure(100);
    const other = new DatabaseSync(app.folder.database);
    other.exec('BEGIN IMMEDIATE');
    app.store.told();
    other.close();
    app.quit();
    expect(toldAtStart(app.folder)).toEqual(['database-restored']);
  });
});

function fail(): never {
  throw new Error('The database is not open');
}

/** How many spans another process reads. */
function allOfOtherProcess({ database }: DataFolder): number {
  const count = execFileSync(process.execPath, [
    '-e',
    `const { DatabaseSync } = require('node:sqlite');
     const opened = new DatabaseSync(process.argv[1], { readOnly: true });
     console.log(opened.prepare('SELECT count(*) AS n FROM spans').get().n)`,
    database,
  ]);
  return Number(count);
}
