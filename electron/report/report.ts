import { DAY_MS, wallMidnight } from '../../shared/domain/calendar.ts';
import {
  type DayFigures,
  type DayFrames,
  type FigureRules,
  createDayFrames,
  dayFigures,
  weekFigures,
} from '../../shared/domain/figures.ts';
import {
  type ReportKind,
  type ReportOptions,
  dayRow,
  spanRows,
  weekRow,
} from '../../shared/domain/report.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { DayTotalsReader } from '../storage/day-totals.ts';
import type { SpanRepository } from '../storage/span-repository.ts';
import { type CsvLayout, daysToCsv, spansToCsv, weeksToCsv } from './csv.ts';

/** Local days, both included, as ISO dates. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** More than any zone is from UTC, so that a local day lies within its UTC day and this on either side. */
const ZONE_MARGIN_MS = DAY_MS + DAY_MS / 12;

/** What can be read of the stored spans; a folder without a database has none. */
export interface SpanReader extends Pick<SpanRepository, 'between' | 'lastBefore'> {
  /** The days whose spans are no longer kept. */
  readonly totals?: Pick<DayTotalsReader, 'between' | 'zoneBefore' | 'extent'> | undefined;
}

/** A reader of no spans. */
export const NO_SPANS: SpanReader = { between: () => [], lastBefore: () => undefined };

/** The stored spans that touch local days of any zone. */
export function spansOfRange(spans: Pick<SpanReader, 'between'>, { from, to }: DateRange): Span[] {
  return spans.between(
    wallMidnight(from) - ZONE_MARGIN_MS,
    wallMidnight(to) + DAY_MS + ZONE_MARGIN_MS,
  );
}

/** How much time is read at once, where reading all of it would only fill the memory. */
const PART_MS = 28 * DAY_MS;

/** What {@link spansOfRange} gives, read part by part. */
function* eachSpanOfRange(spans: SpanReader, { from, to }: DateRange): Generator<Span> {
  const startMs = wallMidnight(from) - ZONE_MARGIN_MS;
  const endMs = wallMidnight(to) + DAY_MS + ZONE_MARGIN_MS;
  for (let partMs = startMs; partMs < endMs; partMs += PART_MS) {
    for (const span of spans.between(partMs, Math.min(partMs + PART_MS, endMs))) {
      // One that reaches into this part was in the part that it started in.
      if (partMs === startMs || span.startedAtMs >= partMs) yield span;
    }
  }
}

/** The zone of the latest span before a range, or else the system's. */
export function zoneBefore(spans: SpanReader, { from }: DateRange): string {
  const before = spans.lastBefore(wallMidnight(from) - ZONE_MARGIN_MS);
  const condensed = spans.totals?.zoneBefore(from);
  if (condensed && !(before && before.startedAtMs >= condensed.atMs)) return condensed.zone;
  return before?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The figures of every local day of a range: the one source of what charts, tables and reports show. */
export function figuresOfRange(
  spans: SpanReader,
  range: DateRange,
  frames: DayFrames,
): DayFigures[] {
  return dayFigures({
    spans: eachSpanOfRange(spans, range),
    ...range,
    frames,
    zoneBefore: zoneBefore(spans, range),
    totals: new Map(spans.totals?.between(range.from, range.to).map((day) => [day.date, day])),
  });
}

/** What a report is made of. */
export interface ReportRequest extends DateRange, ReportOptions {
  readonly by: ReportKind;
}

/** The rows of a report, as its JSON lists them. */
export function reportRows(
  spans: SpanReader,
  rules: FigureRules,
  { by, ...request }: ReportRequest,
): object[] {
  switch (by) {
    case 'span':
      return spanRows(spansOfRange(spans, request), request, rules, request);
    case 'day':
      return figuresOfRange(spans, request, createDayFrames(rules)).map((day) =>
        dayRow(day, request),
      );
    case 'week':
      return weekFigures(figuresOfRange(spans, request, createDayFrames(rules))).map((week) =>
        weekRow(week, request),
      );
  }
}

/** A report as a JSON file: the rows of {@link reportRows} in one list. */
export function reportJson(spans: SpanReader, rules: FigureRules, request: ReportRequest): string {
  return `${JSON.stringify(reportRows(spans, rules, request))}\n`;
}

/** Hundredths of a minute: as exact as a cell of minutes is. */
export const EXACT_MINUTES = 0.01;

/** A report as a CSV file, in whole minutes unless it says otherwise. */
export function reportCsv(
  spans: SpanReader,
  rules: FigureRules,
  { by, ...request }: ReportRequest,
  layout: CsvLayout,
): string {
  const options = { ...request, roundMinutes: request.roundMinutes ?? 1 };
  const csv = { ...layout, ...options };
  if (by === 'span') {
    return spansToCsv(spanRows(spansOfRange(spans, request), request, rules, options), csv);
  }
  const days = figuresOfRange(spans, request, createDayFrames(rules));
  return by === 'day'
    ? daysToCsv(
        days.map((day) => dayRow(day, options)),
        csv,
      )
    : weeksToCsv(
        weekFigures(days).map((week) => weekRow(week, options)),
        csv,
      );
}
