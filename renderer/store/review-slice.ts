import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { ReviewSlice } from './state/week.ts';
import type { Slice } from './app-state.ts';
import { orTell } from './or-tell.ts';
import { coalesce } from './remote.ts';

export function createReviewSlice(api: WindowApi): Slice<ReviewSlice> {
  return (set, get) => ({
    reviewDue: null,
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
    proposeBlock: (isoDate) => orTell(get, () => api.proposeBlock(isoDate), undefined),
  });
}
