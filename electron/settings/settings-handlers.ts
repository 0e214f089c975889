import { isDeepStrictEqual } from 'node:util';
import { fitsWindow } from '../../shared/domain/agreement.ts';
import type { Settings, SettingsPatch } from '../../shared/settings/settings.ts';
import { Failure } from '../ipc/failure.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import type { SettingsStore } from './settings-store.ts';

export type SettingsHandlers = Pick<Handlers, 'settings:get' | 'settings:set'>;

/**
 * Refuses a version of the agreement whose block has no room in its fixed window. One that was stored before this was
 * looked at stays as it is until it is changed.
 */
function refuseUnfit({ agreements = [] }: SettingsPatch, stored: Settings['agreements']): void {
  const isUnfit = agreements.some(
    (version) => !fitsWindow(version) && !stored.some((other) => isDeepStrictEqual(other, version)),
  );
  if (isUnfit) throw new Failure('invalid-args', 'A block does not fit its fixed window');
}

/**
 * The handlers of the settings.
 *
 * @param loadFor makes ready what works with some settings.
 */
export function createSettingsHandlers(
  settings: Pick<SettingsStore, 'get' | 'set'>,
  loadFor: (patch: SettingsPatch) => Promise<void>,
): SettingsHandlers {
  return {
    'settings:get': () => settings.get(),
    'settings:set': async (patch) => {
      refuseUnfit(patch, settings.get().agreements);
      await loadFor(patch);
      return settings.set(patch);
    },
  };
}
