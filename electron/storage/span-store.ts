import type { DatabaseSync } from 'node:sqlite';
import { type Connection, createConnection } from './connection.ts';
import type { ConnectionNeeds } from './keep-in-place.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { LOCK_TIMEOUT_MS, openDatabaseForReading, openMemoryDatabase } from './database.ts';
import { type SpanRepository, createSpanRepository } from './span-repository.ts';
import { isHeld, isUnavailable } from '../system/storage-error.ts';

/**
 * The stored spans of the one process that writes. Where the database cannot be opened yet, as on a full
 * disk or in a folder closed to writing, they can be read as far as possible, and `apply` throws until it
 * has opened it after all. It throws as well while the database is not in its place any more, as after it was
 * deleted, and could not be put there yet.
 */
export interface SpanStore extends SpanRepository {
  /**
   * The database in its place, open for writing; undefined while it cannot be. It may be another one after any
   * turn of the process, so that it is asked for each time and held within one.
   */
  readonly database: DatabaseSync | undefined;
  /** Sees to it that the database is in its place, as each save does: for when nothing is measured. */
  look(): void;
  /** Told of an error that the database gave to others: where it tells of damage, that is looked into. */
  doubt(error: unknown): void;
  /** Takes the user as told of all that `onRecovered` told of. Until then it is told at each start. */
  told(): void;
  /** Closes the database and ends the right to write. */
  close(): void;
}

/** What can be read where nothing can be written. */
function openReadable(folder: DataFolder): DatabaseSync {
  try {
    return openDatabaseForReading(folder, 0) ?? openMemoryDatabase();
  } catch {
    return openMemoryDatabase();
  }
}

const notOpen = () => new Error('The span store is not open');

/** Where spans are read: in the database that is open, or in what can be read in its place. */
interface Reading {
  /** @throws where it is closed. */
  from<T>(read: (repository: SpanRepository) => T): T;
  close(): void;
}

function createReading(folder: DataFolder, connection: Connection): Reading {
  let readable: { database: DatabaseSync; repository: SpanRepository } | undefined;
  let isClosed = false;

  function closeReadable(): void {
    readable?.database.close();
    readable = undefined;
  }

  function toRead(): SpanRepository {
    if (isClosed) throw notOpen();
    const open = connection.open();
    if (open) {
      closeReadable();
      return open.repository;
    }
    if (!readable) {
      const database = openReadable(folder);
      readable = { database, repository: createSpanRepository(database) };
    }
    return readable.repository;
  }

  return {
    from(read) {
      try {
        return read(toRead());
      } catch (error) {
        connection.doubt(error);
        throw error;
      }
    },
    close() {
      closeReadable();
      isClosed = true;
    },
  };
}

/** What of a repository reads, from wherever that is at the time. */
function readers({ from: reading }: Reading): Omit<SpanRepository, 'apply'> {
  return {
    between: (fromMs, toMs) => reading(({ between }) => between(fromMs, toMs)),
    timesWithin: (fromMs, toMs) => reading((spans) => spans.timesWithin(fromMs, toMs)),
    lastBefore: (atMs) => reading(({ lastBefore }) => lastBefore(atMs)),
    firstAfter: (atMs) => reading(({ firstAfter }) => firstAfter(atMs)),
    first: () => reading(({ first }) => first()),
    count: () => reading(({ count }) => count()),
    totals: {
      between: (from, to) => reading(({ totals }) => totals.between(from, to)),
      zoneBefore: (isoDate) => reading(({ totals }) => totals.zoneBefore(isoDate)),
      extent: () => reading(({ totals }) => totals.extent()),
      count: () => reading(({ totals }) => totals.count()),
    },
  };
}

/** Sees to it that the database is in its place. @returns what is in the way of that. */
function whatIsWrong(connection: Connection): Error | undefined {
  try {
    connection.settle();
    return undefined;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

/** Makes changes by a connection. A lock that is held on and on must not hold the app up at each try. */
function createWriting(connection: Connection): SpanRepository['apply'] {
  /** The database for whose lock it was of no use to wait the last time. */
  let notWaitedFor: DatabaseSync | undefined;

  function setWaiting(database: DatabaseSync, next: boolean): void {
    if (next === (notWaitedFor !== database)) return;
    notWaitedFor = next ? undefined : database;
    database.exec(`PRAGMA busy_timeout = ${next ? LOCK_TIMEOUT_MS : 0}`);
  }

  return (changes) => {
    const problem = whatIsWrong(connection);
    const open = connection.open();
    if (!open || !connection.mayWrite()) throw problem ?? notOpen();
    try {
      // What is not in its place is written all the same: closing takes it from there. It only does not count as stored.
      open.repository.apply(changes);
      setWaiting(open.database, true);
    } catch (error) {
      if (isHeld(error)) setWaiting(open.database, false);
      connection.doubt(error);
      throw error;
    }
    if (problem) throw problem;
  };
}

/**
 * Opens the stored spans for the one process that writes.
 *
 * @throws UserError where another process has that right, or the database is of a newer version.
 */
export function openSpanStore(needs: ConnectionNeeds): SpanStore {
  const connection = createConnection(needs);
  const reading = createReading(needs.folder, connection);

  try {
    connection.settle(LOCK_TIMEOUT_MS);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
  }

  return {
    get database() {
      // Opening it is for the next save.
      if (!connection.open() || whatIsWrong(connection)) return undefined;
      return connection.open()?.database;
    },
    ...readers(reading),
    apply: createWriting(connection),
    look() {
      if (connection.open()) whatIsWrong(connection);
    },
    doubt: connection.doubt,
    told: connection.told,
    close() {
      reading.close();
      connection.close();
    },
  };
}
