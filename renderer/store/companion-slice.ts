import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { Slice } from './app-state.ts';
import { doOrTell } from './or-tell.ts';
import { coalesce } from './remote.ts';
import type { CompanionSlice } from './state/companion.ts';

/** Which browsers are here, and how their companions stand; nothing is shown of it until it is known. */
export function createCompanionSlice(api: WindowApi): Slice<CompanionSlice> {
  return (set, get) => ({
    companion: null,
    loadCompanion: coalesce(async () => {
      try {
        set({ companion: await api.getCompanion() });
      } catch {
        set({ companion: null });
      }
    }),
    actOnCompanion: (action, browser) =>
      doOrTell(get, async () => {
        set({ companion: await api.actOnCompanion(action, browser) });
      }),
  });
}
