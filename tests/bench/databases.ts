import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type DataFolder, dataFolder } from '../../electron/data-folder/data-folder.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import {
  type SpanRepository,
  createSpanRepository,
} from '../../electron/storage/span-repository.ts';
import { ONE_YEAR, TEN_YEARS, prependDecades, seededSpans } from './ten-years.ts';

/** An open database of seeded spans in a folder of its own. */
export interface SeededDatabase {
  readonly folder: DataFolder;
  readonly database: DatabaseSync;
  readonly repository: SpanRepository;
  /** Closes it and deletes its folder. */
  close(): void;
}

/** How many years of spans a database has. */
export type Years = 1 | 10 | 100;

/** Makes a database of the last 1, 10 or 100 years, of which the last year is much the same. */
export function seededDatabase(years: Years): SeededDatabase {
  const folder = dataFolder(mkdtempSync(join(tmpdir(), `sweetspot-bench-${years}-`)));
  const database = openDatabase(folder);
  const repository = createSpanRepository(database);
  repository.apply({ saved: seededSpans(years === 1 ? ONE_YEAR : TEN_YEARS), removed: [] });
  if (years === 100) prependDecades(database, 9);
  // As a start of the app does: the journal of filling it would slow down the first readings.
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return {
    folder,
    database,
    repository,
    close() {
      if (database.isOpen) database.close();
      rmSync(folder.dir, { recursive: true });
    },
  };
}
