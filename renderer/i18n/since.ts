import type { Words } from './words.ts';

/** Dates this old mean that something has always been so. */
const ALWAYS_BEFORE = '1971';

/** The date from which a version holds, in words. */
export function sinceText({ t, format }: Words, isoDate: string): string {
  return isoDate < ALWAYS_BEFORE
    ? t('since.always')
    : t('since.date', { date: format.dateFull(isoDate) });
}

/** Today in the computer's zone: the day from which a change holds. */
export function localToday(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A version by the date from which it holds, as in "the version from 1 January 2026". */
export function versionText({ t, format }: Words, isoDate: string): string {
  return isoDate < ALWAYS_BEFORE
    ? t('since.fromStart')
    : t('since.from', { date: format.dateFull(isoDate) });
}
