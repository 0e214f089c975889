import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALIVE_MS, type ConnectionState, LONGEST_STATE } from '../contract.ts';

/** The state of one connection as a file: whole at any moment, and gone when the connection is. */
export interface StateFile {
  write(state: ConnectionState): void;
  remove(): void;
}

/** @param folder where the app looks; the user's own. */
export function createStateFile(folder: string, pid: number): StateFile {
  const file = join(folder, `${pid}.json`);
  const next = join(folder, `${pid}.next`);
  let alive: NodeJS.Timeout | undefined;

  function remove(): void {
    clearInterval(alive);
    alive = undefined;
    rmSync(file, { force: true });
    rmSync(next, { force: true });
  }

  return {
    write(state) {
      const text = JSON.stringify(state);
      if (Buffer.byteLength(text) > LONGEST_STATE) throw new Error('The state is too long.');
      // What lies there may be of a process that had the number before, and is never followed.
      rmSync(next, { force: true });
      writeFileSync(next, text, { mode: 0o600, flag: 'wx' });
      renameSync(next, file);
      alive ??= setInterval(() => {
        const now = new Date();
        try {
          utimesSync(file, now, now);
        } catch {
          // The session's folder was taken away; the next word writes anew.
        }
      }, ALIVE_MS).unref();
    },
    remove,
  };
}
