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
import { describe, expect, onTestFinished, test } from 'vitest';
import { createActionLog, wordlessAction } from '../../electron/storage/action-log.ts';
import { backUp } from '../../electron/storage/backups.ts';
import {
  type DataFolder,
  dataFolder,
  listSetAside,
} from '../../electron/data-folder/data-folder.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { type Recovered, openOrRecover } from '../../electron/storage/recover.ts';
import { checkIntegrity } from '../../electron/storage/schema.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { StorageError } from '../../electron/system/storage-error.ts';
import { noteUntold } from '../../electron/storage/untold.ts';
import {
  AFTERWARDS_MS,
  allSpans,
  bytesOf,
  copyAsKilled,
  damageMiddle,
  folderWithSpans,
  someSpans,
  withDatabase,
} from '../support/stored-spans.ts';
import { runCli } from '../support/cli.ts';
import { tempDir } from '../support/temp-dir.ts';

/** The app has to be there within this, whatever happened. */
const START_MS = 5_000;

/** Recovers as the app does when it starts. The database is closed when the test ends. */
function recover(folder: DataFolder): Recovered {
  const startedMs = performance.now();
  const recovered = openOrRecover(folder, AFTERWARDS_MS);
  expect(performance.now() - startedMs).toBeLessThan(START_MS);
  onTestFinished(() => recovered.database.close());
  return recovered;
}

function recoverUndisturbed(folder: DataFolder): Recovered {
  const recovered = recover(folder);
  expect(checkIntegrity(recovered.database)).toBe('ok');
  expect(statSync(folder.database).mode & 0o777).toBe(0o600);
  // What was recovered can be worked with.
  const [more] = someSpans(1, 5_000);
  createSpanRepository(recovered.database).apply({ saved: more ? [more] : [], removed: [] });
  return recovered;
}

/** Ways in which nothing of a database can be read any more. */
const RUINS: Record<string, (folder: DataFolder) => void> = {
  'zero bytes': ({ database }) => truncateSync(database, 0),
  garbage: ({ database }) => writeFileSync(database, Buffer.alloc(20_000, 'no database ')),
  'a wrong header': ({ database }) => {
    const bytes = readFileSync(database);
    writeFileSync(database, Buffer.concat([Buffer.alloc(100, 0xa5), bytes.subarray(100)]));
  },
  'another program’s database': ({ database }) => {
    rmSync(database);
    const foreign = new DatabaseSync(database);
    foreign.exec("CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine')");
    foreign.close();
  },
  'another program’s database with a schema version of ours': ({ database }) => {
    rmSync(database);
    const foreign = new DatabaseSync(database);
    foreign.exec('CREATE TABLE spans (id, colour); PRAGMA user_version = 1');
    foreign.close();
  },
};

describe.for(Object.entries(RUINS))('a database with %s', ([, ruin]) => {
  test('is set aside as it was, and the newest back-up takes its place', () => {
    const folder = folderWithSpans(120, 100);
    ruin(folder);
    const [ruined] = bytesOf(folder);
    const { database, notice } = recoverUndisturbed(folder);
    expect(notice).toBe('database-restored');
    expect(allSpans(database).slice(0, 100)).toEqual(someSpans(100));
    const aside = listSetAside(folder).filter((file) => !/-(wal|shm)$/.test(file));
    expect(aside.map((file) => readFileSync(file))).toEqual([ruined]);
  });

  test('is set aside as it was, and an empty one takes its place where there is no back-up', () => {
    const folder = folderWithSpans(120);
    ruin(folder);
    const [ruined] = bytesOf(folder);
    const { database, notice } = recoverUndisturbed(folder);
    expect(notice).toBe('database-new');
    expect(allSpans(database)).toEqual(someSpans(1, 5_000));
    const aside = listSetAside(folder).filter((file) => !/-(wal|shm)$/.test(file));
    expect(aside.map((file) => readFileSync(file))).toEqual([ruined]);
  });

  test('is opened without a word the next time', () => {
    const folder = folderWithSpans(20, 10);
    ruin(folder);
    openOrRecover(folder, AFTERWARDS_MS).database.close();
    expect(recover(folder).notice).toBeNull();
  });

  test('is left alone by the command line, which says what to do', async () => {
    const folder = folderWithSpans(20, 10);
    ruin(folder);
    const before = bytesOf(folder);
    const trace = join(tempDir(), 'trace.jsonl');
    writeFileSync(trace, '{"at":"2026-11-16T09:00:00Z","event":"start","zone":"UTC"}\n');
    const range = ['--from', '2026-11-16', '--to', '2026-11-17'];
    for (const args of [
      ['report', ...range, '--by', 'day'],
      ['replay', trace],
    ]) {
      const { status, stdout, stderr } = await runCli([...args, '--data', folder.dir]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/(is damaged|of another program).*\.\n$/);
    }
    expect(bytesOf(folder)).toEqual(before);
  });
});

describe('a database that is damaged in part', () => {
  test('gives back what is newer than the back-up, from both sides of the damage', () => {
    const folder = folderWithSpans(600, 100);
    damageMiddle(folder);
    const { database, notice } = recoverUndisturbed(folder);
    expect(notice).toBe('database-restored');
    const spans = allSpans(database);
    const expected = someSpans(600);
    expect(spans.slice(0, 100)).toEqual(expected.slice(0, 100));
    // A page holds some thirty of them; all others are there, and none that never was.
    expect(spans.length).toBeGreaterThan(550);
    expect(spans.length).toBeLessThan(601);
    for (const span of spans.slice(0, -1)) expect(expected).toContainEqual(span);
  });

  test('gives back what the user said of spans since the back-up, and the log of that', () => {
    const folder = folderWithSpans(600, 100);
    const [said] = someSpans(1, 40);
    if (!said) throw new Error('There is no such span');
    const span = { ...said, activity: 'learning', relabelled: true } as const;
    withDatabase(folder, (database) => {
      createSpanRepository(database).apply({ saved: [span], removed: [] });
      createActionLog(database).note(wordlessAction('relabelled', 1, AFTERWARDS_MS));
    });
    damageMiddle(folder);
    const { database } = recoverUndisturbed(folder);
    expect(allSpans(database)).toContainEqual(span);
    expect(createActionLog(database).newest(10)).toMatchObject([{ kind: 'relabelled', spans: 1 }]);
  });

  test('gives back what can be read where there is no back-up', () => {
    const folder = folderWithSpans(600);
    damageMiddle(folder);
    const { database, notice } = recoverUndisturbed(folder);
    expect(notice).toBe('database-restored');
    expect(allSpans(database).length).toBeGreaterThan(550);
  });

  test('gives back history of the years before the app, as an import brings it', () => {
    const folder = folderWithSpans(600);
    const decadeMs = Date.UTC(2026, 10, 16) - Date.UTC(2016, 10, 16);
    const imported = someSpans(600).map((span) => ({
      ...span,
      startedAtMs: span.startedAtMs - decadeMs,
      endedAtMs: span.endedAtMs - decadeMs,
    }));
    withDatabase(folder, (database) =>
      createSpanRepository(database).apply({ saved: imported, removed: [] }),
    );
    damageMiddle(folder);
    expect(allSpans(recoverUndisturbed(folder).database).length).toBeGreaterThan(1150);
  });

  test('does not bring back a span that cannot be right', () => {
    const folder = folderWithSpans(40, 10);
    withDatabase(folder, (database) => {
      database.exec('PRAGMA ignore_check_constraints = ON');
      const wrong = database.prepare('UPDATE spans SET ended_at = ? WHERE started_at = ?');
      const [backwards, far, overlapping] = someSpans(3, 20);
      wrong.run((backwards?.startedAtMs ?? 0) - 1, backwards?.startedAtMs ?? 0);
      wrong.run(AFTERWARDS_MS * 2, far?.startedAtMs ?? 0);
      wrong.run((overlapping?.endedAtMs ?? 0) + 3 * 60_000, overlapping?.startedAtMs ?? 0);
    });
    const { database } = recoverUndisturbed(folder);
    const starts = allSpans(database).map(({ startedAtMs }) => startedAtMs);
    const gone = someSpans(2, 20).concat(someSpans(1, 23));
    const kept = someSpans(40).filter(
      (span) => !gone.some((one) => one.startedAtMs === span.startedAtMs),
    );
    expect(starts.slice(0, -1)).toEqual(kept.map(({ startedAtMs }) => startedAtMs));
  });

  test.for([0.3, 0.6, 0.9])(
    'gives back the back-up at least when %s of the file is left',
    (share) => {
      const folder = folderWithSpans(600, 300);
      truncateSync(folder.database, Math.floor(statSync(folder.database).size * share));
      const { database, notice } = recoverUndisturbed(folder);
      expect(notice).toBe('database-restored');
      expect(allSpans(database).slice(0, 300)).toEqual(someSpans(300));
    },
  );
});

describe('a database that is gone', () => {
  test('comes back from the newest back-up', () => {
    const folder = folderWithSpans(20, 10);
    rmSync(folder.database);
    const { database, notice } = recoverUndisturbed(folder);
    expect(notice).toBe('database-restored');
    expect(allSpans(database).slice(0, 10)).toEqual(someSpans(10));
  });

  test('does not lend its journal to a new one', () => {
    const folder = folderWithSpans(20);
    const left = dataFolder(tempDir());
    withDatabase(folder, (database) => {
      createSpanRepository(database).apply({ saved: someSpans(5, 50), removed: [] });
      copyAsKilled(folder, left);
    });
    rmSync(left.database);
    expect(() => openDatabase(left)).toThrow(/damaged/);
    const { database, notice } = recoverUndisturbed(left);
    expect(notice).toBe('database-new');
    expect(allSpans(database)).toHaveLength(1);
    expect(listSetAside(left).map((file) => file.endsWith('-wal'))).toContain(true);
  });

  test('is the one that was made ready when the process ended before it was in its place', () => {
    const folder = folderWithSpans(120, 100);
    withDatabase(folder, (database) => {
      noteUntold(database, 'database-restored');
    });
    renameSync(folder.database, `${folder.database}.ready`);
    writeFileSync(`${folder.database}-wal`, 'of a database that was deleted');
    const { database, notice } = recoverUndisturbed(folder);
    expect(notice).toBe('database-restored');
    expect(allSpans(database).slice(0, 120)).toEqual(someSpans(120));
  });

  test('is made without a word in a new folder', () => {
    const folder = dataFolder(join(tempDir(), 'new', 'folder'));
    const { database, notice } = recoverUndisturbed(folder);
    expect(notice).toBeNull();
    expect(allSpans(database)).toHaveLength(1);
    expect(statSync(folder.dir).mode & 0o777).toBe(0o700);
  });
});

describe('a database of a newer version', () => {
  /** A database as a newer version leaves it when it is killed. */
  function newerFolder(): DataFolder {
    const folder = folderWithSpans(20, 10);
    const killed = dataFolder(tempDir());
    withDatabase(folder, (database) => {
      database.exec('CREATE TABLE later (a); PRAGMA user_version = 99');
      copyAsKilled(folder, killed);
    });
    return killed;
  }

  test('is refused without a byte changed', async () => {
    const folder = newerFolder();
    const before = bytesOf(folder);
    expect(before[1]?.length).toBeGreaterThan(0);
    const names = readdirSync(folder.dir);
    expect(() => openOrRecover(folder, AFTERWARDS_MS)).toThrow(/newer Sweetspot/);
    expect(() => openDatabase(folder)).toThrow(StorageError);
    const { status, stderr } = await runCli(['erase', '--all', '--data', folder.dir]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/newer Sweetspot/);
    expect(bytesOf(folder)).toEqual(before);
    expect(listSetAside(folder)).toEqual([]);
    expect(readdirSync(folder.dir)).toEqual(expect.arrayContaining(names));
  });
});

describe('back-ups', () => {
  test('are made once a day, and the last seven are kept', () => {
    const folder = folderWithSpans(30);
    withDatabase(folder, (database) => {
      for (let day = 1; day <= 9; day += 1) {
        expect(backUp(database, folder, `2026-11-0${day}`)).toBe(true);
        expect(backUp(database, folder, `2026-11-0${day}`)).toBe(false);
      }
    });
    expect(readdirSync(folder.backups).sort()).toEqual(
      [3, 4, 5, 6, 7, 8, 9].map((day) => `spans-2026-11-0${day}.sqlite`),
    );
    for (const name of readdirSync(folder.backups)) {
      const copy = new DatabaseSync(join(folder.backups, name), { readOnly: true });
      expect(checkIntegrity(copy)).toBe('ok');
      expect(allSpans(copy)).toEqual(someSpans(30));
      copy.close();
    }
  });

  test('take the newest that is sound', () => {
    const folder = folderWithSpans(30);
    withDatabase(folder, (database) => {
      for (const day of ['01', '02', '03']) backUp(database, folder, `2026-11-${day}`);
    });
    truncateSync(join(folder.backups, 'spans-2026-11-03.sqlite'), 1500);
    writeFileSync(join(folder.backups, 'spans-2026-11-02.sqlite'), '');
    writeFileSync(folder.database, 'garbage');
    const { database, notice } = recoverUndisturbed(folder);
    expect(notice).toBe('database-restored');
    expect(allSpans(database).slice(0, 30)).toEqual(someSpans(30));
  });

  test('of a damaged database are not kept, and cost no older one', () => {
    const folder = folderWithSpans(2_000);
    withDatabase(folder, (database) => backUp(database, folder, '2026-11-01'));
    const bytes = readFileSync(folder.database);
    bytes.fill(0xff, 20_000, 24_000);
    writeFileSync(folder.database, bytes);
    const database = openDatabase(folder);
    onTestFinished(() => database.close());
    expect(() => backUp(database, folder, '2026-11-02')).toThrow();
    expect(readdirSync(folder.backups)).toEqual(['spans-2026-11-01.sqlite']);
  });

  test('that a kill left unfinished are in nobody’s way', () => {
    const folder = folderWithSpans(10);
    mkdirSync(folder.backups);
    for (const suffix of ['', '-journal', '-wal']) {
      writeFileSync(join(folder.backups, `unfinished.sqlite${suffix}`), 'half a page');
    }
    withDatabase(folder, (database) => backUp(database, folder, '2026-11-01'));
    expect(readdirSync(folder.backups)).toEqual(['spans-2026-11-01.sqlite']);
  });
});

test('every file is its owner’s alone, whatever the system’s default', () => {
  const umask = process.umask(0);
  onTestFinished(() => void process.umask(umask));
  const folder = folderWithSpans(10, 5);
  chmodSync(folder.database, 0o644);
  const { database } = recover(folder);
  createSpanRepository(database).apply({ saved: someSpans(1, 100), removed: [] });
  backUp(database, folder, '2026-11-18');
  const modes = readdirSync(folder.dir, { recursive: true, encoding: 'utf8' }).map((name) => {
    const stat = statSync(join(folder.dir, name));
    return [name, (stat.mode & 0o777).toString(8), stat.isDirectory()] as const;
  });
  expect(modes.length).toBeGreaterThan(5);
  expect(modes.filter(([, mode, isFolder]) => mode !== (isFolder ? '700' : '600'))).toEqual([]);
  expect((statSync(folder.dir).mode & 0o777).toString(8)).toBe('700');
});

test('a recovery that a kill cut short is done again', () => {
  const folder = folderWithSpans(20, 10);
  writeFileSync(folder.database, 'garbage');
  // Killed after the damaged file was moved and before the new one was in its place.
  renameSync(folder.database, `${folder.database}.corrupt-earlier`);
  writeFileSync(`${folder.database}.new`, 'half');
  const { database, notice } = recoverUndisturbed(folder);
  expect(notice).toBe('database-restored');
  expect(allSpans(database)).toHaveLength(11);
  expect(existsSync(`${folder.database}.new`)).toBe(false);
});
