import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { Slice } from './app-state.ts';
import type { TrendsSlice } from './state/trends.ts';
import { changing, coalesce, failed, LOADING, ready } from './remote.ts';

export function createTrendsSlice(api: WindowApi): Slice<TrendsSlice> {
  return (set, get) => ({
    shownYear: null,
    trends: LOADING,
    loadTrends: coalesce(async () => {
      const { shownYear: asked, exampleFrom } = get();
      const isStillAsked = () => get().shownYear === asked && get().exampleFrom === exampleFrom;
      try {
        const value = await (exampleFrom === null
          ? api.getTrends(asked)
          : api.getExampleTrends(asked));
        // Another year was chosen meanwhile: its own request follows.
        if (isStillAsked()) set({ trends: ready(get().trends, value) });
      } catch (error) {
        if (isStillAsked()) set({ trends: failed(get().trends, error) });
      }
    }),
    showYear: async (year) => {
      const { trends, shownYear, loadTrends } = get();
      if (shownYear !== year) set({ shownYear: year, trends: changing(trends) });
      await loadTrends();
    },
    openWeek: async (isoDate) => {
      const { showWeek, openPage } = get();
      const shown = showWeek(isoDate);
      openPage('week');
      await shown;
    },
  });
}
