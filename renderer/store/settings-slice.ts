import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { SettingsSlice, Slice } from './app-state.ts';
import { coalesce, failed, LOADING } from './remote.ts';

/** Commands only ask; the new settings arrive by push. */
export function createSettingsSlice(api: WindowApi): Slice<SettingsSlice> {
  return (set, get) => ({
    info: LOADING,
    settings: LOADING,
    dismissedNotices: [],
    loadInfo: coalesce(async () => {
      try {
        set({ info: { status: 'ready', value: await api.getInfo() } });
      } catch (error) {
        set({ info: failed(get().info, error) });
      }
    }),
    loadSettings: coalesce(async () => {
      try {
        set({ settings: { status: 'ready', value: await api.getSettings() } });
      } catch (error) {
        set({ settings: failed(get().settings, error) });
      }
    }),
    changeSettings: async (patch) => {
      try {
        await api.setSettings(patch);
        return true;
      } catch (error) {
        get().report(error);
        return false;
      }
    },
    dismissNotice: (code) => {
      set({ dismissedNotices: [...get().dismissedNotices, code] });
    },
  });
}
