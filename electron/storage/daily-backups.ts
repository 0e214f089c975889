import type { DatabaseSync } from 'node:sqlite';
import { backUp } from './backups.ts';
import type { DataFolder } from './data-folder.ts';

/** How often it is looked whether today's copy is there. */
const EVERY_MS = 60 * 60_000;

/** What the daily copies are made of. */
export interface DailyBackupNeeds {
  readonly folder: DataFolder;
  /** The open database; undefined while there is none. */
  readonly database: () => DatabaseSync | undefined;
  readonly onFailed: (error: unknown) => void;
}

/** Copies the database now and once each day. @returns what stops it. */
export function startDailyBackups({ folder, database, onFailed }: DailyBackupNeeds): () => void {
  const backUpToday = () => {
    const opened = database();
    if (!opened) return;
    try {
      backUp(opened, folder, new Date().toISOString().slice(0, 10));
    } catch (error) {
      onFailed(error);
    }
  };
  backUpToday();
  const timer = setInterval(backUpToday, EVERY_MS);
  return () => {
    clearInterval(timer);
  };
}
