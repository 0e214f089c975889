import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { Slice, TrackerSlice } from './app-state.ts';
import { coalesce, failed, LOADING } from './remote.ts';

/** Commands only ask; the new state arrives by push. */
export function createTrackerSlice(api: WindowApi): Slice<TrackerSlice> {
  return (set, get) => ({
    tracker: LOADING,
    loadTracker: coalesce(async () => {
      try {
        set({ tracker: { status: 'ready', value: await api.getTrackerStatus() } });
      } catch (error) {
        set({ tracker: failed(get().tracker, error) });
      }
    }),
    pause: async (length) => {
      try {
        await api.pause(length);
      } catch (error) {
        get().report(error);
      }
    },
    resume: async () => {
      try {
        await api.resume();
      } catch (error) {
        get().report(error);
      }
    },
  });
}
