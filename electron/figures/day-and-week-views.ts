import { addDays, mondayOf } from '../../shared/domain/calendar.ts';
import { type DayFigures, type WeekFigures, weekFigures } from '../../shared/domain/figures.ts';
import { type FigureRules, createDayFrames, dateOf } from '../../shared/domain/frames.ts';
import { type Interval, clip } from '../../shared/domain/interval.ts';
import { MINUTE_MS } from '../../shared/domain/rounding.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { DayView, WeekMean, WeekView } from '../../shared/ipc/views.ts';
import { type DateRange, type SpanReader, spansOfRange } from '../storage/span-reader.ts';
import { figuresOfRange } from './figures-of-range.ts';

/** What a page is made of. */
export interface ViewNeeds {
  readonly spans: SpanReader;
  /** The settings, with the holidays among the days off. */
  readonly settings: FigureRules;
  readonly nowMs: number;
  /** IANA zone of the computer. */
  readonly zone: string;
  /** The figures of a range under these settings, where some of them are kept. */
  readonly figuresOf?: (range: DateRange) => DayFigures[];
  /** The rules that decided a span, by its start, where that is known; the most frequent first. */
  readonly rulesOf?: (startedAtMs: number) => readonly string[];
}

/**
 * Stored spans with those that are not stored yet: the running one up to its latest tick, which is stored a
 * little later, and all others that the disk does not take.
 *
 * @param unsaved changes by the start of their span; null is a removal.
 */
export function withUnsaved(
  spans: SpanReader,
  unsaved: ReadonlyMap<number, Span | null>,
  open: Span | null,
): SpanReader {
  const changed = new Map(unsaved);
  if (open && open.endedAtMs > open.startedAtMs) changed.set(open.startedAtMs, open);
  if (changed.size === 0) return spans;
  const added = [...changed.values()].filter((span) => span !== null);
  const byTime = (a: Span, b: Span) => a.startedAtMs - b.startedAtMs;
  function between(fromMs: number, toMs: number): Span[] {
    const stored = spans
      .between(fromMs, toMs)
      .filter(({ startedAtMs }) => !changed.has(startedAtMs));
    const others = added.filter((span) => span.startedAtMs < toMs && span.endedAtMs > fromMs);
    return [...stored, ...others].sort(byTime);
  }

  return {
    totals: spans.totals,
    lastBefore(atMs) {
      let stored = spans.lastBefore(atMs);
      while (stored && changed.has(stored.startedAtMs)) {
        stored = spans.lastBefore(stored.startedAtMs);
      }
      const candidates = added.filter(({ startedAtMs }) => startedAtMs < atMs);
      return [...(stored ? [stored] : []), ...candidates].sort(byTime).at(-1);
    },
    between,
    *timesWithin(fromMs, toMs) {
      // What lies before the first change is as it is stored.
      const changedMs = [...changed.keys()].filter((startedAtMs) => startedAtMs >= fromMs);
      const restMs = spans.timesWithin ? Math.min(toMs, ...changedMs) : fromMs;
      if (spans.timesWithin && restMs > fromMs) yield* spans.timesWithin(fromMs, restMs);
      if (restMs < toMs)
        yield* between(restMs, toMs).filter(({ startedAtMs }) => startedAtMs >= restMs);
    },
  };
}

/** The whole of some intervals, from the first start to the last end. */
function hull(intervals: readonly Interval[]): Interval {
  return { startMs: intervals.at(0)?.startMs ?? 0, endMs: intervals.at(-1)?.endMs ?? 0 };
}

/** The local day that is now: until the end of a night shift, the one on which it started. */
export function todayOf({ settings, zone, nowMs }: ViewNeeds): string {
  return dateOf(createDayFrames(settings), zone, nowMs);
}

/** A local day for the Today page; null is today. */
export function dayView(isoDate: string | null, needs: ViewNeeds): DayView {
  const frames = createDayFrames(needs.settings);
  const date = isoDate ?? dateOf(frames, needs.zone, needs.nowMs);
  const range = { from: date, to: date };
  const [figures] = figuresOfRange(needs.spans, range, frames, needs.nowMs);
  if (!figures) throw new Error('A range of one day has no day');
  const frame = frames(figures.zone, date);
  const rules: Record<number, readonly string[]> = {};
  const spans = spansOfRange(needs.spans, range).flatMap((span) => {
    // What the user said themselves no rule explains.
    const decided = span.relabelled || span.manual ? [] : (needs.rulesOf?.(span.startedAtMs) ?? []);
    const whole = { startMs: span.startedAtMs, endMs: span.endedAtMs };
    return clip(whole, frames(span.zone, date).day).map(({ startMs, endMs }) => {
      if (decided.length > 0) rules[startMs] = decided;
      return { ...span, startedAtMs: startMs, endedAtMs: endMs };
    });
  });
  return {
    figures,
    day: hull(frame.day),
    working: frame.working,
    window: frame.window ?? [],
    spans,
    rules,
    isCondensed: (needs.spans.totals?.between(date, date).length ?? 0) > 0,
    nowMs: needs.nowMs,
  };
}

/** How far back the last working day is looked for. */
const MOST_DAYS_BACK = 14;

/** Today for its page: as long as it has no minute on LinkedIn, with the last working day that was measured. */
export function todayView(needs: ViewNeeds): DayView {
  const view = dayView(null, needs);
  const { date, insideMs, outsideMs } = view.figures;
  const linkedInMs = [...Object.values(insideMs), ...Object.values(outsideMs)];
  if (linkedInMs.reduce((sum, ms) => sum + ms, 0) >= MINUTE_MS) return view;
  const range = { from: addDays(date, -MOST_DAYS_BACK), to: addDays(date, -1) };
  const lastDay = figuresIn(range, needs).findLast(
    ({ workingDay, measuredMs }) => workingDay && measuredMs > 0,
  );
  return lastDay ? { ...view, lastDay } : view;
}

/** How many weeks before one its mean is taken of. */
const MEAN_WEEKS = 8;

/** The mean of those weeks that were measured; what was not is not zero. */
function meanOf(weeks: readonly WeekFigures[]): WeekMean | null {
  const measured = weeks.filter(({ measuredMs }) => measuredMs > 0);
  if (measured.length === 0) return null;
  const countedMs = measured.reduce((sum, week) => sum + week.countedMs, 0) / measured.length;
  return { weeks: measured.length, countedMs };
}

/** The figures of every day of a range, those kept where there are some. */
export function figuresIn(range: DateRange, needs: ViewNeeds): DayFigures[] {
  const { figuresOf, spans, settings, nowMs } = needs;
  return figuresOf?.(range) ?? figuresOfRange(spans, range, createDayFrames(settings), nowMs);
}

/** An ISO week for the Week page; null is this week. */
export function weekView(isoDate: string | null, needs: ViewNeeds): WeekView {
  const today = todayOf(needs);
  const monday = mondayOf(isoDate ?? today);
  const range = { from: addDays(monday, -7 * MEAN_WEEKS), to: addDays(monday, 6) };
  const days = figuresIn(range, needs);
  const weeks = weekFigures(days);
  const week = weeks.pop();
  const previous = weeks.at(-1);
  if (!previous || !week) throw new Error('A range of nine weeks has no nine weeks');
  return {
    week,
    days: days.slice(-7),
    previous,
    previousDays: days.slice(-14, -7),
    mean: meanOf(weeks),
    today,
  };
}
