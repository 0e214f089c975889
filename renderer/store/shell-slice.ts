import type { ShellSlice, Slice } from './app-state.ts';
import { failureCode } from './remote.ts';

export const createShellSlice: Slice<ShellSlice> = (set) => ({
  page: 'today',
  welcomeClosed: false,
  failure: null,
  openPage: (page) => {
    set({ page });
  },
  closeWelcome: () => {
    set({ welcomeClosed: true, page: 'today' });
  },
  report: (error) => {
    set({ failure: failureCode(error) });
  },
  dismissFailure: () => {
    set({ failure: null });
  },
});
