import fs from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type DataFolder, listSetAside } from '../data-folder/data-folder.ts';
import {
  LOCK_TIMEOUT_MS,
  readDatabase,
  readyFile,
  removeDatabase,
  reserveFile,
  unfinishedFile,
} from './database.ts';
import { checkIntegrity, identify } from './schema.ts';
import { StorageError } from '../system/storage-error.ts';

/** Back-ups kept; one is made a day. */
const KEPT = 7;

const NAME = /^spans-\d{4}-\d{2}-\d{2}\.sqlite$/;

/** Paths of the back-ups, the newest first. */
export function listBackups({ backups }: DataFolder): string[] {
  if (!fs.existsSync(backups)) return [];
  return fs
    .readdirSync(backups)
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
    .map((name) => path.join(backups, name));
}

/**
 * Deletes every copy of the database in the folder: the back-ups, also one under way, and damaged databases
 * that were set aside. They still have what was deleted since.
 */
export function deleteCopies(folder: DataFolder): void {
  fs.rmSync(folder.backups, { recursive: true, force: true });
  for (const file of [unfinishedFile(folder), readyFile(folder)]) removeDatabase(file);
  for (const file of listSetAside(folder)) fs.rmSync(file, { force: true });
}

/** Whether a file is a database of ours without damage. It is only read. */
export function isSound(file: string): boolean {
  try {
    return readDatabase(
      file,
      LOCK_TIMEOUT_MS,
      (database) => identify(database) === 'ours' && checkIntegrity(database) === 'ok',
    );
  } catch {
    return false;
  }
}

/**
 * Makes the back-up of a day where there is none yet, checks it, and lets the oldest go. It is written
 * under another name first, so that a back-up is whole or not there.
 *
 * @param isoDate the day.
 * @returns whether one was made.
 * @throws where it cannot be written or is not sound; none is left half written, and no older one is lost.
 */
export function backUp(database: DatabaseSync, folder: DataFolder, isoDate: string): boolean {
  const file = path.join(folder.backups, `spans-${isoDate}.sqlite`);
  if (fs.existsSync(file)) return false;
  fs.mkdirSync(folder.backups, { recursive: true, mode: 0o700 });
  const unfinished = path.join(folder.backups, 'unfinished.sqlite');
  // SQLite writes into an empty file that is there, and so keeps its mode.
  reserveFile(unfinished);
  try {
    database.prepare('VACUUM INTO ?').run(unfinished);
    if (!isSound(unfinished)) throw new StorageError('damaged', 'The back-up is not sound.');
    fs.renameSync(unfinished, file);
  } finally {
    removeDatabase(unfinished);
  }
  for (const old of listBackups(folder).slice(KEPT)) fs.rmSync(old, { force: true });
  return true;
}
