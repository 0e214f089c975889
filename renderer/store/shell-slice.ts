import type { ShellSlice } from './state/shell.ts';
import type { Slice } from './app-state.ts';
import { failureCode } from './remote.ts';

export const createShellSlice: Slice<ShellSlice> = (set) => ({
  page: 'today',
  privacyTab: 'proof',
  welcomeClosed: false,
  failure: null,
  typed: false,
  openPage: (page) => {
    set({ page });
  },
  openPrivacy: (privacyTab) => {
    set({ page: 'privacy', privacyTab });
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
