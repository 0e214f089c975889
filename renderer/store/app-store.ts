import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { AppState } from './app-state.ts';
import { createAutostartSlice } from './autostart-slice.ts';
import { createCorrectionsSlice } from './corrections-slice.ts';
import { createDaySlice } from './day-slice.ts';
import { createDraftsSlice } from './drafts-slice.ts';
import { createEverythingSlice } from './everything-slice.ts';
import { createExampleSlice } from './example-slice.ts';
import { createHandOverSlice } from './hand-over-slice.ts';
import { createHoursSlice } from './hours-slice.ts';
import { createPrivacySlice } from './privacy-slice.ts';
import { createNotesSlice } from './notes-slice.ts';
import { createReviewSlice } from './review-slice.ts';
import { createRulesSlice } from './rules-slice.ts';
import { createHistorySlice } from './history-slice.ts';
import { createReportSlice } from './report-slice.ts';
import { createSettingsSlice } from './settings-slice.ts';
import { createShellSlice } from './shell-slice.ts';
import { createCompanionSlice } from './companion-slice.ts';
import { createSightSlice } from './sight-slice.ts';
import { createTrackerSlice } from './tracker-slice.ts';
import { createTrendsSlice } from './trends-slice.ts';
import { createUndoSlice } from './undo-slice.ts';
import { createWeekSlice } from './week-slice.ts';

export type AppStore = StoreApi<AppState>;

/** A store over an api, joined from one slice a topic. Nothing is loaded until `startSync`. */
export function createAppStore(api: WindowApi): AppStore {
  return createStore<AppState>()((...args) => ({
    ...createShellSlice(...args),
    ...createTrackerSlice(api)(...args),
    ...createDaySlice(api)(...args),
    ...createWeekSlice(api)(...args),
    ...createReviewSlice(api)(...args),
    ...createNotesSlice(api)(...args),
    ...createTrendsSlice(api)(...args),
    ...createPrivacySlice(api)(...args),
    ...createEverythingSlice(api)(...args),
    ...createHistorySlice(api)(...args),
    ...createReportSlice(api)(...args),
    ...createSettingsSlice(api)(...args),
    ...createHoursSlice(api)(...args),
    ...createHandOverSlice(api)(...args),
    ...createDraftsSlice(...args),
    ...createExampleSlice(...args),
    ...createRulesSlice(api)(...args),
    ...createAutostartSlice(api)(...args),
    ...createSightSlice(api)(...args),
    ...createCompanionSlice(api)(...args),
    ...createCorrectionsSlice(api)(...args),
    ...createUndoSlice(api)(...args),
  }));
}
