import fs from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { ACTIVITIES } from '../../shared/domain/activity.ts';
import { UserError } from '../../shared/domain/user-error.ts';
import { type DataFolder, ensureFolder, requireFolder } from './data-folder.ts';

/**
 * First SQLite without the bug by which two connections can damage a write-ahead log
 * (https://sqlite.org/wal.html#walresetbug): the command line reads while the app writes.
 */
const OLDEST_SQLITE = [3, 51, 3] as const;

/** The steps from one schema version to the next; the first makes version 1 of an empty file. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE spans (
     started_at INTEGER PRIMARY KEY,
     ended_at INTEGER NOT NULL CHECK (ended_at > started_at),
     activity TEXT NOT NULL CHECK (activity IN (${ACTIVITIES.map((id) => `'${id}'`).join(', ')})),
     zone TEXT NOT NULL,
     relabelled INTEGER NOT NULL DEFAULT 0 CHECK (relabelled IN (0, 1))
   ) STRICT`,
];

/** The schema version that this code writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

function assertSqliteVersion(database: DatabaseSync): void {
  const version = String(database.prepare('SELECT sqlite_version() AS v').get()?.['v']);
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor, oldestPatch] = OLDEST_SQLITE;
  const newEnough = major - oldestMajor || minor - oldestMinor || patch - oldestPatch || 0;
  if (newEnough < 0) {
    throw new Error(`SQLite ${version} is older than ${OLDEST_SQLITE.join('.')}`);
  }
}

/** The schema version of an open database; 0 of an empty one. */
export function schemaVersion(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
}

/** `ok`, or what SQLite finds wrong with a database's structure. */
export function checkIntegrity(database: DatabaseSync): string {
  return String(database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check']);
}

/** The database is of a version of the product that this one does not know. */
export class NewerSchemaError extends UserError {}

function refuseNewer(database: DatabaseSync, { database: file }: DataFolder): void {
  const version = schemaVersion(database);
  if (version > SCHEMA_VERSION) {
    throw new NewerSchemaError(
      `${file} was written by a newer Sweetspot (schema ${version}, this one knows ${SCHEMA_VERSION}); install that one.`,
    );
  }
}

function migrate(database: DatabaseSync): void {
  for (let version = schemaVersion(database); version < SCHEMA_VERSION; version += 1) {
    // One transaction a step: after a crash the file has the old or the new schema, never one between.
    database.exec(
      `BEGIN IMMEDIATE; ${MIGRATIONS[version] ?? ''}; PRAGMA user_version = ${version + 1}; COMMIT`,
    );
  }
}

function opened<T>(folder: DataFolder, open: () => T): T {
  try {
    return open();
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code =
      error instanceof Error && 'errcode' in error ? ` (SQLite ${String(error.errcode)})` : '';
    throw new UserError(
      `${folder.database} cannot be opened as Sweetspot's database${code}; start the app once to restore it, or choose another folder.`,
      { cause: error },
    );
  }
}

/**
 * Opens the database for the one process that writes, making or migrating it. Each commit reaches the
 * disk (WAL with synchronous FULL), and what is deleted is overwritten (secure_delete).
 *
 * @throws UserError where the folder or the file cannot be used; nothing is changed then.
 */
export function openDatabase(folder: DataFolder): DatabaseSync {
  ensureFolder(folder);
  return opened(folder, () => {
    // SQLite gives its journal the mode of the database file.
    fs.closeSync(fs.openSync(folder.database, 'a', 0o600));
    const database = new DatabaseSync(folder.database, { timeout: 2000 });
    try {
      assertSqliteVersion(database);
      refuseNewer(database, folder);
      // Small pages keep the disk quiet: the open span's end is saved every few seconds, a page each time.
      database.exec(
        'PRAGMA page_size = 1024; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON',
      );
      migrate(database);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/**
 * Opens the database for reading beside a process that writes; undefined where there is none yet.
 *
 * @throws UserError where the folder or the file cannot be read.
 */
export function openDatabaseForReading(folder: DataFolder): DatabaseSync | undefined {
  requireFolder(folder);
  if (!fs.existsSync(folder.database)) return undefined;
  return opened(folder, () => {
    const database = new DatabaseSync(folder.database, { readOnly: true, timeout: 2000 });
    try {
      assertSqliteVersion(database);
      refuseNewer(database, folder);
      if (schemaVersion(database) > 0) return database;
      database.close();
      return undefined;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}
