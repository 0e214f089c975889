import type { WallRange } from '../../../shared/domain/agreement.ts';
import { WEEKDAYS, type Weekday } from '../../../shared/domain/work-schedule.ts';
import {
  areRangesSound,
  isWorkWeekSound,
  minutesOf,
  type ScheduleSetting,
  type WorkWeekSetting,
} from '../../store/change-settings.ts';

const DAY_MINUTES = 24 * 60;

/**
 * Minutes of working time in a week, its breaks taken off. On a night on which a clock is set, the
 * figures of that day have an hour more or less.
 */
export function weekMinutes(week: WorkWeekSetting, breaks: readonly WallRange[]): number {
  const pauses = breaks.map(minutesOf).flatMap(([start, end]) =>
    // What crosses midnight is there at the beginning of a day too, and goes on in the night of one.
    [-DAY_MINUTES, 0, DAY_MINUTES].map((by) => [start + by, end + by] as const),
  );
  return WEEKDAYS.flatMap((day) => week[day].map(minutesOf)).reduce((sum, [start, end]) => {
    const paused = pauses.reduce(
      (all, [from, to]) => all + Math.max(0, Math.min(end, to) - Math.max(start, from)),
      0,
    );
    return sum + end - start - paused;
  }, 0);
}

/** The hours of Monday on every day that has some; days without working time stay so. */
export function withMondaysHours(week: WorkWeekSetting): WorkWeekSetting {
  const copied = { ...week };
  for (const day of WEEKDAYS) if (week[day].length > 0) copied[day] = [...week.monday];
  return copied;
}

/** The days of a week whose ranges cannot be saved. */
export function problemDays(week: WorkWeekSetting): Weekday[] {
  return WEEKDAYS.filter((day) => !areRangesSound(week[day]));
}

/** Whether all of a schedule can be saved. */
export function isScheduleSound({ from, breaks, weeks }: ScheduleSetting): boolean {
  return from !== '' && areRangesSound(breaks) && weeks.every((week) => isWorkWeekSound(week));
}
