import type { Activity } from '../../shared/domain/activity.ts';
import type { SpanEdit } from '../../shared/domain/span-edit.ts';
import type { ActionLogView, EditResult, UndoOffer } from '../../shared/ipc/corrections.ts';
import type { EraseWhat } from '../../shared/ipc/privacy.ts';
import { createActionLog } from '../storage/action-log.ts';
import { createChangeDesk } from './change-desk.ts';
import type { CorrectionNeeds } from './correction-needs.ts';
import { editAt } from './editing.ts';
import { erase, removeAt } from './erasing.ts';
import { relabelAt } from './relabelling.ts';
import { undoChange } from './undoing.ts';

/** Entries of the log that the window shows. */
const SHOWN_ACTIONS = 200;

/** What the user changes in their own data, with the way back. */
export interface Corrections {
  /**
   * Says what the span at a moment was. Of the running one, what was so far; what goes on is a span of its own.
   *
   * @throws Failure `not-found` where there is none, `not-saved` where nothing can be written now.
   */
  relabel(atMs: number, activity: Activity): void;
  /** The same of a span that was timed by hand, for which no rule could have said it. */
  relabelTimed(atMs: number, activity: Activity): void;
  /** The same where nobody can be told that it failed, as from the tray. */
  tryRelabel(atMs: number, activity: Activity): void;
  /**
   * Changes by hand when something was. Of what runs, what was so far; what goes on is a span of its own.
   *
   * @param mayReplace without it, an edit that would take the place of other spans changes nothing.
   * @throws Failure `not-found` where there is no such span, `invalid-args` where time is to come or has totals alone,
   *   `not-saved` where nothing can be written now.
   */
  edit(edit: SpanEdit, mayReplace: boolean): EditResult;
  /** Deletes the span at a moment for good. @throws Failure as {@link relabel}. */
  remove(atMs: number): void;
  /** Erases for good. @returns how many spans were deleted or shortened. @throws Failure `not-saved`. */
  erase(what: EraseWhat): number;
  /** Takes a change back. @throws Failure `not-found` where that is over. */
  undo(id: number): void;
  offers(): UndoOffer[];
  log(): ActionLogView;
  /** Forgets all that could be undone. */
  readonly stop: () => void;
}

export function createCorrections(needs: CorrectionNeeds): Corrections {
  const desk = createChangeDesk(needs);
  const { store, undos } = desk;
  return {
    edit(edit, mayReplace) {
      const { shielded } = desk;
      const shown = edit.kind === 'add' ? { ...edit, activity: shielded(edit.activity) } : edit;
      return editAt(desk, shown, mayReplace);
    },
    relabel: (atMs, activity) => relabelAt(desk, atMs, activity, false),
    relabelTimed: (atMs, activity) => relabelAt(desk, atMs, activity, true),
    tryRelabel(atMs, activity) {
      try {
        relabelAt(desk, atMs, activity, false);
      } catch (error) {
        needs.onError(error);
      }
    },
    remove: (atMs) => removeAt(desk, atMs),
    erase: (what) => erase(desk, what),
    undo: (id) => undoChange(desk, id),
    offers: undos.offers,
    log() {
      if (!store.database) return { actions: [], count: 0 };
      const log = createActionLog(store.database);
      return { actions: log.newest(SHOWN_ACTIONS), count: log.count() };
    },
    stop: undos.clear,
  };
}
