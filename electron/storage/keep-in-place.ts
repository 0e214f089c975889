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
import type { IsKnownSound } from './early-check.ts';
import { type FilesInPlace, fileIdentity, filesInPlace } from './files-in-place.ts';
import { openOrRecover, prepareFromOpen, putInPlace, setAside } from './recover.ts';
import { checkIntegrity } from './schema.ts';
import { type SpanRepository, createSpanRepository } from './span-repository.ts';
import { StorageError, isDamage, isDiskFailure, isUnavailable } from '../system/storage-error.ts';
import { type RecoveryNotice, readUntold } from './untold.ts';
import { type ReleaseLock, lockForWriting } from './writer-lock.ts';

/** What the connection needs from around it. */
export interface ConnectionNeeds {
  readonly folder: DataFolder;
  readonly nowMs: () => number;
  /** Keeps everything from the folder while it is away, and is told where it went; without it, it never does. */
  readonly away?: Pick<Away, 'require' | 'begin'>;
  /** Whether the database was looked at closely before the start. It is asked once. */
  readonly isKnownSound?: IsKnownSound | undefined;
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

/** How often there may be a closer look, or a new file: a disk that fails must not be filled with what is set aside. */
interface Tries {
  /** Whether there may be one by now, which then counts as tried. */
  isDue(): boolean;
  /** Puts the next one off for twice as long. */
  wasUsed(): void;
}

/** How long after one new file there may be the next: twice as long each time, up to the longest. */
const FIRST_WAIT_MS = MINUTE_MS;
const LONGEST_WAIT_MS = HOUR_MS;

function createTries(nowMs: () => number): Tries {
  let triedAtMs = -Infinity;
  let waitMs = FIRST_WAIT_MS;
  return {
    isDue() {
      // A clock that was set back must not put it off.
      if (Math.abs(nowMs() - triedAtMs) < waitMs) return false;
      triedAtMs = nowMs();
      return true;
    },
    wasUsed() {
      waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS);
    },
  };
}

/** The connection as it is now, and what is left to do. */
export interface Held {
  readonly needs: ConnectionNeeds;
  readonly tries: Tries;
  /** What is open; it may be damaged, or no longer what stands in its place. */
  open: Open | undefined;
  /** Ends the right to write, where this process has it. */
  release: ReleaseLock | undefined;
  /** Puts what was made ready in its place, where that alone is left to do. */
  finish: (() => void) | undefined;
  /** What is to be told once the database is open. */
  untold: RecoveryNotice | null;
  /** Where the data were; undefined where there were none yet. */
  usualDisk: FilesInPlace['disk'] | undefined;
  /** Whether it was looked for what an earlier run left to be told. */
  isLookedFor: boolean;
  /** What is known of the database before it is opened for the first time. */
  isKnownSound: IsKnownSound | undefined;
  /** Whether an error told of damage, so that the next chance is taken for a closer look. */
  isDoubted: boolean;
}

/** Holds nothing yet. */
export function holdNothing(needs: ConnectionNeeds): Held {
  return {
    needs,
    tries: createTries(needs.nowMs),
    open: undefined,
    release: undefined,
    finish: undefined,
    untold: null,
    usualDisk: undefined,
    isLookedFor: false,
    isKnownSound: needs.isKnownSound,
    isDoubted: false,
  };
}

/** Ends the right to write. */
export function unlock(held: Held): void {
  held.release?.();
  held.release = undefined;
}

/**
 * Opens what stands in the database's place.
 *
 * @param timeoutMs how long a lock of another program is waited for.
 * @throws where it cannot be opened or written now.
 */
export function connect(held: Held, timeoutMs: number): Open {
  const { folder, away, nowMs } = held.needs;
  const { disk } = filesInPlace(folder);
  const isThere = holdsData(folder);
  const { isKnownSound } = held;
  held.isKnownSound = undefined;
  // Nothing is made where the disk of the data was, or in what is mounted there now.
  if (!isThere && held.usualDisk !== undefined && held.usualDisk !== disk) away?.begin();
  away?.require();
  if (isThere) held.usualDisk = disk;
  ensureFolder(folder);
  held.release ??= lockForWriting(folder);
  try {
    held.finish?.();
    held.finish = undefined;
    const { database, notice } = openOrRecover(folder, nowMs(), timeoutMs, isKnownSound);
    held.open = asOpen(database, folder);
    held.usualDisk = disk;
    held.isDoubted = false;
    held.untold = notice ?? held.untold ?? (held.isLookedFor ? null : readUntold(database));
    held.isLookedFor = true;
    return held.open;
  } catch (error) {
    // Nobody else may write before what was made ready is in its place.
    if (!held.finish) unlock(held);
    throw error;
  }
}

/** Lets go of what is open, and leaves its files as they are. */
function letGo(held: Held): void {
  held.open?.database.close();
  held.open?.anchor.close();
  held.open = undefined;
}

/** Opens anew what stands in the database's place. */
function reconnect(held: Held): Open {
  // Windows lets a file be moved only once it is closed.
  letGo(held);
  return connect(held, 0);
}

/** Takes the lock anew where its file was deleted. @throws where another process has it now. */
function lockAgain(held: Held, now: Open): Open {
  const { folder } = held.needs;
  unlock(held);
  ensureFolder(folder);
  held.release = lockForWriting(folder);
  return (held.open = { ...now, files: { ...now.files, lock: fileIdentity(folder.lock) } });
}

/** Writes what is open anew into its place, as far as it can be read. What stands there is set aside. */
function renew(held: Held, { database, files }: Open, isIntact: boolean): Open {
  const { folder } = held.needs;
  const nowMs = held.needs.nowMs();
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
  held.finish = () => {
    putInPlace(folder, nowMs, isWhole);
  };
  held.untold = isWhole && !isToTell ? null : notice;
  held.tries.wasUsed();
  return reconnect(held);
}

/** Puts what is open in the place of another file, or of none. */
function replace(held: Held, now: Open): Open {
  const { folder } = held.needs;
  try {
    return renew(held, now, true);
  } catch (error) {
    // As on a share that is back after a while: what was open stays dead, and what is there is what it was.
    if (!isDead(now) || fileIdentity(folder.database) === null) throw error;
    return reconnect(held);
  }
}

/** Whether a close look finds no damage; where there can be no look now, none is found. */
function isFoundSound(now: Open, folder: DataFolder): boolean {
  try {
    return isSoundInPlace(now, folder, true);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return true;
  }
}

/**
 * Sees to it that what is open is what stands in its place, and sound as far as is known.
 *
 * @param isDue whether there may be a closer look, or a new file, by now.
 * @throws where it is not, and cannot be put there yet.
 */
export function keepInPlace(held: Held, was: Open, isDue: () => boolean): Open {
  const { folder } = held.needs;
  const { disk, database, written, journalBytes, lock } = filesInPlace(folder);
  if (disk !== was.files.disk) {
    // What is open is out of reach, or on a disk that is elsewhere now.
    letGo(held);
    unlock(held);
    return connect(held, 0);
  }
  const now = held.release && lock === was.files.lock ? was : lockAgain(held, was);
  const isReplaced = database.some((one, index) => one !== now.files.database[index]);
  const isWritten = written !== now.files.written || journalBytes < now.files.journalBytes;
  const isDamaged = !isReplaced && isWritten && !isSoundInPlace(now, folder, false);
  if (!isReplaced && !isDamaged && !held.isDoubted) {
    return (held.open = { ...now, files: { ...now.files, written, journalBytes } });
  }
  // A disk that fails again and again must not be filled with what is set aside.
  if (!isDue()) throw new StorageError('unavailable', `${folder.database} is not what it was.`);
  if (isReplaced) return replace(held, now);
  if (isDamaged || !isFoundSound(now, folder)) return renew(held, now, false);
  return reconnect(held);
}
