import { type Purpose, PURPOSES } from '../../../shared/domain/agreement.ts';
import type { TrendsView } from '../../../shared/ipc/views.ts';
import { durationText, weekNumber, type Words } from '../../i18n/words.ts';
import { wholeParts } from './whole-parts.ts';

/** The LinkedIn time in working time of one week by purpose, in whole minutes that add up. */
export interface MixPoint {
  readonly week: string;
  readonly from: string;
  readonly short: string;
  readonly name: string;
  readonly minutes: Readonly<Record<Purpose, number>>;
  readonly totalMinutes: number;
  /** Shares of the whole, 0 to 1; all 0 without any time. */
  readonly shares: Readonly<Record<Purpose, number>>;
}

/** All that the chart of purposes draws and says. */
export interface PurposeMix {
  readonly points: readonly MixPoint[];
  readonly purposes: readonly Purpose[];
  readonly summary: string;
}

function byPurpose(value: (purpose: Purpose) => number): Record<Purpose, number> {
  return {
    business: value('business'),
    neutral: value('neutral'),
    private: value('private'),
  };
}

const sumOf = (minutes: Readonly<Record<Purpose, number>>) =>
  PURPOSES.reduce((sum, purpose) => sum + minutes[purpose], 0);

/** Shapes what the LinkedIn time of the twelve weeks was for. */
export function buildPurposeMix({ weeks }: TrendsView, words: Words): PurposeMix {
  const { t, format } = words;
  const points = weeks.map((trendWeek): MixPoint => {
    const { week, from, to } = trendWeek;
    const parts = wholeParts(trendWeek);
    const minutes = byPurpose((purpose) =>
      parts.reduce((sum, part) => (part.purpose === purpose ? sum + part.minutes : sum), 0),
    );
    const totalMinutes = sumOf(minutes);
    return {
      week,
      from,
      short: t('trends.weeks.short', { week: weekNumber(week) }),
      name: t('trends.weeks.name', { week: weekNumber(week), range: format.dateRange(from, to) }),
      minutes,
      totalMinutes,
      shares: byPurpose((purpose) => (totalMinutes > 0 ? minutes[purpose] / totalMinutes : 0)),
    };
  });
  // Of the minutes that the table lists, so that they can be added up there.
  const all = byPurpose((purpose) =>
    points.reduce((sum, { minutes }) => sum + minutes[purpose], 0),
  );
  const text = (minutes: number) => durationText(words, minutes);
  return {
    points,
    purposes: PURPOSES.filter((purpose) => points.some((point) => point.minutes[purpose] > 0)),
    summary:
      sumOf(all) === 0
        ? t('trends.mix.summaryNone')
        : t('day.shares.summary', {
            total: text(sumOf(all)),
            business: text(all.business),
            neutral: text(all.neutral),
            private: text(all.private),
          }),
  };
}
