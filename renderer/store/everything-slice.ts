import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { EverythingSlice } from './state/privacy.ts';
import type { Slice } from './app-state.ts';
import { orTell } from './or-tell.ts';

export function createEverythingSlice(api: WindowApi): Slice<EverythingSlice> {
  return (_set, get) => {
    /** A call by which what failed before is no longer told. */
    function attempt<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
      get().dismissFailure();
      return orTell(get, work, otherwise);
    }
    return {
      saveEverything: () => attempt(async () => (await api.saveEverything()).saved, false),
      openEverything: () => attempt(() => api.openEverything(), { status: 'cancelled' }),
      takeEverything: (id, withSettings) =>
        attempt(() => api.takeEverything(id, withSettings), null),
      chooseFolder: () => attempt(() => api.chooseFolder(), { status: 'cancelled' }),
      moveData: (id) =>
        attempt(async () => {
          await api.moveData(id);
          return true;
        }, false),
      findData: (way) => attempt(() => api.findData(way), 'away'),
    };
  };
}
