import { z } from 'zod';
import type { DataFileReading, DataTaken } from './data-file.ts';
import type { HistoryReading } from './history-import.ts';
import type { MoveChoice } from './move.ts';
import { FIND_WAYS, type FindResult } from './away.ts';
import { LINKEDIN_ACTIVITIES } from '../domain/activity.ts';
import {
  type ActionLogView,
  type EditResult,
  relabelSchema,
  spanAtSchema,
  spanEditSchema,
  type UndoOffer,
} from './corrections.ts';
import { ISO_WEEK } from '../domain/calendar.ts';
import { NOTE_LENGTH } from '../domain/note.ts';
import { isZone, type OffsetStretch } from '../domain/zone.ts';
import type { PrivacyView } from './privacy.ts';
import { ruleDraftSchema } from '../settings/rule-file.ts';
import type { RuleImport, RuleOffer, TriedRules } from './rule-views.ts';
import { type GuidelineImport, guidelineFileSchema } from '../settings/guideline-file.ts';
import { type BlockCalendarView, blockCalendarChoice } from './block-calendar.ts';
import { COMPANION_ACTIONS, type CompanionView } from './companion.ts';
import { SIGHT_ACTIONS, type SightView } from './sight.ts';
import { SETTING_SCHEMAS, settingsPatchSchema, type Settings } from '../settings/settings.ts';
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
import { type Place, placeSchema } from './place.ts';
import { reportChoiceSchema, type ReportFile } from './report-choice.ts';

const isoDate = z.iso.date();
const zoneName = z.string().max(64).refine(isZone);
const isoWeek = z.string().regex(ISO_WEEK);

const ruleTrialSchema = z.strictObject({
  /** A rule that is not saved yet; null tries those that are. */
  draft: ruleDraftSchema.nullable(),
  /** What was typed; null takes the window that is watched. */
  sample: z
    .strictObject({
      app: z.string().max(500),
      title: z.string().max(5000),
      url: z.string().max(5000),
    })
    .nullable(),
});
export type RuleTrial = z.infer<typeof ruleTrialSchema>;

/** A picture is of about 100 kB; in base64. */
const MOST_PICTURE = 8_000_000;

const weekPictureSchema = z.strictObject({ week: isoWeek, png: z.base64().max(MOST_PICTURE) });
export type WeekPicture = z.infer<typeof weekPictureSchema>;

/** Pairs the schema of a channel's arguments with the type of its result. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the result is told, the arguments are inferred
function call<Result>() {
  return <Args extends z.ZodTuple>(args: Args) => ({ args, result: undefined as Result });
}

/**
 * Every call that the window can make: channel to argument schema and result type. Handlers,
 * preload and tests take their types from here.
 */
export const CONTRACT = {
  'app:info': call<AppInfo>()(z.tuple([])),
  /** The figures, spans and intervals of one local day; without a date, of today. */
  'day:get': call<DayView>()(z.tuple([isoDate.nullable()])),
  /** The stretches of one offset of a zone from 2000 to 2059, by whose rules every figure is reckoned. */
  'zone:stretches': call<readonly OffsetStretch[]>()(z.tuple([zoneName])),
  /** The ISO week that an ISO date lies in; without a date, this week. */
  'week:get': call<WeekView>()(z.tuple([isoDate.nullable()])),
  /** A year and its latest twelve weeks; without one, this year. */
  'trends:get': call<TrendsView>()(z.tuple([z.int().min(1971).max(9000).nullable()])),
  /** The same three of an example, whose weeks are in memory alone. */
  'example:day': call<DayView>()(z.tuple([isoDate.nullable()])),
  'example:week': call<WeekView>()(z.tuple([isoDate.nullable()])),
  'example:trends': call<TrendsView>()(z.tuple([z.int().min(1971).max(9000).nullable()])),
  /** The week that its end invites to look back on; null where none does now. */
  'review:due': call<ReviewDue | null>()(z.tuple([])),
  /** The block that the eight weeks up to that of a date come to. It drafts nothing. */
  'review:proposal': call<BlockProposalView>()(z.tuple([isoDate])),
  /** The private note of an ISO week. */
  'note:get': call<NoteView>()(z.tuple([isoWeek])),
  /** Every private note, the latest week first. */
  'note:list': call<readonly NoteView[]>()(z.tuple([])),
  /** Writes the note of a week; without text, deletes it. */
  'note:set': call<null>()(
    z.tuple([z.strictObject({ week: isoWeek, text: z.string().max(NOTE_LENGTH) })]),
  ),
  'tracker:status': call<TrackerStatus>()(z.tuple([])),
  /** Pauses for a number of minutes, until the next local midnight, or until resumed. */
  'tracker:pause': call<TrackerStatus>()(
    z.tuple([z.union([z.literal([15, 60]), z.literal(['tomorrow', 'open-ended'])])]),
  ),
  'tracker:resume': call<TrackerStatus>()(z.tuple([])),
  /** The timer by hand, which stands in where windows cannot be seen. */
  'timer:start': call<TrackerStatus>()(z.tuple([])),
  'timer:stop': call<TrackerStatus>()(z.tuple([])),
  /** Says what was timed by hand; null leaves it as it is. */
  'timer:label': call<TrackerStatus>()(z.tuple([z.enum(LINKEDIN_ACTIVITIES).nullable()])),
  /** What this system lets the app see, as it is now. */
  'sight:get': call<SightView>()(z.tuple([])),
  /** Does, after a click, what lets the app see more, or less. */
  'sight:act': call<SightView>()(z.tuple([z.enum(SIGHT_ACTIONS)])),
  /** Which browsers are here, and how their companions stand now. */
  'companion:get': call<CompanionView>()(z.tuple([])),
  /** Lets a browser find the app, or no longer, by its id. */
  'companion:act': call<CompanionView>()(
    z.tuple([
      z.strictObject({ action: z.literal(COMPANION_ACTIONS), browser: z.string().max(20) }),
    ]),
  ),
  'settings:get': call<Settings>()(z.tuple([])),
  'settings:set': call<Settings>()(z.tuple([settingsPatchSchema])),
  /** Saves the days of a range as CSV, through a save dialog. False where the user cancelled. */
  'report:save': call<{ saved: boolean }>()(
    z.tuple([z.strictObject({ from: isoDate, to: isoDate })]),
  ),
  /** What agreements in place of the present ones would change on days that have been. */
  'agreement:preview': call<AgreementPreview>()(
    z.tuple([z.strictObject({ agreements: SETTING_SCHEMAS.agreements.unwrap() })]),
  ),
  /** Reads an employer's guideline through an open dialog. It changes nothing. */
  'guideline:import': call<GuidelineImport>()(z.tuple([])),
  /** Saves a guideline that an employer made, through a save dialog. */
  'guideline:save': call<{ saved: boolean }>()(z.tuple([guidelineFileSchema])),
  /** What a calendar file of the block would have. It changes nothing. */
  'calendar:plan': call<BlockCalendarView>()(z.tuple([blockCalendarChoice.pick({ at: true })])),
  /** Saves the block of the next twelve months as a calendar file, through a save dialog. */
  'calendar:save': call<{ saved: boolean }>()(z.tuple([blockCalendarChoice])),
  'holidays:countries': call<readonly HolidayCountry[]>()(z.tuple([])),
  /** The holidays of a place in a year, by date. */
  'holidays:list': call<readonly HolidayView[]>()(
    z.tuple([
      z.strictObject({
        country: z.string().max(8),
        region: z.string().max(8).nullable(),
        part: z.string().max(8).nullable(),
      }),
      z.int().min(1970).max(2200),
    ]),
  ),
  /** Whether the app starts when the user logs in, as the system has it. */
  'autostart:get': call<AutostartView>()(z.tuple([])),
  'autostart:set': call<AutostartView>()(z.tuple([z.literal(['on', 'off'])])),
  /** What is stored, where, who can read it, and what was refused; measured now. */
  'privacy:get': call<PrivacyView>()(z.tuple([])),
  /** Erases time for good, copies included. */
  'data:erase': call<{ erased: number }>()(
    z.tuple([
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal(['last-quarter', 'today', 'log', 'everything']) }),
        z.strictObject({ kind: z.literal('range'), from: isoDate, to: isoDate }),
        z.strictObject({
          kind: z.literal('activity'),
          activity: z.enum(LINKEDIN_ACTIVITIES),
          range: z.strictObject({ from: isoDate, to: isoDate }).nullable(),
        }),
      ]),
    ]),
  ),
  /** Saves everything that is stored as one file, through a save dialog. False where the user cancelled. */
  'data:save-everything': call<{ saved: boolean }>()(z.tuple([])),
  /** Reads such a file through an open dialog, and holds it. It changes nothing yet. */
  'data:open-everything': call<DataFileReading>()(z.tuple([])),
  /** Takes over the file held, by its id. */
  'data:take-everything': call<DataTaken>()(
    z.tuple([z.strictObject({ id: z.int().positive(), withSettings: z.boolean() })]),
  ),
  /** Reads another tracker's export through an open dialog, and holds what it would bring in. It changes nothing yet. */
  'history:open': call<HistoryReading>()(z.tuple([])),
  /** Takes over what is held, by its id, all or nothing; what telephones add to it only where that is chosen. */
  'history:take': call<{ spans: number }>()(
    z.tuple([z.strictObject({ id: z.int().positive(), withPhones: z.boolean() })]),
  ),
  /** Stops the reading or the taking over; nothing of it is kept then. */
  'history:stop': call<null>()(z.tuple([])),
  /** Asks for a folder for the data, and holds it. It changes nothing yet. */
  'data:choose-folder': call<MoveChoice>()(z.tuple([])),
  /** Moves the data to the folder held, by its id; the app starts again then. */
  'data:move': call<null>()(z.tuple([z.int().positive()])),
  /** Looks for data that are away; goes to another folder where told so, and the app starts again then. */
  'data:find': call<FindResult>()(z.tuple([z.literal(FIND_WAYS)])),
  /** Says what a span was, by a moment in it. */
  'span:relabel': call<null>()(z.tuple([relabelSchema])),
  /** Changes by hand when something was. */
  'span:edit': call<EditResult>()(z.tuple([spanEditSchema])),
  /** Deletes a span for good, by a moment in it. */
  'span:delete': call<null>()(z.tuple([spanAtSchema])),
  /** The changes that can be undone now, the latest first. */
  'undo:list': call<readonly UndoOffer[]>()(z.tuple([])),
  'undo:take': call<null>()(z.tuple([z.int().positive()])),
  /** What the user did with their own data. */
  'actions:get': call<ActionLogView>()(z.tuple([])),
  /** Begins, or ends, to remember the latest window that is not the app's own, in memory alone. */
  'rules:watch': call<null>()(z.tuple([z.literal(['on', 'off'])])),
  /** Says what a typed sample, or the window that is watched, is by the rules and perhaps a draft. */
  'rules:try': call<TriedRules>()(z.tuple([ruleTrialSchema])),
  /** The rule that would have made a span, named by its start, what the user said it was. Nothing is kept of it. */
  'rules:offer': call<RuleOffer>()(z.tuple([relabelSchema])),
  /** Saves the user's own rules as a file, through a save dialog. False where the user cancelled. */
  'rules:export': call<{ saved: boolean }>()(z.tuple([])),
  /** Reads a file of rules through an open dialog. It changes nothing yet. */
  'rules:import': call<RuleImport>()(z.tuple([])),
  /** Makes a report file as it would be saved; the main process holds the last one. */
  'report:make': call<ReportFile>()(z.tuple([reportChoiceSchema])),
  /** Puts the picture of a week that the window drew on the clipboard. */
  'picture:copy': call<null>()(z.tuple([weekPictureSchema])),
  /** Saves it as a file, through a save dialog. False where the user cancelled. */
  'picture:save': call<{ saved: boolean }>()(z.tuple([weekPictureSchema])),
  /** Stops the making of a report file; of what was made nothing is left. */
  'report:cancel': call<null>()(z.tuple([])),
  /** Saves the file held, by its id, through a save dialog. False where the user cancelled. */
  'report:save-file': call<{ saved: boolean }>()(z.tuple([z.int().positive()])),
  /** Puts the file held on the clipboard. */
  'report:copy': call<null>()(z.tuple([z.int().positive()])),
  /** Saves the printed page of the file held as a PDF through a save dialog. */
  'report:save-pdf': call<{ saved: boolean }>()(z.tuple([z.int().positive()])),
  /** Where the window that was closed last had been, given once; null begins at the beginning. */
  'window:place': call<Place | null>()(z.tuple([])),
  /** The page of a window that is out of sight has nothing that would be lost, so the window may end. */
  'window:leave': call<null>()(z.tuple([placeSchema])),
  /** The preload tells that the page tried to load something foreign, and was stopped. */
  'request:refused': call<null>()(z.tuple([])),
} as const;

export type Contract = typeof CONTRACT;
export type Channel = keyof Contract;
export type Args<C extends Channel> = z.infer<Contract[C]['args']>;
export type Result<C extends Channel> = Contract[C]['result'];
export type PauseLength = Args<'tracker:pause'>[0];

/** What the main process tells the window unasked: channel to payload. */
export interface Pushes {
  'tracker:changed': TrackerStatus;
  /** Spans were added, extended or changed; what is shown should be asked for again. */
  'spans:changed': null;
  'settings:changed': Settings;
  /** Something else can be seen; what can is to be asked for again. */
  'sight:changed': null;
  /** A browser's companion said something else, or is gone; how they stand is to be asked for again. */
  'companion:changed': null;
  /** Other changes can be undone now. */
  'undo:changed': readonly UndoOffer[];
  /** How much of a report that takes long is made, 0 to 1. */
  'report:progress': number;
  /** How much of another tracker's export is read, or taken over, 0 to 1. */
  'history:progress': number;
  /** The user chose a page in a menu. */
  'page:open': 'today' | 'week' | 'trends' | 'settings';
  /** The window is out of sight; where nothing would be lost by it, the page may let it end. */
  'window:rest': null;
}
export type PushChannel = keyof Pushes;
