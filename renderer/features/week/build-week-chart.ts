import {
  type LinkedInActivity,
  LINKEDIN_ACTIVITIES,
  SHIELDED_ACTIVITIES,
} from '../../../shared/domain/activity.ts';
import { countsTowardsBlock, roleWork } from '../../../shared/domain/agreement.ts';
import type { ActivityMs, DayFigures, Place } from '../../../shared/domain/figures.ts';
import { dayRow, weekRow } from '../../../shared/domain/report.ts';
import { MINUTE_MS } from '../../../shared/domain/rounding.ts';
import type { WeekView } from '../../../shared/ipc/views.ts';
import { wholeMinutes } from '../../i18n/format.ts';
import { blockText, durationText, type Words } from '../../i18n/words.ts';

/** What a day is called below its bar. */
export type DayStanding = Place | 'day-off' | 'to-come' | 'not-yet' | 'none';

/** One day of the week, in whole minutes that add up. */
export interface WeekPoint {
  readonly date: string;
  /** As `Tue`. */
  readonly weekday: string;
  /** As `Tuesday 17 November 2026`. */
  readonly name: string;
  readonly dayOfMonth: string;
  readonly isToday: boolean;
  readonly standing: DayStanding;
  /** A working day without a moment measured. It is not zero. */
  readonly notMeasured: boolean;
  /** Counted minutes by activity; they add up to `countedMinutes`. */
  readonly counted: Readonly<Partial<Record<LinkedInActivity, number>>>;
  readonly countedMinutes: number;
  /** LinkedIn outside working time, private time left out. */
  readonly outsideMinutes: number;
  /** Private time inside working time. */
  readonly privateMinutes: number;
  /** Private time outside working time. */
  readonly privateOutsideMinutes: number;
  /** What the role takes as its own work, inside working time. */
  readonly ownWorkMinutes: number;
  /** The block of the day; null on a day without one. */
  readonly block: readonly [min: number, max: number] | null;
  readonly coverage: number;
  /**
   * Where on the height of the chart the hatching of what was not measured begins: 0 for a day without a moment
   * measured, 1 for one without hatching.
   */
  readonly unmeasuredFrom: number;
  readonly hasWorkingTime: boolean;
  /** Counted minutes of the same day a week before; null where that was no measured working day. */
  readonly beforeMinutes: number | null;
}

/** Days in a row with the same block. */
export interface WeekBand {
  readonly from: string;
  readonly to: string;
  readonly min: number;
  readonly max: number;
  readonly label: string;
}

/** All that the chart of a week draws and says. */
export interface WeekChart {
  readonly points: readonly WeekPoint[];
  /** Activities with counted time, in the order of the stack. */
  readonly series: readonly LinkedInActivity[];
  readonly bands: readonly WeekBand[];
  /** Minutes; below zero is what stands apart from the block. */
  readonly domain: readonly [min: number, max: number];
  readonly ticks: readonly number[];
  readonly hasOutside: boolean;
  readonly hasPrivate: boolean;
  readonly hasPrivateOutside: boolean;
  readonly hasOwnWork: boolean;
  readonly hasNotMeasured: boolean;
  readonly hasBefore: boolean;
  readonly summary: string;
}

/** Whether a day has figures of working time: one that was not measured, or has yet to come, has none, which is not zero. */
export function hasCounted({ standing, hasWorkingTime, notMeasured }: WeekPoint): boolean {
  return hasWorkingTime && !notMeasured && standing !== 'to-come' && standing !== 'not-yet';
}

function standingOf(day: DayFigures, today: string): DayStanding {
  if (!day.workingDay) return 'day-off';
  if (day.date > today) return 'to-come';
  // Today may have its working time before it: it is called not measured once it is over.
  if (day.date === today && day.place === 'no-data') return 'not-yet';
  return day.place ?? 'none';
}

const always = () => true;

function minutesOf(
  times: ActivityMs,
  which: (activity: LinkedInActivity) => boolean = always,
): number {
  let minutes = 0;
  for (const activity of LINKEDIN_ACTIVITIES) {
    if (which(activity)) minutes += (times[activity] ?? 0) / MINUTE_MS;
  }
  return minutes;
}

/** Counted minutes of a day; null on a day off, and where nothing was measured. */
function countedOf(day: DayFigures | undefined): number | null {
  return day?.workingDay && day.measuredMs > 0
    ? dayRow(day, { includePrivate: false, roundMinutes: 1 }).countedMs / MINUTE_MS
    : null;
}

/** A whole per cent that is missing is told; what is to come is not missing. */
function unmeasuredFrom({ coverage }: DayFigures, standing: DayStanding): number {
  if (standing === 'no-data') return 0;
  const isTold = standing !== 'day-off' && standing !== 'to-come' && standing !== 'not-yet';
  return isTold ? Math.round(coverage * 100) / 100 : 1;
}

/** One day; rounded by the report's own row, so that chart, table and export agree to the minute. */
function pointOf(
  day: DayFigures,
  before: DayFigures | undefined,
  today: string,
  { format }: Words,
): WeekPoint {
  const row = dayRow(day, { includePrivate: true, roundMinutes: 1 });
  const exported = dayRow(day, { includePrivate: false, roundMinutes: 1 });
  const agreement = day.agreement ?? undefined;
  const ownWork = agreement && roleWork(agreement.role);
  const standing = standingOf(day, today);
  const counted = Object.fromEntries(
    LINKEDIN_ACTIVITIES.flatMap((activity) => {
      const ms = row.insideMs[activity];
      return ms && countsTowardsBlock(activity, agreement) ? [[activity, ms / MINUTE_MS]] : [];
    }),
  );
  const isPrivate = (activity: LinkedInActivity) =>
    SHIELDED_ACTIVITIES.includes(activity) ||
    (activity !== ownWork && !countsTowardsBlock(activity, agreement));
  const outsideMinutes = minutesOf(exported.outsideMs);
  return {
    date: day.date,
    weekday: format.weekdayShort(day.date),
    name: format.dateLong(day.date),
    dayOfMonth: format.number(Number(day.date.slice(8))),
    isToday: day.date === today,
    standing,
    notMeasured: standing === 'no-data',
    counted,
    countedMinutes: row.countedMs / MINUTE_MS,
    outsideMinutes,
    privateMinutes: minutesOf(row.insideMs, isPrivate),
    privateOutsideMinutes: minutesOf(row.outsideMs) - outsideMinutes,
    ownWorkMinutes: minutesOf(row.insideMs, (activity) => activity === ownWork),
    block: day.workingDay && agreement ? [agreement.minMinutes, agreement.maxMinutes] : null,
    coverage: day.coverage,
    unmeasuredFrom: unmeasuredFrom(day, standing),
    hasWorkingTime: day.workingDay,
    beforeMinutes: countedOf(before),
  };
}

function bandsOf(points: readonly WeekPoint[], words: Words): WeekBand[] {
  const bands: WeekBand[] = [];
  let before: WeekBand | undefined;
  for (const { date, block } of points) {
    if (!block) {
      before = undefined;
      continue;
    }
    const [min, max] = block;
    if (before?.min === min && before.max === max) {
      before = { ...before, to: date };
      bands[bands.length - 1] = before;
    } else {
      const range = blockText(words, min, max);
      before = { from: date, to: date, min, max, label: words.t('week.chart.band', { range }) };
      bands.push(before);
    }
  }
  return bands;
}

/** The step between ticks that keeps them few: 5, 10, 15, 30 or 60 minutes and so on. */
function stepOf(minutes: number): number {
  return [5, 10, 15, 30, 60, 120, 240].find((step) => minutes / step <= 6) ?? 480;
}

function axisOf(points: readonly WeekPoint[]) {
  const highest = Math.max(
    20,
    ...points.map(({ countedMinutes, beforeMinutes, block }) =>
      Math.max(countedMinutes + 3, beforeMinutes ?? 0, (block?.[1] ?? 0) * 1.25),
    ),
  );
  const lowest = Math.max(
    0,
    ...points.map((p) => p.outsideMinutes + p.privateMinutes + p.privateOutsideMinutes),
  );
  const step = stepOf(highest + lowest);
  const max = Math.ceil(highest / step) * step;
  const min = lowest === 0 ? 0 : -Math.ceil(lowest / step) * step;
  const ticks: number[] = [];
  for (let tick = min; tick <= max; tick += step) ticks.push(tick);
  return { domain: [min, max] as const, ticks };
}

function summaryOf({ week, days, today }: WeekView, points: readonly WeekPoint[], words: Words) {
  const { t, format } = words;
  const count = (place: Place) => points.filter((point) => point.standing === place).length;
  const measured = days.filter((day) => day.workingDay && day.measuredMs > 0 && day.date <= today);
  const sentence =
    measured.length === 0
      ? t('week.chart.summaryNone')
      : t('week.chart.summary', {
          count: measured.length,
          counted: durationText(words, wholeMinutes(week.countedMs)),
          room: format.number(count('room')),
          sweetSpot: format.number(count('sweet-spot')),
          over: format.number(count('over')),
        });
  const ofWeek = weekRow(week, { includePrivate: false, roundMinutes: 1 });
  const outside = minutesOf(ofWeek.outsideMs);
  return outside === 0
    ? sentence
    : `${sentence} ${t('week.chart.summaryOutside', { outside: durationText(words, outside) })}`;
}

/** Shapes a week as stacked bars over the agreed block. */
export function buildWeekChart(view: WeekView, words: Words): WeekChart {
  const points = view.days.map((day, index) =>
    pointOf(day, view.previousDays[index], view.today, words),
  );
  return {
    points,
    series: LINKEDIN_ACTIVITIES.filter((id) => points.some((point) => point.counted[id])),
    bands: bandsOf(points, words),
    ...axisOf(points),
    hasOutside: points.some((point) => point.outsideMinutes > 0),
    hasPrivate: points.some((point) => point.privateMinutes > 0),
    hasPrivateOutside: points.some((point) => point.privateOutsideMinutes > 0),
    hasOwnWork: points.some((point) => point.ownWorkMinutes > 0),
    hasNotMeasured: points.some((point) => point.unmeasuredFrom < 1),
    hasBefore: points.some((point) => point.beforeMinutes !== null),
    summary: summaryOf(view, points, words),
  };
}
