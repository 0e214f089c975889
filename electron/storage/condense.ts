import type { DatabaseSync } from 'node:sqlite';
import { addDays } from '../../shared/domain/calendar.ts';
import { type DayTotals, dayTotals } from '../../shared/domain/day-totals.ts';
import { type FigureRules, createDayFrames } from '../../shared/domain/frames.ts';
import { createActionLog } from './action-log.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { FIRST_DATE, createDayTotals } from './day-totals.ts';
import { earliestMidnight, forget, timeOf, withoutDays } from './erase.ts';
import { createSpanRepository } from './span-repository.ts';
import { inTransaction } from './transaction.ts';

/** No span is of a day before. */
const EARLIEST = '1970-01-01';

/**
 * Lets the spans of all local days before a date go for good, as erasing does: they become day totals, which give
 * the same figures, or nothing is left of those days.
 *
 * @param before the first day that is kept in spans.
 * @param rules what the totals are reckoned by.
 * @returns how many spans were deleted or shortened.
 */
export function condense(
  database: DatabaseSync,
  folder: DataFolder,
  before: string,
  rules: FigureRules,
  then: 'totals' | 'erase',
): number {
  const repository = createSpanRepository(database);
  const totals = createDayTotals(database);
  const lastDay = addDays(before, -1);
  const changed = withoutDays(repository, { from: EARLIEST, to: lastDay });
  const spans = changed.map(({ span }) => span);
  const days: DayTotals[] =
    then === 'totals' ? dayTotals(spans, createDayFrames(rules), (date) => date < before) : [];
  const gone = inTransaction(database, () => {
    repository.apply({
      removed: spans.map(({ startedAtMs }) => startedAtMs),
      saved: changed.flatMap(({ left }) => left),
    });
    totals.add(days);
    // Nor may the log say any more when there was a span on these days, be it one that was deleted since.
    const log = createActionLog(database);
    log.forgetTimes(spans.map(timeOf));
    log.forgetTimes([{ startMs: -Infinity, endMs: earliestMidnight(before) }]);
    return then === 'erase' ? totals.remove(FIRST_DATE, lastDay) : 0;
  });
  if (spans.length + gone > 0) forget(database, folder);
  return spans.length;
}
