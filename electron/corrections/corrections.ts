import type { DatabaseSync } from 'node:sqlite';
import type { Activity } from '../../shared/domain/activity.ts';
import { extentOf, relabel, undoCorrection } from '../../shared/domain/correction.ts';
import { editSpans, type SpanEdit } from '../../shared/domain/span-edit.ts';
import type { Span } from '../../shared/domain/span.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import type { ActionLogView, EditResult, UndoOffer } from '../../shared/ipc/corrections.ts';
import type { EraseWhat } from '../../shared/ipc/privacy.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { Failure } from '../ipc/failure.ts';
import { createActionLog, wordlessAction } from '../storage/action-log.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { createDayTotals } from '../storage/day-totals.ts';
import { type Erased, countErased, forget } from '../storage/erase.ts';
import { createNotes } from '../storage/notes.ts';
import type { SpanChanges } from '../../shared/domain/span-changes.ts';
import type { SpanStore } from '../storage/span-store.ts';
import { inTransaction } from '../storage/transaction.ts';
import { notWritable, writableDatabase } from '../storage/storing.ts';
import type { Tracker } from '../tracking/tracker.ts';
import { eraseWhat } from './erase-here.ts';
import { createUndoList } from './undo-list.ts';

/** Entries of the log that the window shows. */
const SHOWN_ACTIONS = 200;

/** Whether a span has a moment. */
const has = (atMs: number) => (span: Span) => span.startedAtMs <= atMs && atMs < span.endedAtMs;

/** What corrections take from around them. */
export interface CorrectionNeeds {
  readonly store: Pick<SpanStore, 'database' | 'between'>;
  /** Changes stored spans, and lets go of all that was reckoned from them. */
  readonly apply: (changes: SpanChanges) => void;
  readonly folder: DataFolder;
  readonly tracker: Pick<Tracker, 'halt' | 'release' | 'cut' | 'recorder'>;
  readonly settings: { get(): Pick<Settings, 'shieldJobs'> };
  readonly nowMs: () => number;
  readonly zone: () => string;
  readonly later: (ms: number, callback: () => void) => () => void;
  /** Told that spans are others, at any time. */
  readonly onSpans: () => void;
  readonly onOffers: (offers: readonly UndoOffer[]) => void;
  /** Told when a change can no longer be undone. */
  readonly onFinal: () => void;
  /** Told that all was erased. */
  readonly onErasedAll?: () => void;
  /** Told that an action could not be noted; it was done all the same. */
  readonly onError: (error: unknown) => void;
}

/** What the user changes in their own data, with the way back. */
export interface Corrections {
  /**
   * Says what the span at a moment was. Of the running one, what was so far; what goes on is a span of its own.
   *
   * @throws Failure `not-found` where there is none, `not-saved` where nothing can be written now.
   */
  relabel(atMs: number, activity: Activity): void;
  /** The same of a span that was timed by hand, for which no rule could have said it. */
  relabelTimed(atMs: number, activity: Activity): void;
  /** The same where nobody can be told that it failed, as from the tray. */
  tryRelabel(atMs: number, activity: Activity): void;
  /**
   * Changes by hand when something was. Of what runs, what was so far; what goes on is a span of its own.
   *
   * @param mayReplace without it, an edit that would take the place of other spans changes nothing.
   * @throws Failure `not-found` where there is no such span, `invalid-args` where time is to come or has totals alone,
   *   `not-saved` where nothing can be written now.
   */
  edit(edit: SpanEdit, mayReplace: boolean): EditResult;
  /** Deletes the span at a moment for good. @throws Failure as {@link relabel}. */
  remove(atMs: number): void;
  /** Erases for good. @returns how many spans were deleted or shortened. @throws Failure `not-saved`. */
  erase(what: EraseWhat): number;
  /** Takes a change back. @throws Failure `not-found` where that is over. */
  undo(id: number): void;
  offers(): UndoOffer[];
  log(): ActionLogView;
  /** Forgets all that could be undone. */
  readonly stop: () => void;
}

export function createCorrections(needs: CorrectionNeeds): Corrections {
  const { store, folder, tracker, nowMs } = needs;
  const { recorder } = tracker;
  const undos = createUndoList({
    nowMs,
    later: needs.later,
    onChanged: () => needs.onOffers(undos.offers()),
    onLapsed: needs.onFinal,
  });

  /** The database, with all that was measured in it. @throws Failure where that cannot be. */
  function writable(): DatabaseSync {
    recorder.flush();
    // What is not stored yet would be written over the change.
    if (recorder.unsaved.size > 0) throw notWritable();
    return writableDatabase(store);
  }

  /** The stored span at a moment, which the tracker lets go of. Where it runs, it ends now. */
  function take(atMs: number): { database: DatabaseSync; span: Span } {
    writable();
    const { open } = recorder.state;
    if (open && open.startedAtMs <= atMs && atMs < nowMs()) tracker.cut();
    const database = writable();
    const [span] = store.between(atMs, atMs + 1);
    const running = recorder.state.open?.startedAtMs;
    if (!span || span.startedAtMs === running) {
      throw new Failure('not-found', 'There is no such span.');
    }
    recorder.letGo(span.startedAtMs);
    return { database, span };
  }

  /** The stored spans of a stretch of time and those that touch it, with the running one as it is now. */
  function around(startMs: number, endMs: number): Span[] {
    const { open } = recorder.state;
    const stored = store
      .between(startMs - 1, endMs + 1)
      .filter(({ startedAtMs }) => startedAtMs !== open?.startedAtMs);
    return open && open.startedAtMs <= endMs && open.endedAtMs >= startMs
      ? [...stored, open].sort((a, b) => a.startedAtMs - b.startedAtMs)
      : stored;
  }

  /** The same with the running span as long as it would be if it ended now. */
  function aroundNow(startMs: number, endMs: number): Span[] {
    const { open } = recorder.state;
    const closed = around(startMs, endMs).filter((span) => span.startedAtMs !== open?.startedAtMs);
    if (!open) return closed;
    const running = { ...open, endedAtMs: Math.max(open.endedAtMs, nowMs()) };
    const isThere =
      running.startedAtMs < running.endedAtMs &&
      running.startedAtMs <= endMs &&
      running.endedAtMs >= startMs;
    return isThere ? [...closed, running].sort((a, b) => a.startedAtMs - b.startedAtMs) : closed;
  }

  function replace({ before, after }: Pick<Erased, 'before' | 'after'>): void {
    needs.apply({ removed: before.map(({ startedAtMs }) => startedAtMs), saved: after });
  }

  /** Notes an action. That it could not be noted does not undo it. */
  function note(work: () => void): void {
    try {
      work();
    } catch (error) {
      needs.onError(error);
    }
  }

  function eraseNow(what: EraseWhat): Erased {
    if (what.kind === 'log') {
      return eraseWhat(what, { database: writable(), folder, nowMs: nowMs(), zone: needs.zone() });
    }
    // What runs ends first, so that it is erased too; what is seen afterwards is a new span.
    tracker.halt('stopped');
    try {
      const database = writable();
      recorder.forgetClosed();
      return eraseWhat(what, { database, folder, nowMs: nowMs(), zone: needs.zone() });
    } finally {
      tracker.release('stopped');
    }
  }

  /** Job search is stored as private time where the user wants that. */
  const shielded = (activity: Activity) =>
    activity === 'jobs' && needs.settings.get().shieldJobs ? 'private' : activity;

  function relabelAt(atMs: number, activity: Activity, isTimed = false): void {
    const { database, span } = take(atMs);
    const to = shielded(activity);
    const change = relabel(around(span.startedAtMs, span.endedAtMs), span, to);
    if (change.after.length === 0) return;
    replace(change);
    note(() => {
      createActionLog(database).note({
        atMs: nowMs(),
        kind: 'relabelled',
        spans: 1,
        from: span.activity,
        to,
        startMs: span.startedAtMs,
        endMs: span.endedAtMs,
      });
    });
    undos.add(
      {
        kind: 'relabelled',
        spans: 1,
        from: span.activity,
        to,
        startedAtMs: isTimed ? null : span.startedAtMs,
      },
      { ...change, actions: [], totals: [] },
    );
    needs.onSpans();
  }

  /** What an edit comes to as things are. @throws Failure as {@link Corrections.edit}. */
  function stepOf(database: DatabaseSync, edit: SpanEdit) {
    const [target] =
      edit.kind === 'add' ? [] : aroundNow(edit.atMs, edit.atMs + 1).filter(has(edit.atMs));
    const ends = edit.kind === 'split' ? [edit.atMs] : [edit.startMs, edit.endMs];
    const all = target ? [...ends, target.startedAtMs, target.endedAtMs] : ends;
    const zone = target?.zone ?? (edit.kind === 'add' ? edit.zone : needs.zone());
    if (Math.max(...ends) > nowMs()) throw new Failure('invalid-args', 'That time is to come.');
    const dates = ends.map((ms) => isoDateAt(zone, ms)).sort();
    if (createDayTotals(database).between(dates[0] ?? '', dates.at(-1) ?? '').length > 0) {
      throw new Failure('invalid-args', 'Of that day the totals alone are kept.');
    }
    const step = editSpans(aroundNow(Math.min(...all), Math.max(...all)), edit);
    if (!step) throw new Failure('not-found', 'There is no such span.');
    return { ...step, time: { startMs: Math.min(...all), endMs: Math.max(...all) } };
  }

  function editNow(edit: SpanEdit, mayReplace: boolean): EditResult {
    const looked = stepOf(writable(), edit);
    const replaced = looked.replaced.map(({ activity, startedAtMs, endedAtMs }) => ({
      activity,
      startMs: startedAtMs,
      endMs: endedAtMs,
    }));
    if (replaced.length > 0 && !mayReplace) return { done: false, replaced };
    const { open } = recorder.state;
    const isCut = looked.change.before.some(({ startedAtMs }) => startedAtMs === open?.startedAtMs);
    if (isCut) tracker.cut();
    const database = writable();
    const seamMs = isCut ? recorder.state.open?.startedAtMs : undefined;
    const { change, time } = stepOf(database, edit);
    if (change.after.length === 0) return { done: true, replaced };
    for (const { startedAtMs } of change.before) recorder.letGo(startedAtMs);
    replace(change);
    const [first] = change.before;
    const activity = edit.kind === 'add' ? shielded(edit.activity) : (first?.activity ?? null);
    note(() => {
      createActionLog(database).note({
        atMs: nowMs(),
        kind: 'edited',
        spans: Math.max(change.before.length, 1),
        from: null,
        to: activity,
        ...time,
      });
    });
    undos.add(
      { kind: 'edited', spans: 1, from: activity, to: null, startedAtMs: null },
      { ...change, actions: [], totals: [], seams: seamMs === undefined ? [] : [seamMs] },
    );
    needs.onSpans();
    return { done: true, replaced };
  }

  return {
    edit(edit, mayReplace) {
      const shown = edit.kind === 'add' ? { ...edit, activity: shielded(edit.activity) } : edit;
      return editNow(shown, mayReplace);
    },
    relabel: (atMs, activity) => relabelAt(atMs, activity),
    relabelTimed: (atMs, activity) => relabelAt(atMs, activity, true),
    tryRelabel(atMs, activity) {
      try {
        relabelAt(atMs, activity);
      } catch (error) {
        needs.onError(error);
      }
    },
    remove(atMs) {
      const { database, span } = take(atMs);
      const { startedAtMs, endedAtMs, activity: from } = span;
      const log = createActionLog(database);
      const actions = inTransaction(database, () => {
        replace({ before: [span], after: [] });
        return log.forgetTimes([{ startMs: startedAtMs, endMs: endedAtMs }]);
      });
      recorder.forgetRulesOf(startedAtMs);
      note(() => {
        log.note(wordlessAction('deleted', 1, nowMs()));
      });
      undos.add(
        { kind: 'deleted', spans: 1, from, to: null, startedAtMs: null },
        { before: [span], after: [], actions, totals: [] },
      );
      try {
        forget(database, folder);
      } finally {
        needs.onSpans();
      }
    },
    erase(what) {
      try {
        const erased = eraseNow(what);
        const spans = countErased(erased);
        const { database } = store;
        if (what.kind !== 'everything' && spans > 0 && database) {
          note(() => {
            createActionLog(database).note(wordlessAction('erased', spans, nowMs()));
          });
        }
        // What was erased with all else is not to come back piece by piece.
        if (what.kind === 'everything') {
          undos.clear();
          needs.onErasedAll?.();
        }
        if (spans + erased.actions.length + (erased.notes?.length ?? 0) > 0) {
          undos.add({ kind: 'erased', spans, from: null, to: null, startedAtMs: null }, erased);
        }
        return spans;
      } finally {
        needs.onSpans();
      }
    },
    undo(id) {
      const found = undos.find(id);
      if (!found) throw new Failure('not-found', 'That can no longer be undone.');
      const database = writable();
      const { change, offer } = found;
      const extent = extentOf(change);
      const running = recorder.state.open;
      const { seams } = change;
      const mayJoin = seams && ((atMs: number) => seams.includes(atMs));
      const back = extent && undoCorrection(around(extent.startMs, extent.endMs), change, mayJoin);
      inTransaction(database, () => {
        if (back) replace(back);
        const totals = createDayTotals(database);
        for (const { date } of change.totals) totals.remove(date, date);
        totals.add(change.totals);
        createNotes(database).restore(change.notes ?? []);
      });
      if (back) {
        // What was cut off from the running span is one with it again.
        const isJoined = back.before.some(
          ({ startedAtMs }) => startedAtMs === running?.startedAtMs,
        );
        const joined = back.after.findLast(
          ({ startedAtMs }) => running !== null && startedAtMs < running.startedAtMs,
        );
        if (isJoined && joined) recorder.goOnFrom(joined);
      }
      undos.remove(id);
      note(() => {
        const log = createActionLog(database);
        log.restore(change.actions);
        log.note(wordlessAction('undone', offer.spans, nowMs()));
      });
      needs.onSpans();
    },
    offers: undos.offers,
    log() {
      if (!store.database) return { actions: [], count: 0 };
      const log = createActionLog(store.database);
      return { actions: log.newest(SHOWN_ACTIONS), count: log.count() };
    },
    stop: undos.clear,
  };
}
