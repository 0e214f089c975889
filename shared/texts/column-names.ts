import type { ActivityColumn, ReportColumn } from '../domain/report-columns.ts';

/** Columns that are not an activity's, which goes by its own name. */
type NamedColumn = Exclude<ReportColumn, ActivityColumn>;

/** What the columns of a report are called in Dutch where they are chosen. */
export const DUTCH_COLUMNS = {
  date: 'Datum',
  weekday: 'Weekdag',
  place: 'Plek',
  agreed_min: 'Afgesproken, van',
  agreed_max: 'Afgesproken, tot en met',
  counted_min: 'Geteld',
  in_window_min: 'In het vaste tijdvak',
  outside_hours_min: 'Buiten werktijd',
  working_min: 'Werktijd',
  measured_min: 'Gemeten',
  coverage_pct: '% gemeten',
  week: 'Week',
  from: 'Eerste dag',
  to: 'Laatste dag',
  room_days: 'Dagen met ruimte',
  sweet_spot_days: 'Dagen in de sweet spot',
  over_days: 'Dagen boven het blok',
  no_data_days: 'Dagen niet gemeten',
  allowance_min: 'Afgesproken, hooguit',
  start: 'Begin',
  end: 'Einde',
  start_local: 'Begin, voor een spreadsheet',
  end_local: 'Einde, voor een spreadsheet',
  minutes: 'Minuten',
  activity: 'Activiteit',
  purpose: 'Waarvoor',
  relabelled: 'Door jou aangepast',
  manual: 'Zelf ingevoerd',
} as const satisfies Readonly<Record<NamedColumn, string>>;

/** Headers that say what a file needs and a choice does not. */
const IN_A_FILE: Readonly<Partial<Record<NamedColumn, string>>> = {
  coverage_pct: 'Gemeten (%)',
  start: `${DUTCH_COLUMNS.start} (ISO)`,
  end: `${DUTCH_COLUMNS.end} (ISO)`,
  start_local: DUTCH_COLUMNS.start,
  end_local: DUTCH_COLUMNS.end,
};

const IN_MINUTES = /^agreed_max$|_min$/;

function headerOf(column: NamedColumn): string {
  const name = DUTCH_COLUMNS[column].replaceAll(',', '');
  return IN_A_FILE[column] ?? (IN_MINUTES.test(column) ? `${name} (min)` : name);
}

/** What the columns are called in a file: with their unit, and without a comma, so that they need no quotes. */
export const DUTCH_HEADERS = Object.fromEntries(
  Object.keys(DUTCH_COLUMNS).map((column) => [column, headerOf(column as NamedColumn)]),
) as Readonly<Record<NamedColumn, string>>;
