import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { HistorySlice, Slice } from './app-state.ts';
import { failureCode } from './remote.ts';

/** The history of another tracker, from the choice of a file to the taking over. */
export function createHistorySlice(api: WindowApi): Slice<HistorySlice> {
  return (set, get) => {
    /** What a call gives; where it was stopped or fails, that, and the user is told of a failure. */
    async function attempt<T>(work: () => Promise<T>): Promise<T | 'stopped' | 'failed'> {
      try {
        return await work();
      } catch (error) {
        if (failureCode(error) === 'cancelled') return 'stopped';
        get().report(error);
        return 'failed';
      }
    }
    const start = () => {
      set({ history: { at: 'start' } });
    };

    return {
      history: { at: 'start' },
      openHistory: async () => {
        start();
        const reading = await attempt(() => api.openHistory());
        if (reading === 'stopped') set({ history: { at: 'stopped' } });
        else if (reading === 'failed' || reading.status === 'cancelled') start();
        else if (reading.status === 'refused') {
          set({ history: { at: 'refused', problem: reading.problem } });
        } else set({ history: { at: 'preview', preview: reading.preview } });
      },
      takeHistory: async (id) => {
        set({ history: { at: 'storing', share: 0 } });
        const taken = await attempt(() => api.takeHistory(id));
        if (taken === 'stopped') set({ history: { at: 'stopped' } });
        else if (taken === 'failed') start();
        else set({ history: { at: 'taken', spans: taken.spans } });
      },
      stopHistory: async () => {
        await attempt(() => api.stopHistory());
      },
      leaveHistory: start,
      showHistoryShare: (share) => {
        const { at } = get().history;
        set({ history: { at: at === 'storing' ? 'storing' : 'reading', share } });
      },
    };
  };
}
