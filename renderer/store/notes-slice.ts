import { NOTE_LENGTH } from '../../shared/domain/note.ts';
import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { Slice } from './app-state.ts';
import { orTell } from './or-tell.ts';
import { coalesce, failureCode, LOADING } from './remote.ts';
import type { NotesSlice } from './state/week.ts';

/** The user's private notes of weeks. */
export function createNotesSlice(api: WindowApi): Slice<NotesSlice> {
  /** The week whose note was asked for last. */
  let asked: string | undefined;
  return (set, get) => ({
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
    addToNote: (week, text) =>
      orTell(
        get,
        async () => {
          const { text: before } = await api.getNote(week);
          const next = before === '' ? text : `${before}\n\n${text}`;
          if (next.length > NOTE_LENGTH) return 'full';
          await api.setNote(week, next);
          return 'added';
        },
        'failed',
      ),
    saveNote: (week, text) =>
      orTell(
        get,
        async () => {
          await api.setNote(week, text);
          void get().loadNotes();
          return true;
        },
        false,
      ),
  });
}
