import type { DatabaseSync } from 'node:sqlite';

/** Runs changes of a database, all or none; within a transaction they are part of that one. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  const isOpen = () => database.isTransaction;
  if (isOpen()) return work();
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // After some errors, as of a full disk, SQLite has done so itself.
    if (isOpen()) database.exec('ROLLBACK');
    throw error;
  }
}
