import { TextInput, UnstyledButton } from '@mantine/core';
import { addDays } from '../../../shared/domain/calendar.ts';
import { WEEKDAYS } from '../../../shared/domain/work-schedule.ts';
import { useWords } from '../../i18n/words.ts';
import type { SimpleWeek } from '../../store/state/drafts.ts';
import { problemOfWeek } from './welcome-answers.ts';
import { Card } from './welcome-card.tsx';
import classes from './welcome-page.module.css';

/** Any Monday: only the names of weekdays are written. */
const A_MONDAY = '2024-01-01';

interface WeekProps {
  readonly week: SimpleWeek;
  onChange(week: SimpleWeek): void;
}

/** The weekdays that are worked on. */
function WorkDays({ week, onChange }: WeekProps) {
  const { t, format } = useWords();
  return (
    <div className={classes.days} role="group" aria-label={t('welcome.hours.days')}>
      {WEEKDAYS.map((day, index) => {
        const isOn = week.days.includes(day);
        const date = addDays(A_MONDAY, index);
        return (
          <UnstyledButton
            key={day}
            className={classes.day}
            aria-pressed={isOn}
            aria-description={format.weekdayLong(date)}
            onClick={() => {
              const days = WEEKDAYS.filter((one) =>
                one === day ? !isOn : week.days.includes(one),
              );
              onChange({ ...week, days });
            }}
          >
            {format.weekdayShort(date)}
          </UnstyledButton>
        );
      })}
    </div>
  );
}

/** One working week, as simple as most are. */
export function Hours({
  week,
  onChange,
}: Pick<WeekProps, 'onChange'> & { readonly week: SimpleWeek | null }) {
  const { t } = useWords();
  if (!week) {
    return (
      <Card title={t('page.hours')}>
        <p className={classes.detail}>{t('welcome.hours.detailed')}</p>
      </Card>
    );
  }
  const problem = problemOfWeek(week);
  const time = (key: 'from' | 'to' | 'breakFrom' | 'breakTo') => (
    <TextInput
      type="time"
      label={t(`welcome.hours.${key}`)}
      value={week[key]}
      error={problem?.field === key}
      onChange={(event) => {
        onChange({ ...week, [key]: event.currentTarget.value });
      }}
    />
  );
  return (
    <Card title={t('page.hours')}>
      <p className={classes.detail}>{t('welcome.hours.text')}</p>
      <WorkDays week={week} onChange={onChange} />
      <div className={classes.fields}>
        <div className={classes.pair}>
          {time('from')}
          {time('to')}
        </div>
        <div className={classes.pair}>
          {time('breakFrom')}
          {time('breakTo')}
        </div>
      </div>
      {problem ? (
        <p className={classes.problem} role="alert">
          {t(`welcome.hours.wrong.${problem.why}`)}
        </p>
      ) : null}
    </Card>
  );
}
