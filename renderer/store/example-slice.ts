import type { AppState, Slice } from './app-state.ts';
import { LOADING } from './remote.ts';
import { EXAMPLE_PAGES, type ExampleSlice } from './state/example.ts';
import type { Page } from '../../shared/ipc/place.ts';

/** Nothing of one kind of weeks may stand among those of the other. */
const NOTHING_SHOWN = {
  day: LOADING,
  week: LOADING,
  trends: LOADING,
  shownDay: null,
  shownWeek: null,
  shownYear: null,
} as const satisfies Partial<AppState>;

/** Whether the example has a page of its own for this one. */
export function isExamplePage(page: Page): boolean {
  return EXAMPLE_PAGES.some((one) => one === page);
}

/** What ends the example: the user's own weeks are loaded anew where they are shown. */
export const WITHOUT_EXAMPLE = { ...NOTHING_SHOWN, exampleFrom: null } as const;

export const createExampleSlice: Slice<ExampleSlice> = (set, get) => {
  const load = async () => {
    const { loadDay, loadWeek, loadTrends } = get();
    await Promise.all([loadDay(), loadWeek(), loadTrends()]);
  };
  return {
    exampleFrom: null,
    openExample: async (page) => {
      set({ ...NOTHING_SHOWN, exampleFrom: get().page, page });
      await load();
    },
    closeExample: async () => {
      const { exampleFrom } = get();
      if (exampleFrom === null) return;
      set({ ...WITHOUT_EXAMPLE, page: exampleFrom });
      await load();
    },
  };
};
