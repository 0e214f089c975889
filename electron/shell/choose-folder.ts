import path from 'node:path';
import { parseArgs } from 'node:util';
import { app } from 'electron';
import { UserError } from '../../shared/domain/user-error.ts';
import { type WhyAway, holdsData } from '../data-folder/away.ts';
import { dataFolder } from '../data-folder/data-folder.ts';
import { readMoved } from '../data-folder/moved-folder.ts';
import { ownFolder } from '../data-folder/own-folder.ts';

/** Where the data is, and where it is looked up. */
export interface ChosenFolder {
  readonly dir: string;
  /** The app's own folder, which tells where the data was moved; null where `--data` says where it is. */
  readonly home: string | null;
  /** Why the data are not there; null where they are, or were never moved. */
  readonly away: WhyAway | null;
}

/** The folder of `--data`; else the one that the data was moved to, or Electron's own for the app. */
export function chooseFolder(): ChosenFolder {
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
