import type { DatabaseSync } from 'node:sqlite';
import { backUp } from './backups.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';

/** How often it is looked whether today's copy is there. */
const EVERY_MS = 60 * 60_000;

/** What the daily copies are made of. */
export interface DailyBackupNeeds {
  readonly folder: DataFolder;
  /** The open database; undefined while there is none. */
  readonly database: () => DatabaseSync | undefined;
  readonly onFailed: (error: unknown) => void;
}

/** The daily copies. */
export interface DailyBackups {
  /** Makes today's copy where there is none, as after the copies were deleted. */
  now(): void;
  stop(): void;
}

/**
 * Copies the database now and once each day.
 *
 * @param before done before each time that it is looked; it may make copies vanish.
 */
export function startDailyBackups(
  { folder, database, onFailed }: DailyBackupNeeds,
  before: () => void,
): DailyBackups {
  const backUpToday = () => {
    try {
      before();
      const opened = database();
      if (!opened) return;
      backUp(opened, folder, new Date().toISOString().slice(0, 10));
    } catch (error) {
      onFailed(error);
    }
  };
  backUpToday();
  const timer = setInterval(backUpToday, EVERY_MS);
  return {
    now: backUpToday,
    stop: () => {
      clearInterval(timer);
    },
  };
}
