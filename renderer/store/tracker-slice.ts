import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { Slice } from './app-state.ts';
import type { TrackerSlice } from './state/today.ts';
import { doOrTell } from './or-tell.ts';
import { coalesce, failed, LOADING, ready } from './remote.ts';

/** Commands only ask; the new state arrives by push. */
export function createTrackerSlice(api: WindowApi): Slice<TrackerSlice> {
  return (set, get) => {
    const ask = (command: () => Promise<unknown>) => doOrTell(get, command);
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
