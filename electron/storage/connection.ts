import { isDamage, isDiskFailure, isUnavailable } from '../system/storage-error.ts';
import {
  type ConnectionNeeds,
  type Open,
  connect,
  holdNothing,
  keepInPlace,
  unlock,
} from './keep-in-place.ts';
import { forgetUntold } from './untold.ts';

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

/** A connection that is not open yet. */
export function createConnection(needs: ConnectionNeeds): Connection {
  const held = holdNothing(needs);
  /** Whether something was passed on that the user has not been told of yet. */
  let isUntold = false;
  let isRunning = false;

  function doubt(error: unknown): void {
    held.isDoubted ||= isDamage(error) || isDiskFailure(error);
  }

  return {
    open: () => held.open,
    mayWrite: () => held.open !== undefined && held.release !== undefined,
    settle(timeoutMs = 0) {
      // What is under way is of one file, and is over before long.
      if (held.open?.database.isTransaction) return held.open;
      const wasRunning = isRunning;
      isRunning = true;
      const now = held.open
        ? keepInPlace(held, held.open, held.tries.isDue)
        : connect(held, timeoutMs);
      const notice = held.untold;
      held.untold = null;
      if (notice) {
        isUntold = true;
        needs.onRecovered(notice, wasRunning);
      }
      return now;
    },
    doubt,
    told() {
      if (!isUntold || !held.open || !held.release) return;
      try {
        forgetUntold(held.open.database);
        isUntold = false;
      } catch (error) {
        // As on a full disk: it is told once more.
        if (!isUnavailable(error) && !isDamage(error)) throw error;
        doubt(error);
      }
    },
    close() {
      try {
        if (held.open) keepInPlace(held, held.open, () => true);
        else if (held.finish) connect(held, 0);
      } catch {
        // It is closed as it is.
      }
      held.open?.anchor.close();
      held.open?.database.close();
      held.open = undefined;
      unlock(held);
    },
  };
}
