import type { Settings } from '../../shared/settings/settings.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import type { Texts } from './texts.ts';

export type Language = 'en' | 'nl';

/** The language of the app: the one chosen, or Dutch where the system's first of the two is Dutch. */
export function languageOf(
  choice: Settings['language'],
  systemLanguages: readonly string[],
): Language {
  if (choice !== 'system') return choice;
  const first = systemLanguages.find((tag) => /^(?:nl|en)\b/i.test(tag));
  return first?.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}

export function textsOf(language: Language): Texts {
  return language === 'nl' ? nl : en;
}
