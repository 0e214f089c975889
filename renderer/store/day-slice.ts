import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { DaySlice } from './state/today.ts';
import type { Slice } from './app-state.ts';
import { changing, coalesce, failed, LOADING, ready } from './remote.ts';

export function createDaySlice(api: WindowApi): Slice<DaySlice> {
  return (set, get) => ({
    shownDay: null,
    day: LOADING,
    loadDay: coalesce(async () => {
      const { shownDay: asked, exampleFrom } = get();
      const isStillAsked = () => get().shownDay === asked && get().exampleFrom === exampleFrom;
      try {
        const value = await (exampleFrom === null ? api.getDay(asked) : api.getExampleDay(asked));
        // Another day was chosen meanwhile: its own request follows.
        if (isStillAsked()) set({ day: ready(get().day, value) });
      } catch (error) {
        if (isStillAsked()) set({ day: failed(get().day, error) });
      }
    }),
    openDay: async (isoDate) => {
      const { day, shownDay, loadDay } = get();
      if (shownDay !== isoDate) set({ shownDay: isoDate, day: changing(day) });
      set({ page: 'today' });
      await loadDay();
    },
  });
}
