import { NOTE_LENGTH } from '../../shared/domain/note.ts';
import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { ReviewSlice } from './state/week.ts';
import type { Slice } from './app-state.ts';
import { coalesce, failureCode, LOADING } from './remote.ts';

export function createReviewSlice(api: WindowApi): Slice<ReviewSlice> {
  /** The week whose note was asked for last. */
  let asked: string | undefined;
  return (set, get) => ({
    reviewDue: null,
    note: LOADING,
    notes: [],
    loadNotes: coalesce(async () => {
      try {
        set({ notes: await api.getNotes() });
      } catch {
        // Where notes cannot be read, the page of the review says so.
        set({ notes: [] });
      }
    }),
    loadReviewDue: coalesce(async () => {
      try {
        const due = await api.getReviewDue();
        if (due?.week !== get().reviewDue?.week) set({ reviewDue: due });
      } catch {
        // A hint is not worth a word about its failing.
        set({ reviewDue: null });
      }
    }),
    openReview: async (isoDate) => {
      const { showWeek, openPage } = get();
      const shown = showWeek(isoDate);
      openPage('review');
      await shown;
    },
    settleReview: async (week) => {
      if (get().reviewDue?.week !== week) return;
      set({ reviewDue: null });
      await get().changeSettings({ reviewedWeek: week });
    },
    proposeBlock: async (isoDate) => {
      try {
        return await api.proposeBlock(isoDate);
      } catch (error) {
        get().report(error);
        return undefined;
      }
    },
    loadNote: async (week) => {
      asked = week;
      // An older text must not be written over a newer one.
      set({ note: LOADING });
      try {
        const value = await api.getNote(week);
        if (asked === week) set({ note: { status: 'ready', value } });
      } catch (error) {
        const code = failureCode(error);
        if (asked === week) set({ note: { status: 'failed', code, value: undefined } });
      }
    },
    addToNote: async (week, text) => {
      try {
        const { text: before } = await api.getNote(week);
        const next = before === '' ? text : `${before}\n\n${text}`;
        if (next.length > NOTE_LENGTH) return 'full';
        await api.setNote(week, next);
        return 'added';
      } catch (error) {
        get().report(error);
        return 'failed';
      }
    },
    saveNote: async (week, text) => {
      try {
        await api.setNote(week, text);
        void get().loadNotes();
        return true;
      } catch (error) {
        get().report(error);
        return false;
      }
    },
  });
}
