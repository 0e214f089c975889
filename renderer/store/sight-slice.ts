import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { SightSlice } from './state/sight.ts';
import type { Slice } from './app-state.ts';
import { doOrTell } from './or-tell.ts';
import { coalesce } from './remote.ts';

/** What can be seen on this system; nothing is shown of it until it is known. */
export function createSightSlice(api: WindowApi): Slice<SightSlice> {
  return (set, get) => ({
    sight: null,
    loadSight: coalesce(async () => {
      try {
        set({ sight: await api.getSight() });
      } catch {
        set({ sight: null });
      }
    }),
    actOnSight: (action) =>
      doOrTell(get, async () => {
        set({ sight: await api.actOnSight(action) });
      }),
  });
}
