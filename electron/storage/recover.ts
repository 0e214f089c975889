import fs from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isSound, listBackups } from './backups.ts';
import { type DataFolder, setAsideName } from './data-folder.ts';
import {
  LOCK_TIMEOUT_MS,
  checkDatabase,
  hasContent,
  makeDatabase,
  openDatabase,
  reserveFile,
  unfinishedFile,
} from './database.ts';
import { salvage } from './salvage.ts';
import { migrate } from './schema.ts';
import { StorageError } from './storage-error.ts';

/** A database that can be worked with, and what had to be done for it. */
export interface Recovered {
  readonly database: DatabaseSync;
  readonly notice: 'database-restored' | 'database-new' | null;
}

/** What is wrong with the database's file, where another can take its place. */
type Fault = 'damaged' | 'foreign' | 'missing';

/** @throws StorageError where the database is to be left as it is. */
function findFault(folder: DataFolder, timeoutMs: number): Fault | null {
  if (!fs.existsSync(folder.database)) {
    const isFirst = listBackups(folder).length === 0 && !hasContent(`${folder.database}-wal`);
    return isFirst ? null : 'missing';
  }
  try {
    checkDatabase(folder, timeoutMs);
    return null;
  } catch (error) {
    const problem = error instanceof StorageError ? error.problem : undefined;
    if (problem === 'damaged' || problem === 'foreign') return problem;
    throw error;
  }
}

/** Moves the database and its journal aside, never deleting what a person might still rescue. */
function setAside({ database }: DataFolder, nowMs: number): void {
  const aside = setAsideName(database, nowMs);
  // The database goes last: after a crash in between, the next start finds it damaged still.
  for (const suffix of ['-shm', '-wal', '-journal', '']) {
    const file = `${database}${suffix}`;
    if (fs.existsSync(file)) fs.renameSync(file, `${aside}${suffix}`);
  }
}

/**
 * Prepares what takes the place of a damaged database: the newest sound back-up, or an empty one where
 * there is none, with all of the damaged one that is newer and can be read.
 */
function prepare(folder: DataFolder, fault: Fault, nowMs: number): Recovered['notice'] {
  const file = unfinishedFile(folder);
  const backup = listBackups(folder).find(isSound);
  if (backup === undefined) makeDatabase(file);
  else {
    reserveFile(file);
    fs.writeFileSync(file, fs.readFileSync(backup), { flush: true });
  }
  if (fault !== 'damaged') return backup === undefined ? 'database-new' : 'database-restored';
  const database = new DatabaseSync(file);
  try {
    migrate(database);
    const salvaged = salvage(folder.database, database, nowMs);
    return backup === undefined && salvaged === 0 ? 'database-new' : 'database-restored';
  } finally {
    database.close();
  }
}

/**
 * Opens the database; a damaged, foreign or missing one is set aside and the newest sound back-up takes
 * its place, or an empty one where there is none.
 *
 * @throws StorageError where the folder or the file cannot be used now, or is of a newer version; nothing
 *   is changed then.
 */
export function openOrRecover(
  folder: DataFolder,
  nowMs: number,
  timeoutMs = LOCK_TIMEOUT_MS,
): Recovered {
  const fault = findFault(folder, timeoutMs);
  if (fault === null) return { database: openDatabase(folder, timeoutMs), notice: null };
  const notice = prepare(folder, fault, nowMs);
  setAside(folder, nowMs);
  fs.renameSync(unfinishedFile(folder), folder.database);
  return { database: openDatabase(folder, timeoutMs), notice };
}
