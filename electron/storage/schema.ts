import type { DatabaseSync } from 'node:sqlite';
import { ACTIVITIES } from '../../shared/domain/activity.ts';

/** SQLite's mark of which program a file is of: "Swsp". */
const APPLICATION_ID = 0x53777370;

/** The columns of the one table. */
const COLUMNS = ['started_at', 'ended_at', 'activity', 'zone', 'relabelled'] as const;

/** The ids of activities, as a list of SQL. */
const ACTIVITY_LIST = ACTIVITIES.map((id) => `'${id}'`).join(', ');

/** The steps from one schema version to the next; the first makes version 1 of an empty file. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE spans (
     started_at INTEGER PRIMARY KEY,
     ended_at INTEGER NOT NULL CHECK (ended_at > started_at),
     activity TEXT NOT NULL CHECK (activity IN (${ACTIVITY_LIST})),
     zone TEXT NOT NULL,
     relabelled INTEGER NOT NULL DEFAULT 0 CHECK (relabelled IN (0, 1))
   ) STRICT;
   PRAGMA application_id = ${APPLICATION_ID}`,
];

/** The schema version that this code writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

function pragma(database: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}

/** The schema version of an open database; 0 of an empty one. */
export function schemaVersion(database: DatabaseSync): number {
  return pragma(database, 'user_version');
}

/** Whose database it is: `ours`, of a `newer` version of the product, or `foreign`. It is only read. */
export function identify(database: DatabaseSync): 'ours' | 'newer' | 'foreign' {
  const names = database.prepare("SELECT name FROM pragma_table_info('spans')").all();
  const hasColumns = COLUMNS.every((column) => names.some(({ name }) => name === column));
  const id = pragma(database, 'application_id');
  const version = schemaVersion(database);
  if (id === APPLICATION_ID && version > SCHEMA_VERSION) return 'newer';
  // The first databases carry no mark.
  if (version === 0 || !hasColumns || (id !== APPLICATION_ID && id !== 0)) return 'foreign';
  return version > SCHEMA_VERSION ? 'newer' : 'ours';
}

/**
 * Brings a database to the latest schema version.
 *
 * @param steps the migrations, the first from version 0 to 1.
 */
export function migrate(database: DatabaseSync, steps: readonly string[] = MIGRATIONS): void {
  for (const [version, step] of steps.entries()) {
    if (version < schemaVersion(database)) continue;
    // One transaction a step: after a crash the file has the old or the new schema, never one between.
    database.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${version + 1}; COMMIT`);
  }
}

/**
 * `ok`, or what is wrong with a database of ours, in words without anything of its content.
 *
 * SQLite leaves the CHECK constraints out where a database is open for reading alone, so they are checked here.
 */
export function checkIntegrity(database: DatabaseSync): string {
  const found = String(database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check']);
  if (found !== 'ok') return found;
  const wrong = database
    .prepare(
      `SELECT 1 FROM spans WHERE ended_at <= started_at OR activity NOT IN (${ACTIVITY_LIST})
         OR relabelled NOT IN (0, 1) LIMIT 1`,
    )
    .get();
  return wrong ? 'a span that cannot be right' : 'ok';
}
