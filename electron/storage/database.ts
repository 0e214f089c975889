import fs from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { type DataFolder, ensureFolder, requireFolder } from '../data-folder/data-folder.ts';
import type { IsKnownSound } from './early-check.ts';
import { SCHEMA_VERSION, checkIntegrity, identify, migrate, schemaVersion } from './schema.ts';
import { StorageError, isDamage, isUnavailable, sqliteCode } from '../system/storage-error.ts';

/**
 * First SQLite without the bug by which two connections can damage a write-ahead log
 * (https://sqlite.org/wal.html#walresetbug): the command line reads while the app writes.
 */
const OLDEST_SQLITE = [3, 51, 3] as const;

/** How long SQLite waits for a lock, in milliseconds. */
export const LOCK_TIMEOUT_MS = 2_000;

/** SQLite's primary result codes where it cannot make a file: READONLY, IOERR, FULL and CANTOPEN. */
const NO_ROOM: readonly number[] = [8, 10, 13, 14];

/** What SQLite puts beside a database, by suffix. */
const JOURNALS = ['-wal', '-shm', '-journal'] as const;

function assertSqliteVersion(database: DatabaseSync): void {
  const version = String(database.prepare('SELECT sqlite_version() AS v').get()?.['v']);
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor, oldestPatch] = OLDEST_SQLITE;
  const newEnough = major - oldestMajor || minor - oldestMinor || patch - oldestPatch || 0;
  if (newEnough < 0) {
    throw new Error(`SQLite ${version} is older than ${OLDEST_SQLITE.join('.')}`);
  }
}

/** What a database that cannot be worked with is told as. */
export function storageError(file: string, error: unknown): unknown {
  const code = sqliteCode(error);
  const suffix = code === undefined ? '' : ` (SQLite ${code})`;
  if (error instanceof StorageError) return error;
  if (isDamage(error)) return damaged(file, suffix, error);
  if (!isUnavailable(error)) return error;
  return new StorageError(
    'unavailable',
    `${file} cannot be used now${suffix}; check its permissions, the space on the disk, and whether another program has it open.`,
    { cause: error },
  );
}

function damaged(file: string, suffix = '', cause?: unknown): StorageError {
  return new StorageError(
    'damaged',
    `${file} is damaged${suffix}; start the app once to restore it, or choose another folder.`,
    { cause },
  );
}

function guarded<T>({ database: file }: DataFolder, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storageError(file, error);
  }
}

/** Whether there is a file with something in it. */
export function hasContent(file: string): boolean {
  return fs.existsSync(file) && fs.statSync(file).size > 0;
}

/** Deletes what SQLite put beside a database. */
export function removeJournals(file: string): void {
  for (const suffix of JOURNALS) fs.rmSync(`${file}${suffix}`, { force: true });
}

/** Deletes a database with all that SQLite put beside it. */
export function removeDatabase(file: string): void {
  fs.rmSync(file, { force: true });
  removeJournals(file);
}

/**
 * Opens a database file without changing a byte of it, even where the program that wrote it was killed.
 *
 * @throws SQLite's own errors.
 */
export function openReadOnly(file: string, timeoutMs = LOCK_TIMEOUT_MS): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly: true, timeout: timeoutMs });
  try {
    // SQLite reads the file now, not when it opens it.
    schemaVersion(database);
    return database;
  } catch (error) {
    database.close();
    // Where the folder is closed or the disk full there is no room for the index of a journal. Where there
    // is no journal either, nobody writes.
    if (!NO_ROOM.includes(sqliteCode(error) ?? 0) || hasContent(`${file}-wal`)) throw error;
    const url = pathToFileURL(file);
    url.searchParams.set('immutable', '1');
    return new DatabaseSync(url, { readOnly: true, timeout: timeoutMs });
  }
}

/** Runs something on a database file that is only read. */
export function readDatabase<T>(
  file: string,
  timeoutMs: number,
  read: (database: DatabaseSync) => T,
): T {
  const database = openReadOnly(file, timeoutMs);
  try {
    return read(database);
  } finally {
    database.close();
  }
}

/** Refuses a database that is not ours to work with. */
function refuseOthers(database: DatabaseSync, file: string): void {
  const owner = identify(database);
  if (owner === 'newer') {
    throw new StorageError(
      'newer',
      `${file} was written by a newer Sweetspot (schema ${schemaVersion(database)}, this one knows ${SCHEMA_VERSION}); install that one.`,
    );
  }
  if (owner === 'foreign') {
    throw new StorageError(
      'foreign',
      `${file} is a database of another program; choose another folder.`,
    );
  }
}

/** Refuses a database that is not ours to work with or has lost its content; nothing is changed. */
function inspect({ database: file }: DataFolder, timeoutMs: number): void {
  // SQLite would take an empty file as new, and delete the journal beside it.
  if (!hasContent(file)) throw damaged(file);
  readDatabase(file, timeoutMs, (database) => {
    assertSqliteVersion(database);
    refuseOthers(database, file);
  });
}

/**
 * Checks the database thoroughly, without changing a byte of it.
 *
 * @param isKnownSound whether that was done just now.
 * @throws StorageError where it cannot be worked with.
 */
export function checkDatabase(
  folder: DataFolder,
  timeoutMs = LOCK_TIMEOUT_MS,
  isKnownSound?: IsKnownSound,
): void {
  guarded(folder, () => {
    inspect(folder, timeoutMs);
    if (isKnownSound?.(folder)) return;
    if (readDatabase(folder.database, timeoutMs, checkIntegrity) !== 'ok') {
      throw damaged(folder.database);
    }
  });
}

/** Makes an empty file for a database, readable by its owner alone. SQLite gives its journal the same mode. */
export function reserveFile(file: string): void {
  removeDatabase(file);
  fs.closeSync(fs.openSync(file, 'wx', 0o600));
}

/** Makes an empty database in place of a file. It is whole once this returns. */
export function makeDatabase(file: string): void {
  reserveFile(file);
  const database = new DatabaseSync(file);
  try {
    // Small pages keep the disk quiet: the open span's end is saved every few seconds, a page each time.
    database.exec('PRAGMA page_size = 1024; PRAGMA journal_mode = WAL');
    migrate(database);
  } finally {
    database.close();
  }
}

/** Where a database is made before it takes its place, so that the one in place is always whole. */
export function unfinishedFile({ database }: DataFolder): string {
  return `${database}.new`;
}

/**
 * Where a database stands that is whole and takes the place of another, from when it is made ready until it is there. A
 * process that ends meanwhile leaves it for the next one.
 */
export function readyFile({ database }: DataFolder): string {
  return `${database}.ready`;
}

/** Closes a database and its journal to all but their owner. */
function closeToOthers(file: string): void {
  if (process.platform === 'win32') return;
  for (const suffix of ['', ...JOURNALS]) {
    const stat = fs.statSync(file + suffix, { throwIfNoEntry: false });
    if (stat && stat.mode & 0o077) fs.chmodSync(file + suffix, 0o600);
  }
}

function connect({ database: file }: DataFolder, timeoutMs: number): DatabaseSync {
  closeToOthers(file);
  const database = new DatabaseSync(file, { timeout: timeoutMs });
  try {
    // Each commit reaches the disk, on macOS too, and what is deleted is overwritten.
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA secure_delete = ON',
    );
    // In kB: the spans of a year, which a page asks for again and again, just miss the 2,000 that SQLite takes by itself.
    database.exec('PRAGMA cache_size = -4000');
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Opens the database for the one process that writes, making or migrating it.
 *
 * @throws StorageError where the folder or the file cannot be used; nothing is changed then.
 */
export function openDatabase(folder: DataFolder, timeoutMs = LOCK_TIMEOUT_MS): DatabaseSync {
  ensureFolder(folder);
  return guarded(folder, () => {
    // Another one is about to take its place.
    if (fs.existsSync(readyFile(folder))) throw damaged(folder.database);
    if (fs.existsSync(folder.database)) inspect(folder, timeoutMs);
    // The journal of a database that is gone would be read into the new one.
    else if (hasContent(`${folder.database}-wal`)) throw damaged(folder.database);
    else {
      makeDatabase(unfinishedFile(folder));
      fs.renameSync(unfinishedFile(folder), folder.database);
    }
    return connect(folder, timeoutMs);
  });
}

/**
 * Opens the database for reading beside a process that writes; undefined where there is none yet.
 *
 * @throws StorageError where the folder or the file cannot be read.
 */
export function openDatabaseForReading(
  folder: DataFolder,
  timeoutMs = LOCK_TIMEOUT_MS,
): DatabaseSync | undefined {
  requireFolder(folder);
  if (!fs.existsSync(folder.database)) return undefined;
  return guarded(folder, () => {
    inspect(folder, timeoutMs);
    return openReadOnly(folder.database, timeoutMs);
  });
}

/** An empty database that lives in memory alone. */
export function openMemoryDatabase(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  migrate(database);
  return database;
}
