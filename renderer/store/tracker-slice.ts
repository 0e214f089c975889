import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { Slice } from './app-state.ts';
import type { TrackerSlice } from './state/today.ts';
import { coalesce, failed, LOADING, ready } from './remote.ts';

/** Commands only ask; the new state arrives by push. */
export function createTrackerSlice(api: WindowApi): Slice<TrackerSlice> {
  return (set, get) => {
    const ask = async (command: () => Promise<unknown>): Promise<void> => {
      try {
        await command();
      } catch (error) {
        get().report(error);
      }
    };
    return {
      tracker: LOADING,
      loadTracker: coalesce(async () => {
        try {
          const value = await api.getTrackerStatus();
          set({ tracker: ready(get().tracker, value) });
        } catch (error) {
          set({ tracker: failed(get().tracker, error) });
        }
      }),
      startTimer: () => ask(() => api.startTimer()),
      stopTimer: () => ask(() => api.stopTimer()),
      labelTimed: (activity) => ask(() => api.labelTimed(activity)),
      pause: (length) => ask(() => api.pause(length)),
      resume: () => ask(() => api.resume()),
    };
  };
}
