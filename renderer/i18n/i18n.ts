import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    returnNull: false;
    resources: { translation: typeof en };
  }
}

export type Language = 'en' | 'nl';

/** Texts by language; both catalogues are in the bundle, so that switching needs no loading. */
export function createTexts(language: Language): i18n {
  const texts = createInstance();
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { en: { translation: en }, nl: { translation: nl } },
    // React escapes by itself, and nothing else is made of these texts.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return texts;
}
