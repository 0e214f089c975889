/** @file Stands in for the main process in tests of the window. Long because it has an answer for every call there is. */
import type { OffsetStretch } from '../../shared/domain/zone.ts';
import type { PauseLength, Pushes } from '../../shared/ipc/contract.ts';
import type { ActionLogView, UndoOffer } from '../../shared/ipc/corrections.ts';
import type { CallFailure, FailureCode } from '../../shared/ipc/reply.ts';
import type { DataFileReading } from '../../shared/ipc/data-file.ts';
import type { FindResult } from '../../shared/ipc/away.ts';
import type { HistoryReading } from '../../shared/ipc/history-import.ts';
import type { MoveChoice } from '../../shared/ipc/move.ts';
import type { PrivacyView } from '../../shared/ipc/privacy.ts';
import type { RuleImport, RuleOffer, TriedRules } from '../../shared/ipc/rule-views.ts';
import { createClassifier } from '../../shared/linkedin/classify.ts';
import type { BlockCalendarView } from '../../shared/ipc/block-calendar.ts';
import type { GuidelineImport } from '../../shared/settings/guideline-file.ts';
import { COMPANION, HISTORY, INFO, PRIVACY, SIGHT, TRACKING } from './fake-views.ts';
import { withDraft } from '../../shared/settings/rule-file.ts';
import type {
  AgreementPreview,
  AppInfo,
  AutostartView,
  BlockProposalView,
  DayView,
  HolidayCountry,
  HolidayView,
  ReviewDue,
  TrackerStatus,
  TrendsView,
  WeekView,
} from '../../shared/ipc/views.ts';
import type { CompanionState, CompanionView } from '../../shared/ipc/companion.ts';
import type { SightView } from '../../shared/ipc/sight.ts';
import type { ReportChoice, ReportFile } from '../../shared/ipc/report-choice.ts';
import type { Unsubscribe, WindowApi } from '../../shared/ipc/window-api.ts';
import {
  DEFAULT_SETTINGS,
  type HolidaySetting,
  parseSettings,
  type Settings,
} from '../../shared/settings/settings.ts';

/** What the fake main process owns; tests change it and push. */
export interface FakeMain {
  info: AppInfo;
  settings: Settings;
  tracker: TrackerStatus;
  sight: SightView;
  companion: CompanionView;
  privacy: PrivacyView;
  day(isoDate: string | null): DayView | Promise<DayView>;
  /** What is told of zones; of others nothing is. */
  readonly zones: Map<string, readonly OffsetStretch[]>;
  week(isoDate: string | null): WeekView | Promise<WeekView>;
  trends(year: number | null): TrendsView | Promise<TrendsView>;
  preview(agreements: Settings['agreements']): AgreementPreview;
  countries: readonly HolidayCountry[];
  holidays(
    place: Pick<HolidaySetting, 'country' | 'region' | 'part'>,
    year: number,
  ): readonly HolidayView[];
  report(choice: ReportChoice): ReportFile | Promise<ReportFile>;
  /** Makes every call of a method fail with a code, until it is taken out again. */
  readonly failing: Map<keyof WindowApi, FailureCode>;
  autostart: AutostartView;
  /** What choosing a file of everything answers. */
  dataFile: DataFileReading;
  /** What reading another tracker's export answers. */
  history: HistoryReading | Promise<HistoryReading>;
  folder: MoveChoice;
  /** What looking for data that are away comes to. */
  found: FindResult;
  /** What choosing a file of rules answers. */
  ruleImport: RuleImport;
  /** What a calendar file of the block would have. */
  calendar: BlockCalendarView;
  /** What choosing a guideline file answers. */
  guidelineImport: GuidelineImport;
  /** The latest other window; null where none was seen. */
  seen: TriedRules['seen'];
  /** The rule that is offered after a correction. */
  ruleOffer: RuleOffer;
  /** What can be undone. */
  undos: readonly UndoOffer[];
  /** What the user did with their own data. */
  actions: ActionLogView;
  /** The week that its end invites to look back on. */
  reviewDue: ReviewDue | null;
  /** The block that the eight weeks up to that of a date come to. */
  proposal(isoDate: string): BlockProposalView | Promise<BlockProposalView>;
  /** Private notes by week. */
  readonly notes: Map<string, string>;
  /** What the save dialog answers. */
  saves: boolean;
}

/** An api over a {@link FakeMain}, with what was called and the pushes of the main process. */
export interface FakeApi {
  readonly api: WindowApi;
  readonly main: FakeMain;
  /** Calls in order, as method and arguments. */
  readonly calls: (readonly [method: keyof WindowApi, ...args: unknown[]])[];
  pushTracker(status: TrackerStatus): void;
  pushSpans(): void;
  pushSettings(settings: Settings): void;
  pushSight(sight: SightView): void;
  pushCompanion(companion: CompanionView): void;
  pushUndos(undos: readonly UndoOffer[]): void;
  pushProgress(share: number): void;
  pushHistoryProgress(share: number): void;
  pushPage(page: Pushes['page:open']): void;
  pushRest(): void;
}

function createSignal<T>() {
  const listeners = new Set<(value: T) => void>();
  return {
    on(listener: (value: T) => void): Unsubscribe {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit(value: T) {
      for (const listener of listeners) listener(value);
    },
  };
}

const PAUSE_MINUTES: Readonly<Record<PauseLength, number | null>> = {
  15: 15,
  60: 60,
  tomorrow: 600,
  'open-ended': null,
};

/** A window api without a main process. */
export function createFakeApi(
  parts: Pick<FakeMain, 'day' | 'week' | 'trends'> & Partial<FakeMain>,
): FakeApi {
  const main: FakeMain = {
    info: INFO,
    settings: DEFAULT_SETTINGS,
    tracker: TRACKING,
    sight: SIGHT,
    companion: COMPANION,
    zones: new Map(),
    failing: new Map(),
    saves: true,
    reviewDue: null,
    proposal: () => Promise.reject(new Error('No proposal in this test')),
    notes: new Map(),
    preview: () => ({
      days: 9,
      moves: [
        { from: 'room', to: 'sweet-spot', count: 3 },
        { from: 'over', to: null, count: 1 },
      ],
    }),
    countries: [
      { code: 'DE', name: 'Germany', regions: [{ code: 'BY', name: 'Bayern', parts: [] }] },
      { code: 'NL', name: 'Netherlands', regions: [] },
    ],
    holidays: (_place, year) => [
      { key: 'New Year’s Day', name: 'New Year’s Day', date: `${year}-01-01`, everybody: true },
      { key: 'Good Friday', name: 'Good Friday', date: `${year}-03-26`, everybody: false },
      { key: 'Easter Monday', name: 'Easter Monday', date: `${year}-03-29`, everybody: true },
      { key: 'King’s Day', name: 'King’s Day', date: `${year}-04-27`, everybody: true },
      { key: 'Liberation Day', name: 'Liberation Day', date: `${year}-05-05`, everybody: false },
      { key: 'Christmas Day', name: 'Christmas Day', date: `${year}-12-25`, everybody: true },
    ],
    autostart: { available: true, on: false, ask: false },
    privacy: PRIVACY,
    found: 'away',
    folder: { status: 'chosen', id: 1, dir: '/home/me/Sweetspot', location: 'local' },
    history: HISTORY,
    dataFile: {
      status: 'read',
      preview: {
        id: 1,
        spans: 4388,
        newSpans: 4210,
        from: '2026-02-02',
        to: '2026-10-30',
        newOthers: 0,
        settings: ['agreements', 'idleSeconds'],
      },
    },
    ruleImport: { status: 'cancelled' },
    ruleOffer: { source: 'full', draft: null, window: null },
    guidelineImport: { status: 'cancelled' },
    calendar: { status: 'planned', count: 253, first: '2026-11-30', last: '2027-11-26' },
    seen: null,
    undos: [],
    actions: { actions: [], count: 0 },
    report: () => Promise.reject(new Error('No report in this test')),
    ...parts,
  };
  let watching = false;
  const calls: FakeApi['calls'] = [];
  const tracker = createSignal<TrackerStatus>();
  const spans = createSignal<null>();
  const settings = createSignal<Settings>();
  const sights = createSignal<null>();
  const companions = createSignal<null>();
  const undos = createSignal<readonly UndoOffer[]>();
  const progress = createSignal<number>();
  const historyProgress = createSignal<number>();
  const pages = createSignal<Pushes['page:open']>();
  const rests = createSignal<null>();

  /** Notes the call, and answers as the bridge does: with a value, or a plain object that tells why not. */
  async function answer<T>(
    method: keyof WindowApi,
    args: readonly unknown[],
    value: () => T | Promise<T>,
  ): Promise<T> {
    calls.push([method, ...args]);
    await Promise.resolve();
    const code = main.failing.get(method);
    if (code !== undefined) {
      const failure: CallFailure = { name: code, message: 'refused by the test' };
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the bridge copies plain objects
      throw failure;
    }
    return value();
  }

  const fake: FakeApi = {
    main,
    calls,
    pushTracker: (status) => {
      main.tracker = status;
      tracker.emit(status);
    },
    pushSpans: () => {
      spans.emit(null);
    },
    pushSettings: (value) => {
      main.settings = value;
      settings.emit(value);
    },
    pushCompanion: (companion) => {
      main.companion = companion;
      companions.emit(null);
    },
    pushSight: (sight) => {
      main.sight = sight;
      sights.emit(null);
    },
    pushUndos: (value) => {
      main.undos = value;
      undos.emit(value);
    },
    pushProgress: (share) => {
      progress.emit(share);
    },
    pushHistoryProgress: historyProgress.emit,
    pushPage: (page) => {
      pages.emit(page);
    },
    pushRest() {
      rests.emit(null);
    },
    api: {
      getInfo: () => answer('getInfo', [], () => main.info),
      getDay: (isoDate) => answer('getDay', [isoDate], () => main.day(isoDate)),
      zoneStretches: (zone) => answer('zoneStretches', [zone], () => main.zones.get(zone) ?? []),
      getWeek: (isoDate) => answer('getWeek', [isoDate], () => main.week(isoDate)),
      getTrends: (year) => answer('getTrends', [year], () => main.trends(year)),
      getExampleDay: (isoDate) => answer('getExampleDay', [isoDate], () => main.day(isoDate)),
      getExampleWeek: (isoDate) => answer('getExampleWeek', [isoDate], () => main.week(isoDate)),
      getExampleTrends: (year) => answer('getExampleTrends', [year], () => main.trends(year)),
      getReviewDue: () => answer('getReviewDue', [], () => main.reviewDue),
      proposeBlock: (isoDate) => answer('proposeBlock', [isoDate], () => main.proposal(isoDate)),
      getNote: (week) =>
        answer('getNote', [week], () => ({ week, text: main.notes.get(week) ?? '' })),
      getNotes: () =>
        answer('getNotes', [], () =>
          [...main.notes].map(([week, text]) => ({ week, text })).reverse(),
        ),
      setNote: (week, text) =>
        answer('setNote', [week, text], () => {
          main.notes.set(week, text);
          return null;
        }),
      getTrackerStatus: () => answer('getTrackerStatus', [], () => main.tracker),
      pause: (length) =>
        answer('pause', [length], () => {
          const minutes = PAUSE_MINUTES[length];
          fake.pushTracker({
            ...main.tracker,
            state: 'paused',
            activity: null,
            sinceMs: null,
            pausedUntilMs: minutes === null ? null : (TRACKING.sinceMs ?? 0) + minutes * 60_000,
          });
          return main.tracker;
        }),
      resume: () =>
        answer('resume', [], () => {
          fake.pushTracker(TRACKING);
          return main.tracker;
        }),
      startTimer: () =>
        answer('startTimer', [], () => {
          const sinceMs = TRACKING.sinceMs ?? 0;
          fake.pushTracker({
            ...main.tracker,
            activity: 'other',
            sinceMs,
            timerSinceMs: sinceMs,
            timed: null,
          });
          return main.tracker;
        }),
      stopTimer: () =>
        answer('stopTimer', [], () => {
          const startedAtMs = main.tracker.timerSinceMs ?? 0;
          fake.pushTracker({
            ...TRACKING,
            timed: { startedAtMs, endedAtMs: startedAtMs + 18 * 60_000 },
          });
          return main.tracker;
        }),
      labelTimed: (activity) =>
        answer('labelTimed', [activity], () => {
          fake.pushTracker({ ...main.tracker, timed: null });
          return main.tracker;
        }),
      getSight: () => answer('getSight', [], () => main.sight),
      actOnSight: (action) =>
        answer('actOnSight', [action], () => {
          const { extension } = main.sight;
          if (action === 'install-extension') main.sight = { ...main.sight, extension: 'waiting' };
          else if (action === 'enable-extension') main.sight = { ...main.sight, extension: 'on' };
          else if (extension !== null && action === 'remove-extension') {
            main.sight = { ...main.sight, extension: 'absent' };
          } else if (action === 'allow-kwin') main.sight = { ...main.sight, kwin: 'on' };
          else if (action === 'forbid-kwin') main.sight = { ...main.sight, kwin: 'off' };
          else if (action === 'allow-accessibility') {
            main.sight = { ...main.sight, accessibility: 'waiting' };
          } else if (action === 'forbid-accessibility') {
            main.sight = { ...main.sight, accessibility: 'off' };
          }
          return main.sight;
        }),
      getCompanion: () => answer('getCompanion', [], () => main.companion),
      actOnCompanion: (action, browser) =>
        answer('actOnCompanion', [action, browser], () => {
          const state: CompanionState = action === 'connect' ? 'silent' : 'absent';
          const browsers = main.companion.browsers.map((one) =>
            one.id === browser ? { ...one, state, saidMs: null } : one,
          );
          main.companion = { ...main.companion, browsers };
          return main.companion;
        }),
      getSettings: () => answer('getSettings', [], () => main.settings),
      setSettings: (patch) =>
        answer('setSettings', [patch], () => {
          const next = parseSettings({ ...main.settings, ...patch }).settings;
          const { language } = next;
          if (language !== 'system') main.info = { ...main.info, language };
          fake.pushSettings(next);
          return next;
        }),
      saveReport: (range) => answer('saveReport', [range], () => ({ saved: main.saves })),
      previewAgreements: (agreements) =>
        answer('previewAgreements', [agreements], () => main.preview(agreements)),
      getHolidayCountries: () => answer('getHolidayCountries', [], () => main.countries),
      getHolidays: (place, year) =>
        answer('getHolidays', [place, year], () => main.holidays(place, year)),
      getAutostart: () => answer('getAutostart', [], () => main.autostart),
      setAutostart: (on) =>
        answer('setAutostart', [on], () => {
          main.autostart = { ...main.autostart, on, ask: false };
          return main.autostart;
        }),
      getPrivacy: () => answer('getPrivacy', [], () => main.privacy),
      eraseData: (what) => answer('eraseData', [what], () => ({ erased: 3 })),
      saveEverything: () => answer('saveEverything', [], () => ({ saved: main.saves })),
      openEverything: () => answer('openEverything', [], () => main.dataFile),
      takeEverything: (id, withSettings) =>
        answer('takeEverything', [id, withSettings], () => ({
          spans: 4210,
          others: 0,
          settings: 2,
        })),
      openHistory: () => answer('openHistory', [], () => main.history),
      takeHistory: (id, withPhones) =>
        answer('takeHistory', [id, withPhones], () => ({ spans: 50_524 })),
      stopHistory: () => answer('stopHistory', [], () => null),
      chooseFolder: () => answer('chooseFolder', [], () => main.folder),
      moveData: (id) => answer('moveData', [id], () => null),
      findData: (way) => answer('findData', [way], () => main.found),
      relabelSpan: (atMs, activity) => answer('relabelSpan', [atMs, activity], () => null),
      editSpan: (edit, mayReplace) =>
        answer('editSpan', [edit, mayReplace], () => ({ done: true, replaced: [] })),
      deleteSpan: (atMs) => answer('deleteSpan', [atMs], () => null),
      getUndos: () => answer('getUndos', [], () => main.undos),
      takeUndo: (id) =>
        answer('takeUndo', [id], () => {
          fake.pushUndos(main.undos.filter((undo) => undo.id !== id));
          return null;
        }),
      getActions: () => answer('getActions', [], () => main.actions),
      watchWindows: (on) =>
        answer('watchWindows', [on], () => {
          watching = on;
          return null;
        }),
      tryRules: (trial) =>
        answer('tryRules', [trial], () => {
          const { settings: now, seen } = main;
          const rules = trial.draft ? withDraft(now.rules, trial.draft) : now.rules;
          const sample = trial.sample ?? (watching ? seen : null);
          const shown = trial.sample ? null : sample;
          if (!sample) return { verdict: null, seen: null, watching };
          const { url, ...rest } = sample;
          const classify = createClassifier({ ...now, rules });
          const { activity, rule, guess } = classify(url === '' ? rest : { ...rest, url });
          return { verdict: { activity, rule, guess }, seen: shown, watching };
        }),
      importGuideline: () => answer('importGuideline', [], () => main.guidelineImport),
      saveGuideline: (guideline) =>
        answer('saveGuideline', [guideline], () => ({ saved: main.saves })),
      planCalendar: (at) => answer('planCalendar', [at], () => main.calendar),
      saveCalendar: (choice) => answer('saveCalendar', [choice], () => ({ saved: main.saves })),
      exportRules: () => answer('exportRules', [], () => ({ saved: main.saves })),
      offerRule: (startedAtMs, activity) =>
        answer('offerRule', [startedAtMs, activity], () => main.ruleOffer),
      importRules: () => answer('importRules', [], () => main.ruleImport),
      makeReport: (choice) => answer('makeReport', [choice], () => main.report(choice)),
      cancelReport: () => answer('cancelReport', [], () => null),
      saveReportFile: (id) => answer('saveReportFile', [id], () => ({ saved: main.saves })),
      copyReportFile: (id) => answer('copyReportFile', [id], () => null),
      takePlace: () => answer('takePlace', [], () => null),
      leave: (place) => answer('leave', [place], () => null),
      saveReportPdf: (id) => answer('saveReportPdf', [id], () => ({ saved: main.saves })),
      copyPicture: (picture) => answer('copyPicture', [picture], () => null),
      savePicture: (picture) => answer('savePicture', [picture], () => ({ saved: main.saves })),
      onTrackerChanged: tracker.on,
      onSpansChanged: (listener) =>
        spans.on(() => {
          listener();
        }),
      onSettingsChanged: settings.on,
      onSightChanged: (listener) =>
        sights.on(() => {
          listener();
        }),
      onCompanionChanged: (listener) =>
        companions.on(() => {
          listener();
        }),
      onUndosChanged: undos.on,
      onReportProgress: progress.on,
      onHistoryProgress: historyProgress.on,
      onOpenPage: pages.on,
      onRest: (listener) =>
        rests.on(() => {
          listener();
        }),
    },
  };
  return fake;
}
