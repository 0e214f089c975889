import {
  ACTIVE_ACTIVITIES,
  LINKEDIN_ACTIVITIES,
  type LinkedInActivity,
  PASSIVE_ACTIVITIES,
} from './activity.ts';
import { type Agreement, type Purpose, countsTowardsBlock, purposeOf } from './agreement.ts';
import { isoWeekOf } from './calendar.ts';
import {
  type ActivitySums,
  type DaySumsInput,
  type SummedDay,
  addTime,
  addUpDays,
} from './day-sums.ts';
import { overlapMs } from './interval.ts';
import { MINUTE_MS } from './rounding.ts';
import { isoDateAt } from './zone.ts';

/** Where a working day up to today lies next to the agreed block; `no-data` where nothing was measured. */
export const PLACES = ['room', 'sweet-spot', 'over', 'no-data'] as const;
/** A place, or `to-come` for a working day after today without spans. */
export type Place = (typeof PLACES)[number] | 'to-come';
/** Working days by place; `to-come` is left out where there is none. */
export type PlaceCounts = Readonly<Record<(typeof PLACES)[number], number>> & {
  readonly 'to-come'?: number;
};

/** Milliseconds by activity; an activity without time is left out. */
export type ActivityMs = Readonly<Partial<Record<LinkedInActivity, number>>>;

/** What day and week have in common. All times in milliseconds. */
export interface Figures {
  /** LinkedIn time inside working time, less the role's own work and what is private. */
  readonly countedMs: number;
  /** The counted time by activity. */
  readonly countedByMs: ActivityMs;
  /** Time by activity inside working time, private included. */
  readonly insideMs: ActivityMs;
  /** Time by activity outside working time, private included. */
  readonly outsideMs: ActivityMs;
  /** LinkedIn time inside working time by purpose. */
  readonly purposeMs: Readonly<Record<Purpose, number>>;
  /** LinkedIn time inside working time in which the user does something. */
  readonly activeMs: number;
  /** LinkedIn time inside working time in which the user reads what comes by. */
  readonly passiveMs: number;
  readonly workingMs: number;
  /** Working time until now, and where there are later spans until their end. */
  readonly workingSoFarMs: number;
  /** Working time in which the app was able to measure. */
  readonly measuredMs: number;
  /** `measuredMs / workingSoFarMs`, 0 to 1; 0 where there was no working time yet. */
  readonly coverage: number;
}

/** The figures of one local day. */
export interface DayFigures extends Figures {
  readonly date: string;
  /** IANA zone that the day was reckoned in. */
  readonly zone: string;
  readonly workingDay: boolean;
  /** Null on a day off, which has figures but neither place nor block. */
  readonly place: Place | null;
  /** The agreement valid on that day, whose purposes hold on a day off too; null before the first one. */
  readonly agreement: Agreement | null;
  /** The part of the counted time inside the agreement's fixed window; null without one, and on a day off. */
  readonly inWindowMs: number | null;
}

/** The figures of an ISO week, or of the part of it that lies in a range. */
export interface WeekFigures extends Figures {
  /** ISO week, as in `2026-W47`. */
  readonly week: string;
  readonly from: string;
  readonly to: string;
  /** Working days by place. */
  readonly days: PlaceCounts;
  /** The most the agreed blocks of its working days add up to. */
  readonly allowanceMs: number;
}

function placeOf(
  figures: { countedMs: number; measuredMs: number; isToCome: boolean },
  agreement: Agreement,
): Place {
  if (figures.isToCome) return 'to-come';
  if (figures.measuredMs === 0) return 'no-data';
  if (figures.countedMs < agreement.minMinutes * MINUTE_MS) return 'room';
  return figures.countedMs <= agreement.maxMinutes * MINUTE_MS ? 'sweet-spot' : 'over';
}

/** The activities with time and their milliseconds. */
export function entriesOf(times: ActivityMs): [LinkedInActivity, number][] {
  return Object.entries(times) as [LinkedInActivity, number][];
}

/**
 * The same sums in the order of reports, whatever came first in the day: where two parts lost as much in
 * rounding, their order decides.
 */
function inOrder(sums: ActivitySums): ActivityMs {
  const ordered: Partial<Record<LinkedInActivity, number>> = {};
  for (const activity of LINKEDIN_ACTIVITIES) {
    const ms = sums.get(activity);
    if (ms !== undefined) ordered[activity] = ms;
  }
  return ordered;
}

/** The share of the working time until now in which the app was able to measure. */
function coverageOf(measuredMs: number, workingSoFarMs: number): number {
  // A day in two zones can measure more than the working time of the one it is reckoned in.
  return workingSoFarMs > 0 ? Math.min(1, measuredMs / workingSoFarMs) : 0;
}

/** The part of a day's working time that has been; all of it where the day, though it is to come, has spans. */
function soFarMs(
  { sums, frame, workingMs }: SummedDay,
  isAfterToday: boolean,
  nowMs: number,
): number {
  if (sums.lastMs === Infinity || (isAfterToday && sums.lastMs > -Infinity)) return workingMs;
  return overlapMs({ startMs: -Infinity, endMs: Math.max(nowMs, sums.lastMs) }, frame.working);
}

/** The figures of a day out of its sums, under the agreement of the day. */
function finishDay(summed: SummedDay, nowMs: number): DayFigures {
  const { sums, frame, workingMs } = summed;
  const isAfterToday = frame.date > isoDateAt(frame.zone, nowMs);
  const isToCome = isAfterToday && sums.lastMs === -Infinity;
  const workingSoFarMs = soFarMs(summed, isAfterToday, nowMs);
  const { agreement } = frame;
  const { measuredMs } = sums;
  const insideMs = inOrder(sums.insideMs);
  const countedByMs: Partial<Record<LinkedInActivity, number>> = {};
  const purposeMs = { business: 0, neutral: 0, private: 0 };
  let countedMs = 0;
  let activeMs = 0;
  let passiveMs = 0;
  for (const [activity, ms] of entriesOf(insideMs)) {
    purposeMs[purposeOf(activity, agreement)] += ms;
    if (ACTIVE_ACTIVITIES.includes(activity)) activeMs += ms;
    if (PASSIVE_ACTIVITIES.includes(activity)) passiveMs += ms;
    if (!countsTowardsBlock(activity, agreement)) continue;
    countedByMs[activity] = ms;
    countedMs += ms;
  }
  const workingDay = workingMs > 0;
  return {
    date: frame.date,
    zone: frame.zone,
    workingDay,
    place: workingDay && agreement ? placeOf({ countedMs, measuredMs, isToCome }, agreement) : null,
    agreement: agreement ?? null,
    countedMs,
    countedByMs,
    inWindowMs: workingDay && frame.window ? sums.inWindowMs : null,
    insideMs,
    outsideMs: inOrder(sums.outsideMs),
    purposeMs,
    activeMs,
    passiveMs,
    workingMs,
    workingSoFarMs,
    measuredMs,
    coverage: coverageOf(measuredMs, workingSoFarMs),
  };
}

/** What {@link dayFigures} needs. */
export interface DayFiguresInput extends DaySumsInput {
  /** What is after it is to come. */
  readonly nowMs: number;
}

/** The figures of every local day of a range, in the zone that each span was recorded in. */
export function dayFigures(input: DayFiguresInput): DayFigures[] {
  return addUpDays(input).map((day) => finishDay(day, input.nowMs));
}

/** Adds up times by activity. */
function sumActivities(all: readonly ActivityMs[]): ActivityMs {
  const sums: ActivitySums = new Map();
  for (const times of all)
    for (const [activity, ms] of entriesOf(times)) addTime(sums, activity, ms);
  return inOrder(sums);
}

/** The figures of days together, by date, under a name; at least one day. */
export function sumOfDays(week: string, days: readonly DayFigures[]): WeekFigures {
  const sum = (value: (day: DayFigures) => number) =>
    days.reduce((total, day) => total + value(day), 0);
  const count = (place: Place) => days.filter((day) => day.place === place).length;
  const toCome = count('to-come');
  const workingSoFarMs = sum((day) => day.workingSoFarMs);
  const measuredMs = sum((day) => day.measuredMs);
  return {
    week,
    from: days.at(0)?.date ?? '',
    to: days.at(-1)?.date ?? '',
    days: {
      room: count('room'),
      'sweet-spot': count('sweet-spot'),
      over: count('over'),
      'no-data': count('no-data'),
      ...(toCome > 0 && { 'to-come': toCome }),
    },
    allowanceMs: sum((day) =>
      day.workingDay && day.agreement ? day.agreement.maxMinutes * MINUTE_MS : 0,
    ),
    countedMs: sum((day) => day.countedMs),
    countedByMs: sumActivities(days.map((day) => day.countedByMs)),
    insideMs: sumActivities(days.map((day) => day.insideMs)),
    outsideMs: sumActivities(days.map((day) => day.outsideMs)),
    purposeMs: {
      business: sum((day) => day.purposeMs.business),
      neutral: sum((day) => day.purposeMs.neutral),
      private: sum((day) => day.purposeMs.private),
    },
    activeMs: sum((day) => day.activeMs),
    passiveMs: sum((day) => day.passiveMs),
    workingMs: sum((day) => day.workingMs),
    workingSoFarMs,
    measuredMs,
    coverage: coverageOf(measuredMs, workingSoFarMs),
  };
}

/** The figures of every ISO week that the days lie in; a week at the edge of the range has the days of the range. */
export function weekFigures(days: readonly DayFigures[]): WeekFigures[] {
  const byWeek = Map.groupBy(days, (day) => isoWeekOf(day.date));
  return [...byWeek].map(([week, daysOfWeek]) => sumOfDays(week, daysOfWeek));
}
