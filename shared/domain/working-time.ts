import type { WallRange } from './agreement.ts';
import { DAY_MS, addDays, daysBetween, mondayOf, wallMidnight, weekdayIndex } from './calendar.ts';
import { type Interval, subtract, union } from './interval.ts';
import { versionOn } from './versions.ts';
import { WEEKDAYS, type WorkingTimeRules } from './work-schedule.ts';
import { wallIntervals } from './zone.ts';

/** Milliseconds from midnight of `HH:MM`. */
function wallMs(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000;
}

/** A range of a date in wall time; one whose end is not after its start ends on the next day. */
function wallInterval(isoDate: string, { from, to }: WallRange): Interval {
  const midnight = wallMidnight(isoDate);
  const startMs = midnight + wallMs(from);
  const endMs = midnight + wallMs(to);
  return { startMs, endMs: endMs > startMs ? endMs : endMs + DAY_MS };
}

/** The working ranges that start on a date, and the breaks of that date's schedule. */
function rangesStartingOn(
  rules: WorkingTimeRules,
  isoDate: string,
): { ranges: readonly WallRange[]; breaks: readonly WallRange[] } {
  const schedule = versionOn(rules.schedules, isoDate);
  const breaks = schedule?.breaks ?? [];
  const change = rules.dayChanges[isoDate];
  if (change) return { ranges: change, breaks };
  if (!schedule || rules.daysOff.includes(isoDate)) return { ranges: [], breaks };
  const weeksSince = daysBetween(mondayOf(schedule.from), mondayOf(isoDate)) / 7;
  const week = schedule.weeks[weeksSince % schedule.weeks.length];
  const weekday = WEEKDAYS[weekdayIndex(isoDate)];
  return { ranges: (week && weekday && week[weekday]) ?? [], breaks };
}

/** The ranges of a date and of the day before that reach into it, as UTC intervals within the date. */
function intervalsWithin(
  zone: string,
  isoDate: string,
  rangesOf: (isoDate: string) => readonly Interval[],
): Interval[] {
  const startMs = wallMidnight(isoDate);
  const endMs = startMs + DAY_MS;
  return union(
    [...rangesOf(addDays(isoDate, -1)), ...rangesOf(isoDate)].flatMap((range) =>
      wallIntervals(zone, Math.max(range.startMs, startMs), Math.min(range.endMs, endMs)),
    ),
  );
}

/**
 * Working time of one local day, as sorted UTC intervals: the ranges of its schedule and the end of
 * a night shift from the day before, less breaks and days off.
 */
export function workingTimeOn(rules: WorkingTimeRules, zone: string, isoDate: string): Interval[] {
  return intervalsWithin(zone, isoDate, (date) => {
    const { ranges, breaks } = rangesStartingOn(rules, date);
    const shift = union(ranges.map((range) => wallInterval(date, range)));
    // A night shift meets the breaks of both days that it touches, and a day the end of a break that began on the day before.
    const days = [addDays(date, -1), date, addDays(date, 1)];
    const pauses = union(days.flatMap((day) => breaks.map((range) => wallInterval(day, range))));
    return subtract(shift, pauses);
  });
}

/**
 * An agreement's fixed window on one local day, as sorted UTC intervals. One that crosses midnight has its
 * end of the day before in it, also on the first day: each day is judged by its own version alone.
 */
export function fixedWindowOn(window: WallRange, zone: string, isoDate: string): Interval[] {
  return intervalsWithin(zone, isoDate, (date) => [wallInterval(date, window)]);
}
