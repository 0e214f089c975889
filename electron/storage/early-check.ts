/**
 * @file The close look for damage at a start, made by a worker while the app is still being loaded. It counts only where it
 * found none, and where the files are to the byte of their times and lengths what they were: else the app looks itself.
 */
import fs from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { DataFolder } from '../data-folder/data-folder.ts';

/** Name of the worker's thread. */
export const CHECK_THREAD = 'database-check';

/** Whether a database was closely looked at just now, and nothing was found or has changed since. */
export type IsKnownSound = (folder: DataFolder) => boolean;

/** The database and its journal at a moment: what is written to either changes it. An empty journal is none. */
function stateOf({ database }: DataFolder): string | undefined {
  const [main, journal] = [database, `${database}-wal`].map((file) => {
    const stat = fs.statSync(file, { bigint: true, throwIfNoEntry: false });
    return stat && stat.size > 0n
      ? `${stat.dev}:${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}`
      : undefined;
  });
  return main === undefined ? undefined : `${main}\n${journal ?? ''}`;
}

/** What the worker finds; rejects where it cannot look. */
function ask(folder: DataFolder, workerUrl: URL): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl, { workerData: folder.database, name: CHECK_THREAD });
    worker.unref();
    worker.once('message', (found: unknown) => resolve(found === true));
    worker.once('error', reject);
    worker.once('exit', () => resolve(false));
  });
}

/**
 * Begins to look for damage in a database. Nothing of it is changed.
 *
 * @param workerUrl the module of `check-worker`.
 * @returns undefined where there is no database, damage or what may be some, or the look was not possible.
 */
export async function startEarlyCheck(
  folder: DataFolder,
  workerUrl: URL,
): Promise<IsKnownSound | undefined> {
  const before = stateOf(folder);
  if (before === undefined || !(await ask(folder, workerUrl))) return undefined;
  return (one) => one.database === folder.database && stateOf(one) === before;
}
