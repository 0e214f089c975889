import {
  ACTIVE_ACTIVITIES,
  LINKEDIN_ACTIVITIES,
  type LinkedInActivity,
  PASSIVE_ACTIVITIES,
  rankOf,
} from './activity.ts';
import {
  type Agreement,
  PURPOSES,
  type Purpose,
  countsTowardsBlock,
  purposeOf,
} from './agreement.ts';
import { isoWeekOf } from './calendar.ts';
import {
  type ActivitySums,
  type DaySumsInput,
  type SummedDay,
  addTime,
  addUpDays,
  noTime,
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
 * The sums that have time in the order of reports, whatever came first in the day: where two parts lost as much in
 * rounding, their order decides.
 */
function inOrder(sums: ActivitySums): ActivityMs {
  const ordered: Partial<Record<LinkedInActivity, number>> = {};
  for (const [rank, activity] of LINKEDIN_ACTIVITIES.entries()) {
    const ms = sums[rank] ?? 0;
    if (ms > 0) ordered[activity] = ms;
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

/** What an agreement says of an activity. */
interface Kind {
  readonly activity: LinkedInActivity;
  readonly rank: number;
  readonly purpose: Purpose;
  readonly isActive: boolean;
  readonly isPassive: boolean;
  readonly counts: boolean;
}

function kindsUnder(agreement: Agreement | undefined): Kind[] {
  return LINKEDIN_ACTIVITIES.map((activity) => ({
    activity,
    rank: rankOf(activity),
    purpose: purposeOf(activity, agreement),
    isActive: ACTIVE_ACTIVITIES.includes(activity),
    isPassive: PASSIVE_ACTIVITIES.includes(activity),
    counts: countsTowardsBlock(activity, agreement),
  }));
}

const KINDS_WITHOUT = kindsUnder(undefined);
const kindsByAgreement = new WeakMap<Agreement, readonly Kind[]>();

/** What an agreement says of each activity: many days have the same one. */
function kindsOf(agreement: Agreement | undefined): readonly Kind[] {
  if (!agreement) return KINDS_WITHOUT;
  let kinds = kindsByAgreement.get(agreement);
  if (!kinds) kindsByAgreement.set(agreement, (kinds = kindsUnder(agreement)));
  return kinds;
}

/** The LinkedIn time inside working time by what its activity is. */
function sortOut({ insideMs, windowMs }: SummedDay['sums'], agreement: Agreement | undefined) {
  const countedByMs: Partial<Record<LinkedInActivity, number>> = {};
  const purposeMs = { business: 0, neutral: 0, private: 0 };
  const sums = { countedMs: 0, inWindowMs: 0, activeMs: 0, passiveMs: 0 };
  for (const { activity, rank, purpose, isActive, isPassive, counts } of kindsOf(agreement)) {
    const ms = insideMs[rank] ?? 0;
    if (ms === 0) continue;
    purposeMs[purpose] += ms;
    if (isActive) sums.activeMs += ms;
    if (isPassive) sums.passiveMs += ms;
    if (!counts) continue;
    countedByMs[activity] = ms;
    sums.countedMs += ms;
    sums.inWindowMs += windowMs[rank] ?? 0;
  }
  return { countedByMs, purposeMs, ...sums };
}

/** The figures of a day out of its sums, under the agreement of the day. */
function finishDay(summed: SummedDay, nowMs: number): DayFigures {
  const { sums, frame, workingMs } = summed;
  const isAfterToday = frame.date > isoDateAt(frame.zone, nowMs);
  const isToCome = isAfterToday && sums.lastMs === -Infinity;
  const workingSoFarMs = soFarMs(summed, isAfterToday, nowMs);
  const { agreement } = frame;
  const measuredMs = sums.insideMs.reduce((sum, ms) => sum + ms, 0);
  const sorted = sortOut(sums, agreement);
  const { countedMs, inWindowMs } = sorted;
  const workingDay = workingMs > 0;
  return {
    date: frame.date,
    zone: frame.zone,
    workingDay,
    place: workingDay && agreement ? placeOf({ countedMs, measuredMs, isToCome }, agreement) : null,
    agreement: agreement ?? null,
    countedMs,
    countedByMs: sorted.countedByMs,
    inWindowMs: workingDay && frame.window ? inWindowMs : null,
    insideMs: inOrder(sums.insideMs),
    outsideMs: inOrder(sums.outsideMs),
    purposeMs: sorted.purposeMs,
    activeMs: sorted.activeMs,
    passiveMs: sorted.passiveMs,
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

/** Adds times to sums by activity. */
function addTimes(sums: ActivitySums, times: ActivityMs): void {
  for (const [rank, activity] of LINKEDIN_ACTIVITIES.entries()) {
    const ms = times[activity];
    if (ms !== undefined) addTime(sums, rank, ms);
  }
}

/** The figures of days together, by date, under a name; at least one day. */
export function sumOfDays(week: string, days: readonly DayFigures[]): WeekFigures {
  const counts = { room: 0, 'sweet-spot': 0, over: 0, 'no-data': 0, 'to-come': 0 };
  const purposeMs = { business: 0, neutral: 0, private: 0 };
  const [counted, inside, outside] = [noTime(), noTime(), noTime()];
  const sums = {
    ...{ allowanceMs: 0, countedMs: 0, activeMs: 0, passiveMs: 0 },
    ...{ workingMs: 0, workingSoFarMs: 0, measuredMs: 0 },
  };
  for (const day of days) {
    if (day.place !== null) counts[day.place] += 1;
    if (day.workingDay && day.agreement) sums.allowanceMs += day.agreement.maxMinutes * MINUTE_MS;
    sums.countedMs += day.countedMs;
    sums.activeMs += day.activeMs;
    sums.passiveMs += day.passiveMs;
    sums.workingMs += day.workingMs;
    sums.workingSoFarMs += day.workingSoFarMs;
    sums.measuredMs += day.measuredMs;
    for (const purpose of PURPOSES) purposeMs[purpose] += day.purposeMs[purpose];
    addTimes(counted, day.countedByMs);
    addTimes(inside, day.insideMs);
    addTimes(outside, day.outsideMs);
  }
  const { 'to-come': toCome, ...places } = counts;
  return {
    week,
    from: days.at(0)?.date ?? '',
    to: days.at(-1)?.date ?? '',
    days: { ...places, ...(toCome > 0 && { 'to-come': toCome }) },
    ...sums,
    countedByMs: inOrder(counted),
    insideMs: inOrder(inside),
    outsideMs: inOrder(outside),
    purposeMs,
    coverage: coverageOf(sums.measuredMs, sums.workingSoFarMs),
  };
}

/** The figures of every ISO week that the days lie in; a week at the edge of the range has the days of the range. */
export function weekFigures(days: readonly DayFigures[]): WeekFigures[] {
  const byWeek = Map.groupBy(days, (day) => isoWeekOf(day.date));
  return [...byWeek].map(([week, daysOfWeek]) => sumOfDays(week, daysOfWeek));
}
