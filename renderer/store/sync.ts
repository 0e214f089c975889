import type { Unsubscribe, WindowApi } from '../../shared/ipc/window-api.ts';
import type { AppStore } from './app-store.ts';
import { mayEnd, placeOf } from './place.ts';
import { ready, valueOf } from './remote.ts';

/** Calls a function again and again until unsubscribed. */
export type Every = (intervalMs: number, callback: () => void) => Unsubscribe;

/** How long the page may stand still while nothing is pushed: time passes even then. */
const STILL_MS = 30_000;

/** Asks again for what the page that is open shows. */
function refreshPage(store: AppStore): void {
  const { page, loadDay, loadWeek, loadTrends, loadPrivacy, actions, loadActions } =
    store.getState();
  if (page === 'today') void loadDay();
  else if (page === 'week' || page === 'review') void loadWeek();
  else if (page === 'trends') void loadTrends();
  else if (page === 'privacy') {
    void loadPrivacy();
    if (actions) void loadActions();
  }
}

/** Takes in what the main process tells of what was measured and set: what is shown of it is asked for again. */
function followMeasuring(api: WindowApi, store: AppStore): Unsubscribe[] {
  return [
    api.onTrackerChanged((value) => {
      const reason = valueOf(store.getState().tracker)?.reason;
      store.setState(({ tracker }) => ({ tracker: ready(tracker, value) }));
      refreshPage(store);
      // What helped may have been switched off, or on, outside of this app.
      if (reason !== undefined && value.reason !== reason) void store.getState().loadSight();
    }),
    api.onSpansChanged(() => {
      refreshPage(store);
    }),
    api.onSettingsChanged((value) => {
      store.setState({ settings: { status: 'ready', value } });
      // The language, and every figure that working time and agreement decide, may be others now.
      const { page, loadInfo, loadAutostart, loadReviewDue, loadDay, loadWeek, loadTrends } =
        store.getState();
      void loadInfo();
      void loadAutostart();
      void loadReviewDue();
      void loadDay();
      void loadWeek();
      if (page === 'trends') void loadTrends();
    }),
    api.onSightChanged(() => {
      void store.getState().loadSight();
    }),
    api.onCompanionChanged(() => {
      void store.getState().loadCompanion();
    }),
  ];
}

/** Takes in what the main process tells of its work, and what it asks of the window. */
function followWork(api: WindowApi, store: AppStore): Unsubscribe[] {
  return [
    api.onUndosChanged((undos) => {
      store.getState().showUndoOffers(undos);
    }),
    api.onReportProgress((reportShare) => {
      store.setState({ reportShare });
    }),
    api.onHistoryProgress((share) => {
      store.getState().showHistoryShare(share);
    }),
    api.onOpenPage((page) => {
      store.getState().openPage(page);
    }),
    api.onRest(() => {
      const state = store.getState();
      if (mayEnd(state)) void api.leave(placeOf(state));
    }),
  ];
}

/** Asks for what a page shows when it is opened, as it may have changed unseen. */
function followPage(store: AppStore): Unsubscribe {
  return store.subscribe((state, before) => {
    if (state.page === before.page) return;
    store.setState({ typed: false });
    refreshPage(store);
    // A browser may have been installed, or the extension loaded.
    if (state.page === 'companion') void state.loadCompanion();
    // The system's own settings may have changed it, and another day may have come.
    if (state.page === 'today' || state.page === 'settings') {
      void state.loadAutostart();
      void state.loadSight();
    }
  });
}

function loadAll(store: AppStore): void {
  const state = store.getState();
  void state.loadInfo();
  void state.loadSettings();
  void state.loadSight();
  void state.loadCompanion();
  void state.loadTracker();
  void state.loadAutostart();
  void state.loadDay();
  void state.loadWeek();
  void state.loadUndoOffers();
  void state.loadReviewDue();
}

/**
 * Carries what the main process knows into the store, one way: first everything, then whatever is
 * pushed. Only the page that is open is asked for again; opening the other one asks for it.
 */
export function startSync(api: WindowApi, store: AppStore, every: Every): Unsubscribe {
  const subscriptions = [
    ...followMeasuring(api, store),
    ...followWork(api, store),
    followPage(store),
    every(STILL_MS, () => {
      if (store.getState().page === 'companion') void store.getState().loadCompanion();
      refreshPage(store);
      void store.getState().loadReviewDue();
    }),
  ];
  loadAll(store);
  return () => {
    for (const unsubscribe of subscriptions) unsubscribe();
  };
}
