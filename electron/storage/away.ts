/**
 * @file A data folder that was moved and cannot be reached now, as on a disk that is not connected. The app starts all
 * the same and measures in memory: an empty database in the same place would split the data, or hide them once the
 * disk is mounted over it.
 */
import fs from 'node:fs';
import { type DataFolder, listSetAside } from './data-folder.ts';
import type { SpanChanges } from './span-repository.ts';
import { StorageError } from './storage-error.ts';

/** Why the data are not there: their folder is out of reach, or what says where it is cannot be understood. */
export type WhyAway = 'out-of-reach' | 'unknown';

/** Whether a folder holds the user's data, whole or to be restored. */
export function holdsData(folder: DataFolder): boolean {
  if (fs.existsSync(folder.database) || fs.existsSync(folder.backups)) return true;
  return fs.existsSync(folder.dir) && listSetAside(folder).length > 0;
}

/** Keeps everything from a folder that is away, until it is back. */
export interface Away {
  /** Why the data are away; null where they are there. */
  why(): WhyAway | null;
  /** @throws StorageError `unavailable` while the data are away. */
  require(): void;
  /**
   * Ends it.
   *
   * @param meant takes, of the spans that are stored first, those that the user wants.
   */
  end(meant: Meant): void;
  /** Stores by another function, once the data are there. */
  storing(apply: (changes: SpanChanges) => void): (changes: SpanChanges) => void;
}

/** What is to be stored of changes that were made while the data were away. */
export type Meant = (changes: SpanChanges) => SpanChanges;

/** @param start why the data are away at the start; null where they are there. */
export function createAway(start: WhyAway | null): Away {
  let why = start;
  let meant: Meant | undefined;

  function require(): void {
    if (why === null) return;
    throw new StorageError('unavailable', 'The folder of your data cannot be reached now.');
  }

  return {
    why: () => why,
    require,
    end(first) {
      why = null;
      meant = first;
    },
    storing: (apply) => (changes) => {
      require();
      apply(meant?.(changes) ?? changes);
      meant = undefined;
    },
  };
}
