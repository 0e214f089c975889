import { NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { type Agreement, type Role, ROLES } from '../../../shared/domain/agreement.ts';
import { useWords } from '../../i18n/words.ts';
import type { AgreementChange } from './change-settings.ts';
import { SettingGroup, SettingRow } from './setting-row.tsx';
import classes from './settings-page.module.css';

const MOST_MINUTES = 1440;

interface Block {
  readonly min: number;
  readonly max: number;
}

function BlockControl({
  agreement,
  describedBy,
  onChange,
}: {
  readonly agreement: Agreement;
  readonly describedBy: string;
  onChange(block: Block): void;
}) {
  const { t } = useWords();
  const [draft, setDraft] = useState<Block>();
  const { min, max } = draft ?? { min: agreement.minMinutes, max: agreement.maxMinutes };
  const isWrong = min > max;
  const save = () => {
    if (draft && !isWrong) onChange(draft);
    if (!isWrong) setDraft(undefined);
  };
  const field = (label: string, value: number, put: (value: number) => void) => (
    <NumberInput
      className={classes.number ?? ''}
      aria-label={label}
      aria-describedby={describedBy}
      value={value}
      min={0}
      max={MOST_MINUTES}
      step={5}
      clampBehavior="strict"
      allowDecimal={false}
      error={isWrong}
      onChange={(next) => {
        if (typeof next === 'number') put(next);
      }}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
  return (
    <div>
      <div className={classes.control}>
        {field(t('settings.blockMin'), min, (next) => {
          setDraft({ min: next, max });
        })}
        <span className={classes.dash}>{'–'}</span>
        {field(t('settings.blockMax'), max, (next) => {
          setDraft({ min, max: next });
        })}
        <span>{t('settings.minutesUnit')}</span>
      </div>
      {isWrong ? (
        <p className={classes.problem} role="alert">
          {t('settings.blockWrong')}
        </p>
      ) : null}
    </div>
  );
}

/** Block and role, as agreed from today on. */
export function AgreementSettings({
  agreement,
  onChange,
}: {
  readonly agreement: Agreement;
  onChange(change: AgreementChange): void;
}) {
  const { t } = useWords();
  const isRole = (value: string | null): value is Role => ROLES.some((role) => role === value);
  return (
    <SettingGroup title={t('settings.agreement')} detail={t('settings.agreementHelp')}>
      <SettingRow
        label={t('day.block.title')}
        detail={t('settings.blockHelp')}
        control={({ describedBy }) => (
          <BlockControl
            agreement={agreement}
            describedBy={describedBy}
            onChange={({ min, max }) => {
              onChange({ minMinutes: min, maxMinutes: max });
            }}
          />
        )}
      />
      <SettingRow
        label={t('settings.role')}
        detail={t('settings.roleHelp')}
        control={({ labelledBy, describedBy }) => (
          <Select
            aria-labelledby={labelledBy}
            aria-describedby={describedBy}
            allowDeselect={false}
            value={agreement.role}
            data={ROLES.map((role) => ({ value: role, label: t(`settings.roles.${role}`) }))}
            onChange={(value) => {
              if (isRole(value)) onChange({ role: value });
            }}
          />
        )}
      />
    </SettingGroup>
  );
}
