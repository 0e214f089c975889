import { LINKEDIN_ACTIVITIES } from '../../../shared/domain/activity.ts';
import type { DayFigures } from '../../../shared/domain/figures.ts';
import { MINUTE_MS, roundParts } from '../../../shared/domain/rounding.ts';
import { wholeMinutes } from '../../i18n/format.ts';
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
  parts: readonly { readonly id: Id; readonly label: string; readonly ms: number }[],
  words: Words,
): Omit<Shares<Id>, 'summary'> {
  const totalMs = parts.reduce((sum, { ms }) => sum + ms, 0);
  const minutes = roundParts(
    parts.map(({ ms }) => ms),
    totalMs,
    MINUTE_MS,
  );
  const percents = roundParts(
    parts.map(({ ms }) => ms),
    totalMs,
    totalMs / 100,
  );
  return {
    totalMinutes: wholeMinutes(totalMs),
    parts: parts.map(({ id, label, ms }, index) => ({
      id,
      label,
      minutes: minutes[index] ?? 0,
      length: durationText(words, minutes[index] ?? 0),
      share: totalMs > 0 ? ms / totalMs : 0,
      percent: words.format.percent(totalMs > 0 ? (percents[index] ?? 0) / 100 : 0),
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
    ids.map((id) => ({ id, label: t(`purpose.${id}`), ms: figures.purposeMs[id] })),
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
  const totalMs = LINKEDIN_ACTIVITIES.reduce((sum, id) => sum + (figures.insideMs[id] ?? 0), 0);
  const restMs = totalMs - figures.activeMs - figures.passiveMs;
  const whole = divide(
    [
      { id: 'active', label: t('day.shares.active'), ms: figures.activeMs },
      { id: 'passive', label: t('day.shares.passive'), ms: figures.passiveMs },
      { id: 'rest', label: t('day.shares.rest'), ms: restMs },
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
