import { type DayFigures, type WeekFigures, weekFigures } from '../../shared/domain/figures.ts';
import type { FigureRules } from '../../shared/domain/frames.ts';
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
import { figureParts } from '../figures/figures-of-range.ts';
import { type DateRange, type Part, type SpanReader, spanParts } from '../storage/span-reader.ts';
import { type CsvLayout, type RowWriter, csvWriters } from './csv.ts';

/** What a report is made of. */
export interface ReportRequest extends DateRange, ReportOptions {
  readonly by: ReportKind;
  /** What is after it is to come. */
  readonly nowMs: number;
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
  const days = figureParts(spans, request, rules, request.nowMs);
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
