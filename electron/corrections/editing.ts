import type { DatabaseSync } from 'node:sqlite';
import { type SpanEdit, editSpans } from '../../shared/domain/span-edit.ts';
import type { Span } from '../../shared/domain/span.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import type { EditResult } from '../../shared/ipc/corrections.ts';
import { Failure } from '../ipc/failure.ts';
import { createActionLog } from '../storage/action-log.ts';
import { createDayTotals } from '../storage/day-totals.ts';
import type { ChangeDesk } from './change-desk.ts';

/** Whether a span has a moment. */
const has = (atMs: number) => (span: Span) => span.startedAtMs <= atMs && atMs < span.endedAtMs;

/** What the offer to undo an edit calls it. */
const OFFERED = { add: 'added', move: 'moved', split: 'split' } as const;

/** What an edit comes to as things are. @throws Failure `not-found` or `invalid-args`. */
function stepOf(desk: ChangeDesk, database: DatabaseSync, edit: SpanEdit) {
  const { nowMs } = desk;
  const { aroundNow } = desk.spans;
  const [target] =
    edit.kind === 'add' ? [] : aroundNow(edit.atMs, edit.atMs + 1).filter(has(edit.atMs));
  const ends = edit.kind === 'split' ? [edit.atMs] : [edit.startMs, edit.endMs];
  const all = target ? [...ends, target.startedAtMs, target.endedAtMs] : ends;
  const zone = target?.zone ?? (edit.kind === 'add' ? edit.zone : desk.zone());
  if (Math.max(...ends) > nowMs()) throw new Failure('invalid-args', 'That time is to come.');
  const dates = ends.map((ms) => isoDateAt(zone, ms)).sort();
  if (createDayTotals(database).between(dates[0] ?? '', dates.at(-1) ?? '').length > 0) {
    throw new Failure('invalid-args', 'Of that day the totals alone are kept.');
  }
  const step = editSpans(aroundNow(Math.min(...all), Math.max(...all)), edit);
  if (!step) throw new Failure('not-found', 'There is no such span.');
  return { ...step, time: { startMs: Math.min(...all), endMs: Math.max(...all) } };
}

/** Does what `Corrections.edit` says, with the activity that is to be stored. */
export function editAt(desk: ChangeDesk, edit: SpanEdit, mayReplace: boolean): EditResult {
  const { spans, undos, tracker } = desk;
  const { recorder } = tracker;
  const looked = stepOf(desk, spans.writable(), edit);
  const replaced = looked.replaced.map(({ activity, startedAtMs, endedAtMs }) => ({
    activity,
    startMs: startedAtMs,
    endMs: endedAtMs,
  }));
  if (replaced.length > 0 && !mayReplace) return { done: false, replaced };
  const { open } = recorder.state;
  const isCut = looked.change.before.some(({ startedAtMs }) => startedAtMs === open?.startedAtMs);
  if (isCut) tracker.cut();
  const database = spans.writable();
  const seamMs = isCut ? recorder.state.open?.startedAtMs : undefined;
  const { change, time } = stepOf(desk, database, edit);
  if (change.after.length === 0) return { done: true, replaced };
  for (const { startedAtMs } of change.before) recorder.letGo(startedAtMs);
  desk.replace(change);
  const [first] = change.before;
  const activity = edit.kind === 'add' ? edit.activity : (first?.activity ?? null);
  desk.note(() => {
    createActionLog(database).note({
      atMs: desk.nowMs(),
      kind: 'edited',
      spans: Math.max(change.before.length, 1),
      from: null,
      to: activity,
      ...time,
    });
  });
  undos.add(
    { kind: OFFERED[edit.kind], spans: 1, from: activity, to: null, startedAtMs: null },
    { ...change, actions: [], totals: [], seams: seamMs === undefined ? [] : [seamMs] },
  );
  desk.onSpans();
  return { done: true, replaced };
}
