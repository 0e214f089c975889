import { addDays } from '../../../shared/domain/calendar.ts';
import { WEEKDAYS } from '../../../shared/domain/work-schedule.ts';
import { RangesField } from '../../components/ranges-field.tsx';
import classes from '../../components/settings.module.css';
import { useWords } from '../../i18n/words.ts';
import type { WorkWeekSetting } from '../../store/change-settings.ts';

/** Any Monday: only the name of the weekday is written. */
const A_MONDAY = '2024-01-01';

/** The working time of each day of a week. */
export function WeekEditor({
  week,
  onChange,
}: {
  readonly week: WorkWeekSetting;
  onChange(week: WorkWeekSetting): void;
}) {
  const { t, format } = useWords();
  return (
    <table className={classes.hours}>
      <tbody>
        {WEEKDAYS.map((day, index) => {
          const name = format.weekdayLong(addDays(A_MONDAY, index));
          return (
            <tr key={day}>
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
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
