import { z } from 'zod';
import type { WeekRow } from '../domain/report.ts';
import { REPORT_KINDS } from '../domain/report.ts';
import { REPORT_COLUMNS, type ReportColumn } from '../domain/report-columns.ts';
import type { WeekView } from './views.ts';

const isoDate = z.iso.date();

/** Local days that one report may span: more than ten years. */
const MOST_DAYS = 5_000;

const column = z.enum([...new Set(Object.values(REPORT_COLUMNS).flat())]);

/** What the user chose on the Report page. */
export const reportChoiceSchema = z
  .strictObject({
    /** First and last local day, both included. */
    from: isoDate,
    to: isoDate,
    by: z.enum(REPORT_KINDS),
    format: z.enum(['csv', 'json']),
    /** Columns of a CSV file; null is all of them. */
    columns: z.array(column).min(1).max(100).nullable(),
    /** Whole minutes that times are multiples of; `exact` keeps what lies between. */
    rounding: z.literal(['exact', 1, 5, 15]),
    includePrivate: z.boolean(),
    /** `locale` is what spreadsheets of the system's formats expect. */
    delimiter: z.enum(['locale', ',', ';', '\t']),
    decimal: z.enum(['locale', '.', ',']),
    /** Language of a CSV file's headers, weekdays and places; English unless told. */
    language: z.enum(['en', 'nl']).optional(),
  })
  .refine(({ from, to }) => {
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    return days >= 0 && days < MOST_DAYS;
  });
export type ReportChoice = z.infer<typeof reportChoiceSchema>;

/** What the printed self-report shows: figures of the same moment as the file's. */
export interface ReportSheet {
  /** The week of a range that lies in one; null for a longer one. */
  readonly week: WeekView | null;
  /** Weeks of the range, in whole minutes. */
  readonly weeks: readonly WeekRow[];
}

/** Rows of a file that the window is given; the main process holds the rest. */
export const SHOWN_ROWS = 100;

/** A report file as it would be saved, held by the main process until the next one is made. */
export interface ReportFile {
  /** Names this very file when it is saved or copied. */
  readonly id: number;
  /** The name that the save dialog proposes. */
  readonly name: string;
  /** How the file begins, to the byte, byte order mark included: up to its first rows, or all of it where it has no more. */
  readonly shown: string;
  /** Rows of the whole file, its header left out. */
  readonly rows: number;
  /** Its size as UTF-8. */
  readonly bytes: number;
  readonly format: ReportChoice['format'];
  readonly delimiter: ',' | ';' | '\t';
  readonly decimal: '.' | ',';
  /** The columns of the file, in its order. */
  readonly columns: readonly ReportColumn[];
  readonly choice: ReportChoice;
  readonly sheet: ReportSheet;
}
