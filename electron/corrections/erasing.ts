import type { EraseWhat } from '../../shared/ipc/privacy.ts';
import { createActionLog, wordlessAction } from '../storage/action-log.ts';
import { type Erased, countErased, forget } from '../storage/erase.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { ChangeDesk } from './change-desk.ts';
import { eraseWhat } from './erase-here.ts';

/** Does what `Corrections.remove` says. */
export function removeAt(desk: ChangeDesk, atMs: number): void {
  const { database, span, seams } = desk.spans.take(atMs);
  const { startedAtMs, endedAtMs, activity: from } = span;
  const log = createActionLog(database);
  const actions = inTransaction(database, () => {
    desk.replace({ before: [span], after: [] });
    return log.forgetTimes([{ startMs: startedAtMs, endMs: endedAtMs }]);
  });
  desk.tracker.recorder.forgetRulesOf(startedAtMs);
  desk.note(() => {
    log.note(wordlessAction('deleted', 1, desk.nowMs()));
  });
  desk.undos.add(
    { kind: 'deleted', spans: 1, from, to: null, startedAtMs: null },
    { before: [span], after: [], actions, totals: [], seams },
  );
  try {
    forget(database, desk.folder);
  } finally {
    desk.onSpans();
  }
}

/** Erases what the user chose, from the database alone. */
function eraseStored(desk: ChangeDesk, what: EraseWhat): Erased {
  const { folder, tracker, spans } = desk;
  const now = () => ({ folder, nowMs: desk.nowMs(), zone: desk.zone() });
  if (what.kind === 'log') return eraseWhat(what, { database: spans.writable(), ...now() });
  // What runs ends first, so that it is erased too; what is seen afterwards is a new span.
  tracker.halt('stopped');
  try {
    const database = spans.writable();
    tracker.recorder.forgetClosed();
    return eraseWhat(what, { database, ...now() });
  } finally {
    tracker.release('stopped');
  }
}

/** Does what `Corrections.erase` says. */
export function erase(desk: ChangeDesk, what: EraseWhat): number {
  const { undos } = desk;
  try {
    const erased = eraseStored(desk, what);
    const spans = countErased(erased);
    const { database } = desk.store;
    if (what.kind !== 'everything' && spans > 0 && database) {
      desk.note(() => {
        createActionLog(database).note(wordlessAction('erased', spans, desk.nowMs()));
      });
    }
    // What was erased with all else is not to come back piece by piece.
    if (what.kind === 'everything') {
      undos.clear();
      desk.onErasedAll?.();
    }
    if (spans + erased.actions.length + (erased.notes?.length ?? 0) > 0) {
      undos.add({ kind: 'erased', spans, from: null, to: null, startedAtMs: null }, erased);
    }
    return spans;
  } finally {
    desk.onSpans();
  }
}
