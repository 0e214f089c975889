import { Button, SegmentedControl, TextInput } from '@mantine/core';
import type { WallRange } from '../../../shared/domain/agreement.ts';
import { addDays, datesOf, isIsoDate } from '../../../shared/domain/calendar.ts';
import type { Settings, SettingsPatch } from '../../../shared/settings/settings.ts';
import { DraftNote } from '../../components/draft-note.tsx';
import { RangesField } from '../../components/ranges-field.tsx';
import classes from '../../components/settings.module.css';
import { useWords } from '../../i18n/words.ts';
import { areRangesSound } from '../../store/change-settings.ts';
import type { DaysDraft } from '../../store/state/drafts.ts';
import { useApp } from '../../store/use-app.ts';

/** A run of days off at once may be this long. */
const MOST_DAYS = 366;

const USUAL: readonly WallRange[] = [{ from: '09:00', to: '12:30' }];

/** The last day of a draft; hours are of one day alone. */
function lastDayOf({ kind, from, to }: DaysDraft): string {
  return kind === 'hours' || to === '' ? from : to;
}

function isSound(draft: DaysDraft): boolean {
  const { kind, from, ranges } = draft;
  const last = lastDayOf(draft);
  return (
    isIsoDate(from) &&
    isIsoDate(last) &&
    from <= last &&
    last <= addDays(from, MOST_DAYS) &&
    (kind === 'off' || (ranges.length > 0 && areRangesSound(ranges)))
  );
}

/** The settings with the days of a draft. */
function withDays({ dayChanges, daysOff }: Settings, draft: DaysDraft): SettingsPatch {
  const { kind, from, ranges } = draft;
  if (kind === 'hours') return { dayChanges: { ...dayChanges, [from]: [...ranges] } };
  const dates = datesOf(from, lastDayOf(draft));
  return { daysOff: [...new Set([...daysOff, ...dates])].sort() };
}

/** Whether it is days off or other hours, and which days. */
function WhichDays({
  days: { kind, from, to },
  onChange,
}: {
  readonly days: DaysDraft;
  onChange(part: Partial<DaysDraft>): void;
}) {
  const { t } = useWords();
  return (
    <>
      <SegmentedControl
        aria-label={t('hours.kind')}
        value={kind}
        data={[
          { value: 'off', label: t('hours.off') },
          { value: 'hours', label: t('hours.other') },
        ]}
        onChange={(value) => {
          onChange({ kind: value === 'hours' ? 'hours' : 'off' });
        }}
      />
      <TextInput
        type="date"
        label={t(kind === 'off' ? 'hours.firstDay' : 'hours.day')}
        value={from}
        onChange={(event) => {
          onChange({ from: event.currentTarget.value });
        }}
      />
      {kind === 'off' ? (
        <TextInput
          type="date"
          label={t('hours.lastDay')}
          value={to}
          min={from}
          onChange={(event) => {
            onChange({ to: event.currentTarget.value });
          }}
        />
      ) : null}
    </>
  );
}

/** The hours of a day that has others than its weekday. */
function HoursOfDay({
  days,
  onChange,
}: {
  readonly days: DaysDraft;
  onChange(part: Partial<DaysDraft>): void;
}) {
  const { t } = useWords();
  return (
    <RangesField
      name={t('hours.day')}
      none={t('hours.noHours')}
      ranges={days.ranges}
      onChange={(ranges) => {
        onChange({ ranges });
      }}
    />
  );
}

/** A form for days off, or for the hours of one day. */
export function AddDays({
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
  const days: DaysDraft = draft ?? { kind: 'off', from: today, to: '', ranges: USUAL };
  const change = (part: Partial<DaysDraft>) => {
    keepDraft({ days: { ...days, ...part } });
  };
  const putAway = () => {
    keepDraft({ days: undefined });
  };
  const buttons = (
    <>
      {draft ? (
        <Button variant="subtle" onClick={putAway}>
          {t('hours.cancel')}
        </Button>
      ) : null}
      <Button
        variant="default"
        disabled={!isSound(days)}
        onClick={() => {
          onChange(withDays(settings, days));
          putAway();
        }}
      >
        {t('hours.add')}
      </Button>
    </>
  );
  return (
    <>
      <DraftNote isThere={draft !== undefined} />
      <div className={classes.bar}>
        <WhichDays days={days} onChange={change} />
        {days.kind === 'off' ? buttons : null}
      </div>
      {days.kind === 'hours' ? (
        <>
          <HoursOfDay days={days} onChange={change} />
          <div className={classes.bar}>{buttons}</div>
        </>
      ) : null}
    </>
  );
}
