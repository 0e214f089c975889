import fs from 'node:fs';
import path from 'node:path';
import type { DataFolder } from '../data-folder/data-folder.ts';

/** What SQLite keeps open of a database while it writes, by suffix. */
const OPEN_FILES = ['', '-wal', '-shm'] as const;

/**
 * What stands in a data folder at a moment. Nothing is opened to see it: to close a file again that SQLite has open
 * would end SQLite's locks on it (POSIX).
 */
export interface FilesInPlace {
  /** The disk of the folder; without the folder, that of the place for it; null where that is gone too. */
  readonly disk: string | null;
  /** Which files the database and its journal are; null for what is not there. */
  readonly database: readonly (string | null)[];
  /** How much of the database there is, and when it was written last. */
  readonly written: string;
  /** How long its journal is. It grows, and begins anew within its length, unless it is emptied on purpose. */
  readonly journalBytes: bigint;
  /** Which file the lock of the writer is; null where it is not there. */
  readonly lock: string | null;
}

function statOf(file: string): fs.BigIntStats | null {
  return fs.statSync(file, { bigint: true, throwIfNoEntry: false }) ?? null;
}

/** Windows leaves a file that SQLite has open where it is, and does not number the files of every disk. */
const isNumbered = process.platform !== 'win32';

function identityOf(stat: fs.BigIntStats | null): string | null {
  if (stat === null) return null;
  return isNumbered ? `${stat.dev}:${stat.ino}` : 'there';
}

function diskOf(dir: string): string | null {
  const stat = statOf(dir);
  if (stat) return isNumbered ? String(stat.dev) : 'there';
  const parent = path.dirname(dir);
  return parent === dir ? null : diskOf(parent);
}

/** Which file stands somewhere: the same text is the same file; null where there is none. */
export function fileIdentity(file: string): string | null {
  return identityOf(statOf(file));
}

/** Looks at what stands in a data folder now. @throws the system's own errors where that cannot be seen. */
export function filesInPlace({ dir, database, lock }: DataFolder): FilesInPlace {
  const stats = OPEN_FILES.map((suffix) => statOf(database + suffix));
  const [main, journal] = stats;
  return {
    disk: diskOf(dir),
    database: stats.map(identityOf),
    written: main ? `${main.size} ${main.mtimeNs}` : '',
    journalBytes: journal?.size ?? 0n,
    lock: fileIdentity(lock),
  };
}
