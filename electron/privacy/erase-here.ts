import type { EraseWhat } from '../../shared/ipc/privacy.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import { Failure } from '../ipc/failure.ts';
import type { DataFolder } from '../storage/data-folder.ts';
import { eraseInterval, eraseSpans } from '../storage/erase.ts';
import type { SpanStore } from '../storage/span-store.ts';
import type { Tracker } from '../tracking/tracker.ts';

const QUARTER_MS = 15 * 60_000;

/** What erasing in the running app takes. */
export interface EraseNeeds {
  readonly store: Pick<SpanStore, 'database'>;
  readonly folder: DataFolder;
  readonly tracker: Pick<Tracker, 'halt' | 'release' | 'recorder'>;
  readonly nowMs: () => number;
  readonly zone: () => string;
}

/**
 * Erases time for good while the app runs. The open span ends first, so that what runs is erased too, and
 * the tracker forgets what it would otherwise go on with; what it sees afterwards is a new span.
 *
 * @returns how many spans were deleted or shortened.
 * @throws Failure where the database cannot be written now. Nothing is erased then.
 */
export function eraseHere(what: EraseWhat, needs: EraseNeeds): number {
  const { store, folder, tracker } = needs;
  tracker.halt('stopped');
  try {
    const { database } = store;
    // What is not stored yet would be written after the erasing.
    if (!database || tracker.recorder.unsaved.size > 0) {
      throw new Failure('not-saved', 'Nothing can be written at the moment.');
    }
    const nowMs = needs.nowMs();
    tracker.recorder.forgetClosed();
    switch (what.kind) {
      case 'last-quarter':
        return eraseInterval(database, folder, { startMs: nowMs - QUARTER_MS, endMs: nowMs });
      case 'today': {
        const today = isoDateAt(needs.zone(), nowMs);
        return eraseSpans(database, folder, { from: today, to: today });
      }
      case 'range':
        return eraseSpans(database, folder, { from: what.from, to: what.to });
      case 'everything':
        return eraseSpans(database, folder, null);
    }
  } finally {
    tracker.release('stopped');
  }
}
