/**
 * @file What the kill test kills in the middle of a migration: migrates a database by steps that change every
 * row, and tells on stdout how far it is. `node migrate-child.ts FILE`
 */
import { writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS, migrate } from '../../electron/storage/schema.ts';

/** Steps as a later version may have them: after the real ones, two that change every row. */
export const SLOW_STEPS: readonly string[] = [
  ...MIGRATIONS,
  `ALTER TABLE spans ADD COLUMN note TEXT NOT NULL DEFAULT '';
   UPDATE spans SET note = told('second')`,
  `CREATE TABLE copy AS SELECT * FROM spans;
   DELETE FROM spans;
   INSERT INTO spans SELECT * FROM copy;
   UPDATE spans SET note = told('third');
   DROP TABLE copy`,
];

/** A letter is told each time that this many rows have been changed: the first of the note they get. */
export const ROWS_A_LETTER = 500;

/** The child tells this when there is nothing more to do. */
export const DONE = '.';

const [file] = process.argv.slice(2);
if (import.meta.main && file !== undefined) {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  let rows = 0;
  // Right away: what is only meant to be told does not leave a process that is killed.
  const tell = (letter: string) => writeSync(process.stdout.fd, letter);
  database.function('told', (note) => {
    rows += 1;
    if (rows % ROWS_A_LETTER === 0) tell(String(note).charAt(0));
    return note;
  });
  migrate(database, SLOW_STEPS);
  tell(DONE);
}
