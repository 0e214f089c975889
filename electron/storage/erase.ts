import type { DatabaseSync } from 'node:sqlite';
import type { Activity } from '../../shared/domain/activity.ts';
import type { Correction } from '../../shared/domain/correction.ts';
import { type Interval, clip, subtract } from '../../shared/domain/interval.ts';
import type { DayTotals } from '../../shared/domain/day-totals.ts';
import type { Note } from '../../shared/domain/note.ts';
import type { Span } from '../../shared/domain/span.ts';
import { dayIntervals, isoDateAt } from '../../shared/domain/zone.ts';
import { DAY_MS, addDays, wallMidnight } from '../../shared/domain/calendar.ts';
import type { Action } from '../../shared/ipc/corrections.ts';
import { type DateRange, spansOfRange } from './span-reader.ts';
import { createActionLog } from './action-log.ts';
import { deleteCopies } from './backups.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { createDayTotals, FIRST_DATE, LAST_DATE } from './day-totals.ts';
import { createNotes } from './notes.ts';
import { type SpanRepository, createSpanRepository } from './span-repository.ts';
import { inTransaction } from './transaction.ts';

/** The time of a span. */
export const timeOf = ({ startedAtMs, endedAtMs }: Span): Interval => ({
  startMs: startedAtMs,
  endMs: endedAtMs,
});

const ALWAYS: Interval = { startMs: -Infinity, endMs: Infinity };

/** The time in which it is one of some local days anywhere. */
function anyZone({ from, to }: DateRange): Interval {
  return { startMs: earliestMidnight(from), endMs: wallMidnight(to) + 2 * DAY_MS };
}

/** A moment before which no local day has begun anywhere. */
export function earliestMidnight(isoDate: string): number {
  return wallMidnight(isoDate) - DAY_MS;
}

/** What is left of a span outside the local days of a range, in the zone that it was recorded in. */
function leftOf(span: Span, { from, to }: DateRange): Span[] {
  const { startedAtMs, endedAtMs, zone } = span;
  const whole = timeOf(span);
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

/** Databases of which something that was deleted may still be found in the folder. */
const unfinished = new WeakSet<DatabaseSync>();

/**
 * Makes what was deleted unreadable: it is overwritten already (secure_delete); the file is written anew
 * without free pages, the journal is emptied, and copies that still have it are deleted. Where another process reads
 * the journal, it cannot be emptied yet: see {@link isForgetting}.
 *
 * @throws where there is no room for that, or a copy cannot be deleted; it is to be done again then.
 */
export function forget(database: DatabaseSync, folder: DataFolder): void {
  unfinished.add(database);
  deleteCopies(folder);
  let isEmptied = false;
  try {
    database.exec('VACUUM');
  } finally {
    // Takes no room, and most of what was deleted is in there.
    const { busy } = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {};
    isEmptied = busy === 0;
  }
  if (isEmptied) unfinished.delete(database);
}

/** Whether something that was deleted may still be found in the folder, so that {@link forget} has to be done again. */
export function isForgetting(database: DatabaseSync): boolean {
  return unfinished.has(database);
}

/** Deletes all or nothing, and makes it unreadable. */
function forGood<T>(database: DatabaseSync, folder: DataFolder, work: () => T): T {
  const erased = inTransaction(database, work);
  forget(database, folder);
  return erased;
}

/** What erasing took: all that is needed to put it back. */
export interface Erased extends Correction {
  /** Entries of the log that told of what was erased. */
  readonly actions: readonly Action[];
  /** Days of which there were totals alone, as they were. */
  readonly totals: readonly DayTotals[];
  /** Private notes that went with their weeks. */
  readonly notes?: readonly Note[];
}

/** How many spans were deleted or shortened, and days of totals deleted. */
export function countErased({ before, totals }: Erased): number {
  return before.length + totals.length;
}

function withoutInterval(span: Span, interval: Interval): Span[] {
  return subtract([timeOf(span)], [interval]).map(({ startMs, endMs }) => ({
    ...span,
    startedAtMs: startMs,
    endedAtMs: endMs,
  }));
}

/** Deletes spans, or the part of them that does not stay. */
function replace(
  database: DatabaseSync,
  changed: readonly { readonly span: Span; readonly left: readonly Span[] }[],
): Correction {
  const before = changed.map(({ span }) => span);
  const after = changed.flatMap(({ left }) => left);
  createSpanRepository(database).apply({
    removed: before.map(({ startedAtMs }) => startedAtMs),
    saved: after,
  });
  return { before, after };
}

/** Deletes what lies in an interval for good; a span over its edge keeps what is outside. */
export function eraseInterval(
  database: DatabaseSync,
  folder: DataFolder,
  interval: Interval,
): Erased {
  return forGood(database, folder, () => {
    const spans = createSpanRepository(database).between(interval.startMs, interval.endMs);
    const erased = replace(
      database,
      spans.map((span) => ({ span, left: withoutInterval(span, interval) })),
    );
    const log = createActionLog(database);
    const actions = [...log.forgetTimes(erased.before.map(timeOf)), ...log.forgetTimes([interval])];
    return { ...erased, actions, totals: [] };
  });
}

/**
 * Deletes the time of a range of local days for good; a span over midnight loses the part in the range. Notes go with
 * weeks that lie in the range from Monday to Sunday, since a note is of the whole of its week.
 */
export function eraseDays(database: DatabaseSync, folder: DataFolder, range: DateRange): Erased {
  return forGood(database, folder, () => {
    const erased = replace(database, withoutDays(createSpanRepository(database), range));
    const store = createDayTotals(database);
    const totals = store.between(range.from, range.to);
    store.remove(range.from, range.to);
    const actions = createActionLog(database).forgetTimes(erased.before.map(timeOf));
    const notes = createNotes(database).removeWeeks(range.from, range.to);
    return { ...erased, actions, totals, notes };
  });
}

/**
 * Deletes every span of some activities for good.
 *
 * @param range the local days in which a span has time to be deleted whole; null is all of them.
 */
export function eraseActivities(
  database: DatabaseSync,
  folder: DataFolder,
  activities: readonly Activity[],
  range: DateRange | null,
): Erased {
  return forGood(database, folder, () => {
    const repository = createSpanRepository(database);
    const spans = range
      ? spansOfRange(repository, range)
      : repository.between(repository.first()?.startedAtMs ?? 0, Number.MAX_SAFE_INTEGER);
    const erased = replace(
      database,
      spans
        .filter(({ activity }) => activities.includes(activity))
        .map((span) => ({ span, left: [] })),
    );
    const store = createDayTotals(database);
    const { from, to } = range ?? { from: FIRST_DATE, to: LAST_DATE };
    const totals = store.between(from, to);
    store.removeActivities(activities, from, to);
    const log = createActionLog(database);
    const actions = [
      ...log.forgetTimes(erased.before.map(timeOf)),
      // Nor may anything say any more that there was such an activity at that time.
      ...log.forgetActivities(activities, range ? anyZone(range) : ALWAYS),
    ];
    return { ...erased, actions, totals };
  });
}

/** Deletes every span, every note, and the log, for good. @returns how many spans there were. */
export function eraseAll(database: DatabaseSync, folder: DataFolder): number {
  return forGood(database, folder, () => {
    const count = createSpanRepository(database).count() + createDayTotals(database).count();
    database.exec(
      'DELETE FROM spans; DELETE FROM day_hours; DELETE FROM day_totals; DELETE FROM actions; DELETE FROM notes',
    );
    return count;
  });
}
