/** @file A recovery that is killed at any of its steps, and done again at the next start. */
import fs, { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import {
  type DataFolder,
  dataFolder,
  listSetAside,
} from '../../electron/data-folder/data-folder.ts';
import { openOrRecover } from '../../electron/storage/recover.ts';
import { checkIntegrity } from '../../electron/storage/schema.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { readUntold } from '../../electron/storage/untold.ts';
import type { Span } from '../../shared/domain/span.ts';
import {
  AFTERWARDS_MS,
  allSpans,
  copyAsKilled,
  damageMiddle,
  folderWithSpans,
  someSpans,
  withDatabase,
} from '../support/stored-spans.ts';
import { tempDir } from '../support/temp-dir.ts';

/** A damaged database as an app leaves it that is killed: what is newest stands in its journal alone. */
function damagedFolder(backedUp?: number): DataFolder {
  const running = folderWithSpans(300, backedUp);
  const folder = dataFolder(join(tempDir(), 'data'));
  cpSync(running.dir, folder.dir, { recursive: true });
  withDatabase(running, (database) => {
    createSpanRepository(database).apply({ saved: someSpans(20, 300), removed: [] });
    copyAsKilled(running, folder);
  });
  damageMiddle(folder);
  return folder;
}

/** Opens or recovers a database. @returns what it holds then, what was done, and what is to be told. */
function recover(folder: DataFolder): {
  spans: readonly Span[];
  notice: string | null;
  untold: string | null;
} {
  const { database, notice } = openOrRecover(folder, AFTERWARDS_MS);
  try {
    expect(checkIntegrity(database)).toBe('ok');
    return { spans: allSpans(database), notice, untold: readUntold(database) };
  } finally {
    database.close();
  }
}

/**
 * Opens or recovers a database, and copies its folder before each change of the disk: that is what a process leaves
 * that is killed there.
 */
function killedAtEachStep(folder: DataFolder): DataFolder[] {
  const left: DataFolder[] = [];
  const parent = tempDir();
  let isCopying = false;
  function copy(): void {
    if (isCopying) return;
    isCopying = true;
    const next = dataFolder(join(parent, String(left.length)));
    if (existsSync(folder.dir)) cpSync(folder.dir, next.dir, { recursive: true });
    left.push(next);
    isCopying = false;
  }
  const restore: (() => void)[] = [];
  function watch(owner: object, name: string): void {
    const original: unknown = Reflect.get(owner, name);
    if (typeof original !== 'function') throw new Error(`There is no ${name}`);
    const watched = function (this: unknown, ...args: unknown[]): unknown {
      copy();
      return Reflect.apply(original, this, args);
    };
    Reflect.set(owner, name, watched);
    restore.push(() => Reflect.set(owner, name, original));
  }
  for (const name of ['mkdirSync', 'openSync', 'renameSync', 'rmSync', 'writeFileSync']) {
    watch(fs, name);
  }
  for (const name of ['exec', 'close']) watch(DatabaseSync.prototype, name);
  try {
    recover(folder);
  } finally {
    for (const one of restore) one();
  }
  return left;
}

test.for<[string, () => DataFolder, { aside: number; untold: string | null }]>([
  [
    'of a damaged database with a back-up',
    () => damagedFolder(100),
    { aside: 1, untold: 'database-restored' },
  ],
  [
    'of a damaged database without one',
    () => damagedFolder(),
    { aside: 1, untold: 'database-restored' },
  ],
  [
    'of a database that is gone',
    () => {
      const folder = folderWithSpans(300, 100);
      rmSync(folder.database);
      return folder;
    },
    { aside: 0, untold: 'database-restored' },
  ],
  [
    'that is the very first start',
    () => dataFolder(join(tempDir(), 'new')),
    { aside: 0, untold: null },
  ],
])(
  'killed at any step of a recovery %s, gives back as much, and tells it',
  ([, make, expected]) => {
    const { aside, untold } = expected;
    const folder = make();
    const left = killedAtEachStep(folder);
    const whole = recover(folder);
    expect(whole.notice).toBeNull();
    const given = left.map((copy) => {
      const { spans, untold: told } = recover(copy);
      const names = readdirSync(copy.dir);
      return {
        spans: spans.length,
        untold: told,
        isSame: JSON.stringify(spans) === JSON.stringify(whole.spans),
        unfinished: names.filter((name) => name.startsWith('spans.sqlite.new')),
        aside: listSetAside(copy).filter((file) => !/-(wal|shm)$/.test(file)).length,
      };
    });
    expect(given).toEqual(
      left.map(() => ({ spans: whole.spans.length, untold, isSame: true, unfinished: [], aside })),
    );
    expect(left.length).toBeGreaterThan(5);
  },
);
