import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { Slice } from './app-state.ts';
import { orTell } from './or-tell.ts';
import type { HandOverSlice } from './state/hand-over.ts';

/** Files of what was agreed. Nothing of them is kept here. */
export function createHandOverSlice(api: WindowApi): Slice<HandOverSlice> {
  return (_set, get) => ({
    planCalendar: (at) => orTell(get, () => api.planCalendar(at), undefined),
    saveCalendar: (choice) =>
      orTell(get, async () => (await api.saveCalendar(choice)).saved, false),
    saveGuideline: (guideline) =>
      orTell(get, async () => (await api.saveGuideline(guideline)).saved, false),
  });
}
