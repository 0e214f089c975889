import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { HistorySlice } from './state/privacy.ts';
import type { Slice } from './app-state.ts';
import { failureCode } from './remote.ts';

/** The history of another tracker, from the choice of a file to the taking over. */
export function createHistorySlice(api: WindowApi): Slice<HistorySlice> {
  return (set, get) => {
    /**
     * What a call gives; null where it was stopped or fails, which the user is told.
     *
     * @param otherwise what is shown where it fails.
     */
    async function attempt<T>(
      work: () => Promise<T>,
      otherwise: HistorySlice['history'],
    ): Promise<T | null> {
      get().dismissFailure();
      try {
        return await work();
      } catch (error) {
        const isStopped = failureCode(error) === 'cancelled';
        // First, since what is shown anew takes the focus, and the window goes where that is.
        set({ history: isStopped ? { at: 'stopped' } : otherwise });
        if (!isStopped) get().report(error);
        return null;
      }
    }
    const start = () => {
      set({ history: { at: 'start' } });
    };

    return {
      history: { at: 'start' },
      openHistory: async () => {
        start();
        const reading = await attempt(() => api.openHistory(), { at: 'start' });
        if (reading?.status === 'cancelled') start();
        if (reading?.status === 'refused') {
          set({ history: { at: 'refused', problem: reading.problem } });
        }
        if (reading?.status === 'read') {
          set({ history: { at: 'preview', preview: reading.preview } });
        }
      },
      takeHistory: async (id, withPhones) => {
        const { history: shown } = get();
        set({ history: { at: 'storing', share: 0 } });
        // What was read is still there, to be tried again once there is room on the disk.
        const taken = await attempt(() => api.takeHistory(id, withPhones), shown);
        if (taken) set({ history: { at: 'taken', spans: taken.spans } });
      },
      stopHistory: async () => {
        await attempt(() => api.stopHistory(), get().history);
      },
      leaveHistory: start,
      showHistoryShare: (share) => {
        const { at } = get().history;
        set({ history: { at: at === 'storing' ? 'storing' : 'reading', share } });
      },
    };
  };
}
