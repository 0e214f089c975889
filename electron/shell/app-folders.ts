import fs from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { later } from '../system/later.ts';
import { logError } from '../system/log.ts';
import { dataFolder, ensureFolder } from '../data-folder/data-folder.ts';
import { finishMove } from '../data-folder/moving/move-data.ts';
import { isUnavailable } from '../system/storage-error.ts';
import { type ChosenFolder, chooseFolder } from './choose-folder.ts';

export type { ChosenFolder };

/**
 * Takes the folder that the app is to work in, for this process alone.
 *
 * @returns undefined where another process works there, which shows its window instead.
 */
export function takeFolder(): ChosenFolder | undefined {
  const chosen = chooseFolder();
  const { userData, sessionData } = makeElectronFolders(chosen);
  app.setPath('userData', userData);
  app.setPath('sessionData', sessionData);
  app.setAppUserModelId('nl.sweetspot.Sweetspot');
  if (!app.requestSingleInstanceLock()) return undefined;
  finishLastMove(chosen);
  return chosen;
}

/** Erases what a move left behind. The app starts all the same where that fails; the next start tries again. */
function finishLastMove({ home }: ChosenFolder): void {
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
 * data, or in a temporary one where that is closed to writing or away.
 */
function makeElectronFolders({ dir, home, away }: ChosenFolder): {
  userData: string;
  sessionData: string;
} {
  const temporary = () => fs.mkdtempSync(path.join(app.getPath('temp'), 'sweetspot-'));
  // The app's own folder is there whatever was moved, so that the app starts once.
  if (away && home !== null) return { userData: home, sessionData: temporary() };
  try {
    const sessionData = path.join(dir, 'session');
    ensureFolder(dataFolder(dir));
    ensureFolder(dataFolder(sessionData));
    return { userData: dir, sessionData };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    const instead = temporary();
    return { userData: instead, sessionData: instead };
  }
}
