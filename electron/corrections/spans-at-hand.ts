import type { DatabaseSync } from 'node:sqlite';
import type { Span } from '../../shared/domain/span.ts';
import { Failure } from '../ipc/failure.ts';
import { notWritable, writableDatabase } from '../storage/storing.ts';
import type { CorrectionNeeds } from './correction-needs.ts';

/** A span that is about to change. */
export interface TakenSpan {
  readonly database: DatabaseSync;
  readonly span: Span;
  /** Where it was cut off from what runs on, so that taking the change back makes one of both again. */
  readonly seams: readonly number[];
}

/** The spans as a change finds them: those that are stored, and the running one, which is the tracker's. */
export interface SpansAtHand {
  /** The database, with all that was measured in it. @throws Failure `not-saved` where that cannot be. */
  writable(): DatabaseSync;
  /**
   * The stored span at a moment, which the tracker lets go of. Where it runs, it ends now.
   *
   * @throws Failure `not-found` where there is none, `not-saved` where nothing can be written now.
   */
  take(atMs: number): TakenSpan;
  /** The stored spans of a stretch of time and those that touch it, with the running one as it is now. */
  around(startMs: number, endMs: number): Span[];
  /** The same with the running span as long as it would be if it ended now. */
  aroundNow(startMs: number, endMs: number): Span[];
}

const byStart = (a: Span, b: Span) => a.startedAtMs - b.startedAtMs;

/** The spans of the running app. */
export function createSpansAtHand({
  store,
  tracker,
  nowMs,
}: Pick<CorrectionNeeds, 'store' | 'tracker' | 'nowMs'>): SpansAtHand {
  const { recorder } = tracker;

  function writable(): DatabaseSync {
    recorder.flush();
    // What is not stored yet would be written over the change.
    if (recorder.unsaved.size > 0) throw notWritable();
    return writableDatabase(store);
  }

  function take(atMs: number): TakenSpan {
    writable();
    const { open } = recorder.state;
    const isCut = open !== null && open.startedAtMs <= atMs && atMs < nowMs();
    if (isCut) tracker.cut();
    const database = writable();
    const [span] = store.between(atMs, atMs + 1);
    const running = recorder.state.open?.startedAtMs;
    if (!span || span.startedAtMs === running) {
      throw new Failure('not-found', 'There is no such span.');
    }
    recorder.letGo(span.startedAtMs);
    return { database, span, seams: isCut && running !== undefined ? [running] : [] };
  }

  function around(startMs: number, endMs: number): Span[] {
    const { open } = recorder.state;
    const stored = store
      .between(startMs - 1, endMs + 1)
      .filter(({ startedAtMs }) => startedAtMs !== open?.startedAtMs);
    return open && open.startedAtMs <= endMs && open.endedAtMs >= startMs
      ? [...stored, open].sort(byStart)
      : stored;
  }

  function aroundNow(startMs: number, endMs: number): Span[] {
    const { open } = recorder.state;
    const closed = around(startMs, endMs).filter((span) => span.startedAtMs !== open?.startedAtMs);
    if (!open) return closed;
    const running = { ...open, endedAtMs: Math.max(open.endedAtMs, nowMs()) };
    const isThere =
      running.startedAtMs < running.endedAtMs &&
      running.startedAtMs <= endMs &&
      running.endedAtMs >= startMs;
    return isThere ? [...closed, running].sort(byStart) : closed;
  }

  return { writable, take, around, aroundNow };
}
