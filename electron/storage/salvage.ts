import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { DAY_MS, isIsoDate } from '../../shared/domain/calendar.ts';
import type { Span } from '../../shared/domain/span.ts';
import { isZone } from '../../shared/domain/zone.ts';
import { openReadOnly } from './database.ts';
import { FIRST_DATE, LAST_DATE, createDayTotals } from './day-totals.ts';
import { createSpanRepository, readSpan } from './span-repository.ts';

/** No span is older than the product: what is, was read from wrong bytes. */
const EARLIEST_MS = Date.UTC(2020, 0, 1);

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

/** Reads the rows from a start on as far as they can be read, from both ends. */
function readableSpans(file: string, fromMs: number, nowMs: number): Span[] {
  const found = new Map<number, Span>();
  const database = openReadOnly(file);
  try {
    for (const direction of ['ASC', 'DESC']) {
      try {
        const rows = database
          .prepare(`SELECT * FROM spans WHERE started_at >= ? ORDER BY started_at ${direction}`)
          .iterate(fromMs);
        for (const row of rows) {
          const span = plausibleSpan(row, nowMs);
          if (span) found.set(span.startedAtMs, span);
        }
        break;
      } catch {
        // A damaged page: what lies behind it can be reached from the other end alone.
      }
    }
  } finally {
    database.close();
  }
  return [...found.values()].sort((a, b) => a.startedAtMs - b.startedAtMs);
}

/** Copies the day totals that a database lacks. @returns how many days there were. */
function salvageTotals(damagedFile: string, into: DatabaseSync): number {
  const totals = createDayTotals(into);
  const known = new Set(totals.between(FIRST_DATE, LAST_DATE).map(({ date }) => date));
  let database: DatabaseSync | undefined;
  try {
    database = openReadOnly(damagedFile);
    const days = createDayTotals(database)
      .between(FIRST_DATE, LAST_DATE)
      .filter(({ date }) => isIsoDate(date) && !known.has(date));
    totals.add(days);
    return days.length;
  } catch {
    return 0;
  } finally {
    database?.close();
  }
}

/**
 * Copies what is newer than a database from a damaged one into it, as far as it can be read and can be
 * right. The damaged one is only read.
 *
 * @returns how many spans were added or became longer.
 */
export function salvage(damagedFile: string, into: DatabaseSync, nowMs: number): number {
  const repository = createSpanRepository(into);
  const last = repository.lastBefore(Number.MAX_SAFE_INTEGER);
  let spans: Span[];
  try {
    spans = readableSpans(damagedFile, last?.startedAtMs ?? 0, nowMs);
  } catch {
    return 0;
  }
  const saved: Span[] = [];
  let endMs = last?.endedAtMs ?? -Infinity;
  for (const span of spans) {
    // The latest span of a copy may have been running when the copy was made.
    const goesOn = span.startedAtMs === last?.startedAtMs && span.endedAtMs > endMs;
    if (span.startedAtMs < endMs && !goesOn) continue;
    saved.push(span);
    endMs = span.endedAtMs;
  }
  repository.apply({ saved, removed: [] });
  return saved.length + salvageTotals(damagedFile, into);
}
