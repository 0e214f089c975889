import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import type { WallRange } from '../../../shared/domain/agreement.ts';
import { addDays } from '../../../shared/domain/calendar.ts';
import type { Settings, SettingsPatch } from '../../../shared/settings/settings.ts';
import { RemoveIcon } from '../../components/icons.tsx';
import { wallText } from '../../components/ranges-field.tsx';
import { SettingGroup } from '../../components/setting-row.tsx';
import classes from '../../components/settings.module.css';
import { useWords, type Words } from '../../i18n/words.ts';
import { type DayRun, runsOf } from '../../store/change-settings.ts';
import { AddDays } from './add-days.tsx';

/** Days that are over for longer than this are folded away. */
const RECENT_DAYS = 14;

/** One line of the list: days off, or the hours of one day. */
interface Entry extends DayRun {
  /** Null for a day off. */
  readonly ranges: readonly WallRange[] | null;
}

function entriesOf({ daysOff, dayChanges }: Settings): Entry[] {
  return [
    ...runsOf(daysOff).map((run) => ({ ...run, ranges: null })),
    ...Object.entries(dayChanges).map(([date, ranges]) => ({ from: date, to: date, ranges })),
  ].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function rangesText(words: Words, ranges: readonly WallRange[]): string {
  return ranges
    .map(({ from, to }) =>
      words.t('duration.span', { from: wallText(words, from), to: wallText(words, to) }),
    )
    .join(', ');
}

/** The settings without the days of an entry. */
function without(settings: Settings, { from, to, ranges }: Entry): SettingsPatch {
  if (ranges === null) {
    return { daysOff: settings.daysOff.filter((date) => date < from || date > to) };
  }
  return {
    dayChanges: Object.fromEntries(
      Object.entries(settings.dayChanges).filter(([date]) => date !== from),
    ),
  };
}

function EntryLine({
  entry: { from, to, ranges },
  onRemove,
}: {
  readonly entry: Entry;
  onRemove(): void;
}) {
  const words = useWords();
  const { t, format } = words;
  const name = from === to ? format.dateLong(from) : format.dateRange(from, to);
  return (
    <li>
      <span>
        {name}
        <em>{ranges === null ? t('hours.off') : rangesText(words, ranges)}</em>
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('hours.remove', { day: name })}
        onClick={onRemove}
      >
        <RemoveIcon />
      </ActionIcon>
    </li>
  );
}

/** Days off and days with other hours, and a form to add some. */
export function DaysCard({
  settings,
  today,
  onChange,
}: {
  readonly settings: Settings;
  readonly today: string;
  onChange(patch: SettingsPatch): void;
}) {
  const { t } = useWords();
  const [showOlder, setShowOlder] = useState(false);
  const entries = entriesOf(settings);
  const recent = entries.filter(({ to }) => to >= addDays(today, -RECENT_DAYS));
  const shown = showOlder ? entries : recent;
  const older = entries.length - recent.length;
  return (
    <SettingGroup title={t('hours.days')} detail={t('hours.daysHelp')}>
      <AddDays settings={settings} today={today} onChange={onChange} />
      {shown.length === 0 ? null : (
        <div className={classes.versions}>
          <ul>
            {shown.map((entry) => (
              <EntryLine
                key={`${entry.from} ${entry.ranges === null ? 'off' : 'hours'}`}
                entry={entry}
                onRemove={() => {
                  onChange(without(settings, entry));
                }}
              />
            ))}
          </ul>
        </div>
      )}
      {older > 0 && !showOlder ? (
        <div className={classes.buttons}>
          <Button
            variant="subtle"
            onClick={() => {
              setShowOlder(true);
            }}
          >
            {t('hours.older', { count: older })}
          </Button>
        </div>
      ) : null}
    </SettingGroup>
  );
}
