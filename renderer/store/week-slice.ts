import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { Slice } from './app-state.ts';
import type { WeekSlice } from './state/week.ts';
import { orTell } from './or-tell.ts';
import { changing, coalesce, failed, LOADING, ready, valueOf } from './remote.ts';

export function createWeekSlice(api: WindowApi): Slice<WeekSlice> {
  return (set, get) => ({
    shownWeek: null,
    week: LOADING,
    saving: { status: 'idle' },
    loadWeek: coalesce(async () => {
      const { shownWeek: asked, exampleFrom } = get();
      const isStillAsked = () => get().shownWeek === asked && get().exampleFrom === exampleFrom;
      try {
        const value = await (exampleFrom === null ? api.getWeek(asked) : api.getExampleWeek(asked));
        // Another week was chosen meanwhile: its own request follows.
        if (isStillAsked()) set({ week: ready(get().week, value) });
      } catch (error) {
        if (isStillAsked()) set({ week: failed(get().week, error) });
      }
    }),
    showWeek: async (isoDate) => {
      const { week, shownWeek, loadWeek } = get();
      if (shownWeek !== isoDate) {
        set({ shownWeek: isoDate, week: changing(week), saving: { status: 'idle' } });
      }
      await loadWeek();
    },
    handPicture: (way, picture) =>
      orTell(
        get,
        async () => {
          if (way === 'save') return (await api.savePicture(picture)).saved;
          await api.copyPicture(picture);
          return true;
        },
        false,
      ),
    saveWeek: async () => {
      const view = valueOf(get().week);
      if (!view || get().saving.status === 'saving') return;
      set({ saving: { status: 'saving' } });
      try {
        const { saved } = await api.saveReport({ from: view.week.from, to: view.week.to });
        set({ saving: { status: saved ? 'saved' : 'idle' } });
      } catch (error) {
        set({ saving: { status: 'idle' } });
        get().report(error);
      }
    },
  });
}
