import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { DataFolder } from './data-folder.ts';
import { checkIntegrity } from './database.ts';

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
  const setAside = `${path.basename(folder.database)}.corrupt-`;
  for (const name of fs.readdirSync(folder.dir)) {
    if (name.startsWith(setAside)) fs.rmSync(path.join(folder.dir, name), { force: true });
  }
}

/** Whether a file is a database without damage. It is only read. */
export function isSound(file: string): boolean {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      return checkIntegrity(database) === 'ok';
    } finally {
      database.close();
    }
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
 * @throws where it cannot be written or is not sound.
 */
export function backUp(database: DatabaseSync, folder: DataFolder, isoDate: string): boolean {
  const file = path.join(folder.backups, `spans-${isoDate}.sqlite`);
  if (fs.existsSync(file)) return false;
  fs.mkdirSync(folder.backups, { recursive: true, mode: 0o700 });
  const unfinished = path.join(folder.backups, 'unfinished.sqlite');
  fs.rmSync(unfinished, { force: true });
  // SQLite writes into an empty file that is there, and so keeps its mode.
  fs.closeSync(fs.openSync(unfinished, 'w', 0o600));
  database.prepare('VACUUM INTO ?').run(unfinished);
  if (!isSound(unfinished)) throw new Error('The back-up is not sound');
  fs.renameSync(unfinished, file);
  for (const old of listBackups(folder).slice(KEPT)) fs.rmSync(old, { force: true });
  return true;
}
