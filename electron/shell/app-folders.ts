import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { app } from 'electron';
import { type DataFolder, dataFolder, ensureFolder } from '../storage/data-folder.ts';
import { isUnavailable } from '../storage/storage-error.ts';

/** The folder of `--data`, or Electron's own for the app. Electron adds arguments of its own. */
export function chooseFolder(): string {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { data: { type: 'string' } },
    strict: false,
  });
  const dir = typeof values.data === 'string' ? path.resolve(values.data) : undefined;
  return dir ?? app.getPath('userData');
}

/**
 * Where Electron keeps what is its own: in the data folder, with what is Chromium's apart from the user's
 * data, or in a temporary one where that is closed to writing.
 */
export function makeElectronFolders({ dir }: DataFolder): {
  userData: string;
  sessionData: string;
} {
  try {
    const sessionData = path.join(dir, 'session');
    ensureFolder(dataFolder(dir));
    ensureFolder(dataFolder(sessionData));
    return { userData: dir, sessionData };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    const temporary = fs.mkdtempSync(path.join(app.getPath('temp'), 'sweetspot-'));
    return { userData: temporary, sessionData: temporary };
  }
}
