import type { DatabaseSync } from 'node:sqlite';
import { Failure } from './ipc/failure.ts';
import { isUnavailable } from './storage/storage-error.ts';
import type { Tracker } from './tracking/tracker.ts';

/** Answers a call that has to write where nothing can be written. */
export function notWritable(): Failure {
  return new Failure('not-saved', 'Nothing can be written at the moment.');
}

/** Changes what is stored. @throws Failure where the disk does not take it. */
export function changing<T>(change: () => T): T {
  try {
    return change();
  } catch (error) {
    throw isUnavailable(error) ? notWritable() : error;
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

/**
 * Works while the tracker stands still and everything that it measured is stored, so that the time of the open span
 * is taken; what it sees afterwards is a new span.
 *
 * @throws Failure where not all of it can be stored.
 */
export function whileStored<T>(
  tracker: Pick<Tracker, 'halt' | 'release' | 'recorder'>,
  work: () => T,
): T {
  tracker.halt('stopped');
  try {
    if (tracker.recorder.unsaved.size > 0) throw notWritable();
    tracker.recorder.forgetClosed();
    return work();
  } finally {
    tracker.release('stopped');
  }
}
