/**
 * @file Moves the user's data to another folder. A crash at any point leaves it whole in one of the two: what
 * counts is what the pointer says, which changes once the copy is whole and on the disk; the other folder is
 * erased then, or at the next start.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { writeFileSync } from 'atomically';
import type { MoveRefusal } from '../../../shared/ipc/move.ts';
import { isSound } from '../../storage/backups.ts';
import { type DataFolder, dataFolder, ensureFolder, listSetAside } from '../data-folder.ts';
import { readyFile, removeDatabase, reserveFile, unfinishedFile } from '../../storage/database.ts';
import { readMoved, tidyMoved, writeMoved } from '../moved-folder.ts';
import { listUnfinished } from '../../system/unfinished-copies.ts';
import { lockForWriting } from '../../storage/writer-lock.ts';

/** Points of a move, in order: each is told of when it is done. */
export const MOVE_STEPS = ['announced', 'copied', 'settings', 'renamed', 'pointed'] as const;

/** A point of a move. */
export type MoveStep = (typeof MOVE_STEPS)[number];

/** Chromium's files in the data folder. */
const session = ({ dir }: DataFolder): string => path.join(dir, 'session');

function isInside(dir: string, outer: string): boolean {
  const relative = path.relative(outer, dir);
  return relative === '' || !(relative.startsWith('..') || path.isAbsolute(relative));
}

/** The database of a folder, in its place and on the way there. */
const databases = (folder: DataFolder) => [
  folder.database,
  unfinishedFile(folder),
  readyFile(folder),
];

/** Why a folder cannot take the data; undefined where it can. The folder is there. */
export function refuseTarget(from: DataFolder, to: DataFolder): MoveRefusal | undefined {
  try {
    ensureFolder(to);
  } catch {
    return 'not-writable';
  }
  if (isInside(fs.realpathSync(to.dir), fs.realpathSync(from.dir))) return 'inside';
  const ours = [...databases(to), to.settings, to.backups, to.lock, session(to)];
  const taken = ours.some((file) => fs.existsSync(file)) || listSetAside(to).length > 0;
  return taken ? 'has-data' : undefined;
}

/** Makes what was renamed in a folder lasting. Windows has no such thing. */
function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const descriptor = fs.openSync(dir, 'r');
  fs.fsyncSync(descriptor);
  fs.closeSync(descriptor);
}

function syncFile(file: string): void {
  const descriptor = fs.openSync(file, 'r+');
  fs.fsyncSync(descriptor);
  fs.closeSync(descriptor);
}

/**
 * Copies the data into another folder, and says there and then that it is the one that counts. What is in the
 * old one is erased by `finishMove`, once nobody has its database open.
 *
 * @param home the app's own folder, where the pointer lies.
 * @param onStep told of each step that is done.
 * @throws where it cannot be copied; the old folder still counts then, and nothing is left in the new one.
 */
export function moveData(
  database: DatabaseSync,
  { from, to, home }: { readonly from: DataFolder; readonly to: DataFolder; readonly home: string },
  onStep: (step: MoveStep) => void = () => undefined,
): void {
  writeMoved(home, { dir: from.dir, erase: to.dir });
  const release = lockForWriting(to);
  try {
    onStep('announced');
    const unfinished = unfinishedFile(to);
    reserveFile(unfinished);
    database.prepare('VACUUM INTO ?').run(unfinished);
    if (!isSound(unfinished)) throw new Error('The copy is not sound');
    // Reading it may have left an index beside it.
    syncFile(unfinished);
    onStep('copied');
    if (fs.existsSync(from.settings)) {
      writeFileSync(to.settings, fs.readFileSync(from.settings), { mode: 0o600 });
    }
    onStep('settings');
    fs.renameSync(unfinished, to.database);
    syncFolder(to.dir);
    onStep('renamed');
    writeMoved(home, { dir: to.dir, erase: from.dir });
    release();
  } catch (error) {
    release();
    finishMove(home);
    throw error;
  }
  onStep('pointed');
}

/** Overwrites a file before it goes. What a disk keeps below its file system is out of our reach. */
function eraseFile(file: string, onStep: () => void): void {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return;
  const descriptor = fs.openSync(file, 'r+');
  try {
    const zeros = Buffer.alloc(64 * 1024);
    for (let at = 0; at < size; at += zeros.length) {
      fs.writeSync(descriptor, zeros, 0, Math.min(zeros.length, size - at), at);
    }
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
  onStep();
  fs.rmSync(file);
  onStep();
}

/** Erases everything of the product's in a folder, and nothing else; the folder stays. */
function eraseFolder(folder: DataFolder, onStep: () => void): void {
  const copies = fs.existsSync(folder.backups)
    ? fs.readdirSync(folder.backups).map((name) => path.join(folder.backups, name))
    : [];
  const files = databases(folder);
  const journals = files.flatMap((file) => [`${file}-wal`, `${file}-shm`, `${file}-journal`]);
  for (const file of [
    ...copies,
    ...listSetAside(folder),
    ...journals,
    ...files,
    ...listUnfinished(folder.settings),
    folder.settings,
  ]) {
    eraseFile(file, onStep);
  }
  for (const file of files) removeDatabase(file);
  fs.rmSync(folder.backups, { recursive: true, force: true });
  fs.rmSync(session(folder), { recursive: true, force: true });
}

/**
 * Erases what a move left behind, as at the start after one: the old folder, or half a copy in the new one. Where
 * that folder is not there now or is in use, it stays noted for the next time.
 *
 * @param onStep told when a file is overwritten, and when it is gone.
 */
export function finishMove(home: string, onStep: () => void = () => undefined): void {
  tidyMoved(home);
  const moved = readMoved(home);
  if (moved?.erase === undefined) return;
  if (!fs.existsSync(moved.erase)) return;
  // Nothing goes while what counts cannot be seen.
  if (!fs.existsSync(dataFolder(moved.dir).database)) return;
  const folder = dataFolder(moved.erase);
  const release = lockForWriting(folder);
  try {
    eraseFolder(folder, onStep);
  } finally {
    release();
  }
  fs.rmSync(folder.lock, { force: true });
  writeMoved(home, { dir: moved.dir });
}
