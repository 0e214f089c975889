import type { AwayView } from './away.ts';
import type { Activity, LinkedInActivity } from '../domain/activity.ts';
import type { Purpose } from '../domain/agreement.ts';
import type { BlockProposal } from '../domain/block-proposal.ts';
import type { HourFigures } from '../domain/hours.ts';
import type { DayFigures, Place, WeekFigures } from '../domain/figures.ts';
import type { Interval } from '../domain/interval.ts';
import type { Note } from '../domain/note.ts';
import type { Span } from '../domain/span.ts';

/** What the tracker is doing now. */
export type TrackerState =
  'tracking' | 'idle' | 'locked' | 'paused' | 'outside-hours' | 'not-measured';

/** Time that the timer by hand made a span of. */
export interface HandTimed {
  readonly startedAtMs: number;
  readonly endedAtMs: number;
}

/** The state of the tracker, as the window and the tray show it. */
export interface TrackerStatus {
  readonly state: TrackerState;
  /** The activity that runs now; null where nothing does. */
  readonly activity: Activity | null;
  /** Start of the running span; null where nothing runs. */
  readonly sinceMs: number | null;
  /** When a pause ends by itself; null where it does not, or nothing is paused. */
  readonly pausedUntilMs: number | null;
  /** Since when the timer by hand runs; null where it does not. */
  readonly timerSinceMs: number | null;
  /** The latest span of that timer, of which the user has not said what it was; in memory alone. */
  readonly timed: HandTimed | null;
  /** Why nothing can be measured, as a code; null where it can. */
  readonly reason:
    'no-source' | 'source-failed' | 'source-hangs' | 'wayland' | 'permission' | UntoldReason | null;
  /** Why a window of today could not be told, the latest reason; in memory alone. */
  readonly untold?: UntoldReason | null;
}

/**
 * Why a window is not measured although it can be seen: the user gave it a name that hides the page, or its title
 * was spoilt or cut off on the way.
 */
export type UntoldReason = 'window-named' | 'title-unclear';

/** A day with all that the Today page draws. The running span is part of it. */
export interface DayView {
  readonly figures: DayFigures;
  /** Start and end of the time that is of this day: midnights, but for the end of a night shift. */
  readonly day: Interval;
  /** Working time of the day. */
  readonly working: readonly Interval[];
  /** The agreement's fixed window on this day; empty without one. */
  readonly window: readonly Interval[];
  /** Spans of the day, `elsewhere` included, clipped to the day, by time. */
  readonly spans: readonly Span[];
  /**
   * Ids of the rules that decided a span, by its start as it stands in `spans`; the most frequent first. Only
   * for spans that were measured on the running day since the app started.
   */
  readonly rules: Readonly<Record<number, readonly string[]>>;
  /** Whether totals stand in for spans of the day, which are no longer kept: when something was is not known. */
  readonly isCondensed: boolean;
  readonly nowMs: number;
  /** The latest working day before today that was measured; told as long as today has no minute on LinkedIn. */
  readonly lastDay?: DayFigures;
}

/** The mean of some measured weeks. */
export interface WeekMean {
  /** How many weeks it is of, 1 to 8. */
  readonly weeks: number;
  readonly countedMs: number;
}

/** A week with all that the Week page draws. */
export interface WeekView {
  readonly week: WeekFigures;
  /** Monday to Sunday. */
  readonly days: readonly DayFigures[];
  /** The week before, for comparison. */
  readonly previous: WeekFigures;
  /** Its days, Monday to Sunday. */
  readonly previousDays: readonly DayFigures[];
  /** The mean of the measured weeks among the eight before; null where none was measured. */
  readonly mean: WeekMean | null;
  /** ISO date of today, in the zone of the computer. */
  readonly today: string;
}

/** A week that can be looked back on. */
export interface ReviewDue {
  /** ISO week, as in `2026-W47`. */
  readonly week: string;
  /** ISO date of its Monday. */
  readonly monday: string;
}

/** What the working days of eight weeks come to as a block, and which days those are, both included. */
export type BlockProposalView = BlockProposal & { readonly from: string; readonly to: string };

/** The private note of a week; the text is empty where there is none. */
export type NoteView = Pick<Note, 'week' | 'text'>;

/** LinkedIn time inside the working time of a week that was for one thing. */
export interface PurposePart {
  readonly activity: LinkedInActivity;
  /** By the agreement of its day. */
  readonly purpose: Purpose;
  /** Whether it is part of the counted time; nothing private is. */
  readonly counts: boolean;
  readonly ms: number;
}

/** A week of the trends. */
export interface TrendWeek extends WeekFigures {
  /** Its LinkedIn time inside working time, each under the agreement of its day. */
  readonly parts: readonly PurposePart[];
}

/** A day of the year's calendar. Times in milliseconds. */
export type TrendDay = Pick<
  DayFigures,
  'date' | 'workingDay' | 'place' | 'countedMs' | 'measuredMs' | 'coverage'
>;

/** A year, and the twelve weeks up to its end or up to now. */
export interface TrendsView {
  readonly year: number;
  /** Twelve ISO weeks, the earliest first. */
  readonly weeks: readonly TrendWeek[];
  /** The twelve months of the year, each as a week is, under a name as `2026-11`. */
  readonly months: readonly TrendWeek[];
  /** The hours of those weeks. */
  readonly hours: readonly HourFigures[];
  /** Every day of the year. */
  readonly days: readonly TrendDay[];
  /** ISO date of today, in the zone of the computer. */
  readonly today: string;
}

/** What the product can say of itself. */
export interface AppInfo {
  readonly version: string;
  /** Language after the setting and the system's. */
  readonly language: 'en' | 'nl';
  /** Locale of numbers and dates, as in `nl-NL`. */
  readonly locale: string;
  readonly platform: string;
  /** Whether an icon in the tray keeps the app going when its window closes; without one, closing quits. */
  readonly hasTray: boolean;
  /** Requests to anything but the app's own files that were refused since it started. */
  readonly refusedRequests: number;
  /** Things the user should know that happened at start or since, as codes. */
  readonly notices: readonly AppNotice[];
  /** Where the data should be, while they cannot be reached; null where they are there. */
  readonly away: AwayView | null;
}

/** Something that happened to the user's data, told in plain words by the window. */
export interface AppNotice {
  readonly code:
    | 'database-restored'
    | 'database-new'
    | 'database-rewritten'
    | 'settings-set-aside'
    | 'settings-fell-back'
    | 'not-saving'
    | 'clock-differs'
    | 'data-back'
    | 'condensed'
    | 'older-erased'
    | 'keeping-offered';
}

/** What a change of the agreements does to working days that have been. */
export interface AgreementPreview {
  /** Days whose agreement is another one. */
  readonly days: number;
  /** Days whose place is another one, by the place before and after; null is no place. */
  readonly moves: readonly {
    readonly from: Place | null;
    readonly to: Place | null;
    readonly count: number;
  }[];
}

/** A part of a country, and its own parts that have holidays of their own. */
export interface HolidayRegion {
  readonly code: string;
  readonly name: string;
  readonly parts: readonly { readonly code: string; readonly name: string }[];
}

/** A country with holidays, and its parts that have some of their own. */
export interface HolidayCountry {
  readonly code: string;
  readonly name: string;
  readonly regions: readonly HolidayRegion[];
}

/** A holiday of one year. */
export interface HolidayView {
  /** What stands in the settings for it, whatever the year: its name in English. */
  readonly key: string;
  readonly name: string;
  /** ISO date of the first of its days in that year. */
  readonly date: string;
  /** Whether the law makes it a day off; of others, some there have it off. */
  readonly everybody: boolean;
}

/** Starting when the user logs in, as the system has it. */
export interface AutostartView {
  /** False where there is no installed app to start. */
  readonly available: boolean;
  readonly on: boolean;
  /** Whether now is the time to ask, once. */
  readonly ask: boolean;
}
