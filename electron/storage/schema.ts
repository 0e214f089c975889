import type { DatabaseSync } from 'node:sqlite';
import { ACTIVITIES } from '../../shared/domain/activity.ts';
import { NOTE_LENGTH } from '../../shared/domain/note.ts';

/** SQLite's mark of which program a file is of: "Swsp". */
const APPLICATION_ID = 0x53777370;

/** The columns that the table of spans has had from the first. */
const COLUMNS = ['started_at', 'ended_at', 'activity', 'zone', 'relabelled'] as const;

/** The ids of activities, as a list of SQL. */
const ACTIVITY_LIST = ACTIVITIES.map((id) => `'${id}'`).join(', ');

/** The branches of a CASE that are false for each activity, `elsewhere` first. */
const KNOWN_ACTIVITIES = ACTIVITIES.map((id) => `WHEN '${id}' THEN 0`)
  .reverse()
  .join(' ');

/** How SQL knows an ISO week by its form. */
const WEEK_GLOB = '[0-9][0-9][0-9][0-9]-W[0-5][0-9]';

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
  // Days whose spans are no longer kept, and what each activity added up to in each hour of them.
  `CREATE TABLE day_totals (
     date TEXT PRIMARY KEY,
     zone TEXT NOT NULL,
     last_zone TEXT NOT NULL,
     last_at INTEGER NOT NULL,
     working_ms INTEGER NOT NULL CHECK (working_ms >= 0)
   ) STRICT;
   CREATE TABLE day_hours (
     date TEXT NOT NULL,
     hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
     activity TEXT NOT NULL CHECK (activity IN (${ACTIVITY_LIST})),
     inside_ms INTEGER NOT NULL CHECK (inside_ms >= 0),
     outside_ms INTEGER NOT NULL CHECK (outside_ms >= 0),
     window_ms INTEGER NOT NULL CHECK (window_ms BETWEEN 0 AND inside_ms),
     PRIMARY KEY (date, hour, activity)
   ) STRICT`,
  // What the user did with their own data. It names no more than an activity and a stretch of time.
  `CREATE TABLE actions (
     id INTEGER PRIMARY KEY,
     at INTEGER NOT NULL,
     kind TEXT NOT NULL,
     spans INTEGER NOT NULL CHECK (spans >= 0),
     from_activity TEXT CHECK (from_activity IN (${ACTIVITY_LIST})),
     to_activity TEXT CHECK (to_activity IN (${ACTIVITY_LIST})),
     start_at INTEGER,
     end_at INTEGER CHECK (end_at > start_at)
   ) STRICT`,
  // What the user wrote to themself at the end of a week.
  `CREATE TABLE notes (
     week TEXT PRIMARY KEY CHECK (week GLOB '${WEEK_GLOB}'),
     text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND ${NOTE_LENGTH}),
     updated_at INTEGER NOT NULL
   ) STRICT`,
  // Time that the user entered, or moved, by hand.
  'ALTER TABLE spans ADD COLUMN manual INTEGER NOT NULL DEFAULT 0 CHECK (manual IN (0, 1))',
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

/** What SQL reads to know whether a span was entered by hand: an older version, where it is only read, has no column. */
export function manualColumn(database: DatabaseSync): string {
  const columns = database.prepare("SELECT name FROM pragma_table_info('spans')").all();
  return columns.some(({ name }) => name === 'manual') ? 'manual' : '0';
}

/** Whether a database has a table; one of an older version may lack some. */
export function hasTable(database: DatabaseSync, name: string): boolean {
  return (
    database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !==
    undefined
  );
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
      // Every span is looked at, so each comparison counts: both flags at once, whose bits but the lowest are to be 0, and
      // names one by one, the most frequent first, which is faster than a search in a list.
      `SELECT 1 FROM spans WHERE ended_at <= started_at OR (relabelled | ${manualColumn(database)}) >> 1
         OR CASE activity ${KNOWN_ACTIVITIES} ELSE 1 END LIMIT 1`,
    )
    .get();
  if (wrong) return 'a span that cannot be right';
  // A database of an older version that is only read has no such table yet.
  if (!hasTable(database, 'day_hours')) return 'ok';
  const wrongTotal = database
    .prepare(
      `SELECT 1 FROM day_hours WHERE hour NOT BETWEEN 0 AND 23 OR activity NOT IN (${ACTIVITY_LIST})
         OR inside_ms < 0 OR outside_ms < 0 OR window_ms NOT BETWEEN 0 AND inside_ms
         OR date NOT IN (SELECT date FROM day_totals) LIMIT 1`,
    )
    .get();
  if (wrongTotal) return 'a day total that cannot be right';
  if (!hasTable(database, 'actions')) return 'ok';
  const wrongAction = database
    .prepare(
      `SELECT 1 FROM actions WHERE spans < 0 OR end_at <= start_at
         OR from_activity NOT IN (${ACTIVITY_LIST}) OR to_activity NOT IN (${ACTIVITY_LIST}) LIMIT 1`,
    )
    .get();
  if (wrongAction) return 'an entry of the log that cannot be right';
  if (!hasTable(database, 'notes')) return 'ok';
  const wrongNote = database
    .prepare(
      `SELECT 1 FROM notes WHERE week NOT GLOB '${WEEK_GLOB}'
         OR length(text) NOT BETWEEN 1 AND ${NOTE_LENGTH} LIMIT 1`,
    )
    .get();
  return wrongNote ? 'a note that cannot be right' : 'ok';
}
