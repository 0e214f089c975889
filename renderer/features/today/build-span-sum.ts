import {
  isLinkedIn,
  LINKEDIN_ACTIVITIES,
  type LinkedInActivity,
} from '../../../shared/domain/activity.ts';
import { type Agreement, countsTowardsBlock, roleWork } from '../../../shared/domain/agreement.ts';
import type { ActivityMs } from '../../../shared/domain/figures.ts';
import { type Interval, overlapMs } from '../../../shared/domain/interval.ts';
import { dayRow } from '../../../shared/domain/report.ts';
import { MINUTE_MS } from '../../../shared/domain/rounding.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { DayView } from '../../../shared/ipc/views.ts';
import { wholeMinutes } from '../../i18n/format.ts';
import { durationText, type Words } from '../../i18n/words.ts';

/** Why a span, or a part of it, is not in the counted sum. */
export type SpanEffect = 'outside' | 'partly' | 'ownWork' | 'private';

/**
 * What a span does to the sum of its day; undefined where all of it counts, or where it is not LinkedIn.
 *
 * @param working the working time of the day.
 */
export function effectOf(
  { activity, startedAtMs: startMs, endedAtMs: endMs }: Span,
  agreement: Agreement | undefined,
  working: readonly Interval[],
): SpanEffect | undefined {
  if (!isLinkedIn(activity)) return undefined;
  if (agreement && activity === roleWork(agreement.role)) return 'ownWork';
  if (!countsTowardsBlock(activity, agreement)) return 'private';
  const insideMs = overlapMs({ startMs, endMs }, working);
  if (insideMs === endMs - startMs) return undefined;
  return insideMs === 0 ? 'outside' : 'partly';
}

function sumOf(times: ActivityMs, which: (activity: LinkedInActivity) => boolean): number {
  return LINKEDIN_ACTIVITIES.reduce(
    (sum, activity) => sum + (which(activity) ? (times[activity] ?? 0) / MINUTE_MS : 0),
    0,
  );
}

/** The last row of a day's list: the counted minutes as the dial has them, and what stands beside them. */
export function spanSumText({ figures }: DayView, words: Words): string {
  const { insideMs, outsideMs } = dayRow(figures, { includePrivate: true, roundMinutes: 1 });
  const agreement = figures.agreement ?? undefined;
  const ownWork = agreement && roleWork(agreement.role);
  const isPrivate = (activity: LinkedInActivity) =>
    activity !== ownWork && !countsTowardsBlock(activity, agreement);
  const parts = {
    outside: sumOf(outsideMs, (activity) => !isPrivate(activity)),
    ownWork: sumOf(insideMs, (activity) => activity === ownWork),
    private: sumOf(insideMs, isPrivate) + sumOf(outsideMs, isPrivate),
  };
  const length = (minutes: number) => durationText(words, minutes);
  return [
    words.t('day.sum.counted', { length: length(wholeMinutes(figures.countedMs)) }),
    ...(['outside', 'ownWork', 'private'] as const)
      .filter((part) => parts[part] > 0)
      .map((part) => words.t(`day.sum.${part}`, { length: length(parts[part]) })),
  ].join(', ');
}
