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

type MonthWeek = ReturnType<typeof buildMonth>['weeks'][number];

interface WeekOpening {
  /** As ISO date; what is later has nothing to open. */
  readonly today: string;
  onOpenWeek(isoDate: string): void;
}

function WeekRow({
  week: { monday, short, days, countedMinutes },
  today,
  onOpenWeek,
}: WeekOpening & { readonly week: MonthWeek }) {
  const words = useWords();
  const { t } = words;
  return (
    <tr>
      <th scope="row">
        <UnstyledButton
          className={buttons.link}
          aria-label={t('trends.open', { name: short })}
          disabled={monday > today}
          onClick={() => {
            onOpenWeek(monday);
          }}
        >
          {short}
        </UnstyledButton>
      </th>
      {days.map((day, index) => (
        <td key={index}>{day ? <DayCell day={day} today={today} /> : null}</td>
      ))}
      <td className={classes.sum}>
        {countedMinutes === null ? NO_FIGURE : durationText(words, countedMinutes)}
      </td>
    </tr>
  );
}

function MonthTable({
  weeks,
  today,
  onOpenWeek,
}: WeekOpening & { readonly weeks: readonly MonthWeek[] }) {
  const { t, format } = useWords();
  return (
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
        {weeks.map((week) => (
          <WeekRow key={week.monday} week={week} today={today} onOpenWeek={onOpenWeek} />
        ))}
      </tbody>
    </table>
  );
}

/** Leads to the month before or after, where there is one. */
function MonthArrow({
  label,
  to,
  onChange,
  children,
}: {
  readonly label: string;
  readonly to: string | null;
  onChange(month: string): void;
  readonly children: React.ReactNode;
}) {
  return (
    <ActionIcon
      variant="default"
      size={32}
      aria-label={label}
      disabled={to === null}
      onClick={() => {
        if (to !== null) onChange(to);
      }}
    >
      {children}
    </ActionIcon>
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
  const { t } = words;
  const id = useId();
  const { name, weeks, summary, previous, next } = buildMonth(month, view, words);
  return (
    <section id={MONTH_SECTION} className="card" aria-labelledby={id} tabIndex={-1}>
      <header className={classes.head}>
        <h2 id={id}>{name}</h2>
        <span className={classes.buttons}>
          <MonthArrow label={t('trends.month.previous')} to={previous} onChange={onChange}>
            <PreviousIcon />
          </MonthArrow>
          <MonthArrow label={t('trends.month.next')} to={next} onChange={onChange}>
            <NextIcon />
          </MonthArrow>
        </span>
      </header>
      <p className="muted">{summary}</p>
      <div className={classes.scroll}>
        <MonthTable weeks={weeks} today={view.today} onOpenWeek={onOpenWeek} />
      </div>
    </section>
  );
}

/** Any date of a weekday, Monday first: only its name is written. */
function ofWeekday(index: number): string {
  return `2024-01-0${String(index + 1)}`;
}
