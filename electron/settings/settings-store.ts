import fs from 'node:fs';
import type { Settings, SettingsPatch } from '../../shared/settings/settings.ts';
import { parseSettings } from '../../shared/settings/settings.ts';
import { setAsideName } from '../data-folder/data-folder.ts';
import { isUnavailable } from '../system/storage-error.ts';
import { readSettingsFile } from './settings-file.ts';

/** Where settings are kept: electron-store in the app. */
export interface SettingsBackend {
  /** All that is kept, as it was read. */
  readonly get: () => unknown;
  /** Replaces some keys and leaves the others, atomically. */
  readonly set: (patch: SettingsPatch) => void;
}

/** A file of settings, with keys beside them that are none. */
export interface SettingsInFile extends SettingsBackend {
  /** Writes a key that is no setting into the same file. */
  readonly setBeside: (key: string, value: number) => void;
}

/** A backend that keeps what cannot be written. */
export interface KeepingBackend extends SettingsBackend {
  /** Whether something is kept in memory alone. */
  readonly isUnsaved: () => boolean;
  /** Tries to write what is kept. */
  readonly retry: () => void;
}

/**
 * A backend over one that may fail, as on a full disk: what is set holds at once all the same, a pause above
 * all, and is offered again with the next change.
 *
 * @param open opens the one that may fail; tried again until it succeeds.
 * @param standIn what stands in for what cannot be read.
 */
export function keepUnsaved(
  open: () => SettingsBackend,
  standIn: () => unknown = () => ({}),
): KeepingBackend {
  let backend: SettingsBackend | undefined;
  let unsaved: SettingsPatch = {};
  const isUnsaved = () => Object.keys(unsaved).length > 0;

  function write(): void {
    try {
      backend ??= open();
      backend.set(unsaved);
      unsaved = {};
    } catch {
      // It stays among what is unsaved.
    }
  }

  function read(): unknown {
    try {
      backend ??= open();
      return backend.get();
    } catch {
      return standIn();
    }
  }

  return {
    // What could not be written yet holds over what is there.
    get() {
      const kept = read();
      return { ...(typeof kept === 'object' ? kept : {}), ...unsaved };
    },
    set(patch) {
      unsaved = { ...unsaved, ...patch };
      write();
    },
    isUnsaved,
    retry() {
      if (isUnsaved()) write();
    },
  };
}

/** The settings at work. */
export interface SettingsStore {
  get(): Settings;
  set(patch: SettingsPatch): Settings;
  /** Reads all of them anew, as where they could not be read before. */
  reload(): void;
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
    reload() {
      current = parseSettings(backend.get()).settings;
      onChange(current);
    },
    fellBack,
  };
}

/**
 * Sets a settings file that cannot be read aside, so that the app starts and nothing of it is lost. In a
 * folder closed to writing it stays where it is.
 *
 * @returns under which name it is kept; null where there was none, `failed` where it had to stay.
 */
export function setDamagedSettingsAside(file: string, nowMs: number): string | null {
  if (!readSettingsFile(file).damaged) return null;
  const kept = setAsideName(file, nowMs);
  try {
    fs.renameSync(file, kept);
    return kept;
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return 'failed';
  }
}
