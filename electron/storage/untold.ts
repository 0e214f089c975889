/**
 * @file What the user is still to be told of their database. It stands in the database that it is about, from before
 * that one is in its place: whenever the process ends, the next one tells it.
 */
import type { DatabaseSync } from 'node:sqlite';
import { hasTable } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** What can have been done for a database: a copy or an empty one stands in for it, or it was written anew as it was. */
const RECOVERY_NOTICES = ['database-restored', 'database-new', 'database-rewritten'] as const;

/** What had to be done for a database. */
export type RecoveryNotice = (typeof RECOVERY_NOTICES)[number];

const TABLE = 'untold';

/** Notes what is to be told of a database. */
export function noteUntold(database: DatabaseSync, notice: RecoveryNotice): void {
  inTransaction(database, () => {
    forgetUntold(database);
    database.exec(`CREATE TABLE ${TABLE} (notice TEXT NOT NULL) STRICT`);
    database.prepare(`INSERT INTO ${TABLE} VALUES (?)`).run(notice);
  });
}

/** What is to be told of a database; null where there is nothing. */
export function readUntold(database: DatabaseSync): RecoveryNotice | null {
  if (!hasTable(database, TABLE)) return null;
  const noted = database.prepare(`SELECT notice FROM ${TABLE}`).get()?.['notice'];
  return RECOVERY_NOTICES.find((notice) => notice === noted) ?? null;
}

/** Lets go of it, once it was told. */
export function forgetUntold(database: DatabaseSync): void {
  database.exec(`DROP TABLE IF EXISTS ${TABLE}`);
}
