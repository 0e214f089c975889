import { agreementOn, purposeOf } from '../../shared/domain/agreement.ts';
import { addDays, isoWeekOf, mondayOf } from '../../shared/domain/calendar.ts';
import { type DayFigures, entriesOf, sumOfDays, weekFigures } from '../../shared/domain/figures.ts';
import { createDayFrames } from '../../shared/domain/frames.ts';
import { hourFigures } from '../../shared/domain/hours.ts';
import { isLinkedIn } from '../../shared/domain/activity.ts';
import type { PurposePart, TrendsView } from '../../shared/ipc/views.ts';
import { spansOfRange } from '../storage/span-reader.ts';
import { type ViewNeeds, figuresIn, todayOf } from './day-and-week-views.ts';

/** How many weeks the trends show. */
const WEEKS = 12;

/** The LinkedIn time inside the working time of some days by what it was for, each under the agreement of its day. */
function partsOf(days: readonly DayFigures[]): PurposePart[] {
  const parts = new Map<string, PurposePart>();
  for (const { insideMs, countedByMs, agreement } of days) {
    for (const [activity, ms] of entriesOf(insideMs)) {
      const purpose = purposeOf(activity, agreement ?? undefined);
      const counts = countedByMs[activity] !== undefined;
      const key = `${activity} ${purpose} ${String(counts)}`;
      const before = parts.get(key)?.ms ?? 0;
      parts.set(key, { activity, purpose, counts, ms: before + ms });
    }
  }
  return [...parts.values()];
}

/** A year for the Trends page, with the twelve weeks up to its end or up to this one; null is this year. */
export function trendsView(year: number | null, needs: ViewNeeds): TrendsView {
  const { settings } = needs;
  const today = todayOf(needs);
  const shown = year ?? Number(today.slice(0, 4));
  const from = `${shown}-01-01`;
  const to = `${shown}-12-31`;
  const lastDay = addDays(mondayOf(to < today ? to : today), 6);
  const firstDay = addDays(lastDay, 1 - WEEKS * 7);

  // Days to come have no spans, only the lengths of their working time; they are reckoned alike.
  const whole = { from: firstDay < from ? firstDay : from, to: lastDay > to ? lastDay : to };
  const days = figuresIn(whole, needs);
  const ofWeeks = days.filter(({ date }) => date >= firstDay && date <= lastDay);
  const byWeek = Map.groupBy(ofWeeks, ({ date }) => isoWeekOf(date));
  const ofYear = days.filter(({ date }) => date >= from && date <= to);
  const byMonth = Map.groupBy(ofYear, ({ date }) => date.slice(0, 7));
  const range = { from: firstDay, to: lastDay };
  return {
    year: shown,
    weeks: weekFigures(ofWeeks).map((week) => ({
      ...week,
      parts: partsOf(byWeek.get(week.week) ?? []),
    })),
    months: [...byMonth].map(([month, ofMonth]) => ({
      ...sumOfDays(month, ofMonth),
      parts: partsOf(ofMonth),
    })),
    hours: hourFigures({
      spans: spansOfRange(needs.spans, range),
      totals: needs.spans.totals?.between(range.from, range.to) ?? [],
      ...range,
      frames: createDayFrames(settings),
      isShown: (activity, date) =>
        isLinkedIn(activity) &&
        purposeOf(activity, agreementOn(settings.agreements, date)) !== 'private',
    }),
    days: ofYear.map(({ date, workingDay, place, countedMs, measuredMs, coverage }) => ({
      date,
      workingDay,
      place,
      countedMs,
      measuredMs,
      coverage,
    })),
    today,
  };
}
