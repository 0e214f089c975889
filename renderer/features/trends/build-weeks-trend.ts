import { type LinkedInActivity, LINKEDIN_ACTIVITIES } from '../../../shared/domain/activity.ts';
import type { Purpose } from '../../../shared/domain/agreement.ts';
import type { TrendsView, TrendWeek } from '../../../shared/ipc/views.ts';
import { wholeMinutes } from '../../i18n/format.ts';
import { durationText, weekNumber, type Words } from '../../i18n/words.ts';
import { wholeParts } from './whole-parts.ts';

/** By what the bars are divided. */
export type Division = 'activity' | 'purpose';

/** What a bar stands for. */
export type Unit = 'week' | 'month';

/** A purpose that can count. */
export type CountedPurpose = Exclude<Purpose, 'private'>;
const COUNTED_PURPOSES = ['business', 'neutral'] as const satisfies readonly CountedPurpose[];

/** A part of the stack. */
export type TrendSeries = LinkedInActivity | CountedPurpose;

/** One week, in whole minutes that add up. */
export interface TrendPoint {
  /** As `2026-W47`. */
  readonly week: string;
  /** As 47. */
  readonly number: number;
  /** Monday. */
  readonly from: string;
  /** As `W47`. */
  readonly short: string;
  /** As `Week 47, 16 – 22 November 2026`. */
  readonly name: string;
  /** Whether a moment of its working time was measured. */
  readonly isMeasured: boolean;
  /** A week that is over, with working time without a moment measured. It is not zero. */
  readonly notMeasured: boolean;
  readonly isRunning: boolean;
  /** Counted minutes by series; they add up to `countedMinutes`. */
  readonly counted: Readonly<Partial<Record<TrendSeries, number>>>;
  readonly countedMinutes: number;
  /** What the blocks of its working days add up to at most; null without a block. */
  readonly allowanceMinutes: number | null;
  /** 0 to 1; null without working time. */
  readonly coverage: number | null;
}

/** All that the chart of the weeks draws and says. */
export interface WeeksTrend {
  readonly points: readonly TrendPoint[];
  /** Series with time, in the order of the stack. */
  readonly series: readonly TrendSeries[];
  /** Minutes. */
  readonly ticks: readonly number[];
  readonly highest: number;
  readonly hasNotMeasured: boolean;
  readonly hasAllowance: boolean;
  readonly summary: string;
}

function partsOf(week: TrendWeek, division: Division): TrendPoint['counted'] {
  const sums: Partial<Record<TrendSeries, number>> = {};
  for (const { activity, purpose, counts, minutes } of wholeParts(week)) {
    if (!counts || purpose === 'private' || minutes === 0) continue;
    const series = division === 'purpose' ? purpose : activity;
    sums[series] = (sums[series] ?? 0) + minutes;
  }
  return sums;
}

function pointOf(
  week: TrendWeek,
  today: string,
  division: Division,
  unit: Unit,
  { t, format }: Words,
): TrendPoint {
  const number = weekNumber(week.week);
  const isRunning = today >= week.from && today <= week.to;
  return {
    week: week.week,
    number,
    from: week.from,
    short:
      unit === 'month' ? format.monthShort(week.from) : t('trends.weeks.short', { week: number }),
    name:
      unit === 'month'
        ? format.month(week.from)
        : t('trends.weeks.name', { week: number, range: format.dateRange(week.from, week.to) }),
    isMeasured: week.measuredMs > 0,
    notMeasured: week.measuredMs === 0 && week.workingMs > 0 && week.to < today,
    isRunning,
    counted: partsOf(week, division),
    countedMinutes: wholeMinutes(week.countedMs),
    allowanceMinutes: week.allowanceMs > 0 ? wholeMinutes(week.allowanceMs) : null,
    coverage: week.workingMs > 0 ? week.coverage : null,
  };
}

function ticksUpTo(highest: number): number[] {
  const step = [15, 30, 60, 120, 240, 480].find((one) => highest / one <= 5) ?? 960;
  const count = Math.max(2, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Sums of the minutes that the table lists, so that they can be added up there. */
function summaryOf(points: readonly TrendPoint[], unit: Unit, words: Words): string {
  const { t } = words;
  const measured = points.filter((point) => point.isMeasured);
  const sum = (which: 'countedMinutes' | 'allowanceMinutes') =>
    durationText(
      words,
      measured.reduce((total, point) => total + (point[which] ?? 0), 0),
    );
  const of = unit === 'month' ? 'months' : 'weeks';
  if (measured.length === 0) return t(`trends.${of}.summaryNone`);
  const texts = { count: measured.length, counted: sum('countedMinutes') };
  return measured.some((point) => point.allowanceMinutes !== null)
    ? t(`trends.${of}.summary`, { ...texts, allowance: sum('allowanceMinutes') })
    : t(`trends.${of}.summaryNoBlock`, texts);
}

/** Shapes the twelve weeks, or the months of the year, as stacked bars, each next to what was agreed for it. */
export function buildWeeksTrend(
  { weeks, months, today }: TrendsView,
  division: Division,
  words: Words,
  unit: Unit = 'week',
): WeeksTrend {
  const all = unit === 'month' ? months : weeks;
  const points = all.map((one) => pointOf(one, today, division, unit, words));
  const kinds: readonly TrendSeries[] =
    division === 'purpose' ? COUNTED_PURPOSES : LINKEDIN_ACTIVITIES;
  const ticks = ticksUpTo(
    Math.max(...points.map((point) => Math.max(point.countedMinutes, point.allowanceMinutes ?? 0))),
  );
  return {
    points,
    series: kinds.filter((one) => points.some((point) => point.counted[one])),
    ticks,
    highest: ticks.at(-1) ?? 0,
    hasNotMeasured: points.some((point) => point.notMeasured),
    hasAllowance: points.some((point) => point.allowanceMinutes !== null),
    summary: summaryOf(points, unit, words),
  };
}
