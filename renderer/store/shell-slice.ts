import type { ShellSlice } from './state/shell.ts';
import type { Slice } from './app-state.ts';
import { isExamplePage, WITHOUT_EXAMPLE } from './example-slice.ts';
import { failureCode } from './remote.ts';

export const createShellSlice: Slice<ShellSlice> = (set, get) => ({
  page: 'today',
  privacyTab: 'proof',
  welcomeClosed: false,
  failure: null,
  typed: false,
  openPage: (page) => {
    // What the example has no page for is of the user's own.
    const ends = get().exampleFrom !== null && !isExamplePage(page);
    set(ends ? { ...WITHOUT_EXAMPLE, page } : { page });
  },
  openPrivacy: (privacyTab) => {
    set({ privacyTab });
    get().openPage('privacy');
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
