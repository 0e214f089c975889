import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { Slice } from './app-state.ts';
import type { HandOverSlice } from './state/hand-over.ts';

/** Files of what was agreed. Nothing of them is kept here. */
export function createHandOverSlice(api: WindowApi): Slice<HandOverSlice> {
  return (_set, get) => {
    async function answered<T>(answer: Promise<T>): Promise<T | undefined> {
      try {
        return await answer;
      } catch (error) {
        get().report(error);
        return undefined;
      }
    }

    return {
      planCalendar: (at) => answered(api.planCalendar(at)),
      saveCalendar: async (choice) => (await answered(api.saveCalendar(choice)))?.saved ?? false,
      saveGuideline: async (guideline) =>
        (await answered(api.saveGuideline(guideline)))?.saved ?? false,
    };
  };
}
