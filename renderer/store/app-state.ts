import type { StateCreator } from 'zustand/vanilla';
import type { LinkedInActivity } from '../../shared/domain/activity.ts';
import type { Activity } from '../../shared/domain/activity.ts';
import type { PauseLength, RuleTrial } from '../../shared/ipc/contract.ts';
import type { ActionLogView, UndoOffer } from '../../shared/ipc/corrections.ts';
import type { FailureCode } from '../../shared/ipc/reply.ts';
import type { DataFileReading, DataTaken } from '../../shared/ipc/data-file.ts';
import type { FindResult, FindWay } from '../../shared/ipc/away.ts';
import type { ExportProblem, HistoryPreview } from '../../shared/ipc/history-import.ts';
import type { MoveChoice } from '../../shared/ipc/move.ts';
import type { EraseWhat, PrivacyView } from '../../shared/ipc/privacy.ts';
import type { RuleImport, RuleOffer, TriedRules } from '../../shared/ipc/rule-views.ts';
import type { ReportChoice, ReportFile } from '../../shared/ipc/report-choice.ts';
import type {
  AgreementPreview,
  AppInfo,
  AutostartView,
  DayView,
  HolidayCountry,
  HolidayView,
  NoteView,
  ReviewDue,
  TrackerStatus,
  TrendsView,
  WeekView,
} from '../../shared/ipc/views.ts';
import type { SightAction, SightView } from '../../shared/ipc/sight.ts';
import type { OwnRules } from '../../shared/settings/rule-file.ts';
import type { GuidelineImport } from '../../shared/settings/guideline-file.ts';
import type { HolidaySetting, Settings, SettingsPatch } from '../../shared/settings/settings.ts';
import type { Remote } from './remote.ts';

export type Page =
  | 'today'
  | 'week'
  | 'review'
  | 'trends'
  | 'report'
  | 'agreement'
  | 'hours'
  | 'privacy'
  | 'rules'
  | 'settings'
  | 'welcome';

/** The tabs of the page Privacy, in their order. */
export const PRIVACY_TABS = ['proof', 'data'] as const;
export type PrivacyTab = (typeof PRIVACY_TABS)[number];

/** Where the saving of a report stands. */
export type Saving =
  { readonly status: 'idle' } | { readonly status: 'saving' } | { readonly status: 'saved' };

export interface ShellSlice {
  readonly page: Page;
  /** Whether the first run was closed in this window, be it that this could not be saved. */
  readonly welcomeClosed: boolean;
  /** What the last command that failed failed of; null where none did or the user has read it. */
  readonly failure: FailureCode | null;
  /** The tab of the page Privacy that is shown. */
  readonly privacyTab: PrivacyTab;
  openPage(page: Page): void;
  /** Opens the page Privacy on one of its tabs. */
  openPrivacy(tab: PrivacyTab): void;
  /** Leaves the first run for the page of today. */
  closeWelcome(): void;
  /** Tells the user that a command failed. */
  report(error: unknown): void;
  dismissFailure(): void;
}

export interface TrackerSlice {
  readonly tracker: Remote<TrackerStatus>;
  loadTracker(): Promise<void>;
  /** Starts, ends and tells of the timer by hand. */
  startTimer(): Promise<void>;
  stopTimer(): Promise<void>;
  labelTimed(activity: LinkedInActivity | null): Promise<void>;
  pause(length: PauseLength): Promise<void>;
  resume(): Promise<void>;
}

export interface DaySlice {
  /** ISO date of the day that is shown; null is today, whichever day that is. */
  readonly shownDay: string | null;
  readonly day: Remote<DayView>;
  loadDay(): Promise<void>;
  /** Shows a day on the page of the day. */
  openDay(isoDate: string | null): Promise<void>;
}

export interface WeekSlice {
  /** A date in the week that is shown; null is this week. */
  readonly shownWeek: string | null;
  readonly week: Remote<WeekView>;
  readonly saving: Saving;
  loadWeek(): Promise<void>;
  showWeek(isoDate: string | null): Promise<void>;
  /** Saves the shown week as CSV through the system's save dialog. */
  saveWeek(): Promise<void>;
}

export interface ReviewSlice {
  /** The week that its end invites to look back on; null where none does now. */
  readonly reviewDue: ReviewDue | null;
  /** The private note of the week that is looked back on, as it was stored when that was opened. */
  readonly note: Remote<NoteView>;
  loadReviewDue(): Promise<void>;
  /** Looks back on a week. @param isoDate any day of it; null is this week. */
  openReview(isoDate: string | null): Promise<void>;
  /** The hint of a week is not shown again. */
  settleReview(week: string): Promise<void>;
  loadNote(week: string): Promise<void>;
  /** Whether it was saved. */
  saveNote(week: string, text: string): Promise<boolean>;
}

export interface TrendsSlice {
  /** Year that is shown; null is this year. */
  readonly shownYear: number | null;
  readonly trends: Remote<TrendsView>;
  loadTrends(): Promise<void>;
  showYear(year: number | null): Promise<void>;
  /** Shows a week on the page of the week. */
  openWeek(isoDate: string | null): Promise<void>;
}

/** What is being done, or was done last, with the report that is shown. */
export type Handing = 'idle' | 'busy' | 'saved' | 'copied' | 'printed';

export interface ReportSlice {
  /** The file as it would be saved. */
  readonly reportFile: Remote<ReportFile>;
  /** How much of a file that takes long is made, 0 to 1; null where none is under way. */
  readonly reportShare: number | null;
  readonly handing: Handing;
  makeReport(choice: ReportChoice): Promise<void>;
  /** Stops the making of a file; nothing of it is left. */
  cancelReport(): Promise<void>;
  /** Whether the file that is shown was saved; false where the user cancelled or it failed. */
  saveReportFile(): Promise<boolean>;
  copyReportFile(): Promise<boolean>;
  /** Whether the page as it prints was saved as a PDF. */
  saveReportPdf(): Promise<boolean>;
  /** Takes back what was said of the file before. */
  forgetHanding(): void;
  /** Forgets the file that is shown. */
  closeReport(): void;
}

export interface SettingsSlice {
  readonly info: Remote<AppInfo>;
  readonly settings: Remote<Settings>;
  /** Codes of notices that the user has closed. */
  readonly dismissedNotices: readonly string[];
  loadInfo(): Promise<void>;
  loadSettings(): Promise<void>;
  /** Whether the change was accepted; if not, the reason is in `failure`. */
  changeSettings(patch: SettingsPatch): Promise<boolean>;
  dismissNotice(code: string): void;
}

export interface HoursSlice {
  /** Countries whose holidays are known; empty until asked for. */
  readonly holidayCountries: readonly HolidayCountry[];
  /** Holidays of the place that was asked for last. */
  readonly holidays: readonly HolidayView[];
  loadHolidayCountries(): Promise<void>;
  /** Has the user choose a guideline file, and reads it. */
  importGuideline(): Promise<GuidelineImport>;
  loadHolidays(
    place: Pick<HolidaySetting, 'country' | 'region' | 'part'>,
    year: number,
  ): Promise<void>;
  /** What agreements would change; undefined where that cannot be told, and `failure` says why. */
  previewAgreements(agreements: Settings['agreements']): Promise<AgreementPreview | undefined>;
}

export interface PrivacySlice {
  readonly privacy: Remote<PrivacyView>;
  loadPrivacy(): Promise<void>;
  /** How many spans were erased; null where it failed, and the reason is in `failure`. */
  erase(what: EraseWhat): Promise<number | null>;
}

export interface EverythingSlice {
  /** Whether a file was saved. */
  saveEverything(): Promise<boolean>;
  /** Lets the user choose a file of everything; it changes nothing. */
  openEverything(): Promise<DataFileReading>;
  /** What was taken over; null where that failed, and the reason is in `failure`. */
  takeEverything(id: number, withSettings: boolean): Promise<DataTaken | null>;
  /** Lets the user choose a folder for the data; it changes nothing. */
  chooseFolder(): Promise<MoveChoice>;
  /** Whether the data was moved there; where not, the reason is in `failure`. */
  moveData(id: number): Promise<boolean>;
  /** Looks for data that are away, in one of the ways there are. */
  findData(way: FindWay): Promise<FindResult>;
}

/** Where taking over the history of another tracker stands; how much is done is 0 to 1. */
export type HistoryStep =
  | { readonly at: 'start' | 'stopped' }
  | { readonly at: 'reading' | 'storing'; readonly share: number }
  | { readonly at: 'refused'; readonly problem: ExportProblem }
  | { readonly at: 'preview'; readonly preview: HistoryPreview }
  | { readonly at: 'taken'; readonly spans: number };

export interface HistorySlice {
  readonly history: HistoryStep;
  /** Lets the user choose an export and reads it; nothing is changed by it. */
  openHistory(): Promise<void>;
  /** @param id of the export that is shown. */
  takeHistory(id: number): Promise<void>;
  stopHistory(): Promise<void>;
  /** Leaves the preview. */
  leaveHistory(): void;
  showHistoryShare(share: number): void;
}

export interface AutostartSlice {
  readonly autostart: Remote<AutostartView>;
  loadAutostart(): Promise<void>;
  turnAutostart(on: boolean): Promise<void>;
}

export interface SightSlice {
  /** What this system lets the app see; null until it is known. */
  readonly sight: SightView | null;
  loadSight(): Promise<void>;
  /** To be called after a click alone. */
  actOnSight(action: SightAction): Promise<void>;
}

export interface RulesSlice {
  /** The user's rules and browsers before each of the latest changes, for undoing them. */
  readonly earlierRules: readonly OwnRules[];
  /** Whether the change was accepted. It can be undone. */
  changeRules(change: Partial<OwnRules>): Promise<boolean>;
  undoRules(): Promise<boolean>;
  watchWindows(on: boolean): Promise<void>;
  /** Undefined where it could not be tried. */
  tryRules(trial: RuleTrial): Promise<TriedRules | undefined>;
  /** A rule that is offered after a correction, while the page of the rules shows it; each has a number. */
  readonly ruleOffer: (RuleOffer & { readonly id: number }) | null;
  /** Opens the page of the rules with the rule that would have made a span what it is now. */
  openRuleOffer(startedAtMs: number, activity: Activity): Promise<void>;
  forgetRuleOffer(): void;
  /** Whether a file was saved. */
  exportRules(): Promise<boolean>;
  importRules(): Promise<RuleImport>;
}

/** A change that can be undone, as the window shows it. */
export type Undo =
  /** Of spans; the main process keeps what was. */
  | { readonly key: string; readonly of: 'data'; readonly offer: UndoOffer }
  /** Of the settings; these are as they were. */
  | { readonly key: string; readonly of: 'settings'; readonly patch: SettingsPatch };

export interface UndoSlice {
  /** The latest first. */
  readonly undos: readonly Undo[];
  /** How many were undone, so that each can be told. */
  readonly undone: number;
  /** Shows what the main process says can be undone now. */
  showUndoOffers(offers: readonly UndoOffer[]): void;
  loadUndoOffers(): Promise<void>;
  /** Whether the change was accepted. It can be undone for half a minute. */
  changeUndoably(patch: SettingsPatch): Promise<boolean>;
  takeUndo(key: string): Promise<void>;
  /** Hides the offer. What was changed stays so. */
  dismissUndo(key: string): void;
  /** What the user did with their own data; undefined until it was asked for. */
  readonly actions: ActionLogView | undefined;
  loadActions(): Promise<void>;
  /** Says what a span was. @param atMs a moment in it. */
  relabelSpan(atMs: number, activity: Activity): Promise<void>;
  deleteSpan(atMs: number): Promise<void>;
}

/** All that the window knows: a cache of what the main process owns, and what page is open. */
export type AppState = ShellSlice &
  TrackerSlice &
  DaySlice &
  WeekSlice &
  ReviewSlice &
  TrendsSlice &
  PrivacySlice &
  EverythingSlice &
  HistorySlice &
  SettingsSlice &
  HoursSlice &
  RulesSlice &
  AutostartSlice &
  SightSlice &
  UndoSlice &
  ReportSlice;

export type Slice<T> = StateCreator<AppState, [], [], T>;
