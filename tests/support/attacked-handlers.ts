/** @file The app's own handlers with everything around them but what is stored replaced, for messages that may be hostile. */
import type { DatabaseSync } from 'node:sqlite';
import {
  createDataHandlers,
  type DataHandlerNeeds,
} from '../../electron/data-file/data-handlers.ts';
import { type AwayNeeds, createAwayDesk } from '../../electron/data-folder/moving/away-handlers.ts';
import { createImportHandlers, type ImportNeeds } from '../../electron/import/import-handlers.ts';
import {
  createMoveHandlers,
  type MoveNeeds,
} from '../../electron/data-folder/moving/move-handlers.ts';
import {
  type Handlers,
  type IpcRegistry,
  registerHandlers,
} from '../../electron/ipc/register-handlers.ts';
import { isTrustedSender } from '../../electron/ipc/trusted-sender.ts';
import { readFiles, readTables } from '../../electron/privacy/stored.ts';
import { createAway } from '../../electron/data-folder/away.ts';
import { type DataFolder, dataFolder } from '../../electron/data-folder/data-folder.ts';
import { openAgreement } from '../../electron/agreement/open-agreement.ts';
import { createCorrectionHandlers } from '../../electron/corrections/correction-handlers.ts';
import { createFigureHandlers } from '../../electron/figures/current-figures.ts';
import { createHolidayHandlers } from '../../electron/holidays/holiday-handlers.ts';
import { createPrivacyHandlers } from '../../electron/privacy/open-privacy.ts';
import { createReportHandlers } from '../../electron/report/report-handlers.ts';
import { createReviewHandlers } from '../../electron/review/review-handlers.ts';
import { createSettingsHandlers } from '../../electron/settings/settings-handlers.ts';
import { createAutostartHandlers } from '../../electron/shell/autostart-handlers.ts';
import { textsOf } from '../../electron/texts/languages.ts';
import { createPause } from '../../electron/tracking/pause.ts';
import { createTrackerHandlers } from '../../electron/tracking/tracker-handlers.ts';
import { createRuleHandlers } from '../../electron/rules/rule-handlers.ts';
import { createWindowWatch } from '../../electron/rules/window-watch.ts';
import type { SpanRepository } from '../../electron/storage/span-repository.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { COMPANION, INFO, SIGHT, TRACKING } from './fake-views.ts';

/** What the handlers read, and at which moment. */
interface Stored {
  readonly folder: DataFolder;
  readonly database: DatabaseSync;
  readonly repository: SpanRepository;
  readonly nowMs: number;
}

/** What listens on a channel. */
type Listener = Parameters<IpcRegistry['handle']>[1];

/** The handlers as they are registered, and what they did and did not expect. */
export interface AttackedHandlers {
  readonly registered: ReadonlyMap<string, Listener>;
  /** Everything that was done to the world around, in turn. */
  readonly effects: readonly string[];
  /** The errors that no handler foresaw. */
  readonly unexpected: readonly string[];
}

/** Registers the app's handlers over what is stored. */
export function attackedHandlers({
  folder,
  database,
  repository,
  nowMs,
}: Stored): AttackedHandlers {
  const effects: string[] = [];
  const settings = {
    get: () => DEFAULT_SETTINGS,
    set: () => {
      effects.push('settings');
      return DEFAULT_SETTINGS;
    },
  };
  // Holidays need a table of their own, which no random message may load.
  const holidays = {
    load: () => Promise.resolve(),
    loadFor: () => Promise.resolve(),
    countries: () => [],
    holidaysOf: () => [],
  };
  const clock = { nowMs: () => nowMs, zone: () => 'Europe/Amsterdam' };
  const view = () => ({
    spans: repository,
    settings: DEFAULT_SETTINGS,
    nowMs,
    zone: clock.zone(),
    rulesOf: () => [],
  });
  const reports = createReportHandlers(
    {
      view,
      locale: () => INFO.locale,
      askForFile: () => {
        effects.push('save');
        return Promise.resolve(undefined);
      },
      writeFile: () => Promise.reject(new Error('Nothing may be written')),
      onProgress: () => undefined,
      copyText: () => {
        effects.push('copy');
        return Promise.resolve();
      },
      printPage: () => {
        effects.push('print');
        return Promise.resolve(new Uint8Array());
      },
    },
    {
      askForFile: () => {
        effects.push('save');
        return Promise.resolve(undefined);
      },
      writeFile: () => Promise.reject(new Error('Nothing may be written')),
      copyPicture: () => {
        effects.push('copy');
        return Promise.resolve();
      },
    },
  );
  const tracker = {
    startTimer: () => {
      effects.push('timer');
      return true;
    },
    stopTimer: () => effects.push('timer'),
    forgetTimed: () => effects.push('timer'),
    status: () => TRACKING,
  };
  const handlers: Handlers = {
    'app:info': () => INFO,
    ...createFigureHandlers(view, view),
    ...createSettingsHandlers(settings, holidays.loadFor),
    ...createHolidayHandlers(holidays, () => 'en'),
    ...createTrackerHandlers(tracker, createPause(settings, clock), () => effects.push('relabel')),
    'sight:get': () => SIGHT,
    'companion:get': () => COMPANION,
    'companion:act': () => {
      effects.push('companion');
      return COMPANION;
    },
    'sight:act': () => {
      effects.push('sight');
      return SIGHT;
    },
    ...createCorrectionHandlers(
      {
        erase: () => effects.push('erase'),
        relabel: () => effects.push('relabel'),
        edit: () => {
          effects.push('edit');
          return { done: true, replaced: [] };
        },
        remove: () => effects.push('delete'),
        undo: () => effects.push('undo'),
        offers: () => [],
        log: () => ({ actions: [], count: 0 }),
      },
      reports.forget,
    ),
    ...createRuleHandlers({
      settings: () => DEFAULT_SETTINGS,
      latest: { of: () => undefined },
      rulesOf: () => [],
      windows: createWindowWatch({
        nowMs: () => 0,
        ownApps: ['Sweetspot'],
        later: () => () => undefined,
      }),
      askWhereToSave: () => Promise.resolve(undefined),
      askWhichToOpen: () => Promise.resolve(undefined),
      writeFile: () => Promise.reject(new Error('Nothing may be written')),
      readFile: () => Promise.reject(new Error('Nothing may be read')),
    }),
    ...openAgreement({
      figures: { view },
      dialogs: {
        askWhichToOpen: () => Promise.resolve(undefined),
        askWhereToSave: () => Promise.resolve(undefined),
      },
      speech: { texts: () => textsOf('en') },
    }),
    ...createReviewHandlers({
      notes: { store: { database }, folder, onForgotten: () => effects.push('forgotten') },
      settings,
      view,
      nowMs: clock.nowMs,
    }),
    ...reports.handlers,
    ...createPrivacyHandlers(
      () => ({
        refusedSinceStart: 0,
        refusedEver: 0,
        listening: null,
        dir: folder.dir,
        location: 'local',
        files: readFiles(folder),
        tables: readTables(database),
      }),
      () => undefined,
    ),
    ...createAutostartHandlers({
      autostart: {
        available: true,
        isOn: () => false,
        turn: () => effects.push('autostart'),
        refresh: () => undefined,
      },
      settings,
      view,
    }),
    ...createAwayDesk({ away: createAway(null) } as AwayNeeds).handlers,
    ...createMoveHandlers({
      store: { database },
      tracker: { halt: () => effects.push('halt') },
      folder: dataFolder('/nowhere'),
      home: '/nowhere',
      askForFolder: () => Promise.resolve(undefined),
      restart: () => effects.push('restart'),
      onError: () => effects.push('move'),
    } as unknown as MoveNeeds),
    ...createImportHandlers({
      store: { database },
      tracker: { halt: () => effects.push('halt') },
      askWhichToOpen: () => Promise.resolve(undefined),
    } as unknown as ImportNeeds),
    ...createDataHandlers({
      store: { database },
      tracker: {
        halt: () => effects.push('halt'),
        release: () => undefined,
        recorder: undefined,
      },
      settings: { get: () => DEFAULT_SETTINGS, set: () => effects.push('settings') },
      askWhereToSave: () => Promise.resolve(undefined),
      askWhichToOpen: () => Promise.resolve(undefined),
      writePieces: () => Promise.reject(new Error('Nothing may be written')),
      readFile: () => Promise.reject(new Error('Nothing may be read')),
      nowMs: () => 0,
      zone: () => 'UTC',
      onTaken: () => effects.push('taken'),
    } as unknown as DataHandlerNeeds),
  };

  const registered = new Map<string, Listener>();
  const unexpected: string[] = [];
  registerHandlers({ handle: (channel, listener) => registered.set(channel, listener) }, handlers, {
    isTrusted: isTrustedSender,
    onUnexpected: (channel, error) => unexpected.push(`${channel} ${String(error)}`),
  });
  return { registered, effects, unexpected };
}
