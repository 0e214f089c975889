import fs from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isSound, listBackups } from './backups.ts';
import { type DataFolder, setAsideName } from '../data-folder/data-folder.ts';
import {
  LOCK_TIMEOUT_MS,
  checkDatabase,
  hasContent,
  makeDatabase,
  openDatabase,
  readyFile,
  removeDatabase,
  removeJournals,
  reserveFile,
  unfinishedFile,
} from './database.ts';
import type { IsKnownSound } from './early-check.ts';
import { fileIdentity } from './files-in-place.ts';
import { salvage, salvageFile } from './salvage.ts';
import { migrate } from './schema.ts';
import { StorageError, isDamage } from '../system/storage-error.ts';
import { type RecoveryNotice, noteUntold, readUntold } from './untold.ts';

/** A database that can be worked with, and what had to be done for it now. */
export interface Recovered {
  readonly database: DatabaseSync;
  readonly notice: RecoveryNotice | null;
}

/** What is wrong with the database's file, where another can take its place. */
type Fault = 'damaged' | 'foreign' | 'missing';

/** Whether a database was made ready, and the process ended before it was in its place. */
function isInterrupted(folder: DataFolder): boolean {
  const file = readyFile(folder);
  if (!fs.existsSync(file)) return false;
  if (isSound(file)) return true;
  removeDatabase(file);
  return false;
}

/** @throws StorageError where the database is to be left as it is. */
function findFault(
  folder: DataFolder,
  timeoutMs: number,
  isKnownSound: IsKnownSound | undefined,
): Fault | null {
  if (!fs.existsSync(folder.database)) {
    const isFirst = listBackups(folder).length === 0 && !hasContent(`${folder.database}-wal`);
    return isFirst ? null : 'missing';
  }
  try {
    checkDatabase(folder, timeoutMs, isKnownSound);
    return null;
  } catch (error) {
    const problem = error instanceof StorageError ? error.problem : undefined;
    if (problem === 'damaged' || problem === 'foreign') return problem;
    throw error;
  }
}

/**
 * Moves the database and its journal aside, never deleting what a person might still rescue.
 *
 * @param except identities of files that stay.
 */
export function setAside(
  { database }: DataFolder,
  nowMs: number,
  except: readonly (string | null)[] = [],
): void {
  const aside = setAsideName(database, nowMs);
  for (const suffix of ['-shm', '-wal', '-journal', '']) {
    const file = `${database}${suffix}`;
    const identity = fileIdentity(file);
    if (identity !== null && !except.includes(identity)) fs.renameSync(file, `${aside}${suffix}`);
  }
}

/**
 * Puts a database that was made ready in its place, and what stands there aside.
 *
 * @param isWhole whether it has all of what stands there, which is let go then.
 */
export function putInPlace(folder: DataFolder, nowMs: number, isWhole = false): void {
  // A journal that stayed would be read into the new database.
  if (isWhole) removeJournals(folder.database);
  else setAside(folder, nowMs);
  fs.renameSync(readyFile(folder), folder.database);
}

/**
 * Makes ready what takes the place of a database: the newest sound back-up, or an empty one where there is none.
 *
 * @param rescue copies what is newer from elsewhere, and tells how much that was.
 */
function prepare(
  folder: DataFolder,
  rescue: (into: DatabaseSync) => number,
): Exclude<RecoveryNotice, 'database-rewritten'> {
  const file = unfinishedFile(folder);
  const backup = listBackups(folder).find(isSound);
  if (backup === undefined) makeDatabase(file);
  else {
    reserveFile(file);
    fs.writeFileSync(file, fs.readFileSync(backup), { flush: true });
  }
  let notice: RecoveryNotice;
  const database = new DatabaseSync(file);
  try {
    // Nobody takes up what is half made, so that it needs no journal on the disk, for which all is written twice. Each
    // commit reaches the disk all the same.
    database.exec('PRAGMA journal_mode = MEMORY');
    migrate(database);
    const rescued = rescue(database);
    notice = backup === undefined && rescued === 0 ? 'database-new' : 'database-restored';
    noteUntold(database, notice);
    database.exec('PRAGMA journal_mode = WAL');
  } finally {
    database.close();
  }
  // From now on it counts, whatever stands in its place still.
  fs.renameSync(file, readyFile(folder));
  return notice;
}

/**
 * Copies the whole of an open database.
 *
 * @param isToTell whether the user is to be told of it, where they are to be told nothing graver.
 * @returns whether that could be done: not where it is damaged.
 */
function copyWhole(open: DatabaseSync, file: string, isToTell: boolean): boolean {
  reserveFile(file);
  try {
    open.prepare('VACUUM INTO ?').run(file);
    if (!isSound(file)) return false;
    if (!isToTell) return true;
    const copy = new DatabaseSync(file);
    try {
      if (readUntold(copy) === null) noteUntold(copy, 'database-rewritten');
    } finally {
      copy.close();
    }
    return true;
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

/**
 * Makes ready what takes the place of a database that is open, but damaged or no longer what stands in its place.
 *
 * @param how whether nobody wrote into the file that is open, so that it has everything; and whether the user is to be
 *   told of it where all of it could be copied.
 * @throws where it cannot be read or made now; nothing is left of it then.
 */
export function prepareFromOpen(
  open: DatabaseSync,
  folder: DataFolder,
  nowMs: number,
  { isIntact, isToTell }: { readonly isIntact: boolean; readonly isToTell: boolean },
): RecoveryNotice {
  const file = unfinishedFile(folder);
  try {
    if (isIntact && copyWhole(open, file, isToTell)) {
      fs.renameSync(file, readyFile(folder));
      return 'database-rewritten';
    }
    return prepare(folder, (into) => salvage(open, into, nowMs));
  } catch (error) {
    removeDatabase(file);
    throw error;
  }
}

/**
 * Opens the database; a damaged, foreign or missing one is set aside and the newest sound back-up takes
 * its place, or an empty one where there is none.
 *
 * @param isKnownSound whether the database was looked at closely just now, so that there need be no such look.
 * @throws StorageError where the folder or the file cannot be used now, or is of a newer version; nothing
 *   is changed then.
 */
export function openOrRecover(
  folder: DataFolder,
  nowMs: number,
  timeoutMs = LOCK_TIMEOUT_MS,
  isKnownSound?: IsKnownSound,
): Recovered {
  if (isInterrupted(folder)) {
    putInPlace(folder, nowMs);
    const database = openDatabase(folder, timeoutMs);
    return { database, notice: readUntold(database) };
  }
  const fault = findFault(folder, timeoutMs, isKnownSound);
  if (fault === null) return { database: openDatabase(folder, timeoutMs), notice: null };
  const notice = prepare(folder, (into) =>
    fault === 'damaged' ? salvageFile(folder.database, into, nowMs) : 0,
  );
  putInPlace(folder, nowMs);
  return { database: openDatabase(folder, timeoutMs), notice };
}
