import type { LinkedInActivity } from '../../../shared/domain/activity.ts';
import { PURPOSES, purposeOf, type Role } from '../../../shared/domain/agreement.ts';
import { GUIDELINE_ACTIVITIES, type Suggestion } from '../../../shared/settings/guideline-file.ts';
import { wallText } from '../../components/ranges-field.tsx';
import { blockText, type Words } from '../../i18n/words.ts';
import type { AgreementSetting } from '../../store/change-settings.ts';
import { withPurpose } from './agreement-draft.ts';

/** A part of an agreement that a guideline can suggest, each to be taken over or left. */
export type GuidelinePart = 'role' | 'goal' | 'block' | 'window' | LinkedInActivity;

/** One suggestion next to what holds now. */
export interface GuidelineRow {
  readonly part: GuidelinePart;
  readonly label: string;
  readonly now: string;
  readonly suggested: string;
  /** Whether there is nothing to take over. */
  readonly same: boolean;
}

/** Puts what is suggested for a role next to the terms that hold now. */
export function buildGuidelineRows(
  { goal, block, window, purposes = {} }: Suggestion,
  role: Role,
  now: AgreementSetting,
  words: Words,
): readonly GuidelineRow[] {
  const { t } = words;
  const rows: GuidelineRow[] = [];
  const add = (part: GuidelinePart, label: string, [before, next]: [string, string]) => {
    rows.push({ part, label, now: before, suggested: next, same: before === next });
  };
  const when = (range: AgreementSetting['window']) =>
    range
      ? t('duration.span', { from: wallText(words, range.from), to: wallText(words, range.to) })
      : t('agreement.windowAny');
  add('role', t('agreement.role'), [
    t(`agreement.roles.${now.role}`),
    t(`agreement.roles.${role}`),
  ]);
  if (goal !== undefined) add('goal', t('agreement.goal'), [now.goal, goal]);
  if (block) {
    add('block', t('agreement.block'), [
      blockText(words, now.minMinutes, now.maxMinutes),
      blockText(words, block.minMinutes, block.maxMinutes),
    ]);
  }
  if (window !== undefined) add('window', t('agreement.window'), [when(now.window), when(window)]);
  for (const activity of GUIDELINE_ACTIVITIES) {
    const purpose = purposes[activity];
    if (purpose === undefined) continue;
    add(activity, t(`activity.${activity}`), [
      t(`purpose.${purposeOf(activity, now)}`),
      t(`purpose.${purpose}`),
    ]);
  }
  return rows;
}

/** The terms with the parts of a suggestion that the user ticked, and no other. */
export function takeOver(
  now: AgreementSetting,
  { goal, block, window, purposes = {} }: Suggestion,
  role: Role,
  ticked: ReadonlySet<GuidelinePart>,
): AgreementSetting {
  let next = now;
  if (ticked.has('role')) next = { ...next, role };
  if (goal !== undefined && ticked.has('goal')) next = { ...next, goal };
  if (block && ticked.has('block')) next = { ...next, ...block };
  if (window !== undefined && ticked.has('window')) next = { ...next, window };
  for (const activity of GUIDELINE_ACTIVITIES) {
    const purpose = PURPOSES.find((one) => one === purposes[activity]);
    if (purpose && ticked.has(activity)) {
      next = { ...next, purposes: withPurpose(next.purposes, activity, purpose) };
    }
  }
  return next;
}
