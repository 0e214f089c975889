import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { addDays, ISO_WEEK, isoWeekOf } from '../../shared/domain/calendar.ts';
import { type Note, NOTE_LENGTH } from '../../shared/domain/note.ts';
import { hasTable } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** The notes of a database, one a week. */
export interface NoteStore {
  /** Undefined where the week has none. */
  get(week: string): Note | undefined;
  /** All, by week. */
  all(): Note[];
  /** Writes notes in place of those of their weeks; one without text is deleted. */
  set(notes: readonly Note[]): void;
  /** Puts notes back, but for those of weeks that have another one by now. */
  restore(notes: readonly Note[]): void;
  /** Deletes the notes of the weeks that lie whole in a range of days, both ends included. @returns them. */
  removeWeeks(from: string, to: string): Note[];
}

function readNote(row: Record<string, SQLOutputValue>): Note | undefined {
  const { week, text } = row;
  const updatedAtMs = row['updated_at'];
  if (
    typeof week !== 'string' ||
    !ISO_WEEK.test(week) ||
    typeof text !== 'string' ||
    text.length > NOTE_LENGTH ||
    typeof updatedAtMs !== 'number'
  ) {
    return undefined;
  }
  return { week, text, updatedAtMs };
}

/** A text as SQLite keeps it whole: without half characters, and without the zero that ends a text for it. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}

/** The notes of an open database; of one that an older version made and that is only read, none. */
export function createNotes(database: DatabaseSync): NoteStore {
  const exists = () => hasTable(database, 'notes');
  const readAll = (condition: string, ...parameters: string[]) =>
    exists()
      ? database
          .prepare(`SELECT * FROM notes ${condition} ORDER BY week`)
          .all(...parameters)
          .flatMap((row) => readNote(row) ?? [])
      : [];
  const get = (week: string) => readAll('WHERE week = ?', week).at(0);
  const set = (notes: readonly Note[]) => {
    const write = database.prepare('INSERT OR REPLACE INTO notes VALUES (?, ?, ?)');
    const remove = database.prepare('DELETE FROM notes WHERE week = ?');
    inTransaction(database, () => {
      for (const { week, text, updatedAtMs } of notes) {
        const kept = storable(text);
        if (kept.trim() === '') remove.run(week);
        else write.run(week, kept, updatedAtMs);
      }
    });
  };
  return {
    get,
    all: () => readAll(''),
    set,
    restore(notes) {
      set(notes.filter(({ week }) => !get(week)));
    },
    removeWeeks(from, to) {
      // Where no week lies whole in the range, the first comes after the last, and there is nothing between.
      const weeks = [isoWeekOf(addDays(from, 6)), isoWeekOf(addDays(to, -6))] as const;
      const removed = readAll('WHERE week BETWEEN ? AND ?', ...weeks);
      database.prepare('DELETE FROM notes WHERE week BETWEEN ? AND ?').run(...weeks);
      return removed;
    },
  };
}
