import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { app } from 'electron';
import { UserError } from '../../shared/domain/user-error.ts';
import { later } from '../system/later.ts';
import { logError } from '../system/log.ts';
import { ownFolder } from '../data-folder/own-folder.ts';
import { type WhyAway, holdsData } from '../data-folder/away.ts';
import { dataFolder, ensureFolder } from '../data-folder/data-folder.ts';
import { finishMove } from '../data-folder/moving/move-data.ts';
import { readMoved } from '../data-folder/moved-folder.ts';
import { isUnavailable } from '../system/storage-error.ts';

/** Where the data is, and where it is looked up. */
export interface ChosenFolder {
  readonly dir: string;
  /** The app's own folder, which tells where the data was moved; null where `--data` says where it is. */
  readonly home: string | null;
  /** Why the data are not there; null where they are, or were never moved. */
  readonly away: WhyAway | null;
}

/** The folder of `--data`; else the one that the data was moved to, or Electron's own for the app. */
function chooseFolder(): ChosenFolder {
  const { values } = parseArgs({
    args: process.argv.slice(1),
    options: { data: { type: 'string' } },
    strict: false,
  });
  if (typeof values.data === 'string') {
    return { dir: path.resolve(values.data), home: null, away: null };
  }
  const home = ownFolder(app.getPath('userData'), process);
  try {
    const dir = readMoved(home)?.dir ?? home;
    const isAway = dir !== home && !holdsData(dataFolder(dir));
    return { dir, home, away: isAway ? 'out-of-reach' : null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { dir: home, home, away: 'unknown' };
  }
}

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
