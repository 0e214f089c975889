import { addDays, datesOf, isoWeekOf, mondayOf } from '../../../shared/domain/calendar.ts';
import type { TrendsView } from '../../../shared/ipc/views.ts';
import { wholeMinutes } from '../../i18n/format.ts';
import { durationText, weekNumber, type Words } from '../../i18n/words.ts';
import { buildYearCalendar, type CalendarCell } from './build-year-calendar.ts';

/** One week of a month: its days from Monday on, null where they are of another month. */
export interface MonthWeek {
  readonly monday: string;
  /** As `W47`. */
  readonly short: string;
  readonly days: readonly (CalendarCell | null)[];
  /** Counted minutes of its days in this month; null where none was measured. */
  readonly countedMinutes: number | null;
}

/** A month as a calendar, and next to the one before. */
export interface MonthCalendar {
  /** As `November 2026`. */
  readonly name: string;
  readonly weeks: readonly MonthWeek[];
  readonly summary: string;
  /** The months beside it within the year, as `2026-10`; null where there is none, or it is to come. */
  readonly previous: string | null;
  readonly next: string | null;
}

/** The month that is shown at first: the running one, or the last of a year that is over. */
export function firstMonth({ year, today }: TrendsView): string {
  return today.startsWith(`${year}-`) ? today.slice(0, 7) : `${year}-12`;
}

function neighbour(month: string, by: 1 | -1, { year, today }: TrendsView): string | null {
  const first = `${month}-01`;
  const next = addDays(first, by === 1 ? 31 : -1).slice(0, 7);
  return next.startsWith(`${year}-`) && next <= today.slice(0, 7) ? next : null;
}

function summaryOf(month: string, view: TrendsView, words: Words): string {
  const { t, format } = words;
  const at = view.months.findIndex(({ week }) => week === month);
  const figures = view.months[at];
  if (!figures || figures.measuredMs === 0) return t('trends.month.summaryNone');
  const counted = durationText(words, wholeMinutes(figures.countedMs));
  const { room, over } = figures.days;
  const days = room + figures.days['sweet-spot'] + over;
  const sentence = t('week.chart.summary', {
    counted,
    count: days,
    room: format.number(room),
    sweetSpot: format.number(figures.days['sweet-spot']),
    over: format.number(over),
  });
  const before = view.months[at - 1];
  if (!before || before.measuredMs === 0) return sentence;
  const compared = t('trends.month.before', {
    month: format.monthLong(before.from),
    counted: durationText(words, wholeMinutes(before.countedMs)),
  });
  return `${sentence} ${compared}`;
}

/** Shapes a month as a calendar of its days. @param month as `2026-11`, of the year of the view. */
export function buildMonth(month: string, view: TrendsView, words: Words): MonthCalendar {
  const { t, format } = words;
  const ofMonth = view.days.filter(({ date }) => date.startsWith(month));
  const { cells } = buildYearCalendar({ ...view, days: ofMonth }, words);
  const mondays = [...new Set(cells.map(({ date }) => mondayOf(date)))];
  return {
    name: format.month(`${month}-01`),
    weeks: mondays.map((monday) => {
      const days = datesOf(monday, addDays(monday, 6)).map(
        (date) => cells.find((cell) => cell.date === date) ?? null,
      );
      const measured = days.flatMap((day) => day?.countedMinutes ?? []);
      return {
        monday,
        short: t('trends.weeks.short', { week: weekNumber(isoWeekOf(monday)) }),
        days,
        countedMinutes:
          measured.length === 0 ? null : measured.reduce((sum, minutes) => sum + minutes, 0),
      };
    }),
    summary: summaryOf(month, view, words),
    previous: neighbour(month, -1, view),
    next: neighbour(month, 1, view),
  };
}
