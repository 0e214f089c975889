import type { DatabaseSync } from 'node:sqlite';
import { Failure } from '../ipc/failure.ts';
import { isUnavailable } from '../system/storage-error.ts';

/**
 * Answers a call that has to write where nothing can be written.
 *
 * @param cause the error that tells of it, where there is one.
 */
export function notWritable(cause?: unknown): Failure {
  return new Failure('not-saved', 'Nothing can be written at the moment.', { cause });
}

function refuse(error: unknown): never {
  throw isUnavailable(error) ? notWritable(error) : error;
}

/** Changes what is stored, at once or in turns. @throws Failure where the disk does not take it. */
export function changing<T>(change: () => Promise<T>): Promise<T>;
export function changing<T>(change: () => T): T;
export function changing(change: () => unknown): unknown {
  try {
    const changed = change();
    return changed instanceof Promise ? changed.catch(refuse) : changed;
  } catch (error) {
    return refuse(error);
  }
}

/** The database of a store. @throws Failure while it cannot be opened for writing. */
export function writableDatabase({
  database,
}: {
  readonly database: DatabaseSync | undefined;
}): DatabaseSync {
  if (!database) throw notWritable();
  return database;
}

/** What measures, as far as storing has to do with it. */
export interface Measuring {
  halt(why: 'stopped'): void;
  release(why: 'stopped'): void;
  readonly recorder: {
    /** What is measured and not stored yet. */
    readonly unsaved: ReadonlyMap<number, unknown>;
    forgetClosed(): void;
  };
}

/**
 * Works while the tracker stands still and everything that it measured is stored, so that the time of the open span
 * is taken; what it sees afterwards is a new span.
 *
 * @throws Failure where not all of it can be stored, or the disk does not take what the work writes.
 */
export function whileStored<T>(tracker: Measuring, work: () => T): T {
  tracker.halt('stopped');
  try {
    if (tracker.recorder.unsaved.size > 0) throw notWritable();
    tracker.recorder.forgetClosed();
    return changing(work);
  } finally {
    tracker.release('stopped');
  }
}
