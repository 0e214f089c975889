import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { EverythingSlice } from './state/privacy.ts';
import type { Slice } from './app-state.ts';

export function createEverythingSlice(api: WindowApi): Slice<EverythingSlice> {
  return (_set, get) => {
    /** What a call gives; what stands in for it where that fails and the user is told. */
    async function attempt<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
      get().dismissFailure();
      try {
        return await work();
      } catch (error) {
        get().report(error);
        return otherwise;
      }
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
