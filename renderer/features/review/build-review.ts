import { daysBetween } from '../../../shared/domain/calendar.ts';
import {
  ACTIVE_ACTIVITIES,
  type Activity,
  PASSIVE_ACTIVITIES,
} from '../../../shared/domain/activity.ts';
import { purposeOf } from '../../../shared/domain/agreement.ts';
import { entriesOf } from '../../../shared/domain/figures.ts';
import { insideMinutes } from '../../../shared/domain/report.ts';
import type { WeekView } from '../../../shared/ipc/views.ts';
import { NO_FIGURE, wholeMinutes } from '../../i18n/format.ts';
import { durationOfMs, durationText, type Words } from '../../i18n/words.ts';
import {
  buildActivityTotals,
  buildWeekFacts,
  type Fact,
} from '../../components/build-week-facts.ts';

/** Numbers of the questions, as the catalogues list them. */
const QUESTIONS = ['0', '1', '2', '3', '4', '5', '6', '7'] as const;

/** A Monday from which weeks are counted, so that the questions take turns over the end of a year too. */
const FIRST_MONDAY = '1970-01-05';

/** What a week is looked back on with. */
export interface Review {
  /** Three of them. */
  readonly facts: readonly Fact[];
  readonly question: string;
}

/** The counted time next to what was agreed, and where the days lie. */
function countedFact(view: WeekView, words: Words): Fact {
  const { t, format } = words;
  const { counted, places, daysDetail } = buildWeekFacts(view, words);
  const days = places
    .filter(({ count }) => count > 0)
    .map(({ place, count }) => t(`review.days.${place}`, { number: format.number(count) }));
  const all = [
    ...(days.length > 0 ? days : [t('review.daysNone')]),
    ...(daysDetail ? [daysDetail] : []),
  ];
  return {
    ...counted,
    detail: t('review.countedText', { agreed: counted.detail, days: all.join(', ') }),
  };
}

/** What took most of the time in working time, and how much of that was doing and how much reading. */
function mostFact(view: WeekView, words: Words): Fact {
  const { t } = words;
  const { bars, summary } = buildActivityTotals(view, words);
  const [longest] = bars;
  if (!longest) {
    return { label: t('review.most'), value: NO_FIGURE, detail: summary };
  }
  const minutesOf = (activities: readonly Activity[]) =>
    durationText(
      words,
      insideMinutes(view.week, (activity) => activities.includes(activity)),
    );
  const total = bars.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    label: t('review.most'),
    value: longest.label,
    detail: t('review.shares', {
      minutes: longest.length,
      total: durationText(words, total),
      active: minutesOf(ACTIVE_ACTIVITIES),
      passive: minutesOf(PASSIVE_ACTIVITIES),
    }),
  };
}

/** Business time outside working time, by what was agreed on each day; where there is none, the week before. */
function thirdFact(view: WeekView, words: Words): Fact {
  const { t } = words;
  let ownMs = 0;
  for (const { outsideMs, agreement } of view.days) {
    for (const [activity, ms] of entriesOf(outsideMs)) {
      if (purposeOf(activity, agreement ?? undefined) === 'business') ownMs += ms;
    }
  }
  if (wholeMinutes(ownMs) > 0) {
    return {
      label: t('review.own'),
      value: durationOfMs(words, ownMs),
      detail: t('review.ownText'),
    };
  }
  const { measuredMs, countedMs } = view.previous;
  return {
    label: t('week.chart.before'),
    value: measuredMs > 0 ? durationOfMs(words, countedMs) : NO_FIGURE,
    detail: buildWeekFacts(view, words).comparison.summary,
  };
}

/** Shapes the review of a week: figures as the page of the week has them, and the question whose turn it is. */
export function buildReview(view: WeekView, words: Words): Review {
  const weeks = Math.floor(daysBetween(FIRST_MONDAY, view.week.from) / 7);
  const turn = QUESTIONS[weeks % QUESTIONS.length] ?? '0';
  return {
    facts: [countedFact(view, words), mostFact(view, words), thirdFact(view, words)],
    question: words.t(`review.question.${turn}`),
  };
}
