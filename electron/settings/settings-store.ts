import fs from 'node:fs';
import type { Settings, SettingsPatch } from '../../shared/settings/settings.ts';
import { parseSettings } from '../../shared/settings/settings.ts';
import { readSettingsFile } from './settings-file.ts';

/** Where settings are kept: electron-store in the app. */
export interface SettingsBackend {
  /** All that is kept, as it was read. */
  readonly get: () => unknown;
  /** Replaces some keys and leaves the others, atomically. */
  readonly set: (patch: SettingsPatch) => void;
}

/** The settings at work. */
export interface SettingsStore {
  get(): Settings;
  set(patch: SettingsPatch): Settings;
  /** Keys whose value was not valid at start and for which the default stands in. */
  readonly fellBack: readonly string[];
}

/** Settings over a backend, told of each change. */
export function createSettingsStore(
  backend: SettingsBackend,
  onChange: (settings: Settings) => void,
): SettingsStore {
  const { settings, fellBack } = parseSettings(backend.get());
  let current = settings;
  return {
    get: () => current,
    set(patch) {
      backend.set(patch);
      current = parseSettings({ ...current, ...patch }).settings;
      onChange(current);
      return current;
    },
    fellBack,
  };
}

/**
 * Sets a settings file that cannot be read aside, so that the app starts and nothing of it is lost.
 *
 * @returns whether there was one.
 */
export function setDamagedSettingsAside(file: string, nowMs: number): boolean {
  if (!readSettingsFile(file).damaged) return false;
  const stamp = new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-');
  fs.renameSync(file, `${file}.corrupt-${stamp}`);
  return true;
}
