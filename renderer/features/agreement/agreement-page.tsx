import { useState } from 'react';
import { Button } from '@mantine/core';
import { agreementOn } from '../../../shared/domain/agreement.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { Later } from '../../components/later.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { wallText } from '../../components/ranges-field.tsx';
import { RemoteView } from '../../components/remote-view.tsx';
import { SettingGroup } from '../../components/setting-row.tsx';
import classes from '../../components/settings.module.css';
import { localToday, sinceText } from '../../i18n/since.ts';
import { blockText, useWords, type Words } from '../../i18n/words.ts';
import type { AgreementSetting } from '../../store/change-settings.ts';
import { valueOf } from '../../store/remote.ts';
import type { AgreementDraft } from '../../store/state/drafts.ts';
import { useApp } from '../../store/use-app.ts';
import { newVersion, termsToStartFrom } from '../../store/new-agreement.ts';
import page from './agreement-page.module.css';
import { AgreementEditor } from './agreement-editor.tsx';
import { CalendarCard } from './calendar-card.tsx';
import { GuidelineMaker, GuidelineMakerCard } from './guideline-maker.tsx';
import { GuidelineCard } from './guideline-card.tsx';
import { SheetCard } from './sheet-card.tsx';

/** The main terms of a version in one line. */
function termsText(words: Words, { minMinutes, maxMinutes, window, role }: AgreementSetting) {
  const { t } = words;
  const when = window
    ? t('duration.span', { from: wallText(words, window.from), to: wallText(words, window.to) })
    : t('agreement.windowAny');
  return `${blockText(words, minMinutes, maxMinutes)} · ${when} · ${t(`agreement.roles.${role}`)}`;
}

/** From when on a version is to be looked at again; empty where no date was set. */
function lookAgainText({ t, format }: Words, { lookAgainOn }: AgreementSetting): string {
  return lookAgainOn === null
    ? ''
    : t('agreement.lookAgain', { date: format.dateFull(lookAgainOn) });
}

function Versions({
  agreements,
  current,
  today,
  onStart,
}: {
  readonly agreements: readonly AgreementSetting[];
  readonly current: AgreementSetting | undefined;
  readonly today: string;
  onStart(draft: AgreementDraft): void;
}) {
  const words = useWords();
  const { t, format } = words;
  const stateOf = (version: AgreementSetting) => {
    if (version === current) return t('agreement.now');
    return version.from > today ? t('agreement.later') : '';
  };
  return (
    <SettingGroup title={t('agreement.versions')}>
      <div className={classes.versions}>
        <ul>
          {agreements.toReversed().map((version) => (
            <li key={version.from}>
              <span>
                {sinceText(words, version.from)}
                {version.until === null
                  ? ''
                  : ` ${t('agreement.ended', { date: format.dateFull(version.until) })}`}
                <em>{stateOf(version)}</em>
                <span className={classes.detail}>{termsText(words, version)}</span>
              </span>
              <span className={classes.actions}>
                {(['correct', 'end', 'delete'] as const).map((kind) => (
                  <Button
                    key={kind}
                    size="compact-sm"
                    variant="subtle"
                    onClick={() => {
                      const ending = version.from > today ? version.from : today;
                      onStart({
                        kind,
                        of: version.from,
                        agreement:
                          kind === 'end' ? { ...version, until: version.until ?? ending } : version,
                      });
                    }}
                  >
                    {t(`agreement.${kind}`)}
                  </Button>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </SettingGroup>
  );
}

function toTop(): void {
  document.getElementById('page')?.scrollTo({ top: 0 });
  window.scrollTo({ top: 0 });
}

/** The terms that hold today, and the way to new ones. */
function CurrentTerms({
  current,
  onNew,
}: {
  readonly current: AgreementSetting | undefined;
  onNew(): void;
}) {
  const words = useWords();
  const { t } = words;
  return (
    <SettingGroup title={t('agreement.current')}>
      <div className={classes.current}>
        {current ? (
          <div>
            <p className={classes.terms}>
              {blockText(words, current.minMinutes, current.maxMinutes)}
            </p>
            <p className={classes.detail}>
              {[
                termsText(words, current).split(' · ').slice(1).join(' · '),
                sinceText(words, current.from),
                current.agreedWith,
                lookAgainText(words, current),
              ]
                .filter((text) => text !== '')
                .join(' · ')}
            </p>
          </div>
        ) : (
          <p>{t('agreement.none')}</p>
        )}
        <Button onClick={onNew}>{t('agreement.new')}</Button>
      </div>
    </SettingGroup>
  );
}

/** The version that is edited or holds, all others, and what can be done with them. */
function Terms({
  settings,
  draft,
  onMake,
}: {
  readonly settings: Settings;
  readonly draft: AgreementDraft | undefined;
  /** Opens the form for a guideline. */
  onMake(): void;
}) {
  const changeUndoably = useApp((state) => state.changeUndoably);
  const keepDraft = useApp((state) => state.keepDraft);
  const setDraft = (agreement: AgreementDraft | undefined) => {
    keepDraft({ agreement });
  };
  const today = localToday();
  const { agreements } = settings;
  const current = agreementOn(agreements, today);
  const start = (next: AgreementDraft) => {
    setDraft(next);
    toTop();
  };
  const base = termsToStartFrom(agreements, today);
  const startNew = (terms: AgreementSetting | undefined) => {
    if (terms) start(newVersion(terms, today));
  };
  return (
    <div className={page.terms}>
      {draft ? (
        <AgreementEditor
          draft={draft}
          settings={settings}
          today={today}
          onChange={setDraft}
          onCancel={() => {
            setDraft(undefined);
          }}
          onSave={(next) => {
            void changeUndoably({ agreements: next }).then((accepted) => {
              if (accepted) setDraft(undefined);
            });
          }}
        />
      ) : (
        <CurrentTerms
          current={current}
          onNew={() => {
            startNew(base);
          }}
        />
      )}
      <Later heights={[160, 280, 160, 120]}>
        <Versions agreements={agreements} current={current} today={today} onStart={start} />
        {current && !draft ? <CalendarCard agreement={current} /> : null}
        {base && !draft ? <GuidelineCard now={base} onTake={startNew} /> : null}
        {draft ? null : <GuidelineMakerCard onStart={onMake} />}
      </Later>
    </div>
  );
}

function AgreementContent({ settings }: { readonly settings: Settings }) {
  const info = useApp((state) => valueOf(state.info));
  const draft = useApp((state) => state.drafts.agreement);
  const [isMaking, setMaking] = useState(false);
  const make = (isOn: boolean) => {
    setMaking(isOn);
    toTop();
  };
  if (isMaking && info) {
    return (
      <GuidelineMaker
        language={info.language}
        locale={info.locale}
        onClose={() => {
          make(false);
        }}
      />
    );
  }
  const shown =
    draft && (draft.kind === 'new' || draft.kind === 'correct')
      ? draft.agreement
      : agreementOn(settings.agreements, localToday());
  return (
    <div className={page.columns}>
      <Terms
        settings={settings}
        draft={draft}
        onMake={() => {
          make(true);
        }}
      />
      {shown && info ? (
        <div className={page.sheet}>
          <Later heights={[520]}>
            <SheetCard
              agreement={shown}
              kept={settings.sheet}
              language={info.language}
              locale={info.locale}
            />
          </Later>
        </div>
      ) : null}
    </div>
  );
}

/** What was agreed: the version of today, all others, and the page to print. */
export function AgreementPage() {
  const { t } = useWords();
  const settings = useApp((state) => state.settings);
  const loadSettings = useApp((state) => state.loadSettings);
  return (
    <div>
      <PageHead title={t('page.agreement')} detail={t('agreement.intro')} />
      <RemoteView remote={settings} heights={[120, 160, 520]} onRetry={() => void loadSettings()}>
        {(value) => <AgreementContent settings={value} />}
      </RemoteView>
    </div>
  );
}
