import { z } from 'zod';
import { ISO_WEEK } from '../../shared/domain/calendar.ts';
import { NOTE_LENGTH } from '../../shared/domain/note.ts';
import { createNotes } from '../storage/notes.ts';
import { DataFileError, type DataSection, readRows } from './data-section.ts';

const NAME = 'notes';

const noteRow = z
  .strictObject({
    week: z.string().regex(ISO_WEEK).describe('ISO week, as in 2026-W47; each at most once'),
    text: z.string().min(1).max(NOTE_LENGTH),
    updated: z.iso.datetime().describe('when it was written last, in UTC'),
  })
  .describe('what the user wrote to themself about one week');

/** The notes of weeks. A week that has one here keeps it. */
export const notesSection: DataSection = {
  name: NAME,
  row: noteRow,
  read: (database) =>
    createNotes(database)
      .all()
      .map(({ week, text, updatedAtMs }) => ({
        week,
        text,
        updated: new Date(updatedAtMs).toISOString(),
      })),
  check(rows) {
    const notes = readRows(NAME, noteRow, rows);
    let weekBefore = '';
    for (const [index, { week, text }] of notes.entries()) {
      if (week <= weekBefore || text.trim() === '') {
        throw new DataFileError('wrong-value', NAME, index + 1);
      }
      weekBefore = week;
    }
    return (database) => {
      const stored = createNotes(database);
      const added = notes.filter(({ week }) => !stored.get(week));
      return {
        added: added.length,
        fromMs: null,
        toMs: null,
        store: () => {
          stored.set(
            added.map(({ week, text, updated }) => ({
              week,
              text,
              updatedAtMs: Date.parse(updated),
            })),
          );
        },
      };
    };
  },
};
