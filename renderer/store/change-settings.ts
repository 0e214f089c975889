import type { WallRange } from '../../shared/domain/agreement.ts';
import { addDays, daysBetween, mondayOf } from '../../shared/domain/calendar.ts';
import { WEEKDAYS } from '../../shared/domain/work-schedule.ts';
import type { Settings } from '../../shared/settings/settings.ts';

export type AgreementSetting = Settings['agreements'][number];
export type ScheduleSetting = Settings['schedules'][number];

/** The working ranges of one week, as the settings keep them. */
export type WorkWeekSetting = ScheduleSetting['weeks'][number];

/** A setting that has dated versions. */
interface Dated {
  readonly from: string;
}

/** Puts a version among the others, by date; one of the same date is replaced. */
export function withVersion<T extends Dated>(versions: readonly T[], next: T): T[] {
  return [...versions.filter(({ from }) => from !== next.from), next].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  );
}

/** The versions after one of them was corrected; its date may be another one now. */
export function correctVersion<T extends Dated>(
  versions: readonly T[],
  from: string,
  next: T,
): T[] {
  return withVersion(withoutVersion(versions, from), next);
}

/** The versions without that of a date. */
export function withoutVersion<T extends Dated>(versions: readonly T[], from: string): T[] {
  return versions.filter((version) => version.from !== from);
}

/**
 * The schedule as a version from a later date. Weeks that alternate begin anew with a version, so they
 * are turned for each week of the calendar to stay what it was.
 */
export function scheduleFrom(schedule: ScheduleSetting, from: string): ScheduleSetting {
  const count = schedule.weeks.length;
  const passed = daysBetween(mondayOf(schedule.from), mondayOf(from)) / 7;
  const first = ((passed % count) + count) % count;
  return {
    ...schedule,
    from,
    weeks: [...schedule.weeks.slice(first), ...schedule.weeks.slice(0, first)],
  };
}

/** Days off in a row, as people take them. */
export interface DayRun {
  readonly from: string;
  readonly to: string;
}

/** Days by date, those that follow each other in one run. */
export function runsOf(isoDates: readonly string[]): DayRun[] {
  const runs: { from: string; to: string }[] = [];
  for (const date of [...new Set(isoDates)].sort()) {
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === date) last.to = date;
    else runs.push({ from: date, to: date });
  }
  return runs;
}

/**
 * A clock time as someone types it, as `HH:MM`; undefined where it is none. `24:00` is the end of a day.
 *
 * @example parseWallTime('9.30') // '09:30'
 * @example parseWallTime('5:30 pm') // '17:30'
 */
export function parseWallTime(text: string): string | undefined {
  const match = /^\s*(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(?:([ap])\.?\s?m\.?)?\s*$/iu.exec(text);
  if (!match) return undefined;
  const [, hourText = '', minuteText = '00', half] = match;
  const hour = Number(hourText);
  const minute = Number(minuteText);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const hour24 = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (minute > 59 || hour24 > 24 || (hour24 === 24 && minute > 0)) return undefined;
  return `${String(hour24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const WALL_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Minutes since midnight; the end of a range at or before its start is on the next day. */
export function minutesOf({ from, to }: WallRange): readonly [number, number] {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const start = minutes(from);
  const end = minutes(to);
  return [start, end <= start ? end + 1440 : end];
}

/** Whether every time is complete and no two ranges overlap. */
export function areRangesSound(ranges: readonly WallRange[]): boolean {
  const complete = ranges.every(
    ({ from, to }) => WALL_TIME.test(from) && (to === '24:00' || WALL_TIME.test(to)),
  );
  if (!complete) return false;
  const sorted = ranges.map(minutesOf).sort((a, b) => a[0] - b[0]);
  return sorted.every((range, index) => {
    const next = sorted[index + 1];
    return next === undefined || range[1] <= next[0];
  });
}

/** Whether the ranges of every day of a week are sound. */
export function isWorkWeekSound(week: WorkWeekSetting): boolean {
  return WEEKDAYS.every((day) => areRangesSound(week[day]));
}
