import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { Span, SpanColumns, SpanTime } from '../../shared/domain/span.ts';
import type { SpanChanges } from '../../shared/domain/span-changes.ts';
import { type DayTotalsReader, createDayTotals } from './day-totals.ts';
import { readingTimes } from './span-times.ts';
import { spanOfColumns, spansOfQuery } from './take-spans.ts';
import { inTransaction } from './transaction.ts';

/** The stored spans. Times are UTC milliseconds. */
export interface SpanRepository {
  /** Spans that share time with `[fromMs, toMs)`, unclipped, by time. */
  between(fromMs: number, toMs: number): Span[];
  /** What figures take of the spans that start within `[fromMs, toMs)`, by time, one by one or many at once. */
  timesWithin(fromMs: number, toMs: number): Iterable<SpanTime | SpanColumns>;
  /** The latest span that starts before an instant. */
  lastBefore(atMs: number): Span | undefined;
  /** The first span that starts after an instant. */
  firstAfter(atMs: number): Span | undefined;
  first(): Span | undefined;
  count(): number;
  /** What is kept of the days whose spans are not. */
  readonly totals: DayTotalsReader;
  /** Makes all of the changes or none of them. */
  apply(changes: SpanChanges): void;
}

/** The span of a stored row; undefined where its columns are of other types. */
export function readSpan(row: Record<string, SQLOutputValue>): Span | undefined {
  return spanOfColumns(
    row['started_at'],
    row['ended_at'],
    row['activity'],
    row['zone'],
    row['relabelled'],
    row['manual'],
  );
}

function toRow({
  startedAtMs,
  endedAtMs,
  activity,
  zone,
  relabelled,
  manual,
}: Span): SQLInputValue[] {
  return [startedAtMs, endedAtMs, activity, zone, relabelled ? 1 : 0, manual ? 1 : 0];
}

function toSpan(row: Record<string, SQLOutputValue>): Span {
  const span = readSpan(row);
  if (!span) throw new Error('A stored span has columns of the wrong type');
  return span;
}

/** So many spans are stored by one statement where there are many: half the time of one statement each. */
const AT_ONCE = 100;

/** Writes changes to the spans of a database, by statements that are prepared at the first of them. */
function writingTo(database: DatabaseSync): SpanRepository['apply'] {
  const prepareSave = (spans: number) =>
    database.prepare(
      `INSERT INTO spans VALUES ${Array(spans).fill('(?, ?, ?, ?, ?, ?)').join(', ')}
       ON CONFLICT (started_at) DO UPDATE SET
         ended_at = excluded.ended_at, activity = excluded.activity, zone = excluded.zone,
         relabelled = excluded.relabelled, manual = excluded.manual`,
    );
  const statements = () => ({
    save: prepareSave(1),
    remove: database.prepare('DELETE FROM spans WHERE started_at = ?'),
  });
  let writing: ReturnType<typeof statements> | undefined;
  let saveMany: StatementSync | undefined;
  return ({ saved, removed }) => {
    writing ??= statements();
    const { save, remove } = writing;
    inTransaction(database, () => {
      for (const startedAtMs of removed) remove.run(startedAtMs);
      let waiting: Span[] = [];
      for (const span of saved) {
        waiting.push(span);
        if (waiting.length < AT_ONCE) continue;
        saveMany ??= prepareSave(AT_ONCE);
        saveMany.run(...waiting.flatMap(toRow));
        waiting = [];
      }
      for (const span of waiting) save.run(...toRow(span));
    });
  };
}

/** The spans of an open database. */
export function createSpanRepository(database: DatabaseSync): SpanRepository {
  const between = spansOfQuery(
    database,
    `started_at >= coalesce((SELECT max(started_at) FROM spans WHERE started_at <= $from), $from)
       AND started_at < $to AND ended_at > $from`,
  );
  const lastBefore = database.prepare(
    'SELECT * FROM spans WHERE started_at < $at ORDER BY started_at DESC LIMIT 1',
  );
  const firstAfter = database.prepare(
    'SELECT * FROM spans WHERE started_at > $at ORDER BY started_at LIMIT 1',
  );
  const first = database.prepare('SELECT * FROM spans ORDER BY started_at LIMIT 1');
  const count = database.prepare('SELECT count(*) AS n FROM spans');
  /** Nearly all spans before an instant are of the zone of the last one. */
  function zoneAt(atMs: number): string {
    const zone = lastBefore.get({ at: atMs })?.['zone'];
    return typeof zone === 'string' ? zone : '';
  }

  return {
    between: (fromMs, toMs) => between({ from: fromMs, to: toMs }, zoneAt(toMs)),
    timesWithin: readingTimes(database, zoneAt),
    lastBefore(atMs) {
      const row = lastBefore.get({ at: atMs });
      return row && toSpan(row);
    },
    firstAfter(atMs) {
      const row = firstAfter.get({ at: atMs });
      return row && toSpan(row);
    },
    first() {
      const row = first.get();
      return row && toSpan(row);
    },
    count: () => Number(count.get()?.['n']),
    totals: createDayTotals(database),
    apply: writingTo(database),
  };
}
