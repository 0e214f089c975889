import type { DatabaseSync } from 'node:sqlite';
import { DAY_MS, isIsoDate } from '../../shared/domain/calendar.ts';
import { isSame, leftBeside } from '../../shared/domain/correction.ts';
import type { Span } from '../../shared/domain/span.ts';
import { isZone } from '../../shared/domain/zone.ts';
import type { Action } from '../../shared/ipc/corrections.ts';
import { createActionLog, readAction } from './action-log.ts';
import { openReadOnly } from './database.ts';
import { FIRST_DATE, LAST_DATE, createDayTotals } from './day-totals.ts';
import { createNotes } from './notes.ts';
import { manualColumn } from './schema.ts';
import { type SpanRepository, createSpanRepository } from './span-repository.ts';
import { spanOfColumns } from './take-spans.ts';

/** No span, an imported one included, is older than LinkedIn itself: what is, was read from wrong bytes. */
const EARLIEST_MS = Date.UTC(2003, 4, 5);

/** Whether a span of a damaged database can be right. */
function isPlausible({ startedAtMs, endedAtMs, zone }: Span, nowMs: number): boolean {
  return (
    Number.isInteger(startedAtMs) &&
    Number.isInteger(endedAtMs) &&
    startedAtMs >= EARLIEST_MS &&
    startedAtMs < endedAtMs &&
    endedAtMs <= nowMs + DAY_MS &&
    isZone(zone)
  );
}

/** Reads as far as can be read, from both ends. @param read reads in a direction until it throws. */
function fromBothEnds(read: (direction: 'ASC' | 'DESC') => void): void {
  for (const direction of ['ASC', 'DESC'] as const) {
    try {
      read(direction);
      break;
    } catch {
      // A damaged page: what lies behind it can be reached from the other end alone.
    }
  }
}

/**
 * The spans of a damaged database that can be right, as far as they can be read. SQLite calls a function with each row,
 * which takes it a third of the time of handing over the rows; those before a damaged page are taken by then.
 */
function readSpans(database: DatabaseSync, condition: string, nowMs: number): Span[] {
  const spans: Span[] = [];
  database.function(
    'salvage_span',
    { directOnly: true },
    (startedAtMs, endedAtMs, name, zone, relabelled, manual) => {
      const span = spanOfColumns(startedAtMs, endedAtMs, name, zone, relabelled, manual);
      if (span && isPlausible(span, nowMs)) spans.push(span);
      return null;
    },
  );
  fromBothEnds((direction) => {
    const manual = manualColumn(database);
    // Without a limit SQLite would leave out the order, which a count has no use for.
    const query = database.prepare(
      `SELECT count(salvage_span(started_at, ended_at, activity, zone, relabelled, ${manual}))
       FROM (SELECT * FROM spans WHERE ${condition} ORDER BY started_at ${direction} LIMIT -1)`,
    );
    query.get();
  });
  return spans;
}

/** What a damaged database has beyond a sound one, as far as it can be read and can be right. */
interface Readable {
  /** By time. */
  readonly spans: readonly Span[];
  readonly actions: readonly Action[];
}

/** Spans by time, each start once. */
function inOrder(spans: Span[]): Span[] {
  // Sorting rows that come in the order of the table, from one end or the other, takes a tenth of the time of a map.
  spans.sort((a, b) => a.startedAtMs - b.startedAtMs);
  return spans.filter(({ startedAtMs }, index) => startedAtMs !== spans[index + 1]?.startedAtMs);
}

/**
 * @param fromMs spans from this start on are read, and re-labelled ones and those entered by hand from before; all where it is undefined.
 */
function readFrom(database: DatabaseSync, fromMs: number | undefined, nowMs: number): Readable {
  const actions = new Map<number, Action>();
  // Apart from one another: damage among the older ones must not keep the newer ones from being read.
  const conditions =
    fromMs === undefined
      ? [`started_at >= ${EARLIEST_MS}`]
      : [`started_at >= ${fromMs}`, 'relabelled = 1', 'manual = 1'];
  const spans = conditions.flatMap((condition) => readSpans(database, condition, nowMs));
  fromBothEnds((direction) => {
    const query = database.prepare(`SELECT * FROM actions ORDER BY id ${direction}`);
    for (const row of query.iterate()) {
      const action = readAction(row);
      if (action && action.atMs >= EARLIEST_MS && action.spans >= 0) actions.set(action.id, action);
    }
  });
  return {
    spans: inOrder(spans),
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

/** Puts a span that was entered by hand since a copy was made in its place in the copy. @returns whether it was not there. */
function putByHand(repository: Pick<SpanRepository, 'between' | 'apply'>, span: Span): boolean {
  const there = repository.between(span.startedAtMs, span.endedAtMs);
  const [first] = there;
  if (first && there.length === 1 && isSame(first, span)) return false;
  repository.apply({
    removed: there.map(({ startedAtMs }) => startedAtMs),
    saved: [...leftBeside(there, [span]), span],
  });
  return true;
}

/**
 * Copies what is newer than a database from a damaged one into it, as far as it can be read and can be
 * right. The damaged one is only read.
 *
 * @param into of the latest schema version.
 * @returns how many spans were added, became longer, or were re-labelled or
 *   entered by hand, and day totals and notes were added.
 */
export function salvage(damaged: DatabaseSync, into: DatabaseSync, nowMs: number): number {
  const repository = createSpanRepository(into);
  const last = repository.lastBefore(Number.MAX_SAFE_INTEGER);
  const read = readFrom(damaged, last?.startedAtMs, nowMs);
  const saved: Span[] = [];
  let byHand = 0;
  let endMs = last?.endedAtMs ?? -Infinity;
  for (const span of read.spans) {
    if (last && span.manual && span.endedAtMs <= last.endedAtMs) {
      if (putByHand(repository, span)) byHand += 1;
      continue;
    }
    // What the user said of a span since the copy was made.
    const [known] =
      last && span.relabelled && span.startedAtMs <= last.startedAtMs
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
  return saved.length + byHand + salvageTotals(damaged, into) + salvageNotes(damaged, into);
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
