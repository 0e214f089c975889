import type { DatabaseSync } from 'node:sqlite';
import { extentOf, undoCorrection } from '../../shared/domain/correction.ts';
import { Failure } from '../ipc/failure.ts';
import { createActionLog, wordlessAction } from '../storage/action-log.ts';
import { createDayTotals } from '../storage/day-totals.ts';
import { createNotes } from '../storage/notes.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { ChangeDesk } from './change-desk.ts';
import type { UndoableChange } from './undo-list.ts';

/** What taking a change back makes of the spans as they are now; undefined where it was none of spans. */
function backOf({ spans }: ChangeDesk, change: UndoableChange) {
  const extent = extentOf(change);
  const { seams } = change;
  const mayJoin = seams && ((atMs: number) => seams.includes(atMs));
  return extent && undoCorrection(spans.around(extent.startMs, extent.endMs), change, mayJoin);
}

/** Puts back the totals of days and the notes that a change took. */
function restoreBeside(database: DatabaseSync, { totals: days, notes }: UndoableChange): void {
  const totals = createDayTotals(database);
  for (const { date } of days) totals.remove(date, date);
  totals.add(days);
  createNotes(database).restore(notes ?? []);
}

/** Does what `Corrections.undo` says. */
export function undoChange(desk: ChangeDesk, id: number): void {
  const { undos, tracker } = desk;
  const { recorder } = tracker;
  const found = undos.find(id);
  if (!found) throw new Failure('not-found', 'That can no longer be undone.');
  const database = desk.spans.writable();
  const { change, offer } = found;
  const running = recorder.state.open;
  const back = backOf(desk, change);
  inTransaction(database, () => {
    if (back) desk.replace(back);
    restoreBeside(database, change);
  });
  if (back && running) {
    // What was cut off from the running span is one with it again.
    const isJoined = back.before.some(({ startedAtMs }) => startedAtMs === running.startedAtMs);
    const joined = back.after.findLast(({ startedAtMs }) => startedAtMs < running.startedAtMs);
    if (isJoined && joined) recorder.goOnFrom(joined);
  }
  undos.remove(id);
  desk.note(() => {
    const log = createActionLog(database);
    log.restore(change.actions);
    log.note(wordlessAction('undone', offer.spans, desk.nowMs()));
  });
  desk.onSpans();
}
