import { UNDO_MS, type UndoOffer } from '../../shared/ipc/corrections.ts';
import type { WindowApi } from '../../shared/ipc/window-api.ts';
import type { Settings, SettingsPatch } from '../../shared/settings/settings.ts';
import type { Slice } from './app-state.ts';
import type { Undo, UndoSlice } from './state/undo.ts';
import { doOrTell } from './or-tell.ts';
import { valueOf } from './remote.ts';

/** The settings as they were, of those that a change touches. */
function before(settings: Settings, patch: SettingsPatch): SettingsPatch {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => Object.hasOwn(patch, key)));
}

function shareKeys(a: SettingsPatch, b: SettingsPatch): boolean {
  return Object.keys(a).some((key) => Object.hasOwn(b, key));
}

function keyOf({ id }: UndoOffer): string {
  return `data-${id}`;
}

/**
 * What can be undone when the main process offers that, new offers first.
 *
 * @param dismissed keys of those that are not to be shown again.
 */
function undosWith(
  undos: readonly Undo[],
  offers: readonly UndoOffer[],
  dismissed: readonly string[],
): readonly Undo[] {
  const known = new Set([...undos.map(({ key }) => key), ...dismissed]);
  const news = offers.filter((offer) => !known.has(keyOf(offer)));
  const still = undos.filter(
    ({ key, of }) => of === 'settings' || offers.some((offer) => keyOf(offer) === key),
  );
  return [...news.map((offer): Undo => ({ key: keyOf(offer), of: 'data', offer })), ...still];
}

/**
 * What can be undone: changes of spans, which the main process keeps, and changes of the settings, of which the
 * window keeps how they were. Both for half a minute.
 *
 * @param later calls a function after some milliseconds.
 */
export function createUndoSlice(
  api: WindowApi,
  later: (ms: number, callback: () => void) => unknown = (ms, callback) => setTimeout(callback, ms),
): Slice<UndoSlice> {
  return (set, get) => {
    let lastKey = 0;
    let dismissed: readonly string[] = [];
    const without = (key: string) => get().undos.filter((undo) => undo.key !== key);
    return {
      undos: [],
      undone: 0,
      showUndoOffers: (offers) => {
        set({ undos: undosWith(get().undos, offers, dismissed) });
      },
      loadUndoOffers: async () => {
        try {
          get().showUndoOffers(await api.getUndos());
        } catch {
          // There is nothing to show then.
        }
      },
      changeUndoably: async (patch) => {
        const settings = valueOf(get().settings);
        const accepted = await get().changeSettings(patch);
        if (!accepted || !settings) return accepted;
        lastKey += 1;
        const key = `settings-${lastKey}`;
        const undo: Undo = { key, of: 'settings', patch: before(settings, patch), made: patch };
        // Taking an older change back would take this one back too.
        const others = get().undos.filter(
          (one) => one.of === 'data' || !shareKeys(one.patch, patch),
        );
        set({ undos: [undo, ...others] });
        later(UNDO_MS, () => {
          set({ undos: without(key) });
        });
        return true;
      },
      takeUndo: async (key) => {
        const undo = get().undos.find((one) => one.key === key);
        if (!undo) return;
        set({ undos: without(key) });
        if (undo.of === 'settings') {
          if (await get().changeSettings(undo.patch)) set({ undone: get().undone + 1 });
          return;
        }
        await doOrTell(get, async () => {
          await api.takeUndo(undo.offer.id);
          set({ undone: get().undone + 1 });
        });
      },
      dismissUndo: (key) => {
        dismissed = [...dismissed, key];
        set({ undos: without(key) });
      },
    };
  };
}
