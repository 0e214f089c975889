import { Button, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ROLES, type Role } from '../../../shared/domain/agreement.ts';
import { GUIDELINE_ACTIVITIES } from '../../../shared/settings/guideline-file.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { Select } from '../../components/select.tsx';
import { SettingGroup, SettingRow } from '../../components/setting-row.tsx';
import classes from '../../components/settings.module.css';
import { useWords } from '../../i18n/words.ts';
import type { AgreementSetting } from '../../store/change-settings.ts';
import type { GuidelineDraft } from '../../store/state/drafts.ts';
import { useApp } from '../../store/use-app.ts';
import { isListed } from '../../components/agreement-sheet.tsx';
import { BlockFields, PurposeFields, WindowFields } from './agreement-form.tsx';
import {
  GOAL_LENGTH,
  NAME_LENGTH,
  exampleFor,
  guidelineOf,
  guidelineProblem,
  withRole,
} from './guideline-draft.ts';
import { GuidelineSheet } from './guideline-sheet.tsx';
import { GuidelineTable } from './guideline-table.tsx';
import { PrintedSheet, type SheetLanguage } from '../../components/printed-sheet.tsx';

/** What is suggested for one role, or nothing. */
function RoleGroup({
  role,
  terms,
  onChange,
}: {
  readonly role: Role;
  readonly terms: AgreementSetting | undefined;
  /** Undefined suggests nothing for it. */
  onChange(terms: AgreementSetting | undefined): void;
}) {
  const { t } = useWords();
  const name = t(`agreement.roles.${role}`);
  const change = (part: Partial<AgreementSetting>) => {
    if (terms) onChange({ ...terms, ...part });
  };
  const [usual] = DEFAULT_SETTINGS.agreements;
  return (
    <SettingGroup title={name}>
      <SettingRow
        label={t('maker.suggest')}
        detail={t('maker.suggestHelp')}
        control={({ labelledBy, describedBy }) => (
          <Switch
            aria-label={`${name}: ${t('maker.suggest')}`}
            aria-describedby={`${labelledBy} ${describedBy}`}
            checked={terms !== undefined}
            onChange={(event) => {
              const isOn = event.currentTarget.checked;
              onChange(
                isOn && usual ? exampleFor(role, t(`maker.goals.${role}`), usual) : undefined,
              );
            }}
          />
        )}
      />
      {terms ? (
        <>
          <div className={classes.fields}>
            <Textarea
              label={t('agreement.goal')}
              description={t('maker.goalHelp')}
              maxLength={GOAL_LENGTH}
              rows={2}
              value={terms.goal}
              onChange={(event) => {
                change({ goal: event.currentTarget.value });
              }}
            />
          </div>
          <BlockFields agreement={terms} onChange={change} />
          <WindowFields agreement={terms} onChange={change} />
          <PurposeFields
            agreement={terms}
            activities={GUIDELINE_ACTIVITIES.filter((activity) => isListed(activity, terms))}
            onChange={change}
          />
        </>
      ) : null}
    </SettingGroup>
  );
}

/** What an employee sees who opens the file with the terms that everybody begins with. */
function EmployeeView({ draft }: { readonly draft: GuidelineDraft }) {
  const { t } = useWords();
  const written = ROLES.filter((role) => draft.roles[role]);
  const [chosen, setChosen] = useState<Role>();
  const role = written.find((one) => one === chosen) ?? written[0];
  const suggestion = role && guidelineOf(draft).roles[role];
  const [usual] = DEFAULT_SETTINGS.agreements;
  if (!role || !suggestion || !usual) return null;
  return (
    <SettingGroup title={t('maker.preview')} detail={t('maker.previewHelp')}>
      <div className={classes.bar}>
        <Select
          label={t('guideline.forRole')}
          allowDeselect={false}
          value={role}
          data={written.map((value) => ({ value, label: t(`agreement.roles.${value}`) }))}
          onChange={(value) => {
            setChosen(written.find((one) => one === value));
          }}
        />
      </div>
      <GuidelineTable suggestion={suggestion} role={role} now={usual} />
    </SettingGroup>
  );
}

interface SheetProps {
  readonly language: SheetLanguage;
  readonly locale: string;
}

/** Saves the guideline, and shows it as it is handed out; or says what it still lacks. */
function HandOut({
  draft,
  language,
  locale,
  onClose,
}: SheetProps & { readonly draft: GuidelineDraft; onClose(): void }) {
  const { t } = useWords();
  const saveGuideline = useApp((state) => state.saveGuideline);
  /** What was saved last: what is typed after it is not. */
  const [saved, setSaved] = useState<GuidelineDraft>();
  const problem = guidelineProblem(draft);
  return (
    <SettingGroup title={t('maker.handOut')} detail={t('maker.handOutHelp')}>
      {problem ? (
        <p className={classes.problem} role={problem.code === 'noRoles' ? 'status' : 'alert'}>
          {t(`maker.problem.${problem.code}`, {
            role: problem.role ? t(`agreement.roles.${problem.role}`) : '',
          })}
        </p>
      ) : null}
      {saved === draft ? (
        <p className={classes.effect} role="status">
          {t('maker.saved')}
        </p>
      ) : null}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('maker.close')}
        </Button>
        <Button
          disabled={problem !== undefined}
          onClick={() => {
            void saveGuideline(guidelineOf(draft)).then((isSaved) => {
              setSaved(isSaved ? draft : undefined);
            });
          }}
        >
          {t('maker.save')}
        </Button>
      </div>
      {problem ? null : (
        <PrintedSheet language={language} locale={locale}>
          {(words, shown) => (
            <GuidelineSheet guideline={guidelineOf(draft)} words={words} language={shown} />
          )}
        </PrintedSheet>
      )}
    </SettingGroup>
  );
}

/** A guideline that nothing was typed of. */
const EMPTY: GuidelineDraft = { name: '', roles: {} };

/** The form on which an employer writes a guideline. It is kept in this window, and else only in the file that they save. */
export function GuidelineMaker({ language, locale, onClose }: SheetProps & { onClose(): void }) {
  const { t } = useWords();
  const draft = useApp((state) => state.drafts.guideline ?? EMPTY);
  const keepDraft = useApp((state) => state.keepDraft);
  const change = (next: GuidelineDraft) => {
    keepDraft({ guideline: next });
  };
  return (
    <>
      <SettingGroup title={t('maker.title')} detail={t('maker.help')}>
        <div className={classes.fields}>
          <TextInput
            label={t('maker.name')}
            description={t('maker.nameHelp')}
            maxLength={NAME_LENGTH}
            value={draft.name}
            onChange={(event) => {
              change({ ...draft, name: event.currentTarget.value });
            }}
          />
        </div>
      </SettingGroup>
      {ROLES.map((role) => (
        <RoleGroup
          key={role}
          role={role}
          terms={draft.roles[role]}
          onChange={(terms) => {
            change(withRole(draft, role, terms));
          }}
        />
      ))}
      <EmployeeView draft={draft} />
      <HandOut draft={draft} language={language} locale={locale} onClose={onClose} />
    </>
  );
}

/** Leads those who write for others to the form. */
export function GuidelineMakerCard({ onStart }: { onStart(): void }) {
  const { t } = useWords();
  return (
    <SettingGroup title={t('maker.title')} detail={t('maker.cardHelp')}>
      <div className={classes.bar}>
        <Button variant="default" onClick={onStart}>
          {t('maker.start')}
        </Button>
      </div>
    </SettingGroup>
  );
}
