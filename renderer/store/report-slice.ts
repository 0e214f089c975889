import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { ReportSlice } from './state/report.ts';
import type { Slice } from './app-state.ts';
import { doOrTell } from './or-tell.ts';
import { changing, failed, failureCode, LOADING, valueOf } from './remote.ts';

export function createReportSlice(api: WindowApi): Slice<ReportSlice> {
  return (set, get) => {
    let asked = 0;

    /** Hands the file over that is shown, once at a time. */
    async function hand(
      what: 'saved' | 'copied' | 'printed',
      task: (id: number) => Promise<boolean>,
    ): Promise<boolean> {
      const file = valueOf(get().reportFile);
      if (!file || get().handing === 'busy') return false;
      set({ handing: 'busy' });
      try {
        const done = await task(file.id);
        set({ handing: done ? what : 'idle' });
        return done;
      } catch (error) {
        set({ handing: 'idle' });
        get().report(error);
        return false;
      }
    }

    return {
      reportFile: LOADING,
      reportShare: null,
      handing: 'idle',
      makeReport: async (choice) => {
        asked += 1;
        const mine = asked;
        set({ reportFile: changing(get().reportFile), reportShare: null });
        try {
          const value = await api.makeReport(choice);
          // Another choice was made meanwhile: its own answer follows.
          if (mine === asked) set({ reportFile: { status: 'ready', value }, reportShare: null });
        } catch (error) {
          if (mine !== asked) return;
          // Of a file that was stopped nothing is left, nor of the one before, which it was to replace.
          const before = failureCode(error) === 'cancelled' ? LOADING : get().reportFile;
          set({ reportFile: failed(before, error), reportShare: null });
        }
      },
      cancelReport: () => doOrTell(get, () => api.cancelReport()),
      saveReportFile: () => hand('saved', async (id) => (await api.saveReportFile(id)).saved),
      copyReportFile: () =>
        hand('copied', async (id) => {
          await api.copyReportFile(id);
          return true;
        }),
      saveReportPdf: () => hand('printed', async (id) => (await api.saveReportPdf(id)).saved),
      forgetHanding: () => {
        set({ handing: 'idle' });
      },
      closeReport: () => {
        asked += 1;
        if (get().reportShare !== null) void get().cancelReport();
        set({ reportFile: LOADING, reportShare: null, handing: 'idle' });
      },
    };
  };
}
