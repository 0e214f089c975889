import fs from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { StoredFile, StoredTable } from '../../shared/ipc/privacy.ts';
import { type DataFolder, listSetAside } from '../data-folder/data-folder.ts';
import { listBackups } from '../storage/backups.ts';

/** Rows of a table that are shown. */
const SHOWN_ROWS = 5;

/** Every table of the database with its columns and newest rows, untouched, as they lie in the file. */
export function readTables(database: DatabaseSync): StoredTable[] {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map(({ name }) => String(name));
  return tables.map((name) => {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    const newest = database.prepare(
      `SELECT * FROM ${quoted} ORDER BY rowid DESC LIMIT ${SHOWN_ROWS}`,
    );
    return {
      name,
      columns: newest.columns().map(({ name: column }) => column),
      rows: newest.all().map((row) => Object.values(row).map(String)),
      count: Number(database.prepare(`SELECT count(*) AS n FROM ${quoted}`).get()?.['n']),
    };
  });
}

/** Permissions of a file in the way of `ls`, as in `rw-------`. */
function modeText(mode: number): string {
  return [6, 3, 0]
    .flatMap((shift) =>
      ['r', 'w', 'x'].map((letter, bit) => ((mode >> shift) & (4 >> bit) ? letter : '-')),
    )
    .join('');
}

/** The user's files in a data folder, with who may read them. Windows has no such permissions: null. */
export function readFiles(folder: DataFolder): StoredFile[] {
  const files = [
    folder.dir,
    folder.database,
    `${folder.database}-wal`,
    `${folder.database}-shm`,
    folder.settings,
    folder.lock,
    // What Chromium keeps for itself.
    path.join(folder.dir, 'session'),
    ...listBackups(folder),
    ...listSetAsideIn(folder),
  ];
  return files.flatMap((file) => {
    const stats = fs.statSync(file, { throwIfNoEntry: false });
    if (!stats) return [];
    const posix = process.platform !== 'win32';
    return {
      name: file === folder.dir ? '.' : path.relative(folder.dir, file),
      bytes: stats.isDirectory() ? null : stats.size,
      mode: posix ? modeText(stats.mode) : null,
      // A file in a folder that only its owner may enter is as closed as that folder.
      openToOthers: posix && (stats.mode & 0o077) !== 0,
    };
  });
}

function listSetAsideIn(folder: DataFolder): string[] {
  try {
    return listSetAside(folder);
  } catch {
    return [];
  }
}
