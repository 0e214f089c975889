import { type LinkedInActivity, SHIELDED_ACTIVITIES, LINKEDIN_ACTIVITIES } from './activity.ts';
import type { ReportKind } from './report.ts';

/** Name of the column of an activity's minutes. */
export type ActivityColumn = `${LinkedInActivity}_min`;

/** Columns that days and weeks have in common, `private_min` aside. */
const COMMON = ['outside_hours_min', 'working_min', 'measured_min', 'coverage_pct'] as const;

const BEFORE_DAY = [
  'date',
  'weekday',
  'place',
  'agreed_min',
  'agreed_max',
  'counted_min',
  'in_window_min',
] as const;

const BEFORE_WEEK = [
  'week',
  'from',
  'to',
  'room_days',
  'sweet_spot_days',
  'over_days',
  'no_data_days',
  'allowance_min',
  'counted_min',
] as const;

const SPAN = [
  'start',
  'end',
  'start_local',
  'end_local',
  'minutes',
  'activity',
  'purpose',
  'relabelled',
  'manual',
] as const;

/** Name of a column of a report. */
export type ReportColumn =
  | ActivityColumn
  | (typeof COMMON)[number]
  | (typeof BEFORE_DAY)[number]
  | (typeof BEFORE_WEEK)[number]
  | (typeof SPAN)[number];

const ACTIVITY_COLUMNS: readonly ActivityColumn[] = LINKEDIN_ACTIVITIES.filter(
  (activity) => !SHIELDED_ACTIVITIES.includes(activity),
).map((activity): ActivityColumn => `${activity}_min`);

/** Every column that a report can have, in the order of the file. Job search stands under `private_min`. */
export const REPORT_COLUMNS: Readonly<Record<ReportKind, readonly ReportColumn[]>> = {
  day: [...BEFORE_DAY, ...ACTIVITY_COLUMNS, ...COMMON, 'private_min'],
  week: [...BEFORE_WEEK, ...ACTIVITY_COLUMNS, ...COMMON, 'private_min'],
  span: SPAN,
};

/** Whether a column has the minutes of one activity. */
export function isActivityColumn(column: ReportColumn): column is ActivityColumn {
  return LINKEDIN_ACTIVITIES.some((activity) => `${activity}_min` === column);
}

/** The activity whose minutes a column has. */
export function activityOfColumn(column: ActivityColumn): LinkedInActivity {
  return LINKEDIN_ACTIVITIES.find((activity) => `${activity}_min` === column) ?? 'other';
}

/**
 * The columns that a report shows: those chosen, all where none of its kind is chosen, and `private_min`
 * only where private time is asked for.
 */
export function shownColumns(
  by: ReportKind,
  includePrivate: boolean,
  chosen: readonly ReportColumn[] | null,
): ReportColumn[] {
  const all = REPORT_COLUMNS[by];
  const some = all.filter((column) => column !== 'private_min' && chosen?.includes(column));
  return all.filter((column) =>
    column === 'private_min' ? includePrivate : some.length === 0 || some.includes(column),
  );
}
