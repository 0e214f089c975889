import { app } from 'electron';
import type { Settings } from '../../shared/settings/settings.ts';
import { type Language, languageOf, textsOf } from '../texts/languages.ts';
import type { Texts } from '../texts/texts.ts';

/** In which language the app speaks now, and how it writes numbers. */
export interface AppSpeech {
  readonly language: () => Language;
  readonly texts: () => Texts;
  /** Locale of the system's formats. */
  readonly locale: () => string;
}

/** The language that the user chose, or the system's. */
export function createAppSpeech(settings: { readonly get: () => Settings }): AppSpeech {
  const language = () => languageOf(settings.get().language, app.getPreferredSystemLanguages());
  return {
    language,
    texts: () => textsOf(language()),
    locale: () => app.getSystemLocale() || app.getLocale(),
  };
}
