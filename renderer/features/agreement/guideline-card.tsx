import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Role, ROLES } from '../../../shared/domain/agreement.ts';
import type { Guideline, GuidelineImport } from '../../../shared/settings/guideline-file.ts';
import { Select } from '../../components/select.tsx';
import { SettingGroup } from '../../components/setting-row.tsx';
import classes from '../../components/settings.module.css';
import { useWords } from '../../i18n/words.ts';
import type { AgreementSetting } from '../../store/change-settings.ts';
import { useApp } from '../../store/use-app.ts';
import table from './guideline-card.module.css';
import { buildGuidelineRows, type GuidelinePart, takeOver } from './guideline-rows.ts';
import { GuidelineTable } from './guideline-table.tsx';

/** A guideline next to what holds now; only what is ticked is taken over. */
function Comparison({
  guideline,
  now,
  onTake,
  onClose,
}: {
  readonly guideline: Guideline;
  readonly now: AgreementSetting;
  onTake(next: AgreementSetting): void;
  onClose(): void;
}) {
  const words = useWords();
  const { t } = words;
  const roles = ROLES.filter((role) => guideline.roles[role] !== undefined);
  const [chosen, setChosen] = useState<Role>();
  const [ticked, setTicked] = useState<ReadonlySet<GuidelinePart>>(new Set());
  const role = chosen ?? (roles.includes(now.role) ? now.role : (roles[0] ?? now.role));
  const suggestion = guideline.roles[role] ?? {};
  const rows = buildGuidelineRows(suggestion, role, now, words);
  const takes = rows.some(({ part, same }) => !same && ticked.has(part));
  return (
    <>
      {guideline.name === undefined ? null : <p className={table.name}>{guideline.name}</p>}
      <div className={classes.bar}>
        <Select
          label={t('guideline.forRole')}
          allowDeselect={false}
          value={role}
          data={roles.map((value) => ({ value, label: t(`agreement.roles.${value}`) }))}
          onChange={(value) => {
            setChosen(roles.find((one) => one === value));
            setTicked(new Set());
          }}
        />
      </div>
      <GuidelineTable
        suggestion={suggestion}
        role={role}
        now={now}
        ticked={ticked}
        onTick={setTicked}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('guideline.close')}
        </Button>
        <Button
          disabled={!takes}
          onClick={() => {
            onTake(takeOver(now, suggestion, role, ticked));
          }}
        >
          {t('guideline.make')}
        </Button>
      </div>
    </>
  );
}

/** Opens an employer's guideline, and lets the user take over from it what they choose. */
export function GuidelineCard({
  now,
  onTake,
}: {
  /** The terms that a new version would start from. */
  readonly now: AgreementSetting;
  /** Gets those terms with what was ticked. Nothing is saved yet. */
  onTake(next: AgreementSetting): void;
}) {
  const { t } = useWords();
  const importGuideline = useApp((state) => state.importGuideline);
  const [opened, setOpened] = useState<GuidelineImport>({ status: 'cancelled' });
  const close = () => {
    setOpened({ status: 'cancelled' });
  };
  return (
    <SettingGroup title={t('guideline.title')} detail={t('guideline.help')}>
      {opened.status === 'read' ? (
        <Comparison
          guideline={opened.guideline}
          now={now}
          onTake={(next) => {
            close();
            onTake(next);
          }}
          onClose={close}
        />
      ) : (
        <>
          {opened.status === 'refused' ? (
            <p className={`${classes.problem ?? ''} ${table.problem ?? ''}`} role="alert">
              {t(`guideline.problem.${opened.problem.code}`, { at: opened.problem.at })}
            </p>
          ) : null}
          <div className={classes.bar}>
            <Button
              variant="default"
              onClick={() => {
                void importGuideline().then((next) => {
                  if (next.status !== 'cancelled') setOpened(next);
                });
              }}
            >
              {t('guideline.open')}
            </Button>
          </div>
        </>
      )}
    </SettingGroup>
  );
}
