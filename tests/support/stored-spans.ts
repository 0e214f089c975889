import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { backUp } from '../../electron/storage/backups.ts';
import { type DataFolder, dataFolder } from '../../electron/data-folder/data-folder.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import type { Span } from '../../shared/domain/span.ts';
import { AMSTERDAM } from './days.ts';
import { tempDir } from './temp-dir.ts';

/** A Monday morning of the tests, UTC milliseconds. */
const MONDAY_MS = Date.UTC(2026, 10, 16, 8);

/** Every this often a span starts, and it lasts for a minute less. */
const EVERY_MS = 5 * 60_000;

/** Spans with a minute between them, the same for the same numbers. */
export function someSpans(count: number, from = 0): Span[] {
  return Array.from({ length: count }, (_, offset) => {
    const index = from + offset;
    const startedAtMs = MONDAY_MS + index * EVERY_MS;
    return {
      startedAtMs,
      endedAtMs: startedAtMs + EVERY_MS - 60_000,
      activity: (['feed', 'networking', 'messaging', 'elsewhere'] as const)[index % 4] ?? 'feed',
      zone: AMSTERDAM,
      relabelled: false,
      manual: false,
    };
  });
}

/** A moment after all spans of the tests. */
export const AFTERWARDS_MS = MONDAY_MS + 30 * 86_400_000;

/** All spans of an open database. */
export function allSpans(database: DatabaseSync): Span[] {
  return createSpanRepository(database).between(0, Number.MAX_SAFE_INTEGER);
}

/** Runs something on the database of a folder, as one process does. */
export function withDatabase<T>(folder: DataFolder, work: (database: DatabaseSync) => T): T {
  const database = openDatabase(folder);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/**
 * A data folder with spans.
 *
 * @param backedUp how many of them the one back-up has; without a back-up where undefined.
 */
export function folderWithSpans(count: number, backedUp?: number): DataFolder {
  const folder = dataFolder(join(tempDir(), 'data'));
  withDatabase(folder, (database) => {
    const { apply } = createSpanRepository(database);
    if (backedUp !== undefined) {
      apply({ saved: someSpans(backedUp), removed: [] });
      backUp(database, folder, '2026-11-17');
    }
    apply({ saved: someSpans(count), removed: [] });
  });
  return folder;
}

/** The bytes of a database and its journal; null for what is not there. */
export function bytesOf({ database }: DataFolder): (Buffer | null)[] {
  return ['', '-wal'].map((suffix) =>
    existsSync(database + suffix) ? readFileSync(database + suffix) : null,
  );
}

/** Turns bytes of a page of leaves, in the middle of a database's file. */
export function damageMiddle({ database }: DataFolder): void {
  const bytes = readFileSync(database);
  const pageBytes = 1024;
  const start = Math.floor(bytes.length / pageBytes / 2) * pageBytes;
  for (let index = start; index < start + 200; index += 1) {
    bytes[index] = (bytes[index] ?? 0) ^ 0xff;
  }
  writeFileSync(database, bytes);
}

/** Copies a database with its journal while it is open: what a process that is killed leaves behind. */
export function copyAsKilled(from: DataFolder, to: DataFolder): void {
  for (const suffix of ['', '-wal']) copyFileSync(from.database + suffix, to.database + suffix);
}

/**
 * Runs something while a folder is closed to writing: as the tests' own user, or as nobody where that is root,
 * who may write everywhere.
 */
export function withClosedFolder<T>(dir: string, work: () => T): T {
  const isRoot = process.getuid?.() === 0;
  chmodSync(join(dir, '..'), 0o755);
  if (isRoot) execFileSync('chown', ['-R', 'nobody', dir]);
  chmodSync(dir, 0o555);
  try {
    if (isRoot) process.seteuid?.('nobody');
    return work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(dir, 0o700);
  }
}
