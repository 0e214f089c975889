import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { DAY_MS, isIsoDate } from '../../shared/domain/calendar.ts';
import type { Span } from '../../shared/domain/span.ts';
import { isZone } from '../../shared/domain/zone.ts';
import type { Action } from '../../shared/ipc/corrections.ts';
import { createActionLog, readAction } from './action-log.ts';
import { openReadOnly } from './database.ts';
import { FIRST_DATE, LAST_DATE, createDayTotals } from './day-totals.ts';
import { createNotes } from './notes.ts';
import { createSpanRepository, readSpan } from './span-repository.ts';

/** No span, an imported one included, is older than LinkedIn itself: what is, was read from wrong bytes. */
const EARLIEST_MS = Date.UTC(2003, 4, 5);

/** A span of a row of a damaged database; undefined where it cannot be right. */
function plausibleSpan(row: Record<string, SQLOutputValue>, nowMs: number): Span | undefined {
  const span = readSpan(row);
  const isPlausible =
    span !== undefined &&
    Number.isInteger(span.startedAtMs) &&
    Number.isInteger(span.endedAtMs) &&
    span.startedAtMs >= EARLIEST_MS &&
    span.startedAtMs < span.endedAtMs &&
    span.endedAtMs <= nowMs + DAY_MS &&
    isZone(span.zone);
  return isPlausible ? span : undefined;
}

/** Reads rows as far as they can be read, from both ends. @param query without an order. */
function takeRows(
  database: DatabaseSync,
  query: string,
  column: string,
  take: (row: Record<string, SQLOutputValue>) => void,
): void {
  for (const direction of ['ASC', 'DESC']) {
    try {
      for (const row of database.prepare(`${query} ORDER BY ${column} ${direction}`).iterate()) {
        take(row);
      }
      break;
    } catch {
      // A damaged page: what lies behind it can be reached from the other end alone.
    }
  }
}

/** What a damaged database has beyond a sound one, as far as it can be read and can be right. */
interface Readable {
  /** By time. */
  readonly spans: readonly Span[];
  readonly actions: readonly Action[];
}

/** @param fromMs spans from this start on are read, and re-labelled ones from before. */
function readFrom(database: DatabaseSync, fromMs: number, nowMs: number): Readable {
  const spans = new Map<number, Span>();
  const actions = new Map<number, Action>();
  // Apart from one another: damage among the older ones must not keep the newer ones from being read.
  for (const condition of [`started_at >= ${fromMs}`, 'relabelled = 1']) {
    takeRows(database, `SELECT * FROM spans WHERE ${condition}`, 'started_at', (row) => {
      const span = plausibleSpan(row, nowMs);
      if (span) spans.set(span.startedAtMs, span);
    });
  }
  takeRows(database, 'SELECT * FROM actions', 'id', (row) => {
    const action = readAction(row);
    if (action && action.atMs >= EARLIEST_MS && action.spans >= 0) actions.set(action.id, action);
  });
  return {
    spans: [...spans.values()].sort((a, b) => a.startedAtMs - b.startedAtMs),
    actions: [...actions.values()].sort((a, b) => a.id - b.id),
  };
}

/** What can be read; nothing where damage is in the way. */
function asFarAsRead<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch {
    return [];
  }
}

/** Copies the day totals that a database lacks. @returns how many days there were. */
function salvageTotals(damaged: DatabaseSync, into: DatabaseSync): number {
  const totals = createDayTotals(into);
  const known = new Set(totals.between(FIRST_DATE, LAST_DATE).map(({ date }) => date));
  const days = asFarAsRead(() => createDayTotals(damaged).between(FIRST_DATE, LAST_DATE)).filter(
    ({ date }) => isIsoDate(date) && !known.has(date),
  );
  totals.add(days);
  return days.length;
}

/** Copies the notes that a database lacks or has an older text of. @returns how many there were. */
function salvageNotes(damaged: DatabaseSync, into: DatabaseSync): number {
  const notes = createNotes(into);
  const newer = asFarAsRead(() => createNotes(damaged).all()).filter(
    ({ week, updatedAtMs }) => updatedAtMs > (notes.get(week)?.updatedAtMs ?? -Infinity),
  );
  notes.set(newer);
  return newer.length;
}

/**
 * Copies what is newer than a database from a damaged one into it, as far as it can be read and can be
 * right. The damaged one is only read.
 *
 * @param into of the latest schema version.
 * @returns how many spans were added, became longer, or were re-labelled, and day totals and notes were added.
 */
export function salvage(damaged: DatabaseSync, into: DatabaseSync, nowMs: number): number {
  const repository = createSpanRepository(into);
  const last = repository.lastBefore(Number.MAX_SAFE_INTEGER);
  const read = readFrom(damaged, last?.startedAtMs ?? 0, nowMs);
  const saved: Span[] = [];
  let endMs = last?.endedAtMs ?? -Infinity;
  for (const span of read.spans) {
    // What the user said of a span since the copy was made.
    const [known] = span.relabelled
      ? repository.between(span.startedAtMs, span.startedAtMs + 1)
      : [];
    const isSaid = known?.startedAtMs === span.startedAtMs && known.endedAtMs === span.endedAtMs;
    if (isSaid) saved.push(span);
    // The latest span of a copy may have been running when the copy was made.
    const goesOn = span.startedAtMs === last?.startedAtMs && span.endedAtMs > endMs;
    if (span.startedAtMs < endMs && !goesOn) continue;
    saved.push(span);
    endMs = span.endedAtMs;
  }
  repository.apply({ saved, removed: [] });
  const log = createActionLog(into);
  const newest = log.newest(1)[0]?.id ?? 0;
  log.restore(read.actions.filter(({ id }) => id > newest));
  return saved.length + salvageTotals(damaged, into) + salvageNotes(damaged, into);
}

/** The same from a file, where it can be opened at all. */
export function salvageFile(damagedFile: string, into: DatabaseSync, nowMs: number): number {
  let damaged: DatabaseSync;
  try {
    damaged = openReadOnly(damagedFile);
  } catch {
    return 0;
  }
  try {
    return salvage(damaged, into, nowMs);
  } finally {
    damaged.close();
  }
}
