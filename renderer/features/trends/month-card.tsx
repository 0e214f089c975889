import { ActionIcon, UnstyledButton } from '@mantine/core';
import { useId } from '@mantine/hooks';
import type { TrendsView } from '../../../shared/ipc/views.ts';
import { NextIcon, PreviousIcon } from '../../components/icons.tsx';
import { NO_FIGURE } from '../../i18n/format.ts';
import { durationText, useWords } from '../../i18n/words.ts';
import { useApp } from '../../store/use-app.ts';
import buttons from '../../components/quiet-button.module.css';
import { buildMonth } from './build-month.ts';
import type { CalendarCell } from './build-year-calendar.ts';
import classes from './month-card.module.css';
import { DaySwatch } from './year-calendar-chart.tsx';

/** Names the section in the page, for what leads to it. */
export const MONTH_SECTION = 'month';

function DayCell({ day, today }: { readonly day: CalendarCell; readonly today: string }) {
  const { t, format } = useWords();
  const openDay = useApp((state) => state.openDay);
  const { date, standing, countedMinutes, name, value, isToday } = day;
  const content = (
    <>
      <span className={classes.date}>{format.number(Number(date.slice(8)))}</span>
      {standing === 'none' || standing === 'day-off' || standing === 'to-come' ? null : (
        <DaySwatch standing={standing} />
      )}
      <span className={classes.minutes}>
        {countedMinutes === null ? '' : format.number(countedMinutes)}
      </span>
    </>
  );
  // A day to come has nothing to open.
  if (date > today) return <div className={classes.day}>{content}</div>;
  return (
    <UnstyledButton
      className={`${classes.day ?? ''} ${classes.open ?? ''}`}
      aria-current={isToday ? 'date' : undefined}
      onClick={() => void openDay(isToday ? null : date)}
    >
      <span className="visually-hidden">
        {[t('week.chart.open', { day: name }), value].filter(Boolean).join(': ')}
      </span>
      <span aria-hidden className={classes.drawn}>
        {content}
      </span>
    </UnstyledButton>
  );
}

/** A month as a calendar of its counted minutes, from which a day and a week can be opened. */
export function MonthCard({
  month,
  view,
  onChange,
  onOpenWeek,
}: {
  /** As `2026-11`. */
  readonly month: string;
  readonly view: TrendsView;
  onChange(month: string): void;
  onOpenWeek(isoDate: string): void;
}) {
  const words = useWords();
  const { t, format } = words;
  const id = useId();
  const { name, weeks, summary, previous, next } = buildMonth(month, view, words);
  const go = (label: string, to: string | null, icon: React.ReactNode) => (
    <ActionIcon
      variant="default"
      size={32}
      aria-label={label}
      disabled={to === null}
      onClick={() => {
        if (to !== null) onChange(to);
      }}
    >
      {icon}
    </ActionIcon>
  );
  return (
    <section id={MONTH_SECTION} className="card" aria-labelledby={id} tabIndex={-1}>
      <header className={classes.head}>
        <h2 id={id}>{name}</h2>
        <span className={classes.buttons}>
          {go(t('trends.month.previous'), previous, <PreviousIcon />)}
          {go(t('trends.month.next'), next, <NextIcon />)}
        </span>
      </header>
      <p className="muted">{summary}</p>
      <div className={classes.scroll}>
        <table className={classes.month}>
          <thead>
            <tr>
              <th scope="col">{t('trends.weeks.week')}</th>
              {weeks[0]?.days.map((_, index) => (
                <th key={index} scope="col">
                  {format.weekdayShort(ofWeekday(index))}
                </th>
              ))}
              <th scope="col">{t('trends.weeks.counted')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ monday, short, days, countedMinutes }) => (
              <tr key={monday}>
                <th scope="row">
                  <UnstyledButton
                    className={buttons.link}
                    aria-label={t('trends.weeks.open', { week: short })}
                    disabled={monday > view.today}
                    onClick={() => {
                      onOpenWeek(monday);
                    }}
                  >
                    {short}
                  </UnstyledButton>
                </th>
                {days.map((day, index) => (
                  <td key={index}>{day ? <DayCell day={day} today={view.today} /> : null}</td>
                ))}
                <td className={classes.sum}>
                  {countedMinutes === null ? NO_FIGURE : durationText(words, countedMinutes)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Any date of a weekday, Monday first: only its name is written. */
function ofWeekday(index: number): string {
  return `2024-01-0${String(index + 1)}`;
}
