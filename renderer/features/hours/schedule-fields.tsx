import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { RangesField } from '../../components/ranges-field.tsx';
import classes from '../../components/settings.module.css';
import { useWords } from '../../i18n/words.ts';
import { areRangesSound, type ScheduleSetting } from '../../store/change-settings.ts';
import { WeekEditor } from './week-editor.tsx';
import { problemDays } from './week-hours.ts';

const MOST_WEEKS = 8;

/** Which of the weeks that take turns is in sight. */
interface ShownWeek {
  /** Its index. */
  readonly shown: number;
  onShow(index: number): void;
}

function WeekTabs({ count, shown, onShow }: ShownWeek & { readonly count: number }) {
  const { t } = useWords();
  return (
    <SegmentedControl
      aria-label={t('hours.weeks')}
      value={String(shown)}
      data={Array.from({ length: count }, (_, index) => ({
        value: String(index),
        label: t('hours.weekOf', { number: index + 1, count }),
      }))}
      onChange={(value) => {
        onShow(Number(value));
      }}
    />
  );
}

/** From when on the schedule holds, and the weeks that take turns in it. */
function ScheduleBar({
  schedule,
  shown,
  onShow,
  onChange,
}: ShownWeek & {
  readonly schedule: ScheduleSetting;
  onChange(part: Partial<ScheduleSetting>): void;
}) {
  const { t } = useWords();
  const week = schedule.weeks[shown];
  return (
    <div className={classes.bar}>
      <TextInput
        type="date"
        label={t('hours.validFrom')}
        value={schedule.from}
        error={schedule.from === '' && t('hours.noDate')}
        onChange={(event) => {
          onChange({ from: event.currentTarget.value });
        }}
      />
      {schedule.weeks.length > 1 ? (
        <WeekTabs count={schedule.weeks.length} shown={shown} onShow={onShow} />
      ) : null}
      <Button
        variant="subtle"
        disabled={schedule.weeks.length >= MOST_WEEKS}
        onClick={() => {
          if (week) onChange({ weeks: [...schedule.weeks, week] });
          onShow(schedule.weeks.length);
        }}
      >
        {t('hours.addWeek')}
      </Button>
      {schedule.weeks.length > 1 ? (
        <Button
          variant="subtle"
          onClick={() => {
            onChange({ weeks: schedule.weeks.filter((_, index) => index !== shown) });
          }}
        >
          {t('hours.removeWeek')}
        </Button>
      ) : null}
    </div>
  );
}

/** The breaks of every day. */
function Breaks({
  breaks,
  onChange,
}: {
  readonly breaks: ScheduleSetting['breaks'];
  onChange(part: Pick<ScheduleSetting, 'breaks'>): void;
}) {
  const { t } = useWords();
  return (
    <table className={classes.hours}>
      <tbody>
        <tr>
          <th scope="row">{t('hours.breaks')}</th>
          <td>
            <RangesField
              name={t('hours.breaks')}
              none={t('hours.noBreaks')}
              addLabel={t('hours.addBreak')}
              ranges={breaks}
              onChange={(breaks) => {
                onChange({ breaks });
              }}
            />
            {areRangesSound(breaks) ? null : (
              <p className={classes.problem} role="alert">
                {t('hours.wrongDay')}
              </p>
            )}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The schedule that is written, week by week. */
export function ScheduleFields({
  schedule,
  shown: asked,
  onShow,
  onChange,
}: ShownWeek & {
  readonly schedule: ScheduleSetting;
  onChange(part: Partial<ScheduleSetting>): void;
}) {
  const { t } = useWords();
  const shown = Math.min(asked, schedule.weeks.length - 1);
  const week = schedule.weeks[shown];
  /** The week whose days are wrong and are not in sight. */
  const wrongWeek = schedule.weeks.findIndex((one) => problemDays(one).length > 0);
  return (
    <>
      <ScheduleBar schedule={schedule} shown={shown} onShow={onShow} onChange={onChange} />
      {week ? (
        <WeekEditor
          week={week}
          breaks={schedule.breaks}
          onChange={(next) => {
            onChange({
              weeks: schedule.weeks.map((old, index) => (index === shown ? next : old)),
            });
          }}
        />
      ) : null}
      <Breaks breaks={schedule.breaks} onChange={onChange} />
      {wrongWeek >= 0 && wrongWeek !== shown ? (
        <p className={classes.problem} role="alert">
          {t('hours.wrongWeek', { number: wrongWeek + 1 })}
        </p>
      ) : null}
    </>
  );
}
