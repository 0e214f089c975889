import { addDays, daysBetween } from '../../shared/domain/calendar.ts';
import { type DayFigures, dayFigures } from '../../shared/domain/figures.ts';
import { type DayFrames, type FigureRules, createDayFrames } from '../../shared/domain/frames.ts';
import {
  type DateRange,
  PART_DAYS,
  type Part,
  type SpanReader,
  timesOfRange,
  zoneBefore,
} from '../storage/span-reader.ts';

/** The figures of every local day of a range: the one source of what charts, tables and reports show. */
export function figuresOfRange(
  spans: SpanReader,
  range: DateRange,
  frames: DayFrames,
  nowMs: number,
): DayFigures[] {
  return dayFigures({
    spans: timesOfRange(spans, range),
    from: range.from,
    to: range.to,
    frames,
    nowMs,
    zoneBefore: zoneBefore(spans, range),
    totals: new Map(spans.totals?.between(range.from, range.to).map((day) => [day.date, day])),
  });
}

/** What {@link figuresOfRange} gives, reckoned part by part. */
export function* figureParts(
  spans: SpanReader,
  { from, to }: DateRange,
  rules: FigureRules,
  nowMs: number,
): Generator<Part<DayFigures[]>> {
  const frames = createDayFrames(rules);
  const days = daysBetween(from, to) + 1;
  for (let done = 0; done < days; done += PART_DAYS) {
    const until = Math.min(done + PART_DAYS, days);
    const range = { from: addDays(from, done), to: addDays(from, until - 1) };
    yield { part: figuresOfRange(spans, range, frames, nowMs), share: until / days };
  }
}
