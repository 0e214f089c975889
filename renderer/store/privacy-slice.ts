import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { PrivacySlice } from './state/privacy.ts';
import type { Slice } from './app-state.ts';
import { orTell } from './or-tell.ts';
import { coalesce, failed, LOADING } from './remote.ts';

export function createPrivacySlice(api: WindowApi): Slice<PrivacySlice> {
  return (set, get) => ({
    privacy: LOADING,
    loadPrivacy: coalesce(async () => {
      try {
        set({ privacy: { status: 'ready', value: await api.getPrivacy() } });
      } catch (error) {
        set({ privacy: failed(get().privacy, error) });
      }
    }),
    erase: (what) =>
      orTell(
        get,
        async () => {
          const { erased } = await api.eraseData(what);
          await get().loadPrivacy();
          return erased;
        },
        null,
      ),
  });
}
