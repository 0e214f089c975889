import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Agreement } from '../../../shared/domain/agreement.ts';
import { type BlockCalendarView, calendarTitle } from '../../../shared/ipc/block-calendar.ts';
import { TimeField, wallText } from '../../components/ranges-field.tsx';
import { Select } from '../../components/select.tsx';
import { SettingGroup, SettingRow } from '../../components/setting-row.tsx';
import classes from '../../components/settings.module.css';
import { useWords, type Words } from '../../i18n/words.ts';
import { useApp } from '../../store/use-app.ts';

/** Minutes before a block that are offered. */
const REMINDERS = [0, 5, 10, 15] as const;
/** Proposed as a time of the user's own where no window is agreed. */
const USUAL_TIME = '09:00';

function reminderText({ t }: Words, minutes: number | null): string {
  if (minutes === null) return t('calendar.noReminder');
  return minutes === 0 ? t('calendar.atStart') : t('calendar.before', { count: minutes });
}

/** What the file would have: how many blocks, and from when to when. */
function planText(
  { t, format }: Words,
  { count, first, last }: BlockCalendarView & { status: 'planned' },
): string {
  return t('calendar.count', {
    count,
    first: format.dateFull(first),
    last: format.dateFull(last),
  });
}

/** When the block starts: as agreed, or at a time of the user's own. */
function WhenFields({
  window,
  at,
  onChange,
}: Pick<Agreement, 'window'> & {
  /** `HH:MM`; null is as agreed. */
  readonly at: string | null;
  onChange(at: string | null): void;
}) {
  const words = useWords();
  const { t } = words;
  const agreed = window
    ? `${t('calendar.wholeWindow')}, ${t('duration.span', {
        from: wallText(words, window.from),
        to: wallText(words, window.to),
      })}`
    : t('calendar.startOfDay');
  return (
    <SettingRow
      label={t('calendar.when')}
      detail={t(window ? 'calendar.whenHelpWindow' : 'calendar.whenHelpAny')}
      control={({ labelledBy, describedBy }) => (
        <>
          <Select
            aria-labelledby={labelledBy}
            aria-describedby={describedBy}
            allowDeselect={false}
            value={at === null ? 'agreed' : 'own'}
            data={[
              { value: 'agreed', label: agreed },
              { value: 'own', label: t('calendar.ownTime') },
            ]}
            onChange={(value) => {
              onChange(value === 'own' ? (window?.from ?? USUAL_TIME) : null);
            }}
          />
          {at === null ? null : (
            <TimeField label={t('calendar.ownTimeLabel')} value={at} onChange={onChange} />
          )}
        </>
      )}
    />
  );
}

/** What the block is called in the calendar. */
function NameField({
  name,
  isSound,
  onChange,
}: {
  readonly name: string;
  readonly isSound: boolean;
  onChange(name: string): void;
}) {
  const { t } = useWords();
  return (
    <SettingRow
      label={t('calendar.name')}
      detail={t('calendar.nameHelp')}
      control={({ labelledBy, describedBy }) => (
        <TextInput
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          maxLength={100}
          value={name}
          error={!isSound}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      )}
    />
  );
}

/** How long before the block the calendar tells of it. */
function ReminderField({
  minutes,
  onChange,
}: {
  /** Null is not at all. */
  readonly minutes: number | null;
  onChange(minutes: number | null): void;
}) {
  const words = useWords();
  const { t } = words;
  return (
    <SettingRow
      label={t('calendar.reminder')}
      detail={t('calendar.reminderHelp')}
      control={({ labelledBy, describedBy }) => (
        <Select
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          allowDeselect={false}
          value={String(minutes ?? 'none')}
          data={[null, ...REMINDERS].map((one) => ({
            value: String(one ?? 'none'),
            label: reminderText(words, one),
          }))}
          onChange={(value) => {
            onChange(REMINDERS.find((one) => String(one) === value) ?? null);
          }}
        />
      )}
    />
  );
}

/** What the file would have, asked anew when anything that decides it changes. */
function usePlan(at: string | null): BlockCalendarView | undefined {
  const planCalendar = useApp((state) => state.planCalendar);
  const settings = useApp((state) => state.settings);
  const [plan, setPlan] = useState<BlockCalendarView>();
  useEffect(() => {
    let isCurrent = true;
    void planCalendar(at).then((next) => {
      if (isCurrent) setPlan(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [at, planCalendar, settings]);
  return plan;
}

/** What the user changed of the proposal. */
interface Choices {
  /** `HH:MM`; null is as agreed. */
  readonly at: string | null;
  /** Undefined until the user wrote one. */
  readonly ownName: string | undefined;
  readonly reminderMinutes: number | null;
}

const UNCHANGED: Choices = { at: null, ownName: undefined, reminderMinutes: null };

/** Saves the block as a file that the user's calendar reads in. */
export function CalendarCard({ agreement: { window } }: { readonly agreement: Agreement }) {
  const words = useWords();
  const { t } = words;
  const saveCalendar = useApp((state) => state.saveCalendar);
  const [{ at, ownName, reminderMinutes }, setChoices] = useState(UNCHANGED);
  const [saved, setSaved] = useState(false);
  const change = (part: Partial<Choices>) => {
    setChoices((choices) => ({ ...choices, ...part }));
    setSaved(false);
  };
  const plan = usePlan(at);
  const name = calendarTitle.safeParse(ownName ?? t('calendar.defaultName'));
  return (
    <SettingGroup title={t('calendar.title')} detail={t('calendar.help')}>
      <WhenFields
        window={window}
        at={at}
        onChange={(next) => {
          change({ at: next });
        }}
      />
      <NameField
        name={ownName ?? t('calendar.defaultName')}
        isSound={name.success}
        onChange={(next) => {
          change({ ownName: next });
        }}
      />
      <ReminderField
        minutes={reminderMinutes}
        onChange={(next) => {
          change({ reminderMinutes: next });
        }}
      />
      {plan?.status === 'none' || !name.success ? (
        <p className={classes.problem} role="alert">
          {plan?.status === 'none' ? t(`calendar.problem.${plan.problem}`) : t('calendar.noName')}
        </p>
      ) : (
        <p className={classes.effect} role="status">
          {saved ? t('calendar.saved') : plan ? planText(words, plan) : t('agreement.checking')}
        </p>
      )}
      <div className={classes.buttons}>
        <Button
          disabled={plan?.status !== 'planned' || !name.success}
          onClick={() => {
            if (!name.success) return;
            void saveCalendar({ at, title: name.data, reminderMinutes }).then(setSaved);
          }}
        >
          {t('calendar.save')}
        </Button>
      </div>
    </SettingGroup>
  );
}
