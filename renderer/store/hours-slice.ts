import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { HoursSlice } from './state/hours.ts';
import type { Slice } from './app-state.ts';
import { doOrTell, orTell } from './or-tell.ts';

/** What the pages of working time and the agreement ask for; settings themselves are in their own slice. */
export function createHoursSlice(api: WindowApi): Slice<HoursSlice> {
  return (set, get) => {
    let asked = 0;
    return {
      holidayCountries: [],
      holidays: [],
      importGuideline: () => orTell(get, () => api.importGuideline(), { status: 'cancelled' }),
      loadHolidayCountries: () =>
        doOrTell(get, async () => {
          set({ holidayCountries: await api.getHolidayCountries() });
        }),
      loadHolidays: async (place, year) => {
        const number = (asked += 1);
        try {
          const holidays = await api.getHolidays(place, year);
          // Another place was chosen meanwhile: its own list follows.
          if (number === asked) set({ holidays });
        } catch (error) {
          get().report(error);
        }
      },
      previewAgreements: (agreements) =>
        orTell(get, () => api.previewAgreements(agreements), undefined),
    };
  };
}
