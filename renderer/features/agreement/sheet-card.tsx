import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '../../../shared/domain/agreement.ts';
import { SettingGroup } from '../../components/setting-row.tsx';
import classes from '../../components/settings.module.css';
import { createFormat, formatLocale } from '../../i18n/format.ts';
import { useWords, type Words } from '../../i18n/words.ts';
import { AgreementSheet } from './agreement-sheet.tsx';
import sheet from './agreement-sheet.module.css';

type SheetLanguage = 'en' | 'nl';

/** The agreement as a page to print, in either language whatever the window's is. */
export function SheetCard({
  agreement,
  language,
  locale,
}: {
  readonly agreement: Agreement;
  readonly language: SheetLanguage;
  /** The system's locale, for dates and clocks. */
  readonly locale: string;
}) {
  const { t } = useWords();
  const { i18n } = useTranslation();
  const [chosen, setChosen] = useState<SheetLanguage>();
  const shown = chosen ?? language;
  const words: Words = {
    t: i18n.getFixedT(shown),
    format: createFormat(formatLocale(shown, locale)),
  };
  const page = <AgreementSheet agreement={agreement} words={words} language={shown} />;
  return (
    <SettingGroup title={t('agreement.sheet')} detail={t('agreement.sheetHelp')}>
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
    </SettingGroup>
  );
}
