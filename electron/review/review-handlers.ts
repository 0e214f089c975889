import type { DatabaseSync } from 'node:sqlite';
import { isoWeekOf, mondayOf } from '../../shared/domain/calendar.ts';
import type { Note } from '../../shared/domain/note.ts';
import type { FigureRules } from '../../shared/domain/frames.ts';
import type { WeekView } from '../../shared/ipc/views.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { forget, isForgetting } from '../storage/erase.ts';
import { createNotes } from '../storage/notes.ts';
import { changing, writableDatabase } from '../storage/storing.ts';
import { type ViewNeeds, weekView } from '../figures/day-and-week-views.ts';
import { proposalView } from './proposal-view.ts';
import { weekToReview } from './review-due.ts';

export type ReviewHandlers = Pick<
  Handlers,
  'review:due' | 'review:proposal' | 'note:get' | 'note:list' | 'note:set'
>;

/** Where the notes are. */
export interface NotePlace {
  /** The database, open for writing; undefined while it cannot be. */
  readonly store: { readonly database: DatabaseSync | undefined };
  readonly folder: DataFolder;
  /** Told that a note was deleted for good, and the copies of the database that had it with it. */
  readonly onForgotten: () => void;
}

/** What the review of a week takes. */
export interface ReviewNeeds {
  readonly notes: NotePlace;
  readonly settings: { readonly get: () => Settings };
  readonly view: () => ViewNeeds & { readonly settings: FigureRules };
  readonly nowMs: () => number;
}

/** Whether there is a week at work to look back on: some minutes of a day off are none. */
const hasWork = ({ week }: WeekView) => week.measuredMs > 0;

/** The handlers of the review of a week. */
export function createReviewHandlers({
  notes,
  settings,
  view,
  nowMs,
}: ReviewNeeds): ReviewHandlers {
  /** Where notes cannot be written they are not shown either: what is typed over them could not be told apart. */
  const writable = () => writableDatabase(notes.store);

  /** Writes a note; one that is emptied is deleted as erasing does it, with no copy left. */
  function write(note: Note): void {
    const database = writable();
    const stored = createNotes(database);
    const had = stored.get(note.week) !== undefined;
    stored.set([note]);
    const isDeleted = had && !stored.get(note.week);
    if (!isDeleted && !isForgetting(database)) return;
    forget(database, notes.folder);
    notes.onForgotten();
  }

  return {
    'review:due': () => {
      const needs = view();
      const date = weekToReview(needs.settings, needs.nowMs, needs.zone);
      if (date === null) return null;
      const week = isoWeekOf(date);
      const { reviewedWeek, welcomed } = settings.get();
      // The first run comes first.
      if (!welcomed || reviewedWeek === week || !hasWork(weekView(date, needs))) return null;
      return { week, monday: mondayOf(date) };
    },
    'review:proposal': (isoDate) => proposalView(isoDate, view()),
    'note:get': (week) => ({ week, text: createNotes(writable()).get(week)?.text ?? '' }),
    'note:list': () =>
      createNotes(writable())
        .all()
        .map(({ week, text }) => ({ week, text }))
        .reverse(),
    'note:set': ({ week, text }) => {
      changing(() => {
        write({ week, text, updatedAtMs: nowMs() });
      });
      return null;
    },
  };
}
