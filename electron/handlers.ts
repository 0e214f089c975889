import type { DayFigures } from '../shared/domain/figures.ts';
import type { FigureRules } from '../shared/domain/frames.ts';
import { isoDateAt } from '../shared/domain/zone.ts';
import { addDays } from '../shared/domain/calendar.ts';
import type { PauseLength } from '../shared/ipc/contract.ts';
import type { PrivacyView } from '../shared/ipc/privacy.ts';
import type { AppInfo, TrackerStatus } from '../shared/ipc/views.ts';
import type { Settings } from '../shared/settings/settings.ts';
import { dayIntervals } from '../shared/domain/zone.ts';
import type { Corrections } from './corrections/corrections.ts';
import { createCorrectionHandlers } from './corrections/correction-handlers.ts';
import type { Handlers } from './ipc/register-handlers.ts';
import type { AwayDesk } from './data-folder/away-handlers.ts';
import type { DataHandlers } from './data-file/data-handlers.ts';
import type { MoveHandlers } from './data-folder/move-handlers.ts';
import type { ImportHandlers } from './import/import-handlers.ts';
import { Failure } from './ipc/failure.ts';
import { reportCsv, type DateRange, type SpanReader } from './report/report.ts';
import { createReportDesk, type Outlets } from './report/report-desk.ts';
import { delimiterOf } from './report/csv.ts';
import type { GuidelineHandlers } from './agreement/guideline-handlers.ts';
import type { RuleHandlers } from './rules/rule-handlers.ts';
import type { Autostart } from './shell/autostart.ts';
import { createAutostartHandlers } from './shell/autostart-handlers.ts';
import { createReviewHandlers, type NotePlace } from './review/review-handlers.ts';
import { createTimerHandlers, type TimedTracker } from './tracking/timer-handlers.ts';
import type { Sight } from './tracking/sight.ts';
import type { SettingsStore } from './settings/settings-store.ts';
import { trendsView } from './figures/trends-view.ts';
import type { HolidayCalendar } from './holidays/holiday-calendar.ts';
import { previewAgreements } from './agreement/preview.ts';
import { dayView, weekView } from './figures/day-and-week-views.ts';

/** What answers the window's calls. */
export interface HandlerNeeds extends Outlets {
  readonly info: () => AppInfo;
  readonly spans: () => SpanReader;
  /** The figures of a range, where those of settled days are kept. */
  readonly figuresOf?: (range: DateRange, rules: FigureRules) => DayFigures[];
  readonly settings: SettingsStore;
  readonly holidays: HolidayCalendar;
  /** Answers the page of the user's own rules. */
  readonly rules: RuleHandlers;
  /** Answers what takes everything out and in again, and to another folder. */
  readonly everything: DataHandlers & MoveHandlers & ImportHandlers & AwayDesk['handlers'];
  /** Reads an employer's guideline. */
  readonly guideline: GuidelineHandlers;
  /** Starting when the user logs in. */
  readonly autostart: Autostart;
  /** What the timer by hand takes. */
  readonly timer: TimedTracker;
  /** Where the private notes are. */
  readonly notes: NotePlace;
  /** What can be seen here, and what the user does about it. */
  readonly sight: Sight['handlers'];
  readonly nowMs: () => number;
  readonly zone: () => string;
  readonly status: () => TrackerStatus;
  readonly privacy: () => PrivacyView;
  /** Changes what is stored, with the way back. */
  readonly corrections: Pick<
    Corrections,
    'relabel' | 'relabelTimed' | 'remove' | 'erase' | 'undo' | 'offers' | 'log'
  >;
  /** The rules that decided a span of the running day, by its start. */
  readonly rulesOf: (startedAtMs: number) => readonly string[];
  /** Notes one more attempt of the page that was refused. */
  readonly onRefused: () => void;
}

/** When a pause that starts now ends by itself; null where it does not. */
function pauseEnd(length: PauseLength, nowMs: number, zone: string): number | null {
  if (length === 'open-ended') return null;
  if (length !== 'tomorrow') return nowMs + length * 60_000;
  const tomorrow = addDays(isoDateAt(zone, nowMs), 1);
  return dayIntervals(zone, tomorrow).at(0)?.startMs ?? null;
}

/** The setting of a pause that starts now. */
export function pauseSetting(
  length: PauseLength,
  nowMs: number,
  zone: string,
): NonNullable<Settings['pause']> {
  return { untilMs: pauseEnd(length, nowMs, zone) };
}

/** The handlers of every channel of the contract. */
export function createHandlers(needs: HandlerNeeds): Handlers {
  const { figuresOf } = needs;
  const view = () => {
    const settings = needs.holidays.rulesOf(needs.settings.get());
    return {
      spans: needs.spans(),
      settings,
      ...(figuresOf && { figuresOf: (range: DateRange) => figuresOf(range, settings) }),
      nowMs: needs.nowMs(),
      zone: needs.zone(),
      rulesOf: needs.rulesOf,
    };
  };

  const desk = createReportDesk({ ...needs, view, locale: () => needs.info().locale });

  async function saveReport(range: DateRange): Promise<{ saved: boolean }> {
    if (range.to < range.from)
      throw new Failure('invalid-args', 'The range ends before it starts.');
    const file = await needs.askForFile(`sweetspot-${range.from}-${range.to}.csv`);
    if (file === undefined) return { saved: false };
    const csv = reportCsv(
      needs.spans(),
      needs.holidays.rulesOf(needs.settings.get()),
      { ...range, by: 'day', includePrivate: false, nowMs: needs.nowMs() },
      { delimiter: delimiterOf(needs.info().locale) },
    );
    try {
      await needs.writeFile(file, [csv]);
    } catch {
      throw new Failure('not-saved', 'The file could not be saved there.');
    }
    return { saved: true };
  }

  return {
    'app:info': () => needs.info(),
    'day:get': (date) => dayView(date, view()),
    'week:get': (date) => weekView(date, view()),
    'trends:get': (year) => trendsView(year, view()),
    'tracker:status': () => needs.status(),
    'tracker:pause': (length) => {
      needs.settings.set({ pause: pauseSetting(length, needs.nowMs(), needs.zone()) });
      return needs.status();
    },
    'tracker:resume': () => {
      needs.settings.set({ pause: null });
      return needs.status();
    },
    'settings:get': () => needs.settings.get(),
    'settings:set': async (patch) => {
      await needs.holidays.loadFor(patch);
      return needs.settings.set(patch);
    },
    'report:save': saveReport,
    'agreement:preview': ({ agreements }) => previewAgreements(agreements, view()),
    'holidays:countries': async () => {
      await needs.holidays.load();
      return needs.holidays.countries(needs.info().language);
    },
    'holidays:list': async (place, year) => {
      await needs.holidays.load();
      return needs.holidays.holidaysOf(place, year, needs.info().language);
    },
    'privacy:get': () => needs.privacy(),
    ...createCorrectionHandlers(needs.corrections, desk.forget),
    ...needs.rules,
    ...needs.everything,
    ...needs.guideline,
    ...createAutostartHandlers({ ...needs, view }),
    ...createTimerHandlers(needs.timer, needs.corrections.relabelTimed),
    ...createReviewHandlers({ ...needs, view }),
    ...needs.sight,
    'report:make': desk.make,
    'report:cancel': () => {
      desk.cancel();
      return null;
    },
    'report:save-file': desk.save,
    'report:copy': desk.copy,
    'report:save-pdf': desk.savePdf,
    'request:refused': () => {
      needs.onRefused();
      return null;
    },
  };
}
