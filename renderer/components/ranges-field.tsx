import { ActionIcon, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { WallRange } from '../../shared/domain/agreement.ts';
import { useWords, type Words } from '../i18n/words.ts';
import { parseWallTime } from '../store/change-settings.ts';
import { AddIcon, RemoveIcon } from './icons.tsx';
import classes from './settings.module.css';

/** Any day: only the time is written. */
const A_DAY = '2024-01-01';

/** A wall time as the user writes times; the end of a day stays 24:00, which no clock shows. */
export function wallText({ format }: Words, time: string): string {
  return time === '24:00' ? time : format.time(Date.parse(`${A_DAY}T${time}Z`), 'UTC');
}

/** A time that has nothing more to come: "09:30", "0930", not "9" or "12". */
const WHOLE_TIME = /^\s*(?:\d{1,2}[:.h]\d{2}|\d{4})\s*$/i;

/**
 * A time that can be typed in any common way. It takes effect once it is whole, so that a button that waits
 * for it can be pressed at once, or when the field is left.
 */
export function TimeField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
}) {
  const words = useWords();
  const [draft, setDraft] = useState<string>();
  const leave = () => {
    if (draft === undefined) return;
    const time = parseWallTime(draft);
    if (time !== undefined) onChange(time);
    setDraft(undefined);
  };
  return (
    <TextInput
      className={classes.time ?? ''}
      aria-label={label}
      autoComplete="off"
      value={draft ?? wallText(words, value)}
      error={draft !== undefined && parseWallTime(draft) === undefined}
      onFocus={(event) => {
        event.currentTarget.select();
      }}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setDraft(typed);
        const time = WHOLE_TIME.test(typed) ? parseWallTime(typed) : undefined;
        if (time !== undefined) onChange(time);
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
      }}
    />
  );
}

function RangeFields({
  name,
  range,
  onChange,
  onRemove,
}: {
  /** Of what it is a range. */
  readonly name: string;
  readonly range: WallRange;
  onChange(range: WallRange): void;
  onRemove(): void;
}) {
  const { t } = useWords();
  return (
    <span className={classes.range}>
      <TimeField
        label={t('hours.fromOn', { day: name })}
        value={range.from}
        onChange={(from) => {
          onChange({ ...range, from });
        }}
      />
      <span className={classes.dash}>{'–'}</span>
      <TimeField
        label={t('hours.toOn', { day: name })}
        value={range.to}
        onChange={(to) => {
          onChange({ ...range, to });
        }}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('hours.removeRange', {
          range: t('duration.span', { from: range.from, to: range.to }),
          day: name,
        })}
        onClick={onRemove}
      >
        <RemoveIcon />
      </ActionIcon>
    </span>
  );
}

/** Ranges of a day, of which there can be none. */
export function RangesField({
  name,
  none,
  addLabel,
  ranges,
  onChange,
}: {
  readonly name: string;
  /** What stands where there are none. */
  readonly none: string;
  /** Name of the button that adds one, where the name is not that of a day. */
  readonly addLabel?: string;
  readonly ranges: readonly WallRange[];
  onChange(ranges: WallRange[]): void;
}) {
  const { t } = useWords();
  return (
    <div className={classes.ranges}>
      {ranges.length === 0 ? <span className={classes.none}>{none}</span> : null}
      {ranges.map((range, index) => (
        // A range has no name but its place in the list.
        <RangeFields
          key={index}
          name={name}
          range={range}
          onChange={(next) => {
            onChange(ranges.map((old, at) => (at === index ? next : old)));
          }}
          onRemove={() => {
            onChange(ranges.filter((_, at) => at !== index));
          }}
        />
      ))}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={addLabel ?? t('hours.addRangeOn', { day: name })}
        onClick={() => {
          const from = ranges.at(-1)?.to ?? '09:00';
          onChange([...ranges, { from, to: from < '17:00' ? '17:00' : '23:00' }]);
        }}
      >
        <AddIcon />
      </ActionIcon>
    </div>
  );
}
