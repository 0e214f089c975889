import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { WallRange } from '../../../shared/domain/agreement.ts';
import { addDays } from '../../../shared/domain/calendar.ts';
import { WEEKDAYS, type Weekday } from '../../../shared/domain/work-schedule.ts';
import { AddIcon, RemoveIcon } from '../../components/icons.tsx';
import { useWords, type Words } from '../../i18n/words.ts';
import { isWorkWeekSound, parseWallTime, type WorkWeekSetting } from './change-settings.ts';
import classes from './settings-page.module.css';

/** Any Monday: only the name of the weekday is written. */
const A_MONDAY = '2024-01-01';

/** A wall time as the user writes times; the end of a day stays 24:00, which no clock shows. */
function wallText({ format }: Words, time: string): string {
  return time === '24:00' ? time : format.time(Date.parse(`${A_MONDAY}T${time}Z`), 'UTC');
}

/** A time that can be typed in any common way; it takes effect when the field is left. */
function TimeField({
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
        setDraft(event.currentTarget.value);
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
      }}
    />
  );
}

function DayRanges({
  name,
  ranges,
  onChange,
}: {
  readonly name: string;
  readonly ranges: readonly WallRange[];
  onChange(ranges: WallRange[]): void;
}) {
  const { t } = useWords();
  const replace = (index: number, range: WallRange) => {
    onChange(ranges.map((old, at) => (at === index ? range : old)));
  };
  return (
    <div className={classes.ranges}>
      {ranges.length === 0 ? <span className={classes.none}>{t('settings.noHours')}</span> : null}
      {ranges.map((range, index) => (
        // A range has no name but its place in the list.
        <span key={index} className={classes.range}>
          <TimeField
            label={t('settings.fromOn', { day: name })}
            value={range.from}
            onChange={(from) => {
              replace(index, { ...range, from });
            }}
          />
          <span className={classes.dash}>{'–'}</span>
          <TimeField
            label={t('settings.toOn', { day: name })}
            value={range.to}
            onChange={(to) => {
              replace(index, { ...range, to });
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('settings.removeRange', {
              range: t('duration.span', { from: range.from, to: range.to }),
              day: name,
            })}
            onClick={() => {
              onChange(ranges.filter((_, at) => at !== index));
            }}
          >
            <RemoveIcon />
          </ActionIcon>
        </span>
      ))}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('settings.addRangeOn', { day: name })}
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

/** Edits the working time of a week; nothing changes until it is saved as a whole. */
export function HoursEditor({
  week,
  onSave,
}: {
  readonly week: WorkWeekSetting;
  onSave(week: WorkWeekSetting): void;
}) {
  const { t, format } = useWords();
  const [draft, setDraft] = useState<WorkWeekSetting>();
  const shown = draft ?? week;
  const isSound = isWorkWeekSound(shown);
  const change = (day: Weekday, ranges: WallRange[]) => {
    setDraft({ ...shown, [day]: ranges });
  };
  return (
    <div>
      <table className={classes.hours}>
        <tbody>
          {WEEKDAYS.map((day, index) => {
            const name = format.weekdayLong(addDays(A_MONDAY, index));
            return (
              <tr key={day}>
                <th scope="row">{name}</th>
                <td>
                  <DayRanges
                    name={name}
                    ranges={shown[day]}
                    onChange={(ranges) => {
                      change(day, ranges);
                    }}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {isSound ? null : (
        <p className={classes.problem} role="alert">
          {t('settings.hoursWrong')}
        </p>
      )}
      <div className={classes.buttons}>
        <Button
          variant="default"
          disabled={draft === undefined}
          onClick={() => {
            setDraft(undefined);
          }}
        >
          {t('settings.undo')}
        </Button>
        <Button
          disabled={draft === undefined || !isSound}
          onClick={() => {
            onSave(shown);
            setDraft(undefined);
          }}
        >
          {t('settings.saveHours')}
        </Button>
      </div>
    </div>
  );
}
