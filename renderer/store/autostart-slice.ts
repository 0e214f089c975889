import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { AutostartSlice } from './state/settings.ts';
import type { Slice } from './app-state.ts';
import { doOrTell } from './or-tell.ts';
import { coalesce, failed, LOADING } from './remote.ts';

export function createAutostartSlice(api: WindowApi): Slice<AutostartSlice> {
  return (set, get) => ({
    autostart: LOADING,
    loadAutostart: coalesce(async () => {
      try {
        set({ autostart: { status: 'ready', value: await api.getAutostart() } });
      } catch (error) {
        set({ autostart: failed(get().autostart, error) });
      }
    }),
    turnAutostart: (on) =>
      doOrTell(get, async () => {
        set({ autostart: { status: 'ready', value: await api.setAutostart(on) } });
      }),
  });
}
