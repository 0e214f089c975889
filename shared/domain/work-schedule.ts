import type { WallRange } from './agreement.ts';

/** ISO weekdays, Monday first. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The working ranges of one week. A range that crosses midnight belongs to the day it starts on. */
export type WorkWeek = Readonly<Record<Weekday, readonly WallRange[]>>;

/** A dated version of the work schedule; valid from its date until the next version's. */
export interface WorkSchedule {
  /** ISO date of the first day it is valid on. */
  readonly from: string;
  /** The weeks that alternate, the first of them being the ISO week of `from`. At least one. */
  readonly weeks: readonly WorkWeek[];
  /** Daily breaks, taken out of every working range. */
  readonly breaks: readonly WallRange[];
}

/** Days of which it is known whether they belong: a list of ISO dates, or a rule that holds every year. */
export interface DaySet {
  includes(isoDate: string): boolean;
}

/** All that decides working time. */
export interface WorkingTimeRules {
  readonly schedules: readonly WorkSchedule[];
  /** Days without working time. */
  readonly daysOff: DaySet;
  /** ISO date to the ranges that replace that day's schedule; they win over a day off. */
  readonly dayChanges: Readonly<Record<string, readonly WallRange[]>>;
}
