import type { Slice } from './app-state.ts';
import type { DraftsSlice } from './state/drafts.ts';

export const createDraftsSlice: Slice<DraftsSlice> = (set, get) => ({
  drafts: {},
  keepDraft: (part) => {
    set({ drafts: { ...get().drafts, ...part } });
  },
});
