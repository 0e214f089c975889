import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { SettingsSlice } from './state/settings.ts';
import type { Slice } from './app-state.ts';
import { orTell } from './or-tell.ts';
import { coalesce, failed, LOADING, valueOf } from './remote.ts';

/** Commands only ask; the new settings arrive by push. */
export function createSettingsSlice(api: WindowApi): Slice<SettingsSlice> {
  return (set, get) => ({
    info: LOADING,
    settings: LOADING,
    dismissedNotices: [],
    loadInfo: coalesce(async () => {
      try {
        const value = await api.getInfo();
        const codes = value.notices.map(({ code }) => code);
        // What ended since is to be told again where it comes back.
        const ended = (valueOf(get().info)?.notices ?? [])
          .map(({ code }) => code)
          .filter((code) => !codes.includes(code));
        set({
          info: { status: 'ready', value },
          dismissedNotices: get().dismissedNotices.filter((closed) =>
            ended.every((code) => code !== closed),
          ),
        });
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
    changeSettings: (patch) =>
      orTell(
        get,
        async () => {
          await api.setSettings(patch);
          return true;
        },
        false,
      ),
    dismissNotice: (code) => {
      set({ dismissedNotices: [...get().dismissedNotices, code] });
    },
  });
}
