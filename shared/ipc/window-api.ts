import type { LinkedInActivity } from '../domain/activity.ts';
import type { Args, PauseLength, Pushes, RuleTrial, WeekPicture } from './contract.ts';
import type { DataFileReading, DataTaken } from './data-file.ts';
import type { HistoryReading } from './history-import.ts';
import type { MoveChoice } from './move.ts';
import type { FindResult, FindWay } from './away.ts';
import type { RuleImport, RuleOffer, TriedRules } from './rule-views.ts';
import type { Guideline, GuidelineImport } from '../settings/guideline-file.ts';
import type { BlockCalendarChoice, BlockCalendarView } from './block-calendar.ts';
import type { HolidaySetting, SettingsPatch, Settings } from '../settings/settings.ts';
import type { Activity } from '../domain/activity.ts';
import type { SpanEdit } from '../domain/span-edit.ts';
import type { OffsetStretch } from '../domain/zone.ts';
import type { ActionLogView, EditResult, UndoOffer } from './corrections.ts';
import type { EraseWhat, PrivacyView } from './privacy.ts';
import type {
  AgreementPreview,
  AppInfo,
  AutostartView,
  BlockProposalView,
  DayView,
  HolidayCountry,
  HolidayView,
  NoteView,
  ReviewDue,
  TrackerStatus,
  TrendsView,
  WeekView,
} from './views.ts';
import type { CompanionView } from './companion.ts';
import type { SightAction, SightView } from './sight.ts';
import type { Place } from './place.ts';
import type { ReportChoice, ReportFile } from './report-choice.ts';

/** Ends a subscription. */
export type Unsubscribe = () => void;

/**
 * All that the window can do outside itself, exposed by the preload as `window.api`. A call that is
 * refused or fails rejects with a CallFailure: a plain object, not an Error.
 */
export interface WindowApi {
  getInfo(): Promise<AppInfo>;
  /** @param isoDate a local day; null is today. */
  getDay(isoDate: string | null): Promise<DayView>;
  /** The stretches of one offset of a zone from 2000 to 2059, as the app reckons with them. */
  zoneStretches(zone: string): Promise<readonly OffsetStretch[]>;
  /** @param isoDate any day of the week; null is this week. */
  getWeek(isoDate: string | null): Promise<WeekView>;
  /** @param year null is this year. */
  getTrends(year: number | null): Promise<TrendsView>;
  /** The same three of an example, whose weeks are in memory alone. */
  getExampleDay(isoDate: string | null): Promise<DayView>;
  getExampleWeek(isoDate: string | null): Promise<WeekView>;
  getExampleTrends(year: number | null): Promise<TrendsView>;
  /** The week that its end invites to look back on; null where none does now. */
  getReviewDue(): Promise<ReviewDue | null>;
  /** The block that the eight weeks up to that of a day come to; it drafts nothing. @param isoDate any day of the last week. */
  proposeBlock(isoDate: string): Promise<BlockProposalView>;
  /** The private note of an ISO week, as of `2026-W47`. */
  getNote(week: string): Promise<NoteView>;
  /** Every private note, the latest week first. */
  getNotes(): Promise<readonly NoteView[]>;
  /** Writes the note of a week; without text, deletes it. */
  setNote(week: string, text: string): Promise<null>;
  getTrackerStatus(): Promise<TrackerStatus>;
  pause(length: PauseLength): Promise<TrackerStatus>;
  resume(): Promise<TrackerStatus>;
  /** Starts the timer by hand, which stands in where windows cannot be seen. */
  startTimer(): Promise<TrackerStatus>;
  stopTimer(): Promise<TrackerStatus>;
  /** Says what was timed by hand; null leaves it as it is. */
  labelTimed(activity: LinkedInActivity | null): Promise<TrackerStatus>;
  /** What this system lets the app see, as it is now. */
  getSight(): Promise<SightView>;
  /** Does, after a click, what lets the app see more, or less. */
  actOnSight(action: SightAction): Promise<SightView>;
  /** Which browsers are here, and how their companions stand now. */
  getCompanion(): Promise<CompanionView>;
  /** Lets a browser find the app, or no longer; after a click alone. @param browser its id. */
  actOnCompanion(
    action: Args<'companion:act'>[0]['action'],
    browser: string,
  ): Promise<CompanionView>;
  getSettings(): Promise<Settings>;
  setSettings(patch: SettingsPatch): Promise<Settings>;
  /** Saves the days of a range, both ends included, as CSV through a save dialog. */
  saveReport(range: { from: string; to: string }): Promise<{ saved: boolean }>;
  /** What these agreements, in place of the present ones, would change on days that have been. */
  previewAgreements(agreements: Settings['agreements']): Promise<AgreementPreview>;
  /** Reads an employer's guideline through an open dialog; nothing is changed by it. */
  importGuideline(): Promise<GuidelineImport>;
  /** Saves a guideline that an employer made, through a save dialog. */
  saveGuideline(guideline: Guideline): Promise<{ saved: boolean }>;
  /** What a calendar file of the block would have. @param at `HH:MM` at which each block starts; null is as agreed. */
  planCalendar(at: string | null): Promise<BlockCalendarView>;
  /** Saves the block of the next twelve months as a calendar file, through a save dialog. */
  saveCalendar(choice: BlockCalendarChoice): Promise<{ saved: boolean }>;
  getHolidayCountries(): Promise<readonly HolidayCountry[]>;
  getHolidays(
    place: Pick<HolidaySetting, 'country' | 'region' | 'part'>,
    year: number,
  ): Promise<readonly HolidayView[]>;
  /** Whether the app starts when the user logs in, as the system has it. */
  getAutostart(): Promise<AutostartView>;
  setAutostart(on: boolean): Promise<AutostartView>;
  /** What is stored, where, who can read it, and what was refused; measured now. */
  getPrivacy(): Promise<PrivacyView>;
  /** Erases time for good, copies included. */
  eraseData(what: EraseWhat): Promise<{ erased: number }>;
  /** Saves everything that is stored as one file, through a save dialog. */
  saveEverything(): Promise<{ saved: boolean }>;
  /** Reads such a file through an open dialog; nothing is changed by it. */
  openEverything(): Promise<DataFileReading>;
  /** Takes over the very file that was opened last. @param id of that file. */
  takeEverything(id: number, withSettings: boolean): Promise<DataTaken>;
  /** Reads another tracker's export through an open dialog; nothing is changed by it. */
  openHistory(): Promise<HistoryReading>;
  /** Takes over the very export that was read last. @param id of it. @param withPhones what telephones add to it too. */
  takeHistory(id: number, withPhones: boolean): Promise<{ spans: number }>;
  /** Stops the reading or the taking over; that call then rejects as cancelled. */
  stopHistory(): Promise<null>;
  /** Asks for a folder for the data; nothing is changed by it. */
  chooseFolder(): Promise<MoveChoice>;
  /** Moves the data to the folder that was chosen last; the app starts again then. @param id of that folder. */
  moveData(id: number): Promise<null>;
  /** Looks for data that are away; goes to another folder where told so, and the app starts again then. */
  findData(way: FindWay): Promise<FindResult>;
  /** Says what a span was. @param atMs a moment in it. */
  relabelSpan(atMs: number, activity: Activity): Promise<null>;
  /** Changes by hand when something was. Without leave to replace, what it would replace is only told. */
  editSpan(edit: SpanEdit, mayReplace: boolean): Promise<EditResult>;
  /** Deletes a span for good, copies included. @param atMs a moment in it. */
  deleteSpan(atMs: number): Promise<null>;
  /** The changes that can be undone now, the latest first. */
  getUndos(): Promise<readonly UndoOffer[]>;
  takeUndo(id: number): Promise<null>;
  /** What the user did with their own data. */
  getActions(): Promise<ActionLogView>;
  /** Begins or ends the remembering of the latest window that is not the app's own. */
  watchWindows(on: boolean): Promise<null>;
  tryRules(trial: RuleTrial): Promise<TriedRules>;
  /** The rule that would have made a span what the user said it was. @param startedAtMs its start. */
  offerRule(startedAtMs: number, activity: Activity): Promise<RuleOffer>;
  /** Saves the user's own rules through a save dialog. */
  exportRules(): Promise<{ saved: boolean }>;
  /** Reads a file of rules through an open dialog; nothing is changed by it. */
  importRules(): Promise<RuleImport>;
  /** Makes a report file as it would be saved, to be shown before. */
  makeReport(choice: ReportChoice): Promise<ReportFile>;
  /** Stops the making of a report; `makeReport` then rejects as cancelled. */
  cancelReport(): Promise<null>;
  /** Saves the very file that was made last, through a save dialog. @param id of that file. */
  saveReportFile(id: number): Promise<{ saved: boolean }>;
  /** Puts the very file that was made last on the clipboard. */
  copyReportFile(id: number): Promise<null>;
  /** Saves the page as it prints as a PDF, through a save dialog. */
  saveReportPdf(id: number): Promise<{ saved: boolean }>;
  /** Where the window that was closed last had been; null begins at the beginning. */
  takePlace(): Promise<Place | null>;
  /** Lets a window that is out of sight end. @param place where the next one begins. */
  leave(place: Place): Promise<null>;
  /** Puts the picture of a week on the clipboard, as PNG. */
  copyPicture(picture: WeekPicture): Promise<null>;
  /** Saves the picture of a week through a save dialog. */
  savePicture(picture: WeekPicture): Promise<{ saved: boolean }>;
  onTrackerChanged(listener: (status: Pushes['tracker:changed']) => void): Unsubscribe;
  onSpansChanged(listener: () => void): Unsubscribe;
  onSettingsChanged(listener: (settings: Pushes['settings:changed']) => void): Unsubscribe;
  onSightChanged(listener: () => void): Unsubscribe;
  onCompanionChanged(listener: () => void): Unsubscribe;
  onUndosChanged(listener: (undos: Pushes['undo:changed']) => void): Unsubscribe;
  /** @param listener told how much of a report that takes long is made, 0 to 1. */
  onReportProgress(listener: (share: number) => void): Unsubscribe;
  /** @param listener told how much of an export is read, or taken over, 0 to 1. */
  onHistoryProgress(listener: (share: number) => void): Unsubscribe;
  onOpenPage(listener: (page: Pushes['page:open']) => void): Unsubscribe;
  /** @param listener told, again and again, that the window is out of sight. */
  onRest(listener: () => void): Unsubscribe;
}
