/**
 * @file A data folder that cannot be reached now, as on a disk that is not connected or was pulled out. The app starts
 * and goes on all the same and measures in memory: an empty database in the same place would split the data, or hide
 * them once the disk is mounted over it.
 */
import fs from 'node:fs';
import { type DataFolder, listSetAside } from './data-folder.ts';
import type { SpanChanges } from '../../shared/domain/span-changes.ts';
import { StorageError } from '../system/storage-error.ts';

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
  /** Whether the data were there before they went away: the user's own settings hold then. */
  wasThere(): boolean;
  /** @throws StorageError `unavailable` while the data are away. */
  require(): void;
  /** Begins it, where data that were there are out of reach. */
  begin(): void;
  /**
   * Ends it.
   *
   * @param meant takes, of the spans that are stored first, those that the user wants.
   */
  end(meant: Meant): void;
  /** Stores by another function, once the data are there. */
  storing(apply: (changes: SpanChanges) => void): (changes: SpanChanges) => void;
}

const NOTHING: SpanChanges = { saved: [], removed: [] };

/** What is to be stored of changes that were made while the data were away. */
export type Meant = (changes: SpanChanges) => SpanChanges;

/**
 * @param start why the data are away at the start; null where they are there.
 * @param onBegun told when they went away since.
 */
export function createAway(start: WhyAway | null, onBegun: () => void = () => undefined): Away {
  let why = start;
  let wasThere = start === null;
  let meant: Meant | undefined;

  function require(): void {
    if (why === null) return;
    throw new StorageError('unavailable', 'The folder of your data cannot be reached now.');
  }

  return {
    why: () => why,
    wasThere: () => wasThere,
    require,
    begin() {
      if (why !== null) return;
      why = 'out-of-reach';
      onBegun();
    },
    end(first) {
      why = null;
      wasThere = true;
      meant = first;
    },
    storing: (apply) => (changes) => {
      require();
      // What is meant depends on what is stored, which can be read once the database is open.
      if (meant) apply(NOTHING);
      apply(meant?.(changes) ?? changes);
      meant = undefined;
    },
  };
}
