import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { REPORT_KINDS } from '../../../shared/domain/report.ts';
import {
  activityOfColumn,
  isActivityColumn,
  REPORT_COLUMNS,
  type ReportColumn,
} from '../../../shared/domain/report-columns.ts';
import { ChevronIcon } from '../../components/icons.tsx';
import { Select } from '../../components/select.tsx';
import { useWords, type Words } from '../../i18n/words.ts';
import type { Choices } from './choices.ts';
import { type Preset, PRESETS } from './presets.ts';
import { type Days, RANGES } from './ranges.ts';
import classes from './report-page.module.css';

interface ChoicesProps {
  readonly choices: Choices;
  onChange(change: Partial<Choices>): void;
}

const ROUNDINGS = ['exact', 1, 5, 15] as const;
const FORMATS = ['csv', 'json'] as const;
const DELIMITERS = ['locale', ',', ';', '\t'] as const;
const DELIMITER_NAMES = { locale: 'locale', ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;
const LANGUAGES = ['en', 'nl'] as const;
const DECIMALS = ['locale', '.', ','] as const;

/** A select over the values of a choice. */
function ChoiceSelect<Value extends string | number>({
  label,
  values,
  value,
  text,
  disabled = false,
  onChange,
}: {
  readonly label: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly disabled?: boolean;
  text(value: Value): string;
  onChange(value: Value): void;
}) {
  return (
    <Select
      label={label}
      allowDeselect={false}
      disabled={disabled}
      value={String(value)}
      data={values.map((one) => ({ value: String(one), label: text(one) }))}
      onChange={(next) => {
        const found = values.find((one) => String(one) === next);
        if (found !== undefined) onChange(found);
      }}
    />
  );
}

/** What a column is called in the language of the window; the file has its own name for it. */
function columnLabel({ t }: Words, column: ReportColumn): string {
  return isActivityColumn(column)
    ? t(`activity.${activityOfColumn(column)}`)
    : t(`report.column.${column}`);
}

function Columns({ choices, onChange }: ChoicesProps) {
  const words = useWords();
  const { t } = words;
  const all = REPORT_COLUMNS[choices.by].filter((column) => column !== 'private_min');
  const chosen = choices.columns ?? all;
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={classes.columns}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        <ChevronIcon turned={isOpen} />
        {t('report.columns', {
          chosen: words.format.number(chosen.length),
          all: words.format.number(all.length),
        })}
      </summary>
      <div className={classes.ticks}>
        {(isOpen ? all : []).map((column) => (
          <Checkbox
            key={column}
            size="xs"
            label={columnLabel(words, column)}
            checked={chosen.includes(column)}
            // A file without a column would be none.
            disabled={chosen.length === 1 && chosen.includes(column)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              const next = all.filter((one) => (one === column ? checked : chosen.includes(one)));
              onChange({ columns: next.length === all.length ? null : next });
            }}
          />
        ))}
      </div>
    </details>
  );
}

function FreeDays({ choices: { free }, onChange }: ChoicesProps): ReactNode {
  const { t } = useWords();
  const field = (end: keyof Days) => (
    <TextInput
      type="date"
      label={t(`report.${end}`)}
      value={free[end]}
      error={free.from !== '' && free.to !== '' && free.to < free.from}
      onChange={(event) => {
        onChange({ free: { ...free, [end]: event.currentTarget.value } });
      }}
    />
  );
  return (
    <>
      {field('from')}
      {field('to')}
    </>
  );
}

/** The form of the file; what a format does not have cannot be chosen of it. */
function FormatFields({ choices, onChange }: ChoicesProps) {
  const { t } = useWords();
  const { rounding, format, language, delimiter, decimal } = choices;
  const isCsv = format === 'csv';
  return (
    <>
      <ChoiceSelect
        label={t('report.format')}
        values={FORMATS}
        value={format}
        text={(one) => one.toUpperCase()}
        onChange={(next) => onChange({ format: next })}
      />
      <ChoiceSelect
        label={t('report.language')}
        values={LANGUAGES}
        value={language ?? 'en'}
        disabled={!isCsv}
        text={(one) => t(one === 'nl' ? 'settings.languageNl' : 'settings.languageEn')}
        onChange={(next) => onChange({ language: next })}
      />
      <ChoiceSelect
        label={t('report.delimiter')}
        values={DELIMITERS}
        value={delimiter}
        disabled={!isCsv}
        text={(one) => t(`report.delimiters.${DELIMITER_NAMES[one]}`)}
        onChange={(next) => onChange({ delimiter: next })}
      />
      <ChoiceSelect
        label={t('report.decimal')}
        values={DECIMALS}
        value={decimal}
        disabled={!isCsv || rounding !== 'exact'}
        text={(one) =>
          one === '.' ? t('report.point') : t(`report.delimiters.${DELIMITER_NAMES[one]}`)
        }
        onChange={(next) => onChange({ decimal: next })}
      />
    </>
  );
}

/** What few change: what the rows are, how minutes are rounded, and the form of the file. */
function MoreChoices({ choices, onChange }: ChoicesProps) {
  const { t } = useWords();
  const { by, rounding, format } = choices;
  const [hasMore, setMore] = useState(false);
  return (
    <details
      className={classes.columns}
      onToggle={(event) => {
        setMore(event.currentTarget.open);
      }}
    >
      <summary>
        <ChevronIcon turned={hasMore} />
        {t('report.more')}
      </summary>
      <div className={classes.fields}>
        <ChoiceSelect
          label={t('report.by')}
          values={REPORT_KINDS}
          value={by}
          text={(one) => t(`report.kinds.${one}`)}
          onChange={(next) => onChange({ by: next, columns: null })}
        />
        <ChoiceSelect
          label={t('report.rounding')}
          values={ROUNDINGS}
          value={rounding}
          text={(one) => t(`report.roundings.${one}`)}
          onChange={(next) => onChange({ rounding: next })}
        />
        <FormatFields choices={choices} onChange={onChange} />
      </div>
      {format === 'csv' ? <Columns choices={choices} onChange={onChange} /> : null}
    </details>
  );
}

/** Everything that can be chosen of a report. */
export function ReportChoices({
  choices,
  preset,
  onChange,
  onPreset,
}: ChoicesProps & { readonly preset: Preset; onPreset(preset: Preset): void }) {
  const { t } = useWords();
  const { range, includePrivate } = choices;
  return (
    <section className={`card ${classes.choices ?? ''}`} aria-label={t('report.choices')}>
      <div className={classes.first}>
        <SegmentedControl
          aria-label={t('report.preset')}
          value={preset}
          data={PRESETS.map((value) => ({ value, label: t(`report.presets.${value}`) }))}
          onChange={(value) => {
            const next = PRESETS.find((one) => one === value);
            if (next) onPreset(next);
          }}
        />
        <ChoiceSelect
          label={t('report.range')}
          values={RANGES}
          value={range}
          text={(one) => t(`report.ranges.${one}`)}
          onChange={(next) => onChange({ range: next })}
        />
        {range === 'free' ? <FreeDays choices={choices} onChange={onChange} /> : null}
      </div>
      <MoreChoices choices={choices} onChange={onChange} />
      <Checkbox
        className={classes.private ?? ''}
        label={t('report.private')}
        description={t('report.privateHelp')}
        checked={includePrivate}
        onChange={(event) => onChange({ includePrivate: event.currentTarget.checked })}
      />
    </section>
  );
}
