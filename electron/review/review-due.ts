import { addDays, isoWeekOf } from '../../shared/domain/calendar.ts';
import type { WorkingTimeRules } from '../../shared/domain/work-schedule.ts';
import { workingTimeOn } from '../../shared/domain/working-time.ts';
import { dayIntervals, isoDateAt } from '../../shared/domain/zone.ts';

/** Days off after which looking back comes too late. */
const MOST_DAYS_OFF = 7;

/**
 * A day of the week that can be looked back on now: its last working time has ended, and there was no working day
 * since. Null where there is none.
 */
export function weekToReview(rules: WorkingTimeRules, nowMs: number, zone: string): string | null {
  const today = isoDateAt(zone, nowMs);
  const endOf = (date: string) => workingTimeOn(rules, zone, date).at(-1)?.endMs;
  // Working time up to midnight leaves its own day no moment to look back: then the next one has, until its work begins.
  const midnightMs = dayIntervals(zone, today)[0]?.startMs ?? nowMs;
  const firstMs = workingTimeOn(rules, zone, today).at(0)?.startMs ?? midnightMs;
  const isJustOver = firstMs > nowMs && (endOf(addDays(today, -1)) ?? 0) >= midnightMs;
  for (let days = isJustOver ? 1 : 0; days <= MOST_DAYS_OFF; days += 1) {
    const date = addDays(today, -days);
    const endMs = endOf(date);
    if (endMs === undefined) continue;
    const week = isoWeekOf(date);
    for (let next = addDays(date, 1); isoWeekOf(next) === week; next = addDays(next, 1)) {
      if (endOf(next) !== undefined) return null;
    }
    return endMs <= nowMs ? date : null;
  }
  return null;
}
