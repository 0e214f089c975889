import {
  type LinkedInActivity,
  LINKEDIN_ACTIVITIES,
  SHIELDED_ACTIVITIES,
} from '../../shared/domain/activity.ts';
import { roleWork } from '../../shared/domain/agreement.ts';
import {
  type DayFigures,
  type Place,
  type WeekFigures,
  PLACES,
} from '../../shared/domain/figures.ts';
import { weekRow } from '../../shared/domain/report.ts';
import { MINUTE_MS } from '../../shared/domain/rounding.ts';
import type { WeekView } from '../../shared/ipc/views.ts';
import { NO_FIGURE, wholeMinutes } from '../i18n/format.ts';
import { durationOfMs, durationText, weekNumber, type Words } from '../i18n/words.ts';

/** One bar with its name and its length in words. */
export interface TotalBar {
  readonly id: string;
  readonly label: string;
  readonly minutes: number;
  readonly length: string;
  readonly fill: LinkedInActivity | 'now' | 'before' | 'mean';
}

/** A figure with what it is next to. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
}

/** The week in words and figures. */
export interface WeekFacts {
  readonly counted: Fact;
  /** Working days by place, today included, days to come left out. */
  readonly places: readonly {
    readonly place: Place;
    readonly label: string;
    readonly count: number;
  }[];
  readonly daysDetail: string;
  readonly outside: Fact;
  readonly coverage: Fact;
  readonly comparison: Comparison;
  /** What the role took as its own work; null without any. */
  readonly ownWork: string | null;
}

/** Counted time of a week next to that of the week before, and to the mean of up to eight before. */
export interface Comparison {
  readonly bars: readonly TotalBar[];
  /** Minutes of a full bar. */
  readonly longestMinutes: number;
  readonly summary: string;
}

/** Counted time of this week next to that of the week before, in neutral words. */
function compareInWords({ week, previous, today }: WeekView, words: Words): string {
  const { t } = words;
  if (previous.measuredMs === 0) return t('week.compare.unknown');
  const before = wholeMinutes(previous.countedMs);
  const now = wholeMinutes(week.countedMs);
  const texts = { previous: durationText(words, before), counted: durationText(words, now) };
  if (today <= week.to && today >= week.from) return t('week.compare.running', texts);
  if (now === before) return t('week.compare.same', texts);
  const difference = durationText(words, Math.abs(now - before));
  return now > before
    ? t('week.compare.more', { ...texts, difference })
    : t('week.compare.less', { ...texts, difference });
}

/** The mean of the weeks before as a bar and a sentence; undefined where it would be the week before again. */
function compareToMean({ mean }: WeekView, words: Words) {
  const { t } = words;
  if (mean === null || mean.weeks < 2) return undefined;
  const minutes = wholeMinutes(mean.countedMs);
  const length = durationText(words, minutes);
  const label = t('week.compare.mean');
  return {
    bar: { id: 'mean', label, minutes, length, fill: 'mean' as const },
    summary: t('week.compare.meanSummary', { count: mean.weeks, mean: length }),
  };
}

function compare(view: WeekView, words: Words): Comparison {
  const { t } = words;
  const mean = compareToMean(view, words);
  const weeks: TotalBar[] = [view.week, view.previous].map(
    ({ week, countedMs, measuredMs }, index) => {
      const minutes = wholeMinutes(countedMs);
      return {
        id: week,
        label: t('week.number', { week: weekNumber(week) }),
        minutes,
        length: measuredMs > 0 ? durationText(words, minutes) : t('week.chart.notMeasured'),
        fill: index === 0 ? ('now' as const) : ('before' as const),
      };
    },
  );
  const bars = mean ? [...weeks, mean.bar] : weeks;
  return {
    bars,
    longestMinutes: Math.max(...bars.map(({ minutes }) => minutes)),
    summary: [compareInWords(view, words), ...(mean ? [mean.summary] : [])].join(' '),
  };
}

/** Sums of a week, in the report's own rounding. */
function rowOf({ week }: WeekView) {
  return weekRow(week, { includePrivate: true, roundMinutes: 1 });
}

/** How much of the working time until now was measured. */
function coverageInWords({ workingMs, workingSoFarMs, measuredMs }: WeekFigures, words: Words) {
  const { t } = words;
  if (workingMs === 0) return t('week.facts.coverageNone');
  if (workingSoFarMs === 0) return t('week.facts.coverageNotYet');
  const isOver = workingSoFarMs === workingMs;
  return t(isOver ? 'week.facts.coverageSub' : 'week.facts.coverageSoFar', {
    measured: durationOfMs(words, measuredMs),
    working: durationOfMs(words, workingSoFarMs),
  });
}

/** Shapes the four facts of a week, and how it compares with the week before. */
export function buildWeekFacts(view: WeekView, words: Words): WeekFacts {
  const { t, format } = words;
  const { week, days, today } = view;
  const row = rowOf(view);
  const workingDays = days.filter((day) => day.workingDay);
  // Today may have its working time before it.
  const isToCome = ({ date, place }: DayFigures) =>
    date > today || (date === today && place === 'no-data');
  const shown = workingDays.filter((day) => !isToCome(day));
  const toCome = workingDays.filter(isToCome).length;
  const outsideMs = LINKEDIN_ACTIVITIES.reduce(
    (sum, id) => (SHIELDED_ACTIVITIES.includes(id) ? sum : sum + (row.outsideMs[id] ?? 0)),
    0,
  );
  const work = days.findLast((day) => day.agreement)?.agreement;
  const ownActivity = work && roleWork(work.role);
  const ownMs = ownActivity && ownActivity !== 'elsewhere' ? (row.insideMs[ownActivity] ?? 0) : 0;
  return {
    counted: {
      label: t('week.facts.counted'),
      value: week.measuredMs > 0 ? durationOfMs(words, row.countedMs) : NO_FIGURE,
      detail:
        week.allowanceMs > 0
          ? t('week.facts.countedSub', { allowance: durationOfMs(words, week.allowanceMs) })
          : t('week.facts.countedNone'),
    },
    places: PLACES.map((place) => ({
      place,
      label: t(`place.${place}`),
      count: shown.filter((day) => day.place === place).length,
    })),
    daysDetail: toCome > 0 ? t('week.facts.daysSub', { count: toCome }) : '',
    outside: {
      label: t('week.facts.outside'),
      value: week.measuredMs + outsideMs > 0 ? durationOfMs(words, outsideMs) : NO_FIGURE,
      detail: t('week.facts.outsideSub'),
    },
    coverage: {
      label: t('week.facts.coverage'),
      value: week.workingSoFarMs > 0 ? format.percent(week.coverage) : NO_FIGURE,
      detail: coverageInWords(week, words),
    },
    comparison: compare(view, words),
    ownWork:
      ownActivity && ownMs > 0
        ? t('week.facts.ownWork', {
            activity: t(`activity.${ownActivity}`),
            minutes: durationOfMs(words, ownMs),
          })
        : null,
  };
}

/** LinkedIn time in working time by activity. */
export interface ActivityTotals {
  readonly bars: readonly TotalBar[];
  /** Minutes of a full bar. */
  readonly longestMinutes: number;
  readonly summary: string;
}

/** Shapes the week by activity, longest first. */
export function buildActivityTotals(view: WeekView, words: Words): ActivityTotals {
  const { t } = words;
  const row = rowOf(view);
  const totals = LINKEDIN_ACTIVITIES.flatMap((activity) => {
    const minutes = (row.insideMs[activity] ?? 0) / MINUTE_MS;
    if (minutes === 0) return [];
    const label = t(`activity.${activity}`);
    return [{ id: activity, label, minutes, length: durationText(words, minutes), fill: activity }];
  }).sort((a, b) => b.minutes - a.minutes);
  const [longest] = totals;
  const total = durationText(
    words,
    totals.reduce((sum, { minutes }) => sum + minutes, 0),
  );
  return {
    bars: totals,
    longestMinutes: longest?.minutes ?? 0,
    summary: longest
      ? t('week.by.summary', { activity: longest.label, minutes: longest.length, total })
      : t(view.week.measuredMs > 0 ? 'week.by.none' : 'week.chart.summaryNone'),
  };
}
