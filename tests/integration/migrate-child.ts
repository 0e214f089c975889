/**
 * @file What the kill test kills in the middle of a migration: migrates a database by steps that take their
 * time. `node migrate-child.ts FILE`
 */
import { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS, migrate } from '../../electron/storage/schema.ts';

/** Steps as a later version may have them: after the real ones, two that change every row. */
export const SLOW_STEPS: readonly string[] = [
  ...MIGRATIONS,
  `ALTER TABLE spans ADD COLUMN note TEXT NOT NULL DEFAULT '';
   UPDATE spans SET note = 'second'`,
  `CREATE TABLE copy AS SELECT * FROM spans;
   DELETE FROM spans;
   INSERT INTO spans SELECT * FROM copy;
   UPDATE spans SET note = 'third';
   DROP TABLE copy`,
];

const [file] = process.argv.slice(2);
if (import.meta.main && file !== undefined) {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  process.stdout.write('ready\n');
  migrate(database, SLOW_STEPS);
  process.stdout.write('done\n');
}
