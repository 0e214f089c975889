import fs from 'node:fs';
import path from 'node:path';
import { writeFileSync } from 'atomically';
import { UserError } from '../../shared/domain/user-error.ts';
import { decodeText } from '../system/decode-text.ts';
import { removeUnfinished } from '../system/unfinished-copies.ts';

/**
 * Where the user's data is. It lies in the app's own folder, whatever was moved: the app looks there first.
 * That it is one small file, written in one go, makes a move atomic.
 */
export interface MovedFolder {
  /** Folder of the data. */
  readonly dir: string;
  /** Folder with a copy that has still to go: half a new one, or the old one. */
  readonly erase?: string;
}

const pointerOf = (home: string): string => path.join(home, 'folder.json');

/**
 * Reads where the data is; undefined where nothing was ever moved.
 *
 * @throws UserError where the file cannot be understood: to start elsewhere would split the data.
 */
export function readMoved(home: string): MovedFolder | undefined {
  const file = pointerOf(home);
  if (!fs.existsSync(file)) return undefined;
  const wrong = `${file} does not say where your data is; put it right, or start with --data.`;
  let read: unknown;
  try {
    read = JSON.parse(decodeText(fs.readFileSync(file)));
  } catch (error) {
    throw new UserError(wrong, { cause: error });
  }
  const dir: unknown = Reflect.get(Object(read), 'dir');
  const erase: unknown = Reflect.get(Object(read), 'erase');
  if (typeof dir !== 'string' || !path.isAbsolute(dir)) throw new UserError(wrong);
  if (erase === undefined) return { dir };
  if (typeof erase !== 'string' || !path.isAbsolute(erase) || erase === dir) {
    throw new UserError(wrong);
  }
  return { dir, erase };
}

/** Writes where the data is, whole or not at all. */
export function writeMoved(home: string, moved: MovedFolder): void {
  writeFileSync(pointerOf(home), `${JSON.stringify(moved)}\n`, { mode: 0o600 });
}

/** Deletes what kills left of the file that says where the data is. */
export function tidyMoved(home: string): void {
  removeUnfinished(pointerOf(home));
}

/** Forgets that the data were moved: they are in the app's own folder then. */
export function clearMoved(home: string): void {
  fs.rmSync(pointerOf(home), { force: true });
}
