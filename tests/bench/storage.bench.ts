import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDataFile } from '../../electron/data-file/data-file.ts';
import { reportCsv, reportJson } from '../../electron/report/report.ts';
import { type DataFolder, dataFolder } from '../../electron/data-folder/data-folder.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { eraseDays } from '../../electron/storage/erase.ts';
import { checkIntegrity } from '../../electron/storage/schema.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { type SeededDatabase, seededDatabase } from './databases.ts';
import { type Figure, measureMs, significant } from './measure.ts';
import { ONE_YEAR, TEN_YEARS } from './ten-years.ts';
import { LATER_MS } from '../support/days.ts';

const MEGABYTE = 1e6;

/** Export, opening, checking and erasing, with ten years of data. */
export function benchStorage(): Figure[] {
  const seeded = seededDatabase(10);
  try {
    return [
      {
        name: 'database of ten years',
        value: significant(statSync(seeded.folder.database).size / MEGABYTE),
        unit: 'MB',
        note: `${seeded.repository.count()} spans`,
      },
      ...benchExport(seeded),
      measureMs('integrity check', () => checkIntegrity(seeded.database), { runs: 7 }),
      ...benchFile(seeded),
    ];
  } finally {
    seeded.close();
  }
}

function benchExport({ repository, database }: SeededDatabase): Figure[] {
  const request = { ...TEN_YEARS, by: 'span', includePrivate: true, nowMs: LATER_MS } as const;
  return [
    measureMs(
      'export by span of ten years, CSV',
      () => reportCsv(repository, DEFAULT_SETTINGS, request, { delimiter: ',' }),
      { runs: 3, warmUp: 1 },
    ),
    measureMs(
      'export by span of ten years, JSON',
      () => reportJson(repository, DEFAULT_SETTINGS, request),
      { runs: 3, warmUp: 1 },
    ),
    measureMs(
      'everything of ten years as one file',
      () => {
        for (const piece of writeDataFile(DEFAULT_SETTINGS, database)) if (piece === '') return;
      },
      { runs: 3, warmUp: 1, note: 'in pieces, none of which is held' },
    ),
  ];
}

/** What is done to a whole file, each time to a fresh copy. */
function benchFile({ folder, database }: SeededDatabase): Figure[] {
  database.close();
  const copy = dataFolder(mkdtempSync(join(tmpdir(), 'sweetspot-bench-copy-')));
  const refresh = () => {
    removeDatabase(copy);
    copyFileSync(folder.database, copy.database);
  };
  let open: ReturnType<typeof openDatabase> | undefined;
  try {
    const opening = measureMs('open the database', () => (open = openDatabase(copy)), {
      runs: 15,
      before() {
        open?.close();
        refresh();
      },
    });
    const erasing = measureMs(
      'erase a year',
      () => (open ? eraseDays(open, copy, ONE_YEAR) : undefined),
      {
        runs: 3,
        warmUp: 1,
        before() {
          open?.close();
          refresh();
          open = openDatabase(copy);
        },
        note: 'nothing of it is left in the file, its journal or its backups',
      },
    );
    return [opening, erasing];
  } finally {
    open?.close();
    rmSync(copy.dir, { recursive: true });
  }
}

function removeDatabase({ database }: DataFolder): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${database}${suffix}`, { force: true });
}
