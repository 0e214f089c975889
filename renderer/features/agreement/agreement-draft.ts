import type { LinkedInActivity } from '../../../shared/domain/activity.ts';
import {
  type Agreement,
  DEFAULT_PURPOSES,
  fitsWindow,
  type Purpose,
} from '../../../shared/domain/agreement.ts';
import type { AgreementPreview } from '../../../shared/ipc/views.ts';
import { blockText, durationText, type Words } from '../../i18n/words.ts';
import {
  type AgreementSetting,
  correctVersion,
  withVersion,
  withoutVersion,
} from '../../store/change-settings.ts';
import type { AgreementDraft, ProposedBlock } from '../../store/state/drafts.ts';

/** Why a draft cannot be saved, or undefined where it can. */
export type DraftProblem = 'wrong' | 'tooLong' | 'newInPast' | 'exists' | 'lookAgainFirst';

/** Looks at a draft before it is saved. */
export function problemOf(
  { kind, of, agreement }: AgreementDraft,
  agreements: readonly AgreementSetting[],
  today: string,
): DraftProblem | undefined {
  const { from, until, lookAgainOn, minMinutes, maxMinutes, window } = agreement;
  if (from === '' || until === '') return 'wrong';
  if (kind === 'delete') return undefined;
  if (kind === 'end') return until === null || until < from ? 'wrong' : undefined;
  if (minMinutes > maxMinutes || (window && window.from === window.to)) return 'wrong';
  if (until !== null && until < from) return 'wrong';
  if (!fitsWindow(agreement)) return 'tooLong';
  if (kind === 'new' && from < today) return 'newInPast';
  if (lookAgainOn !== null && lookAgainOn < from) return 'lookAgainFirst';
  const others = kind === 'correct' ? withoutVersion(agreements, of) : [];
  return others.some((other) => other.from === from) ? 'exists' : undefined;
}

/** The agreements after a draft was saved. */
export function agreementsAfter(
  { kind, of, agreement }: AgreementDraft,
  agreements: readonly AgreementSetting[],
): AgreementSetting[] {
  switch (kind) {
    case 'new':
      return withVersion(agreements, agreement);
    case 'correct':
    case 'end':
      return correctVersion(agreements, of, agreement);
    case 'delete':
      return withoutVersion(agreements, of);
  }
}

/** The purposes after one was chosen; what is as by default is not written down. */
export function withPurpose(
  purposes: Agreement['purposes'],
  activity: LinkedInActivity,
  purpose: Purpose,
): AgreementSetting['purposes'] {
  const others = Object.fromEntries(
    Object.entries(purposes).filter(([other]) => other !== activity),
  );
  return purpose === DEFAULT_PURPOSES[activity] ? others : { ...others, [activity]: purpose };
}

/** The figures that a block was drafted from, in words. */
export function figuresText(figures: ProposedBlock, words: Words): string {
  const { t, format } = words;
  const { from, to, days, leastMinutes, mostMinutes, meanMinutes } = figures;
  return t('agreement.fromFigures', {
    days: format.number(days),
    dates: format.dateRange(from, to),
    middle: blockText(words, leastMinutes, mostMinutes),
    mean: durationText(words, meanMinutes),
    block: blockText(words, figures.minMinutes, figures.maxMinutes),
  });
}

/** What a change does to days that have been, in words. */
export function previewText({ days, moves }: AgreementPreview, { t }: Words): string {
  if (days === 0 && moves.length === 0) return t('agreement.changesNone');
  const place = (name: AgreementPreview['moves'][number]['from']) =>
    name === null ? t('agreement.noPlace') : `“${t(`place.${name}`)}”`;
  const list = moves.map(({ from, to, count }) =>
    t('agreement.move', { count, from: place(from), to: place(to) }),
  );
  const sentence = list.join(', ');
  return t('agreement.changes', {
    count: days,
    moves:
      sentence === ''
        ? t('agreement.movesNone')
        : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`,
  });
}
