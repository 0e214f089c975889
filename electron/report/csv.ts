import { stringify } from 'csv-stringify/sync';
import type { Activity } from '../../shared/domain/activity.ts';
import type { ActivityMs } from '../../shared/domain/figures.ts';
import {
  type DayRow,
  type SpanRow,
  type WeekRow,
  reportActivities,
  weekdayName,
} from '../../shared/domain/report.ts';
import { MINUTE_MS, roundMs } from '../../shared/domain/rounding.ts';

/** How a CSV file is written. */
export interface CsvOptions {
  readonly delimiter: ',' | ';' | '\t';
  readonly includePrivate: boolean;
}

/** A column: its name, and the cell that a row has in it. */
type Column<Row> = readonly [name: string, cell: (row: Row) => string | number | null];

/** Whole minutes of a time that is already rounded so that parts and sums agree. */
function minutes(ms: number): number {
  return roundMs(ms, MINUTE_MS);
}

function percent(share: number): number {
  return Math.round(share * 100);
}

function sumOf(times: ActivityMs): number {
  return Object.values(times).reduce((sum, ms) => sum + ms, 0);
}

/** The columns of time inside working time by activity; job search stands under `private`. */
function activityColumns(): Column<DayRow | WeekRow>[] {
  return reportActivities(false).map((activity) => [
    `${activity}_min`,
    ({ insideMs }) => minutes(insideMs[activity] ?? 0),
  ]);
}

const PRIVATE_COLUMN: Column<DayRow | WeekRow> = [
  'private_min',
  ({ insideMs }) => minutes((insideMs.private ?? 0) + (insideMs.jobs ?? 0)),
];

const COMMON_COLUMNS: readonly Column<DayRow | WeekRow>[] = [
  ...activityColumns(),
  ['outside_hours_min', ({ outsideMs }) => minutes(sumOf(outsideMs))],
  ['working_min', ({ workingMs }) => minutes(workingMs)],
  ['measured_min', ({ measuredMs }) => minutes(measuredMs)],
  ['coverage_pct', ({ coverage }) => percent(coverage)],
];

const DAY_COLUMNS: readonly Column<DayRow>[] = [
  ['date', ({ date }) => date],
  ['weekday', ({ date }) => weekdayName(date)],
  ['place', ({ place }) => place],
  ['agreed_min', ({ agreement }) => agreement?.minMinutes ?? null],
  ['agreed_max', ({ agreement }) => agreement?.maxMinutes ?? null],
  ['counted_min', ({ countedMs }) => minutes(countedMs)],
  ['in_window_min', ({ inWindowMs }) => (inWindowMs === null ? null : minutes(inWindowMs))],
  ...COMMON_COLUMNS,
];

const WEEK_COLUMNS: readonly Column<WeekRow>[] = [
  ['week', ({ week }) => week],
  ['from', ({ from }) => from],
  ['to', ({ to }) => to],
  ['room_days', ({ days }) => days.room],
  ['sweet_spot_days', ({ days }) => days['sweet-spot']],
  ['over_days', ({ days }) => days.over],
  ['no_data_days', ({ days }) => days['no-data']],
  ['allowance_min', ({ allowanceMs }) => minutes(allowanceMs)],
  ['counted_min', ({ countedMs }) => minutes(countedMs)],
  ...COMMON_COLUMNS,
];

const SPAN_COLUMNS: readonly Column<SpanRow>[] = [
  ['start', ({ start }) => start],
  ['end', ({ end }) => end],
  ['minutes', ({ start, end }) => minutes(Date.parse(end) - Date.parse(start))],
  ['activity', ({ activity }): Activity => activity],
  ['purpose', ({ purpose }) => purpose],
  ['relabelled', ({ relabelled }) => (relabelled ? 'yes' : 'no')],
];

/** Characters that a spreadsheet skips before it looks whether a cell is a formula. */
const SKIPPED_BY_SPREADSHEETS =
  /^[\p{Cc}\p{Cf}\p{Z}]+(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])|^[\p{Cc}]/u;

/** Guards what csv-stringify's `escape_formulas` misses: blanks and controls before the formula. */
function guard(text: string): string {
  return SKIPPED_BY_SPREADSHEETS.test(text) ? `'${text}` : text;
}

function write<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { delimiter }: CsvOptions,
): string {
  const cells = rows.map((row) =>
    columns.map(([, cell]) => {
      const value = cell(row);
      return typeof value === 'string' ? guard(value) : value;
    }),
  );
  return stringify([columns.map(([name]) => name), ...cells], {
    bom: true,
    delimiter,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

/** A report by day as CSV (RFC 4180, UTF-8 with a byte order mark). Rows are rounded to minutes before. */
export function daysToCsv(rows: readonly DayRow[], options: CsvOptions): string {
  const columns = options.includePrivate ? [...DAY_COLUMNS, PRIVATE_COLUMN] : DAY_COLUMNS;
  return write(rows, columns, options);
}

/** A report by week as CSV, its weeks rounded to minutes before. */
export function weeksToCsv(rows: readonly WeekRow[], options: CsvOptions): string {
  const columns = options.includePrivate ? [...WEEK_COLUMNS, PRIVATE_COLUMN] : WEEK_COLUMNS;
  return write(rows, columns, options);
}

/** A report by span as CSV. */
export function spansToCsv(rows: readonly SpanRow[], options: CsvOptions): string {
  return write(rows, SPAN_COLUMNS, options);
}

/** The delimiter that spreadsheets of a locale expect: `;` where it writes a decimal comma. */
export function delimiterOf(locale: string | undefined): ',' | ';' {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.1);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ';' : ',';
}
