import { daysBetween, mondayOf, weekdayIndex } from '../../../shared/domain/calendar.ts';
import type { Place } from '../../../shared/domain/figures.ts';
import type { TrendDay, TrendsView } from '../../../shared/ipc/views.ts';
import { wholeMinutes } from '../../i18n/format.ts';
import { minutesText, type Words } from '../../i18n/words.ts';

/** What a day of the calendar is called. */
export type CalendarStanding = Place | 'day-off' | 'to-come' | 'not-yet' | 'none';

/** One day of the year. */
export interface CalendarCell {
  readonly column: number;
  readonly row: number;
  readonly date: string;
  readonly standing: CalendarStanding;
  readonly isToday: boolean;
  /** Whole minutes; null where nothing was or could be measured in working time. */
  readonly countedMinutes: number | null;
  readonly coverage: number | null;
  readonly name: string;
  readonly value: string;
}

/** All that the calendar of a year draws and says. */
export interface YearCalendar {
  /** Weeks from Monday to Sunday. */
  readonly columns: number;
  /** Where each month begins. */
  readonly months: readonly { readonly column: number; readonly label: string }[];
  readonly weekdays: readonly string[];
  /** By date. */
  readonly cells: readonly CalendarCell[];
  readonly standings: readonly CalendarStanding[];
  readonly summary: string;
}

const ORDER: readonly CalendarStanding[] = ['room', 'sweet-spot', 'over', 'no-data'];

function standingOf(day: TrendDay, today: string): CalendarStanding {
  if (!day.workingDay) return 'day-off';
  if (day.date > today) return 'to-come';
  // Today may have its working time before it: it is called not measured once it is over.
  if (day.date === today && day.measuredMs === 0) return 'not-yet';
  return day.place ?? 'none';
}

/** Shapes a year as a calendar of its days by place. */
export function buildYearCalendar({ year, days, today }: TrendsView, words: Words): YearCalendar {
  const { t, format } = words;
  const firstMonday = mondayOf(`${year}-01-01`);
  const columnOf = (date: string) => Math.floor(daysBetween(firstMonday, date) / 7);
  const cells = days.map((day): CalendarCell => {
    const standing = standingOf(day, today);
    const isMeasured = day.workingDay && day.measuredMs > 0;
    const countedMinutes = isMeasured ? wholeMinutes(day.countedMs) : null;
    const place = standing === 'none' ? '' : t(`place.${standing}`);
    return {
      column: columnOf(day.date),
      row: weekdayIndex(day.date),
      date: day.date,
      standing,
      isToday: day.date === today,
      countedMinutes,
      coverage: isMeasured ? day.coverage : null,
      name: format.dateLong(day.date),
      value: [countedMinutes === null ? '' : minutesText(words, countedMinutes), place]
        .filter(Boolean)
        .join(' · '),
    };
  });
  const count = (standing: CalendarStanding) =>
    cells.filter((cell) => cell.standing === standing).length;
  const measured = cells.filter((cell) => cell.countedMinutes !== null).length;
  return {
    columns: columnOf(`${year}-12-31`) + 1,
    months: Array.from({ length: 12 }, (_, month) => {
      const date = `${year}-${String(month + 1).padStart(2, '0')}-01`;
      return { column: columnOf(date), label: format.monthShort(date) };
    }),
    weekdays: Array.from({ length: 7 }, (_, row) => {
      // Any Monday: only the name of the weekday is written.
      const date = new Date(Date.UTC(2024, 0, 1 + row)).toISOString().slice(0, 10);
      return format.weekdayShort(date);
    }),
    cells,
    standings: ORDER.filter((standing) => count(standing) > 0),
    summary:
      measured === 0
        ? t('trends.year.summaryNone')
        : t('trends.year.summary', {
            count: measured,
            room: format.number(count('room')),
            sweetSpot: format.number(count('sweet-spot')),
            over: format.number(count('over')),
          }),
  };
}
