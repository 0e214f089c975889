import type { LinkedInActivity } from '../../../shared/domain/activity.ts';
import { daysBetween } from '../../../shared/domain/calendar.ts';
import type { EraseWhat } from '../../../shared/ipc/privacy.ts';
import type { Words } from '../../i18n/words.ts';

export const ERASE_KINDS = [
  'last-quarter',
  'today',
  'range',
  'activity',
  'log',
  'everything',
] as const satisfies readonly EraseWhat['kind'][];
export type EraseKind = (typeof ERASE_KINDS)[number];

/** What stands in the fields; what a kind does not take is kept for another. */
export interface EraseChoice {
  readonly kind: EraseKind;
  readonly activity: LinkedInActivity;
  /** First and last day, as ISO dates; empty until they are chosen. */
  readonly from: string;
  readonly to: string;
}

/** Whether days are chosen for it; of an activity, none are all days. */
export function takesDays(kind: EraseKind): kind is 'range' | 'activity' {
  return kind === 'range' || kind === 'activity';
}

/** Whether the last day lies before the first. */
export function isBackwards({ kind, from, to }: EraseChoice): boolean {
  return takesDays(kind) && from !== '' && to !== '' && to < from;
}

/** What is to be erased; undefined while a day is missing, or the last lies before the first. */
export function whatToErase(choice: EraseChoice): EraseWhat | undefined {
  const { kind, activity, from, to } = choice;
  if (!takesDays(kind)) return { kind };
  if (kind === 'activity' && from === '' && to === '') return { kind, activity, range: null };
  if (from === '' || to === '' || isBackwards(choice)) return undefined;
  return kind === 'range' ? { kind, from, to } : { kind, activity, range: { from, to } };
}

/**
 * Asks in words whether that is to be erased.
 *
 * @param spans how many there are in all.
 */
export function eraseQuestion({ t, format }: Words, what: EraseWhat, spans: number): string {
  const days = ({ from, to }: { readonly from: string; readonly to: string }) => ({
    from: format.dateLong(from),
    to: format.dateLong(to),
    count: daysBetween(from, to) + 1,
  });
  switch (what.kind) {
    case 'range':
      return t('privacy.erase.confirm.range', days(what));
    case 'activity': {
      const activity = t(`activity.${what.activity}`);
      return what.range === null
        ? t('erase.confirmActivity', { activity })
        : t('erase.confirmActivityDays', { activity, ...days(what.range) });
    }
    case 'log':
      return t('erase.confirmLog');
    case 'everything':
      return t('privacy.erase.confirm.everything', { count: spans });
    default:
      return t(`privacy.erase.confirm.${what.kind}`);
  }
}
