import type { WallRange } from './agreement.ts';
import { DAY_MS, addDays, daysBetween, mondayOf, wallMidnight, weekdayIndex } from './calendar.ts';
import { type Interval, subtract, union } from './interval.ts';
import { versionOn } from './versions.ts';
import { WEEKDAYS, type WorkingTimeRules } from './work-schedule.ts';
import { wallIntervals } from './zone.ts';

/** Milliseconds from midnight of `HH:MM`. */
export function wallMs(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000;
}

/** A range of a date in wall time; one whose end is not after its start ends on the next day. */
function wallInterval(isoDate: string, { from, to }: WallRange): Interval {
  const midnight = wallMidnight(isoDate);
  const startMs = midnight + wallMs(from);
  const endMs = midnight + wallMs(to);
  return { startMs, endMs: endMs > startMs ? endMs : endMs + DAY_MS };
}

const NONE: readonly WallRange[] = [];

/** The working ranges that start on a date, and the breaks that interrupt them: none on a day that was changed. */
function rangesStartingOn(
  rules: WorkingTimeRules,
  isoDate: string,
): { ranges: readonly WallRange[]; breaks: readonly WallRange[] } {
  const change = rules.dayChanges[isoDate];
  if (change) return { ranges: change, breaks: NONE };
  const schedule = versionOn(rules.schedules, isoDate);
  if (!schedule || rules.daysOff.includes(isoDate)) return { ranges: NONE, breaks: NONE };
  const weeksSince = daysBetween(mondayOf(schedule.from), mondayOf(isoDate)) / 7;
  const week = schedule.weeks[weeksSince % schedule.weeks.length];
  const weekday = WEEKDAYS[weekdayIndex(isoDate)];
  return { ranges: (week && weekday && week[weekday]) ?? NONE, breaks: schedule.breaks };
}

/** Every occurrence of daily ranges that a shift of a date can meet: it may end on the next day, and a range as well. */
function around(isoDate: string, ranges: readonly WallRange[]): Interval[] {
  const days = [addDays(isoDate, -1), isoDate, addDays(isoDate, 1)];
  return union(days.flatMap((day) => ranges.map((range) => wallInterval(day, range))));
}

/** Any date: a shift is the same from its midnight on whichever it is. */
const ANY_DATE = '1970-01-01';

/** Shifts by their ranges and breaks, from midnight on: a year has hundreds of each. */
const shifts = new WeakMap<
  readonly WallRange[],
  WeakMap<readonly WallRange[], readonly Interval[]>
>();

function shiftFromMidnight(
  ranges: readonly WallRange[],
  breaks: readonly WallRange[],
): readonly Interval[] {
  let byBreaks = shifts.get(ranges);
  if (!byBreaks) shifts.set(ranges, (byBreaks = new WeakMap()));
  let shift = byBreaks.get(breaks);
  if (!shift) {
    const whole = union(ranges.map((range) => wallInterval(ANY_DATE, range)));
    byBreaks.set(breaks, (shift = subtract(whole, around(ANY_DATE, breaks))));
  }
  return shift;
}

/** What starts on a date, in wall time: its ranges to their end, less breaks. */
function shiftOf(rules: WorkingTimeRules, isoDate: string): Interval[] {
  const { ranges, breaks } = rangesStartingOn(rules, isoDate);
  const midnight = wallMidnight(isoDate);
  return shiftFromMidnight(ranges, breaks).map(({ startMs, endMs }) => ({
    startMs: midnight + startMs,
    endMs: midnight + endMs,
  }));
}

/** Wall times of a zone as sorted UTC intervals. */
function inZone(zone: string, wall: readonly Interval[]): Interval[] {
  return union(wall.flatMap(({ startMs, endMs }) => wallIntervals(zone, startMs, endMs)));
}

/**
 * Working time of one local day, as sorted UTC intervals: the ranges that start on it, less breaks and days off. The
 * end of a night shift lies on the next date and is of this day all the same; what begins on a day while the shift of
 * the day before goes on is of that day until it ends.
 */
export function workingTimeOn(rules: WorkingTimeRules, zone: string, isoDate: string): Interval[] {
  const shift = shiftOf(rules, isoDate);
  if (shift.length === 0) return [];
  const before = shiftOf(rules, addDays(isoDate, -1));
  const isLate = (before.at(-1)?.endMs ?? -Infinity) > (shift[0]?.startMs ?? Infinity);
  return inZone(zone, isLate ? subtract(shift, before) : shift);
}

/**
 * When the clock on the wall shows an agreement's fixed window in or near a local day, as sorted UTC intervals: from
 * the day before to the next, since a window over midnight may have begun and a night shift ends later.
 */
export function fixedWindowOn(window: WallRange, zone: string, isoDate: string): Interval[] {
  return inZone(zone, around(isoDate, [window]));
}
