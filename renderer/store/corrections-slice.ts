import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { Slice } from './app-state.ts';
import { doOrTell, orTell } from './or-tell.ts';
import { coalesce } from './remote.ts';
import type { CorrectionsSlice } from './state/undo.ts';

/** Corrections of spans, and the log of them; what they change is pushed. */
export function createCorrectionsSlice(api: WindowApi): Slice<CorrectionsSlice> {
  return (set, get) => ({
    actions: undefined,
    loadActions: coalesce(() =>
      doOrTell(get, async () => {
        set({ actions: await api.getActions() });
      }),
    ),
    relabelSpan: (atMs, activity) => doOrTell(get, () => api.relabelSpan(atMs, activity)),
    editSpan: (edit, mayReplace) => orTell(get, () => api.editSpan(edit, mayReplace), null),
    deleteSpan: (atMs) => doOrTell(get, () => api.deleteSpan(atMs)),
  });
}
