import { DAY_MS, addDays, daysBetween, wallMidnight } from '../../shared/domain/calendar.ts';
import {
  type DayFigures,
  type DayFrames,
  type FigureRules,
  type WeekFigures,
  createDayFrames,
  dayFigures,
  weekFigures,
} from '../../shared/domain/figures.ts';
import {
  type DayRow,
  type ReportKind,
  type ReportOptions,
  type SpanTable,
  type SpanTableRow,
  type WeekRow,
  createSpanTable,
  dayRow,
  spanRows,
  weekRow,
} from '../../shared/domain/report.ts';
import type { Span } from '../../shared/domain/span.ts';
import { SHOWN_ROWS } from '../../shared/ipc/report-choice.ts';
import { localZone } from '../../shared/local-zone.ts';
import type { DayTotalsReader } from '../storage/day-totals.ts';
import type { SpanRepository } from '../storage/span-repository.ts';
import { type CsvLayout, type RowWriter, csvWriters } from './csv.ts';

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
const PART_DAYS = 14;
const PART_MS = PART_DAYS * DAY_MS;

/** A part of something long, and how much of the whole is done with it: 0 to 1. */
export interface Part<T> {
  readonly part: T;
  readonly share: number;
}

/** What {@link spansOfRange} gives, read part by part. */
function* spanParts(
  spans: Pick<SpanReader, 'between' | 'lastBefore'>,
  { from, to }: DateRange,
): Generator<Part<Span[]>> {
  const startMs = wallMidnight(from) - ZONE_MARGIN_MS;
  const toMs = wallMidnight(to) + DAY_MS + ZONE_MARGIN_MS;
  // Who asks for all of it says a year that is far away.
  const endMs = Math.min(toMs, spans.lastBefore(toMs)?.endedAtMs ?? startMs);
  for (let partMs = startMs; partMs < endMs; partMs += PART_MS) {
    const untilMs = Math.min(partMs + PART_MS, endMs);
    const part = spans
      .between(partMs, untilMs)
      // One that reaches into this part was in the part that it started in.
      .filter(({ startedAtMs }) => partMs === startMs || startedAtMs >= partMs);
    yield { part, share: (untilMs - startMs) / (endMs - startMs) };
  }
}

function* eachSpanOfRange(spans: SpanReader, range: DateRange): Generator<Span> {
  for (const { part } of spanParts(spans, range)) yield* part;
}

/**
 * Reads what a report will read, so that a damaged database is told of before a part of it is out.
 *
 * @throws what the reader throws.
 */
export function readThrough(spans: SpanReader, range: DateRange): void {
  zoneBefore(spans, range);
  const parts = spanParts(spans, range);
  let isRead = false;
  while (!isRead) isRead = parts.next().done === true;
}

/** The zone of the latest span before a range, or else the system's. */
export function zoneBefore(spans: SpanReader, { from }: DateRange): string {
  const before = spans.lastBefore(wallMidnight(from) - ZONE_MARGIN_MS);
  const condensed = spans.totals?.zoneBefore(from);
  if (condensed && !(before && before.startedAtMs >= condensed.atMs)) return condensed.zone;
  return before?.zone ?? localZone();
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

/** What {@link figuresOfRange} gives, reckoned part by part. */
export function* figureParts(
  spans: SpanReader,
  { from, to }: DateRange,
  rules: FigureRules,
): Generator<Part<DayFigures[]>> {
  const frames = createDayFrames(rules);
  const days = daysBetween(from, to) + 1;
  for (let done = 0; done < days; done += PART_DAYS) {
    const until = Math.min(done + PART_DAYS, days);
    const range = { from: addDays(from, done), to: addDays(from, until - 1) };
    yield { part: figuresOfRange(spans, range, frames), share: until / days };
  }
}

/** What a report is made of. */
export interface ReportRequest extends DateRange, ReportOptions {
  readonly by: ReportKind;
}

/** Rows as one list of JSON. */
function jsonWriter(): RowWriter<object> {
  let between = '';
  return {
    head: '[',
    rows(rows) {
      if (rows.length === 0) return '';
      const text = between + JSON.stringify(rows).slice(1, -1);
      between = ',';
      return text;
    },
    foot: ']\n',
  };
}

/** A part of a file, with how many rows it has. */
export interface TextPart extends Part<string> {
  readonly rows: number;
}

/** Writes rows part by part. No part has rows on both sides of the end of those that are shown. */
function* writeParts<Row>(
  parts: Iterable<Part<readonly Row[]>>,
  writer: RowWriter<Row>,
): Generator<TextPart> {
  yield { part: writer.head, share: 0, rows: 0 };
  let written = 0;
  for (const { part, share } of parts) {
    const shown = part.slice(0, Math.max(0, SHOWN_ROWS - written));
    const others = part.slice(shown.length);
    written += part.length;
    yield { part: writer.rows(shown), share, rows: shown.length };
    if (others.length > 0) yield { part: writer.rows(others), share, rows: others.length };
  }
  yield { part: writer.foot, share: 1, rows: 0 };
}

function* mapParts<From, To>(
  parts: Iterable<Part<readonly From[]>>,
  map: (part: readonly From[]) => readonly To[],
): Generator<Part<readonly To[]>> {
  for (const { part, share } of parts) yield { part: map(part), share };
}

/** The weeks of days that come in parts, which are not known before the last of them. */
function* weekParts(
  parts: Iterable<Part<readonly DayFigures[]>>,
): Generator<Part<readonly WeekFigures[]>> {
  const days: DayFigures[] = [];
  for (const { part, share } of parts) {
    days.push(...part);
    yield { part: [], share };
  }
  yield { part: weekFigures(days), share: 1 };
}

/** Rows of a table of spans, some later than the spans that they are of. */
function* spanTableParts(
  parts: Iterable<Part<readonly Span[]>>,
  table: SpanTable,
): Generator<Part<readonly SpanTableRow[]>> {
  for (const { part, share } of parts) yield { part: table.add(part), share };
  yield { part: table.end(), share: 1 };
}

function dayOrWeekParts(
  spans: SpanReader,
  rules: FigureRules,
  request: ReportRequest,
  writers: { readonly day: RowWriter<DayRow>; readonly week: RowWriter<WeekRow> },
): Generator<TextPart> {
  const days = figureParts(spans, request, rules);
  if (request.by === 'day') {
    const rows = mapParts(days, (part) => part.map((day) => dayRow(day, request)));
    return writeParts(rows, writers.day);
  }
  const rows = mapParts(weekParts(days), (part) => part.map((week) => weekRow(week, request)));
  return writeParts(rows, writers.week);
}

/** A report as a JSON file, one list of rows, part by part. */
export function reportJsonParts(
  spans: SpanReader,
  rules: FigureRules,
  request: ReportRequest,
): Generator<TextPart> {
  const writer = jsonWriter();
  if (request.by !== 'span') {
    return dayOrWeekParts(spans, rules, request, { day: writer, week: writer });
  }
  const rows = mapParts(spanParts(spans, request), (part) =>
    spanRows(part, request, rules, request),
  );
  return writeParts(rows, writer);
}

/** Hundredths of a minute: as exact as a cell of minutes is. */
export const EXACT_MINUTES = 0.01;

/** A report as a CSV file, in whole minutes unless it says otherwise, part by part. */
export function reportCsvParts(
  spans: SpanReader,
  rules: FigureRules,
  request: ReportRequest,
  layout: CsvLayout,
): Generator<TextPart> {
  const options = { ...request, roundMinutes: request.roundMinutes ?? 1 };
  const writers = csvWriters({ ...layout, ...options });
  if (request.by !== 'span') return dayOrWeekParts(spans, rules, options, writers);
  const table = createSpanTable(options, rules, options);
  return writeParts(spanTableParts(spanParts(spans, request), table), writers.span);
}

function whole(parts: Iterable<Part<string>>): string {
  return Array.from(parts, ({ part }) => part).join('');
}

/** All of {@link reportJsonParts}. */
export function reportJson(...report: Parameters<typeof reportJsonParts>): string {
  return whole(reportJsonParts(...report));
}

/** All of {@link reportCsvParts}. */
export function reportCsv(...report: Parameters<typeof reportCsvParts>): string {
  return whole(reportCsvParts(...report));
}
