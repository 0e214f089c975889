import { stringify } from 'csv-stringify/sync';
import type { ActivityMs } from '../../shared/domain/figures.ts';
import {
  type DayRow,
  type ReportKind,
  type SpanTableRow,
  type WeekRow,
} from '../../shared/domain/report.ts';
import { type ReportColumn, shownColumns } from '../../shared/domain/report-columns.ts';
import { type ReportLanguage, reportWords, weekdayName } from '../../shared/texts/report-words.ts';
import { LINKEDIN_ACTIVITIES } from '../../shared/domain/activity.ts';
import { MINUTE_MS } from '../../shared/domain/rounding.ts';

/** How a CSV file is written. */
export interface CsvLayout {
  readonly delimiter: ',' | ';' | '\t';
  /** Sign of decimals, where there are any; a point unless told. */
  readonly decimal?: '.' | ',';
  /** Language of headers, weekdays and places; English unless told, as programs expect it. */
  readonly language?: ReportLanguage;
  /** The columns chosen; null or missing is all of them. */
  readonly columns?: readonly ReportColumn[] | null;
}

export interface CsvOptions extends CsvLayout {
  readonly includePrivate: boolean;
}

type Cell = string | number | null;

/** The cells that rows of a kind can have, by column. */
type Cells<Row> = Readonly<Partial<Record<ReportColumn, (row: Row) => Cell>>>;

function percent(share: number): number {
  return Math.round(share * 100);
}

/** Minutes of a time that is rounded so that parts and sums agree; a fraction only where it was rounded to one. */
function minutes(ms: number): number {
  return ms / MINUTE_MS;
}

function sumOf(times: ActivityMs): number {
  return Object.values(times).reduce((sum, ms) => sum + ms, 0);
}

const COMMON_CELLS: Cells<DayRow | WeekRow> = {
  ...Object.fromEntries(
    LINKEDIN_ACTIVITIES.map((activity) => [
      `${activity}_min`,
      ({ insideMs }: DayRow | WeekRow) => minutes(insideMs[activity] ?? 0),
    ]),
  ),
  counted_min: ({ countedMs }) => minutes(countedMs),
  outside_hours_min: ({ outsideMs }) => minutes(sumOf(outsideMs)),
  working_min: ({ workingMs }) => minutes(workingMs),
  measured_min: ({ measuredMs }) => minutes(measuredMs),
  coverage_pct: ({ coverage }) => percent(coverage),
  private_min: ({ insideMs }) => minutes((insideMs.private ?? 0) + (insideMs.jobs ?? 0)),
};

const dayCells = (language: ReportLanguage): Cells<DayRow> => ({
  ...COMMON_CELLS,
  weekday: ({ date }) => weekdayName(date, language),
  place: ({ place }) => place && reportWords(language).places[place],
  date: ({ date }) => date,
  agreed_min: ({ agreement }) => agreement?.minMinutes ?? null,
  agreed_max: ({ agreement }) => agreement?.maxMinutes ?? null,
  in_window_min: ({ inWindowMs }) => (inWindowMs === null ? null : minutes(inWindowMs)),
});

const WEEK_CELLS: Cells<WeekRow> = {
  ...COMMON_CELLS,
  week: ({ week }) => week,
  from: ({ from }) => from,
  to: ({ to }) => to,
  room_days: ({ days }) => days.room,
  sweet_spot_days: ({ days }) => days['sweet-spot'],
  over_days: ({ days }) => days.over,
  no_data_days: ({ days }) => days['no-data'],
  allowance_min: ({ allowanceMs }) => minutes(allowanceMs),
};

const SPAN_CELLS: Cells<SpanTableRow> = {
  start: ({ start }) => start,
  end: ({ end }) => end,
  start_local: ({ startLocal }) => startLocal,
  end_local: ({ endLocal }) => endLocal,
  minutes: ({ roundedMs }) => minutes(roundedMs),
  activity: ({ activity }) => activity,
  purpose: ({ purpose }) => purpose,
  relabelled: ({ relabelled }) => (relabelled ? 'yes' : 'no'),
  manual: ({ manual }) => (manual ? 'yes' : 'no'),
};

/** Characters that a spreadsheet skips before it looks whether a cell is a formula. */
const SKIPPED_BY_SPREADSHEETS =
  /^[\p{Cc}\p{Cf}\p{Z}]+(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])|^[\p{Cc}]/u;

/** What lies between them in ASCII is seen. */
const SPACE = 0x20;
const DELETE = 0x7f;

/** Guards what csv-stringify's `escape_formulas` misses: blanks and controls before the formula. */
function guard(text: string): string {
  // Most texts begin with a letter or a digit: that is told without the expression.
  const first = text.charCodeAt(0);
  if (first > SPACE && first < DELETE) return text;
  return SKIPPED_BY_SPREADSHEETS.test(text) ? `'${text}` : text;
}

/** A number with at most two decimals, which is all that times and shares have. */
function numberText(value: number, decimal: '.' | ','): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2).replace('.', decimal);
}

function cellText(value: Cell, decimal: '.' | ','): string | null {
  if (typeof value === 'number') return numberText(value, decimal);
  return value === null ? null : guard(value);
}

function linesOf(
  rows: readonly (readonly Cell[])[],
  { delimiter, decimal = '.' }: Pick<CsvLayout, 'delimiter' | 'decimal'>,
): string {
  const cells = rows.map((row) => row.map((value) => cellText(value, decimal)));
  return stringify(cells, {
    delimiter,
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: ANY_DELIMITER,
  });
}

/** What spreadsheets split at, some at several of them at once: LibreOffice's dialog ticks comma and semicolon. */
const ANY_DELIMITER = /[,;\t]/;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Rows of cells as a CSV file: RFC 4180, UTF-8 with a byte order mark. Whatever a text says, no
 * spreadsheet takes it for a formula.
 */
export function writeCsv(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  layout: Pick<CsvLayout, 'delimiter' | 'decimal'>,
): string {
  return BYTE_ORDER_MARK + linesOf([header, ...rows], layout);
}

/** Writes the rows of a file some at a time, so that they need not all be held. */
export interface RowWriter<Row> {
  /** What the file begins with. */
  readonly head: string;
  rows(rows: readonly Row[]): string;
  /** What the file ends with. */
  readonly foot: string;
}

function rowWriter<Row>(by: ReportKind, cells: Cells<Row>, options: CsvOptions): RowWriter<Row> {
  const columns = shownColumns(by, options.includePrivate, options.columns ?? null);
  const table = (rows: readonly Row[]) =>
    rows.map((row) => columns.map((column) => cells[column]?.(row) ?? null));
  return {
    head: writeCsv(
      columns.map((column) => reportWords(options.language ?? 'en').columns[column]),
      [],
      options,
    ),
    rows: (rows) => linesOf(table(rows), options),
    foot: '',
  };
}

/** Writers of reports by their kind. All are rounded before; start and end of spans stay exact. */
export function csvWriters(options: CsvOptions): {
  readonly span: RowWriter<SpanTableRow>;
  readonly day: RowWriter<DayRow>;
  readonly week: RowWriter<WeekRow>;
} {
  return {
    span: rowWriter('span', SPAN_CELLS, options),
    day: rowWriter('day', dayCells(options.language ?? 'en'), options),
    week: rowWriter('week', WEEK_CELLS, options),
  };
}

/** The sign that a locale writes before decimals. */
export function decimalOf(locale: string | undefined): '.' | ',' {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.1);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.';
}

/** The delimiter that spreadsheets of a locale expect: `;` where it writes a decimal comma. */
export function delimiterOf(locale: string | undefined): ',' | ';' {
  return decimalOf(locale) === ',' ? ';' : ',';
}
