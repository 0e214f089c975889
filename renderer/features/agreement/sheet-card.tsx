import type { Agreement } from '../../../shared/domain/agreement.ts';
import { SettingGroup } from '../../components/setting-row.tsx';
import { useWords } from '../../i18n/words.ts';
import { AgreementSheet } from './agreement-sheet.tsx';
import { PrintedSheet, type SheetLanguage } from './printed-sheet.tsx';

/** The agreement as a page to print. */
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
  return (
    <SettingGroup title={t('agreement.sheet')} detail={t('agreement.sheetHelp')}>
      <PrintedSheet language={language} locale={locale}>
        {(words, shown) => <AgreementSheet agreement={agreement} words={words} language={shown} />}
      </PrintedSheet>
    </SettingGroup>
  );
}
