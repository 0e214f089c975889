import { type LinkedInActivity, LINKEDIN_ACTIVITIES } from '../domain/activity.ts';
import { weekdayIndex } from '../domain/calendar.ts';
import type { Place } from '../domain/figures.ts';
import {
  type ActivityColumn,
  REPORT_COLUMNS,
  type ReportColumn,
} from '../domain/report-columns.ts';
import { ACTIVITY_NAMES } from './activity-names.ts';
import { DUTCH_HEADERS } from './column-names.ts';

/** Languages that a table can be written in. */
export type ReportLanguage = 'en' | 'nl';

/** The words of a table that are not the user's. */
export interface ReportWords {
  readonly columns: Readonly<Record<ReportColumn, string>>;
  /** By ISO index, Monday first. */
  readonly weekdays: readonly string[];
  readonly places: Readonly<Record<Place | 'to-come', string>>;
}

/** The names that programs go by. */
const ENGLISH: ReportWords = {
  columns: Object.fromEntries(
    Object.values(REPORT_COLUMNS)
      .flat()
      .map((column) => [column, column]),
  ) as Record<ReportColumn, string>,
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  places: {
    room: 'room',
    'sweet-spot': 'sweet-spot',
    over: 'over',
    'no-data': 'no-data',
    'to-come': 'to-come',
  },
};

function activityColumns(
  names: Readonly<Record<LinkedInActivity, string>>,
): Record<ActivityColumn, string> {
  return Object.fromEntries(
    LINKEDIN_ACTIVITIES.map((activity) => [`${activity}_min`, `${names[activity]} (min)`]),
  ) as Record<ActivityColumn, string>;
}

const DUTCH: ReportWords = {
  columns: {
    ...activityColumns(ACTIVITY_NAMES.nl),
    ...DUTCH_HEADERS,
  },
  weekdays: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
  places: {
    room: 'ruimte',
    'sweet-spot': 'sweet spot',
    over: 'boven het blok',
    'no-data': 'niet gemeten',
    'to-come': 'komt nog',
  },
};

const WORDS: Readonly<Record<ReportLanguage, ReportWords>> = { en: ENGLISH, nl: DUTCH };

/** The words of a table in a language. */
export function reportWords(language: ReportLanguage): ReportWords {
  return WORDS[language];
}

/** The short name of a date's weekday. */
export function weekdayName(isoDate: string, language: ReportLanguage): string {
  return WORDS[language].weekdays[weekdayIndex(isoDate)] ?? '';
}
