import fs from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { UserError } from '../../shared/domain/user-error.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { isHeld } from '../system/storage-error.ts';

/** Ends the right to write. */
export type ReleaseLock = () => void;

/**
 * Makes this process the only one that writes in a data folder, the app and the command line alike. It
 * is a lock of the system on an empty file, taken through SQLite because Node has none of its own: it
 * goes with the process, however that ends, so it is never stale. Nothing else in the process may open that
 * file: to close it again would end the lock (POSIX).
 *
 * @throws UserError where another process has it; the system's own errors where no file can be made.
 */
export function lockForWriting({ dir, lock }: DataFolder): ReleaseLock {
  fs.closeSync(fs.openSync(lock, 'a', 0o600));
  // Nothing is ever written into it; content is damage, and SQLite would not lock such a file.
  if (fs.statSync(lock).size > 0) fs.truncateSync(lock);
  const database = new DatabaseSync(lock, { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!isHeld(error)) throw error;
    throw new UserError(`Sweetspot is running on ${dir}; quit it first.`, { cause: error });
  }
  return () => {
    database.close();
  };
}
