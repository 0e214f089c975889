import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { WallRange } from '../../../shared/domain/agreement.ts';
import { addDays, datesOf, isIsoDate } from '../../../shared/domain/calendar.ts';
import type { Settings, SettingsPatch } from '../../../shared/settings/settings.ts';
import { DraftNote } from '../../components/draft-note.tsx';
import { RemoveIcon } from '../../components/icons.tsx';
import { RangesField, wallText } from '../../components/ranges-field.tsx';
import { SettingGroup } from '../../components/setting-row.tsx';
import classes from '../../components/settings.module.css';
import { useWords, type Words } from '../../i18n/words.ts';
import { areRangesSound, type DayRun, runsOf } from '../../store/change-settings.ts';
import type { DaysDraft } from '../../store/state/drafts.ts';
import { useApp } from '../../store/use-app.ts';

/** Days that are over for longer than this are folded away. */
const RECENT_DAYS = 14;

/** A run of days off at once may be this long. */
const MOST_DAYS = 366;

const USUAL: readonly WallRange[] = [{ from: '09:00', to: '12:30' }];

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

function AddDays({
  settings,
  today,
  onChange,
}: {
  readonly settings: Settings;
  readonly today: string;
  onChange(patch: SettingsPatch): void;
}) {
  const { t } = useWords();
  const draft = useApp((state) => state.drafts.days);
  const keepDraft = useApp((state) => state.keepDraft);
  const first: DaysDraft = { kind: 'off', from: today, to: '', ranges: USUAL };
  const { kind, from, to, ranges } = draft ?? first;
  const change = (part: Partial<DaysDraft>) => {
    keepDraft({ days: { ...first, ...draft, ...part } });
  };
  const putAway = () => {
    keepDraft({ days: undefined });
  };
  const last = kind === 'hours' || to === '' ? from : to;
  const isSound =
    isIsoDate(from) &&
    isIsoDate(last) &&
    from <= last &&
    last <= addDays(from, MOST_DAYS) &&
    (kind === 'off' || (ranges.length > 0 && areRangesSound(ranges)));
  const add = () => {
    if (kind === 'hours') {
      onChange({ dayChanges: { ...settings.dayChanges, [from]: [...ranges] } });
    } else {
      const dates = datesOf(from, last);
      onChange({ daysOff: [...new Set([...settings.daysOff, ...dates])].sort() });
    }
    putAway();
  };
  return (
    <>
      <DraftNote isThere={draft !== undefined} />
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t('hours.kind')}
          value={kind}
          data={[
            { value: 'off', label: t('hours.off') },
            { value: 'hours', label: t('hours.other') },
          ]}
          onChange={(value) => {
            change({ kind: value === 'hours' ? 'hours' : 'off' });
          }}
        />
        <TextInput
          type="date"
          label={t(kind === 'off' ? 'hours.firstDay' : 'hours.day')}
          value={from}
          onChange={(event) => {
            change({ from: event.currentTarget.value });
          }}
        />
        {kind === 'off' ? (
          <TextInput
            type="date"
            label={t('hours.lastDay')}
            value={to}
            min={from}
            onChange={(event) => {
              change({ to: event.currentTarget.value });
            }}
          />
        ) : null}
        {draft ? (
          <Button variant="subtle" onClick={putAway}>
            {t('hours.cancel')}
          </Button>
        ) : null}
        <Button variant="default" disabled={!isSound} onClick={add}>
          {t('hours.add')}
        </Button>
      </div>
      {kind === 'hours' ? (
        <RangesField
          name={t('hours.day')}
          none={t('hours.noHours')}
          ranges={ranges}
          onChange={(next) => {
            change({ ranges: next });
          }}
        />
      ) : null}
    </>
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
  const words = useWords();
  const { t, format } = words;
  const [showOlder, setShowOlder] = useState(false);
  const entries = entriesOf(settings);
  const recent = entries.filter(({ to }) => to >= addDays(today, -RECENT_DAYS));
  const shown = showOlder ? entries : recent;
  const older = entries.length - recent.length;
  const nameOf = ({ from, to }: Entry) =>
    from === to ? format.dateLong(from) : format.dateRange(from, to);
  return (
    <SettingGroup title={t('hours.days')} detail={t('hours.daysHelp')}>
      <AddDays settings={settings} today={today} onChange={onChange} />
      {shown.length === 0 ? null : (
        <section className={classes.versions} aria-label={t('hours.days')}>
          <ul>
            {shown.map((entry) => (
              <li key={`${entry.from} ${entry.ranges === null ? 'off' : 'hours'}`}>
                <span>
                  {nameOf(entry)}
                  <em>
                    {entry.ranges === null ? t('hours.off') : rangesText(words, entry.ranges)}
                  </em>
                </span>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('hours.remove', { day: nameOf(entry) })}
                  onClick={() => {
                    onChange(without(settings, entry));
                  }}
                >
                  <RemoveIcon />
                </ActionIcon>
              </li>
            ))}
          </ul>
        </section>
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
