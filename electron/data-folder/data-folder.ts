import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../../shared/domain/user-error.ts';
import { StorageError } from '../system/storage-error.ts';

/** The files of a data folder, and nothing else that the product writes. */
export interface DataFolder {
  readonly dir: string;
  readonly database: string;
  readonly settings: string;
  /** Folder of the daily back-ups of the database. */
  readonly backups: string;
  /** Held locked by the one process that writes. */
  readonly lock: string;
}

/** The names of the files in a data folder, without touching the disk. */
export function dataFolder(dir: string): DataFolder {
  const absolute = path.resolve(dir);
  return {
    dir: absolute,
    database: path.join(absolute, 'spans.sqlite'),
    settings: path.join(absolute, 'settings.json'),
    backups: path.join(absolute, 'backups'),
    lock: path.join(absolute, 'writer.lock'),
  };
}

/** What the name of a file that was set aside goes on with. */
const ASIDE = '.corrupt-';

/** The name under which a file that cannot be read is kept. */
export function setAsideName(file: string, nowMs: number): string {
  return `${file}${ASIDE}${new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-')}`;
}

/** Databases that were set aside, with what SQLite put beside them. Each may hold spans. */
export function listSetAside({ dir, database }: DataFolder): string[] {
  return fs
    .readdirSync(dir)
    .map((name) => path.join(dir, name))
    .filter((file) => file.startsWith(`${database}${ASIDE}`));
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Checks that a data folder is there to be read. @throws UserError where it is not. */
export function requireFolder({ dir }: DataFolder): void {
  try {
    if (!fs.statSync(dir).isDirectory()) {
      throw new UserError(`${dir} is a file; --data wants a folder.`);
    }
  } catch (error) {
    if (isMissing(error)) throw new UserError(`${dir} does not exist; check --data.`);
    if (error instanceof UserError) throw error;
    throw new UserError(`${dir} cannot be read; check its permissions.`);
  }
}

/**
 * Makes a data folder where there is none, open to its owner alone, and checks that it can be written.
 *
 * @throws UserError where it is a file, StorageError where it cannot be made or written.
 */
export function ensureFolder(folder: DataFolder): void {
  try {
    fs.mkdirSync(folder.dir, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (fs.existsSync(folder.dir)) requireFolder(folder);
    throw new StorageError(
      'unavailable',
      `${folder.dir} cannot be made; choose another folder with --data.`,
      {
        cause: error,
      },
    );
  }
  try {
    fs.accessSync(folder.dir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch (error) {
    throw new StorageError(
      'unavailable',
      `${folder.dir} cannot be written; check its permissions.`,
      {
        cause: error,
      },
    );
  }
}
