import { Button, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import classes from '../../components/settings.module.css';
import { createFormat, formatLocale } from '../../i18n/format.ts';
import { useWords, type Words } from '../../i18n/words.ts';
import sheet from './agreement-sheet.module.css';

export type SheetLanguage = 'en' | 'nl';

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
  const { i18n } = useTranslation();
  const [chosen, setChosen] = useState<SheetLanguage>();
  const shown = chosen ?? language;
  const words: Words = {
    t: i18n.getFixedT(shown),
    format: createFormat(formatLocale(shown, locale)),
  };
  const page = children(words, shown);
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t('agreement.sheetLanguage')}
          value={shown}
          data={[
            { value: 'nl', label: t('settings.languageNl') },
            { value: 'en', label: t('settings.languageEn') },
          ]}
          onChange={(value) => {
            setChosen(value === 'nl' ? 'nl' : 'en');
          }}
        />
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
