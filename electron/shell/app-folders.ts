import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { app } from 'electron';
import { UserError } from '../../shared/domain/user-error.ts';
import { later } from '../later.ts';
import { logError } from '../log.ts';
import { type DataFolder, dataFolder, ensureFolder } from '../storage/data-folder.ts';
import { finishMove } from '../storage/move-data.ts';
import { readMoved } from '../storage/moved-folder.ts';
import { isUnavailable } from '../storage/storage-error.ts';

/** Where the data is, and where it is looked up. */
export interface ChosenFolder {
  readonly dir: string;
  /** The app's own folder, which tells where the data was moved; null where `--data` says where it is. */
  readonly home: string | null;
}

/**
 * The folder of `--data`; else the one that the data was moved to, or Electron's own for the app.
 *
 * @throws UserError where it was moved to a folder that is not there: an empty one would split the data.
 */
export function chooseFolder(): ChosenFolder {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { data: { type: 'string' } },
    strict: false,
  });
  if (typeof values.data === 'string') return { dir: path.resolve(values.data), home: null };
  const home = app.getPath('userData');
  const dir = readMoved(home)?.dir ?? home;
  if (dir !== home && !fs.existsSync(dir)) {
    throw new UserError(
      `Your data were moved to ${dir}, which cannot be reached now. Connect its disk and start again, or start with --data and another folder.`,
    );
  }
  return { dir, home };
}

/** Erases what a move left behind. The app starts all the same where that fails; the next start tries again. */
export function finishLastMove({ home }: ChosenFolder): void {
  try {
    if (home !== null) finishMove(home);
  } catch (error) {
    logError('move', error);
  }
}

/** Ends the app, once the page has its answer, and starts it again. */
export function restart(): void {
  later(500, () => {
    // What runs of an AppImage is in a mount that goes with it.
    const execPath = process.env['APPIMAGE'] ?? process.execPath;
    app.relaunch({ execPath, args: process.argv.slice(1) });
    app.quit();
  });
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
