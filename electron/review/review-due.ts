import { addDays, datesOf, mondayOf } from '../../shared/domain/calendar.ts';
import type { WorkingTimeRules } from '../../shared/domain/work-schedule.ts';
import { workingTimeOn } from '../../shared/domain/working-time.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';

/** Days after which looking back comes too late. */
const MOST_DAYS = 7;

/**
 * The last working day of the latest week whose working time is over, so that it can be looked back on; null where there
 * is none, or where it was over a week ago.
 */
export function weekToReview(rules: WorkingTimeRules, nowMs: number, zone: string): string | null {
  const today = isoDateAt(zone, nowMs);
  const endOf = (date: string) => workingTimeOn(rules, zone, date).at(-1)?.endMs;
  for (let days = 0; days <= MOST_DAYS; days += 1) {
    const date = addDays(today, -days);
    const endMs = endOf(date);
    if (endMs === undefined || endMs > nowMs) continue;
    const restOfWeek = datesOf(addDays(date, 1), addDays(mondayOf(date), 6));
    if (restOfWeek.every((later) => endOf(later) === undefined)) return date;
  }
  return null;
}
