import type { SettingsPatch } from '../../shared/settings/settings.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import type { SettingsStore } from './settings-store.ts';

export type SettingsHandlers = Pick<Handlers, 'settings:get' | 'settings:set'>;

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
      await loadFor(patch);
      return settings.set(patch);
    },
  };
}
