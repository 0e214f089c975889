import { Button, SegmentedControl } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import classes from './settings.module.css';
import { createFormat, formatLocale } from '../i18n/format.ts';
import { useWords, type Words } from '../i18n/words.ts';
import sheet from './agreement-sheet.module.css';

export type SheetLanguage = 'en' | 'nl';

/** Chooses the language of a page on paper, whatever the window's is. */
export function LanguageChoice({
  value,
  onChange,
}: {
  readonly value: SheetLanguage;
  onChange(value: SheetLanguage): void;
}) {
  const { t } = useWords();
  return (
    <SegmentedControl
      aria-label={t('agreement.sheetLanguage')}
      value={value}
      data={[
        { value: 'nl', label: t('settings.languageNl') },
        { value: 'en', label: t('settings.languageEn') },
      ]}
      onChange={(next) => {
        onChange(next === 'nl' ? 'nl' : 'en');
      }}
    />
  );
}

/** Texts and formats of a page on paper. @param locale the system's, for dates and clocks. */
export function usePaperWords(language: SheetLanguage, locale: string): Words {
  const { i18n } = useTranslation();
  return useMemo(
    () => ({
      t: i18n.getFixedT(language),
      format: createFormat(formatLocale(language, locale)),
    }),
    [i18n, language, locale],
  );
}

/** A page to print, in either language whatever the window's is. There can be one at a time, as the printer takes it alone. */
export function PrintedSheet({
  language,
  locale,
  children,
}: {
  readonly language: SheetLanguage;
  /** The system's locale, for dates and clocks. */
  readonly locale: string;
  /** The page in a language. */
  children(words: Words, language: SheetLanguage): ReactNode;
}) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<SheetLanguage>();
  const shown = chosen ?? language;
  const words = usePaperWords(shown, locale);
  const page = children(words, shown);
  return (
    <>
      <div className={classes.bar}>
        <LanguageChoice value={shown} onChange={setChosen} />
        <Button
          onClick={() => {
            window.print();
          }}
        >
          {t('agreement.print')}
        </Button>
      </div>
      {page}
      {createPortal(
        <div className={sheet.print} data-print="" aria-hidden="true">
          {page}
        </div>,
        document.body,
      )}
    </>
  );
}
