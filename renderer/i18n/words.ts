import type { TFunction } from 'i18next';
import { createContext, useContext } from 'react';
import { type Format, unbreakable, wholeMinutes } from './format.ts';

/** Texts and formats of the language that is shown. */
export interface Words {
  readonly t: TFunction;
  readonly format: Format;
}

/** Whole minutes with their unit, as `17 min`. */
export function minutesText({ t, format }: Words, minutes: number): string {
  return unbreakable(t('duration.minutes', { minutes: format.number(minutes) }));
}

/** Whole minutes as hours and minutes from an hour on, as `1 h 20 min`. */
export function durationText(words: Words, minutes: number): string {
  const { t, format } = words;
  if (minutes < 60) return minutesText(words, minutes);
  const hours = format.number(Math.floor(minutes / 60));
  const rest = minutes % 60;
  return unbreakable(
    rest === 0
      ? t('duration.hours', { hours })
      : t('duration.hoursMinutes', { hours, minutes: format.number(rest) }),
  );
}

/** A time in milliseconds in whole minutes, as hours and minutes from an hour on. */
export function durationOfMs(words: Words, ms: number): string {
  return durationText(words, wholeMinutes(ms));
}

/** The length of one span: seconds below a minute, else as {@link durationOfMs}. */
export function spanLengthText(words: Words, ms: number): string {
  if (ms >= 60_000) return durationOfMs(words, ms);
  const seconds = words.format.number(Math.floor(ms / 1000));
  return unbreakable(words.t('duration.seconds', { seconds }));
}

/** An agreed block, as `15–30 min`. */
export function blockText({ t, format }: Words, minMinutes: number, maxMinutes: number): string {
  if (minMinutes === maxMinutes) return minutesText({ t, format }, maxMinutes);
  const min = format.number(minMinutes);
  return unbreakable(t('duration.range', { min, max: format.number(maxMinutes) }));
}

/** The number of an ISO week, as 47 of `2026-W47`. */
export function weekNumber(week: string): number {
  return Number(week.slice(-2));
}

export const WordsContext = createContext<Words | undefined>(undefined);

/** Texts and formats, for components. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('useWords outside WordsContext');
  return words;
}
