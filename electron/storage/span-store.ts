import type { DatabaseSync } from 'node:sqlite';
import { type DataFolder, ensureFolder } from './data-folder.ts';
import { LOCK_TIMEOUT_MS, openDatabaseForReading, openMemoryDatabase } from './database.ts';
import { type Recovered, openOrRecover } from './recover.ts';
import { type SpanRepository, createSpanRepository } from './span-repository.ts';
import { isHeld, isUnavailable } from './storage-error.ts';
import { type ReleaseLock, lockForWriting } from './writer-lock.ts';

/** What the store needs from around it. */
export interface SpanStoreNeeds {
  readonly folder: DataFolder;
  readonly nowMs: () => number;
  /** Throws StorageError `unavailable` where the folder must be left alone for now. */
  readonly require?: () => void;
  /** Told what had to be done to open the database, whenever that was. */
  readonly onRecovered: (notice: NonNullable<Recovered['notice']>) => void;
}

/**
 * The stored spans of the one process that writes. Where the database cannot be opened yet, as on a full
 * disk or in a folder closed to writing, they can be read as far as possible, and `apply` throws until it
 * has opened it after all.
 */
export interface SpanStore extends SpanRepository {
  /** The database, open for writing; undefined while it cannot be. */
  readonly database: DatabaseSync | undefined;
  /** Closes the database and ends the right to write. */
  close(): void;
}

/** The database open for writing, with the right to do so. */
interface Connection {
  readonly database: DatabaseSync;
  readonly repository: SpanRepository;
  readonly release: ReleaseLock;
}

function connect(
  { folder, nowMs, require, onRecovered }: SpanStoreNeeds,
  timeoutMs = LOCK_TIMEOUT_MS,
): Connection {
  require?.();
  ensureFolder(folder);
  const release = lockForWriting(folder);
  try {
    const { database, notice } = openOrRecover(folder, nowMs(), timeoutMs);
    if (notice) onRecovered(notice);
    return { database, repository: createSpanRepository(database), release };
  } catch (error) {
    release();
    throw error;
  }
}

/** What can be read where nothing can be written. */
function openReadable(folder: DataFolder): DatabaseSync {
  try {
    return openDatabaseForReading(folder, 0) ?? openMemoryDatabase();
  } catch {
    return openMemoryDatabase();
  }
}

/**
 * Opens the stored spans for the one process that writes.
 *
 * @throws UserError where another process has that right, or the database is of a newer version.
 */
export function openSpanStore(needs: SpanStoreNeeds): SpanStore {
  let connection: Connection | undefined;
  let readable: { database: DatabaseSync; repository: SpanRepository } | undefined;
  /** Whether waiting for a lock was of no use the last time. */
  let waits = true;

  try {
    connection = connect(needs);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    const database = openReadable(needs.folder);
    readable = { database, repository: createSpanRepository(database) };
  }

  /** Opens the database after all. @throws where that is still not possible. */
  function reconnect(): Connection {
    const opened = connect(needs, 0);
    opened.database.exec(`PRAGMA busy_timeout = ${LOCK_TIMEOUT_MS}`);
    readable?.database.close();
    readable = undefined;
    return opened;
  }

  /** A lock that is held on and on must not hold the app up at each try. */
  function setWaiting(database: DatabaseSync, next: boolean): void {
    if (waits === next) return;
    waits = next;
    database.exec(`PRAGMA busy_timeout = ${next ? LOCK_TIMEOUT_MS : 0}`);
  }

  const current = (): SpanRepository => {
    const repository = connection?.repository ?? readable?.repository;
    if (!repository) throw new Error('The span store is closed');
    return repository;
  };

  return {
    get database() {
      return connection?.database;
    },
    between: (fromMs, toMs) => current().between(fromMs, toMs),
    lastBefore: (atMs) => current().lastBefore(atMs),
    firstAfter: (atMs) => current().firstAfter(atMs),
    first: () => current().first(),
    count: () => current().count(),
    get totals() {
      return current().totals;
    },
    apply(changes) {
      connection ??= reconnect();
      try {
        connection.repository.apply(changes);
        setWaiting(connection.database, true);
      } catch (error) {
        if (isHeld(error)) setWaiting(connection.database, false);
        throw error;
      }
    },
    close() {
      readable?.database.close();
      connection?.database.close();
      connection?.release();
      connection = readable = undefined;
    },
  };
}
