import { ACTIVE_ACTIVITIES, PASSIVE_ACTIVITIES } from '../../../shared/domain/activity.ts';
import { purposeOf } from '../../../shared/domain/agreement.ts';
import type { DayFigures } from '../../../shared/domain/figures.ts';
import { insideMinutes } from '../../../shared/domain/report.ts';
import { shareOut } from '../../../shared/domain/rounding.ts';
import { durationText, type Words } from '../../i18n/words.ts';

/** One part of a whole. */
export interface Share<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly minutes: number;
  readonly length: string;
  /** 0 to 1; 0 where the whole is 0. */
  readonly share: number;
  readonly percent: string;
}

/** A whole divided into parts that add up to it. */
export interface Shares<Id extends string> {
  readonly parts: readonly Share<Id>[];
  readonly totalMinutes: number;
  readonly summary: string;
}

function divide<Id extends string>(
  parts: readonly { readonly id: Id; readonly label: string; readonly minutes: number }[],
  words: Words,
): Omit<Shares<Id>, 'summary'> {
  const totalMinutes = parts.reduce((sum, { minutes }) => sum + minutes, 0);
  const percents = shareOut(
    totalMinutes > 0 ? 100 : 0,
    parts.map(({ minutes }) => minutes),
    totalMinutes / 100,
  );
  return {
    totalMinutes,
    parts: parts.map(({ id, label, minutes }, index) => ({
      id,
      label,
      minutes,
      length: durationText(words, minutes),
      share: totalMinutes > 0 ? minutes / totalMinutes : 0,
      percent: words.format.percent(totalMinutes > 0 ? (percents[index] ?? 0) / 100 : 0),
    })),
  };
}

/** The length of one part in words. */
function lengthOf<Id extends string>({ parts }: Pick<Shares<Id>, 'parts'>, wanted: Id): string {
  return parts.find(({ id }) => id === wanted)?.length ?? '';
}

/** LinkedIn time in working time by purpose. */
export function buildPurposeShares(
  figures: DayFigures,
  words: Words,
): Shares<'business' | 'neutral' | 'private'> {
  const { t } = words;
  const ids = ['business', 'neutral', 'private'] as const;
  const whole = divide(
    ids.map((id) => ({
      id,
      label: t(`purpose.${id}`),
      minutes: insideMinutes(
        figures,
        (activity) => purposeOf(activity, figures.agreement ?? undefined) === id,
      ),
    })),
    words,
  );
  const total = durationText(words, whole.totalMinutes);
  const summary =
    whole.totalMinutes === 0
      ? t('day.shares.none')
      : t('day.shares.summary', {
          total,
          business: lengthOf(whole, 'business'),
          neutral: lengthOf(whole, 'neutral'),
          private: lengthOf(whole, 'private'),
        });
  return { ...whole, summary };
}

/** LinkedIn time in working time by whether the user does something or reads what comes by. */
export function buildModeShares(
  figures: DayFigures,
  words: Words,
): Shares<'active' | 'passive' | 'rest'> {
  const { t } = words;
  const active = insideMinutes(figures, (activity) => ACTIVE_ACTIVITIES.includes(activity));
  const passive = insideMinutes(figures, (activity) => PASSIVE_ACTIVITIES.includes(activity));
  const rest = insideMinutes(figures) - active - passive;
  const whole = divide(
    [
      { id: 'active', label: t('day.shares.active'), minutes: active },
      { id: 'passive', label: t('day.shares.passive'), minutes: passive },
      { id: 'rest', label: t('day.shares.rest'), minutes: rest },
    ] as const,
    words,
  );
  const summary =
    whole.totalMinutes === 0
      ? t('day.shares.none')
      : t('day.shares.modeSummary', {
          active: lengthOf(whole, 'active'),
          passive: lengthOf(whole, 'passive'),
          rest: lengthOf(whole, 'rest'),
        });
  return { ...whole, summary };
}
