import path from 'node:path';
import { ipcMain } from 'electron';
import Store from 'electron-store';
import { makeSettingsPlain } from '../settings/settings-file.ts';
import type { SettingsInFile } from '../settings/settings-store.ts';

/**
 * Opens the file of settings in a folder.
 *
 * @param require throws where the folder must be left alone for now: it would be made anew.
 * @throws where it cannot be read or made.
 */
export function openSettings(dir: string, require: () => void): SettingsInFile {
  require();
  const file = path.join(dir, 'settings.json');
  // Somebody may save it in another editor at any time.
  makeSettingsPlain(file);
  const store = new Store({
    cwd: dir,
    name: 'settings',
    configFileMode: 0o600,
    clearInvalidConfig: false,
  });
  // electron-store offers its paths to any page that asks; ours has no need of them.
  ipcMain.removeAllListeners('electron-store-get-data');
  return {
    get() {
      require();
      makeSettingsPlain(file);
      return store.store;
    },
    set(patch) {
      require();
      makeSettingsPlain(file);
      store.set(patch);
    },
    setBeside(key, value) {
      require();
      store.set(key, value);
    },
  };
}
