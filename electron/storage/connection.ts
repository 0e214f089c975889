/**
 * @file The one connection that writes, kept on the files that stand in the data folder. SQLite notices none of what can
 * happen to them: it writes on into a file that was deleted, and all of that is gone once it is closed.
 */
import type { DatabaseSync } from 'node:sqlite';
import { HOUR_MS, MINUTE_MS } from '../../shared/domain/rounding.ts';
import { type Away, holdsData } from '../data-folder/away.ts';
import { type DataFolder, ensureFolder } from '../data-folder/data-folder.ts';
import {
  LOCK_TIMEOUT_MS,
  openDatabaseForReading,
  openReadOnly,
  readyFile,
  removeDatabase,
} from './database.ts';
import { type FilesInPlace, fileIdentity, filesInPlace } from './files-in-place.ts';
import { openOrRecover, prepareFromOpen, putInPlace, setAside } from './recover.ts';
import { checkIntegrity } from './schema.ts';
import { type SpanRepository, createSpanRepository } from './span-repository.ts';
import { StorageError, isDamage, isDiskFailure, isUnavailable } from '../system/storage-error.ts';
import { type RecoveryNotice, forgetUntold, readUntold } from './untold.ts';
import { type ReleaseLock, lockForWriting } from './writer-lock.ts';

/** What the connection needs from around it. */
export interface ConnectionNeeds {
  readonly folder: DataFolder;
  readonly nowMs: () => number;
  /** Keeps everything from the folder while it is away, and is told where it went; without it, it never does. */
  readonly away?: Pick<Away, 'require' | 'begin'>;
  /**
   * Told what had to be done to open the database, and whether that was after the start. What an earlier run did
   * and nobody was told of is told at the start.
   */
  readonly onRecovered: (notice: RecoveryNotice, isRunning: boolean) => void;
}

/** The database, open for writing, and its files as they were when they were last found right. */
export interface Open {
  readonly database: DatabaseSync;
  readonly repository: SpanRepository;
  /**
   * A second connection. While it is there, to close the first leaves all files alone: else SQLite would write the
   * journal into a file that is damaged, and delete by its name a journal that is another database's by now.
   */
  readonly anchor: DatabaseSync;
  readonly files: FilesInPlace;
}

/** The connection that writes, open or not. */
export interface Connection {
  /** What is open; it may be damaged, or no longer what stands in its place. */
  open(): Open | undefined;
  /** Whether what is open may be written: not while another process has that right. */
  mayWrite(): boolean;
  /**
   * Opens the database where it is not, and sees to it that what is open is what stands in its place, and sound as
   * far as is known.
   *
   * @param timeoutMs how long a lock of another program is waited for in opening.
   * @throws where it cannot be opened or written now, or is not in its place and cannot be put there yet.
   */
  settle(timeoutMs?: number): Open;
  /** Looks closely at the database at the next chance, where an error tells of damage or of a disk that fails. */
  doubt(error: unknown): void;
  /** Takes the user as told of what had to be done. */
  told(): void;
  /** Closes the database, in its place where that can be, and ends the right to write. */
  close(): void;
}

/** How long after one new file there may be the next: twice as long each time, up to the longest. */
const FIRST_WAIT_MS = MINUTE_MS;
const LONGEST_WAIT_MS = HOUR_MS;

/** What two connections to the same files agree in. */
function summary({ count, lastBefore }: SpanRepository): string {
  return JSON.stringify([count(), lastBefore(Number.MAX_SAFE_INTEGER)]);
}

/**
 * Whether what stands in the database's place can be read and is what is open. A new connection looks: the one that is
 * open remembers pages that are no longer there.
 *
 * @param thoroughly whether all of it is checked, which takes longer.
 */
function isSoundInPlace({ repository }: Open, folder: DataFolder, thoroughly: boolean): boolean {
  try {
    const fresh = openDatabaseForReading(folder);
    if (!fresh) return false;
    try {
      if (thoroughly && checkIntegrity(fresh) !== 'ok') return false;
      return summary(createSpanRepository(fresh)) === summary(repository);
    } finally {
      fresh.close();
    }
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

/** What is open, right after it was opened. */
function asOpen(database: DatabaseSync, folder: DataFolder): Open {
  try {
    database.exec(`PRAGMA busy_timeout = ${LOCK_TIMEOUT_MS}`);
    return {
      database,
      repository: createSpanRepository(database),
      anchor: openReadOnly(folder.database),
      files: filesInPlace(folder),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Whether what is open can be read no more, as after its disk was pulled out. */
function isDead({ repository }: Open): boolean {
  try {
    summary(repository);
    return false;
  } catch (error) {
    return isDiskFailure(error);
  }
}

export function createConnection(needs: ConnectionNeeds): Connection {
  const { folder } = needs;
  let open: Open | undefined;
  let release: ReleaseLock | undefined;
  /** Puts what was made ready in its place, where that alone is left to do. */
  let finish: (() => void) | undefined;
  /** What is to be told once the database is open. */
  let untold: RecoveryNotice | null = null;
  /** Whether something was passed on that the user has not been told of yet. */
  let isUntold = false;
  /** Where the data were; undefined where there were none yet. */
  let usualDisk: FilesInPlace['disk'] | undefined;
  /** Whether it was looked for what an earlier run left to be told. */
  let isLookedFor = false;
  let isDoubted = false;
  let isRunning = false;
  let triedAtMs = -Infinity;
  let waitMs = FIRST_WAIT_MS;

  function unlock(): void {
    release?.();
    release = undefined;
  }

  function connect(timeoutMs: number): Open {
    const { disk } = filesInPlace(folder);
    const isThere = holdsData(folder);
    // Nothing is made where the disk of the data was, or in what is mounted there now.
    if (!isThere && usualDisk !== undefined && usualDisk !== disk) needs.away?.begin();
    needs.away?.require();
    if (isThere) usualDisk = disk;
    ensureFolder(folder);
    release ??= lockForWriting(folder);
    try {
      finish?.();
      finish = undefined;
      const { database, notice } = openOrRecover(folder, needs.nowMs(), timeoutMs);
      open = asOpen(database, folder);
      usualDisk = disk;
      isDoubted = false;
      untold = notice ?? untold ?? (isLookedFor ? null : readUntold(database));
      isLookedFor = true;
      return open;
    } catch (error) {
      // Nobody else may write before what was made ready is in its place.
      if (!finish) unlock();
      throw error;
    }
  }

  /** Lets go of what is open, and leaves its files as they are. */
  function letGo(): void {
    open?.database.close();
    open?.anchor.close();
    open = undefined;
  }

  /** Opens anew what stands in the database's place. */
  function reconnect(): Open {
    // Windows lets a file be moved only once it is closed.
    letGo();
    return connect(0);
  }

  /** Takes the lock anew where its file was deleted. @throws where another process has it now. */
  function lockAgain(now: Open): Open {
    unlock();
    ensureFolder(folder);
    release = lockForWriting(folder);
    return (open = { ...now, files: { ...now.files, lock: fileIdentity(folder.lock) } });
  }

  /** Writes what is open anew into its place, as far as it can be read. What stands there is set aside. */
  function renew({ database, files }: Open, isIntact: boolean): Open {
    const nowMs = needs.nowMs();
    // That a journal alone was gone is nothing to the user.
    const isToTell = fileIdentity(folder.database) !== files.database[0];
    const notice = prepareFromOpen(database, folder, nowMs, { isIntact, isToTell });
    const isWhole = notice === 'database-rewritten';
    try {
      setAside(folder, nowMs, files.database);
    } catch (error) {
      // What is open goes on, and would be newer than what was made ready.
      removeDatabase(readyFile(folder));
      throw error;
    }
    finish = () => {
      putInPlace(folder, nowMs, isWhole);
    };
    untold = isWhole && !isToTell ? null : notice;
    waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS);
    return reconnect();
  }

  /** Puts what is open in the place of another file, or of none. */
  function replace(now: Open): Open {
    try {
      return renew(now, true);
    } catch (error) {
      // As on a share that is back after a while: what was open stays dead, and what is there is what it was.
      if (!isDead(now) || fileIdentity(folder.database) === null) throw error;
      return reconnect();
    }
  }

  /** Whether a close look finds no damage; where there can be no look now, none is found. */
  function isFoundSound(now: Open): boolean {
    try {
      return isSoundInPlace(now, folder, true);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      return true;
    }
  }

  /** @param isDue whether there may be a closer look, or a new file, by now. */
  function keepInPlace(was: Open, isDue: () => boolean): Open {
    const { disk, database, written, journalBytes, lock } = filesInPlace(folder);
    if (disk !== was.files.disk) {
      // What is open is out of reach, or on a disk that is elsewhere now.
      letGo();
      unlock();
      return connect(0);
    }
    const now = release && lock === was.files.lock ? was : lockAgain(was);
    const isReplaced = database.some((one, index) => one !== now.files.database[index]);
    const isWritten = written !== now.files.written || journalBytes < now.files.journalBytes;
    const isDamaged = !isReplaced && isWritten && !isSoundInPlace(now, folder, false);
    if (!isReplaced && !isDamaged && !isDoubted) {
      return (open = { ...now, files: { ...now.files, written, journalBytes } });
    }
    // A disk that fails again and again must not be filled with what is set aside.
    if (!isDue()) throw new StorageError('unavailable', `${folder.database} is not what it was.`);
    if (isReplaced) return replace(now);
    if (isDamaged || !isFoundSound(now)) return renew(now, false);
    return reconnect();
  }

  function isTimeToTry(): boolean {
    // A clock that was set back must not put it off.
    if (Math.abs(needs.nowMs() - triedAtMs) < waitMs) return false;
    triedAtMs = needs.nowMs();
    return true;
  }

  function doubt(error: unknown): void {
    isDoubted ||= isDamage(error) || isDiskFailure(error);
  }

  return {
    open: () => open,
    mayWrite: () => open !== undefined && release !== undefined,
    settle(timeoutMs = 0) {
      // What is under way is of one file, and is over before long.
      if (open?.database.isTransaction) return open;
      const wasRunning = isRunning;
      isRunning = true;
      const now = open ? keepInPlace(open, isTimeToTry) : connect(timeoutMs);
      const notice = untold;
      untold = null;
      if (notice) {
        isUntold = true;
        needs.onRecovered(notice, wasRunning);
      }
      return now;
    },
    doubt,
    told() {
      if (!isUntold || !open || !release) return;
      try {
        forgetUntold(open.database);
        isUntold = false;
      } catch (error) {
        // As on a full disk: it is told once more.
        if (!isUnavailable(error) && !isDamage(error)) throw error;
        doubt(error);
      }
    },
    close() {
      try {
        if (open) keepInPlace(open, () => true);
        else if (finish) connect(0);
      } catch {
        // It is closed as it is.
      }
      open?.anchor.close();
      open?.database.close();
      open = undefined;
      unlock();
    },
  };
}
