import { createFormat, formatLocale } from '../../../renderer/i18n/format.ts';
import { createTexts, type Language } from '../../../renderer/i18n/i18n.ts';
import type { Words } from '../../../renderer/i18n/words.ts';

/** Texts and formats as the window has them. */
export function wordsIn(language: Language, systemLocale: string): Words {
  return {
    t: createTexts(language).getFixedT(language),
    format: createFormat(formatLocale(language, systemLocale)),
  };
}

export const ENGLISH = wordsIn('en', 'en-GB');
export const DUTCH = wordsIn('nl', 'nl-NL');

/** Unbreakable spaces as plain ones, so that an expected text can be read. */
export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u2009', ' ');
}

/** The same for every text inside a value. */
export function plainIn<T>(value: T): T {
  return JSON.parse(plain(JSON.stringify(value))) as T;
}
