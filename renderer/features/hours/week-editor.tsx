import { Button } from '@mantine/core';
import type { WallRange } from '../../../shared/domain/agreement.ts';
import { addDays } from '../../../shared/domain/calendar.ts';
import { type Weekday, WEEKDAYS } from '../../../shared/domain/work-schedule.ts';
import { RangesField } from '../../components/ranges-field.tsx';
import classes from '../../components/settings.module.css';
import { NO_FIGURE } from '../../i18n/format.ts';
import { durationText, useWords } from '../../i18n/words.ts';
import type { WorkWeekSetting } from '../../store/change-settings.ts';
import { problemDays, weekMinutes, withMondaysHours } from './week-hours.ts';

/** Whether every day with working time has that of Monday already. */
function isCopied(week: WorkWeekSetting): boolean {
  return JSON.stringify(withMondaysHours(week)) === JSON.stringify(week);
}

/** Any Monday: only the name of the weekday is written. */
const A_MONDAY = '2024-01-01';

/** The hours of one day; from Monday they can be taken for the others. */
function DayHours({
  day,
  week,
  isWrong,
  onChange,
}: {
  readonly day: Weekday;
  readonly week: WorkWeekSetting;
  readonly isWrong: boolean;
  onChange(week: WorkWeekSetting): void;
}) {
  const { t, format } = useWords();
  const name = format.weekdayLong(addDays(A_MONDAY, WEEKDAYS.indexOf(day)));
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <RangesField
          name={name}
          none={t('hours.noHours')}
          ranges={week[day]}
          onChange={(ranges) => {
            onChange({ ...week, [day]: ranges });
          }}
        />
        {isWrong ? (
          <p className={classes.problem} role="alert">
            {t('hours.wrongDay')}
          </p>
        ) : null}
        {day === 'monday' && week.monday.length > 0 ? (
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={isCopied(week)}
            onClick={() => {
              onChange(withMondaysHours(week));
            }}
          >
            {t('hours.copyMonday')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** The working time of each day of a week. */
export function WeekEditor({
  week,
  breaks,
  onChange,
}: {
  readonly week: WorkWeekSetting;
  /** Those of every day, which the week's sum leaves out. */
  readonly breaks: readonly WallRange[];
  onChange(week: WorkWeekSetting): void;
}) {
  const words = useWords();
  const { t } = words;
  const wrong = problemDays(week);
  const minutes = weekMinutes(week, breaks);
  return (
    <table className={classes.hours}>
      <tbody>
        {WEEKDAYS.map((day) => (
          <DayHours
            key={day}
            day={day}
            week={week}
            isWrong={wrong.includes(day)}
            onChange={onChange}
          />
        ))}
        <tr>
          <th scope="row">{t('hours.sum')}</th>
          <td className={classes.sum} role="status">
            {wrong.length > 0 ? NO_FIGURE : durationText(words, minutes)}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
