import fs from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { UserError } from '../../shared/domain/user-error.ts';
import { isSound, listBackups } from './backups.ts';
import type { DataFolder } from './data-folder.ts';
import { NewerSchemaError, checkIntegrity, openDatabase } from './database.ts';

/** A database that can be worked with, and what had to be done for it. */
export interface Recovered {
  readonly database: DatabaseSync;
  readonly notice: 'database-restored' | 'database-new' | null;
}

/** Opens the database where it is sound; undefined where it is damaged. */
function openSound(folder: DataFolder): DatabaseSync | undefined {
  let database: DatabaseSync;
  try {
    database = openDatabase(folder);
  } catch (error) {
    if (error instanceof NewerSchemaError || !fs.existsSync(folder.database)) throw error;
    return undefined;
  }
  if (checkIntegrity(database) === 'ok') return database;
  database.close();
  return undefined;
}

/** Moves the database and its journal aside, never deleting what a person might still rescue. */
function setAside({ database }: DataFolder, nowMs: number): void {
  const stamp = new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-');
  for (const suffix of ['', '-wal', '-shm']) {
    const file = `${database}${suffix}`;
    if (fs.existsSync(file)) fs.renameSync(file, `${database}.corrupt-${stamp}${suffix}`);
  }
}

/** An empty database file beside back-ups is a damaged one: SQLite would take it as new. */
function wasEmptied(folder: DataFolder): boolean {
  return (
    fs.existsSync(folder.database) &&
    fs.statSync(folder.database).size === 0 &&
    listBackups(folder).length > 0
  );
}

/**
 * Opens the database; a damaged one is set aside and the newest sound back-up takes its place, or an empty
 * one where there is none.
 *
 * @throws UserError where the folder cannot be written or the file is of a newer version.
 */
export function openOrRecover(folder: DataFolder, nowMs: number): Recovered {
  const sound = wasEmptied(folder) ? undefined : openSound(folder);
  if (sound) return { database: sound, notice: null };
  setAside(folder, nowMs);
  const backup = listBackups(folder).find(isSound);
  if (backup !== undefined) {
    fs.copyFileSync(backup, folder.database, fs.constants.COPYFILE_EXCL);
    fs.chmodSync(folder.database, 0o600);
  }
  try {
    const notice = backup === undefined ? 'database-new' : 'database-restored';
    return { database: openDatabase(folder), notice };
  } catch (error) {
    throw new UserError(`${folder.dir} cannot hold the database; check its permissions.`, {
      cause: error,
    });
  }
}
