import type { DatabaseSync } from 'node:sqlite';
import { type Interval, clip, subtract } from '../../shared/domain/interval.ts';
import type { Span } from '../../shared/domain/span.ts';
import { dayIntervals, isoDateAt } from '../../shared/domain/zone.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { type DateRange, spansOfRange } from '../report/report.ts';
import { deleteCopies } from './backups.ts';
import type { DataFolder } from './data-folder.ts';
import { createDayTotals } from './day-totals.ts';
import { type SpanRepository, createSpanRepository } from './span-repository.ts';

/** What is left of a span outside the local days of a range, in the zone that it was recorded in. */
function leftOf(span: Span, { from, to }: DateRange): Span[] {
  const { startedAtMs, endedAtMs, zone } = span;
  const whole = { startMs: startedAtMs, endMs: endedAtMs };
  let left = [whole];
  const lastDate = isoDateAt(zone, endedAtMs - 1);
  for (let date = isoDateAt(zone, startedAtMs); date <= lastDate; date = addDays(date, 1)) {
    if (date >= from && date <= to) left = subtract(left, clip(whole, dayIntervals(zone, date)));
  }
  return left.map(({ startMs, endMs }) => ({ ...span, startedAtMs: startMs, endedAtMs: endMs }));
}

/** The spans that have time in a range of local days, each with what is left of it without that. */
export function withoutDays(
  repository: Pick<SpanRepository, 'between'>,
  range: DateRange,
): { readonly span: Span; readonly left: readonly Span[] }[] {
  return spansOfRange(repository, range)
    .map((span) => ({ span, left: leftOf(span, range) }))
    .filter(
      ({ span, left }) =>
        left[0]?.endedAtMs !== span.endedAtMs || left[0].startedAtMs !== span.startedAtMs,
    );
}

/**
 * Makes what was deleted unreadable: it is overwritten already (secure_delete); the file is written anew
 * without free pages, the journal is emptied, and copies that still have it are deleted.
 */
export function forget(database: DatabaseSync, folder: DataFolder): void {
  deleteCopies(folder);
  database.exec('VACUUM');
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

/**
 * Deletes what lies in an interval for good; a span over its edge keeps what is outside.
 *
 * @returns how many spans were deleted or shortened.
 */
export function eraseInterval(
  database: DatabaseSync,
  folder: DataFolder,
  interval: Interval,
): number {
  const repository = createSpanRepository(database);
  const spans = repository.between(interval.startMs, interval.endMs);
  repository.apply({
    removed: spans.map(({ startedAtMs }) => startedAtMs),
    saved: spans.flatMap((span) =>
      subtract([{ startMs: span.startedAtMs, endMs: span.endedAtMs }], [interval]).map(
        ({ startMs, endMs }) => ({ ...span, startedAtMs: startMs, endedAtMs: endMs }),
      ),
    ),
  });
  forget(database, folder);
  return spans.length;
}

/**
 * Deletes the time of a range of local days for good; a span over midnight loses the part in the range.
 *
 * @param range the days, both included; null is everything.
 * @returns how many spans were deleted or shortened, and days of which there were totals alone deleted.
 */
export function eraseSpans(
  database: DatabaseSync,
  folder: DataFolder,
  range: DateRange | null,
): number {
  const repository = createSpanRepository(database);
  const totals = createDayTotals(database);
  let count: number;
  if (range === null) {
    count = repository.count();
    database.exec('DELETE FROM spans; DELETE FROM day_hours; DELETE FROM day_totals');
  } else {
    const changed = withoutDays(repository, range);
    count = changed.length + totals.remove(range.from, range.to);
    repository.apply({
      removed: changed.map(({ span }) => span.startedAtMs),
      saved: changed.flatMap(({ left }) => left),
    });
  }
  forget(database, folder);
  return count;
}
