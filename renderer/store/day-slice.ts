import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { DaySlice } from './state/today.ts';
import type { Slice } from './app-state.ts';
import { changing, coalesce, failed, LOADING, ready } from './remote.ts';

export function createDaySlice(api: WindowApi): Slice<DaySlice> {
  return (set, get) => ({
    shownDay: null,
    day: LOADING,
    loadDay: coalesce(async () => {
      const asked = get().shownDay;
      try {
        const value = await api.getDay(asked);
        // Another day was chosen meanwhile: its own request follows.
        if (get().shownDay === asked) set({ day: ready(get().day, value) });
      } catch (error) {
        if (get().shownDay === asked) set({ day: failed(get().day, error) });
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
