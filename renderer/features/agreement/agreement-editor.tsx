import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AgreementPreview } from '../../../shared/ipc/views.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { DraftNote } from '../../components/draft-note.tsx';
import { SettingGroup } from '../../components/setting-row.tsx';
import classes from '../../components/settings.module.css';
import { versionText } from '../../i18n/since.ts';
import { useWords } from '../../i18n/words.ts';
import type { AgreementDraft } from '../../store/state/drafts.ts';
import { useApp } from '../../store/use-app.ts';
import { agreementsAfter, figuresText, previewText, problemOf } from './agreement-draft.ts';
import { AgreementForm } from './agreement-form.tsx';

/** How long a draft rests before what it changes is looked at. */
const REST_MS = 300;

/** What a sound draft would change on days that have been; undefined until that is known. */
function usePreview(
  draft: AgreementDraft,
  agreements: Settings['agreements'],
  isSound: boolean,
): AgreementPreview | undefined {
  const previewAgreements = useApp((state) => state.previewAgreements);
  const [preview, setPreview] = useState<{ of: AgreementDraft; value: AgreementPreview }>();
  useEffect(() => {
    if (!isSound) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      const next = agreementsAfter(draft, agreements);
      void previewAgreements(next).then((value) => {
        if (isCurrent && value) setPreview({ of: draft, value });
      });
    }, REST_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [draft, isSound, agreements, previewAgreements]);
  return preview?.of === draft ? preview.value : undefined;
}

/** What of the version the draft lets be changed: all terms, its last day, or nothing. */
function DraftFields({
  draft,
  shieldJobs,
  onChange,
}: {
  readonly draft: AgreementDraft;
  readonly shieldJobs: boolean;
  onChange(draft: AgreementDraft): void;
}) {
  const { t } = useWords();
  const { kind, agreement } = draft;
  if (kind === 'delete') return null;
  if (kind === 'end') {
    return (
      <div className={classes.bar}>
        <TextInput
          type="date"
          label={t('agreement.lastDay')}
          value={agreement.until ?? ''}
          min={agreement.from}
          onChange={(event) => {
            onChange({ ...draft, agreement: { ...agreement, until: event.currentTarget.value } });
          }}
        />
      </div>
    );
  }
  return (
    <AgreementForm
      agreement={agreement}
      shieldJobs={shieldJobs}
      onChange={(part) => {
        // A field that is left tells its value again, which is no change to be looked at.
        const next = { ...agreement, ...part };
        if (JSON.stringify(next) !== JSON.stringify(agreement)) {
          onChange({ ...draft, agreement: next });
        }
      }}
    />
  );
}

/** Edits one draft; what it changes on days that have been is told before it is saved. */
export function AgreementEditor({
  draft,
  settings,
  today,
  onChange,
  onSave,
  onCancel,
}: {
  readonly draft: AgreementDraft;
  readonly settings: Settings;
  readonly today: string;
  onChange(draft: AgreementDraft): void;
  onSave(agreements: Settings['agreements']): void;
  onCancel(): void;
}) {
  const words = useWords();
  const { t } = words;
  const { kind } = draft;
  const problem = problemOf(draft, settings.agreements, today);
  const isSound = problem === undefined;
  const preview = usePreview(draft, settings.agreements, isSound);
  const labels = {
    new: t('agreement.save'),
    correct: t('agreement.save'),
    end: t('agreement.doEnd'),
    delete: t('agreement.doDelete'),
  };
  return (
    <SettingGroup
      title={t(`agreement.${kind}Title`, { since: versionText(words, draft.of) })}
      detail={t(`agreement.${kind}Help`)}
    >
      <DraftNote isThere={kind === 'new' || kind === 'correct'} />
      {draft.figures ? <p className={classes.effect}>{figuresText(draft.figures, words)}</p> : null}
      <DraftFields draft={draft} shieldJobs={settings.shieldJobs} onChange={onChange} />
      {isSound ? (
        <p className={classes.effect} role="status">
          {preview ? previewText(preview, words) : t('agreement.checking')}
        </p>
      ) : (
        <p className={classes.problem} role="alert">
          {t(`agreement.${problem}`)}
        </p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onCancel}>
          {t('agreement.cancel')}
        </Button>
        <Button
          disabled={!isSound || !preview}
          onClick={() => {
            onSave(agreementsAfter(draft, settings.agreements));
          }}
        >
          {labels[kind]}
        </Button>
      </div>
    </SettingGroup>
  );
}
