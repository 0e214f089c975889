import { Checkbox, TextInput } from '@mantine/core';
import type { Agreement } from '../../../shared/domain/agreement.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { SettingGroup } from '../../components/setting-row.tsx';
import { useWords } from '../../i18n/words.ts';
import { useApp } from '../../store/use-app.ts';
import classes from './agreement-page.module.css';
import { AgreementSheet, type SheetNames } from '../../components/agreement-sheet.tsx';
import { PrintedSheet, type SheetLanguage } from '../../components/printed-sheet.tsx';

const MOST = 200;

/** Who signs and when: typed for this print, and kept only if the user wants. */
function useNames(kept: Settings['sheet']) {
  const typed = useApp((state) => state.drafts.sheet);
  const keepDraft = useApp((state) => state.keepDraft);
  const changeSettings = useApp((state) => state.changeSettings);
  const names: SheetNames = typed ?? { name: kept?.name ?? '', job: kept?.job ?? '', date: '' };
  const { name, job } = names;
  return {
    names,
    type: (part: Partial<SheetNames>) => {
      keepDraft({ sheet: { ...names, ...part } });
    },
    /** What is kept follows what was typed, once a field is left. */
    leave: () => {
      if (kept && (kept.name !== name || kept.job !== job)) {
        void changeSettings({ sheet: { name, job } });
      }
    },
    keep: (isKept: boolean) => void changeSettings({ sheet: isKept ? { name, job } : null }),
  };
}

/** The agreement as a page to print: beside its terms, and changing with them. */
export function SheetCard({
  agreement,
  kept,
  language,
  locale,
}: {
  readonly agreement: Agreement;
  /** Who signs, where that is kept. */
  readonly kept: Settings['sheet'];
  readonly language: SheetLanguage;
  /** The system's locale, for dates and clocks. */
  readonly locale: string;
}) {
  const { t } = useWords();
  const { names, type, leave, keep } = useNames(kept);
  return (
    <SettingGroup title={t('agreement.sheet')} detail={t('agreement.sheetHelp')}>
      <div className={classes.names}>
        <TextInput
          label={t('agreement.signer')}
          maxLength={MOST}
          value={names.name}
          onChange={(event) => {
            type({ name: event.currentTarget.value });
          }}
          onBlur={leave}
        />
        <TextInput
          label={t('agreement.job')}
          maxLength={MOST}
          value={names.job}
          onChange={(event) => {
            type({ job: event.currentTarget.value });
          }}
          onBlur={leave}
        />
        <TextInput
          type="date"
          label={t('agreement.date')}
          value={names.date}
          onChange={(event) => {
            type({ date: event.currentTarget.value });
          }}
        />
        <Checkbox
          label={t('agreement.keepNames')}
          checked={kept !== null}
          onChange={(event) => {
            keep(event.currentTarget.checked);
          }}
        />
      </div>
      <PrintedSheet language={language} locale={locale}>
        {(words, shown) => (
          <AgreementSheet agreement={agreement} names={names} words={words} language={shown} />
        )}
      </PrintedSheet>
    </SettingGroup>
  );
}
