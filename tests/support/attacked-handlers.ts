/** @file The app's own handlers with everything around them but what is stored replaced, for messages that may be hostile. */
import type { DatabaseSync } from 'node:sqlite';
import {
  createDataHandlers,
  type DataHandlerNeeds,
} from '../../electron/data-file/data-handlers.ts';
import { type AwayNeeds, createAwayDesk } from '../../electron/data-folder/away-handlers.ts';
import { createImportHandlers, type ImportNeeds } from '../../electron/import/import-handlers.ts';
import { createMoveHandlers, type MoveNeeds } from '../../electron/data-folder/move-handlers.ts';
import { createHandlers, type HandlerNeeds } from '../../electron/handlers.ts';
import { type IpcRegistry, registerHandlers } from '../../electron/ipc/register-handlers.ts';
import { isTrustedSender } from '../../electron/ipc/trusted-sender.ts';
import { readFiles, readTables } from '../../electron/privacy/stored.ts';
import { createAway } from '../../electron/data-folder/away.ts';
import { type DataFolder, dataFolder } from '../../electron/data-folder/data-folder.ts';
import { createGuidelineHandlers } from '../../electron/agreement/guideline-handlers.ts';
import { createRuleHandlers } from '../../electron/rules/rule-handlers.ts';
import { createWindowWatch } from '../../electron/rules/window-watch.ts';
import type { SpanRepository } from '../../electron/storage/span-repository.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { INFO, SIGHT, TRACKING } from './fake-views.ts';

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
  const needs = {
    info: () => INFO,
    spans: () => repository,
    settings: {
      get: () => DEFAULT_SETTINGS,
      set: () => {
        effects.push('settings');
        return DEFAULT_SETTINGS;
      },
      fellBack: [],
    },
    nowMs: () => nowMs,
    zone: () => 'Europe/Amsterdam',
    status: () => TRACKING,
    onRefused: () => undefined,
    privacy: () => ({
      refusedSinceStart: 0,
      refusedEver: 0,
      listening: null,
      dir: folder.dir,
      location: 'local',
      files: readFiles(folder),
      tables: readTables(database),
    }),
    corrections: {
      erase: () => effects.push('erase'),
      relabel: () => effects.push('relabel'),
      remove: () => effects.push('delete'),
      undo: () => effects.push('undo'),
      offers: () => [],
      log: () => ({ actions: [], count: 0 }),
    },
    askForFile: () => {
      effects.push('save');
      return Promise.resolve(undefined);
    },
    writeFile: () => Promise.reject(new Error('Nothing may be written')),
    rules: createRuleHandlers({
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
    everything: {
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
    },
    guideline: createGuidelineHandlers(() => Promise.resolve(undefined)),
    autostart: {
      available: true,
      isOn: () => false,
      turn: () => effects.push('autostart'),
      refresh: () => undefined,
    },
    timer: {
      startTimer: () => {
        effects.push('timer');
        return true;
      },
      stopTimer: () => effects.push('timer'),
      forgetTimed: () => effects.push('timer'),
      status: () => TRACKING,
    },
    sight: {
      'sight:get': () => SIGHT,
      'sight:act': () => {
        effects.push('sight');
        return SIGHT;
      },
    },
    notes: { store: { database } },
    rulesOf: () => [],
    copyText: () => {
      effects.push('copy');
      return Promise.resolve();
    },
    printPage: () => {
      effects.push('print');
      return Promise.resolve(new Uint8Array());
    },
    // Holidays need a table of their own, which no random message may load.
    holidays: {
      load: () => Promise.resolve(),
      loadFor: () => Promise.resolve(),
      countries: () => [],
      holidaysOf: () => [],
      rulesOf: (settings: unknown) => settings,
    },
  } as unknown as HandlerNeeds;

  const registered = new Map<string, Listener>();
  const unexpected: string[] = [];
  registerHandlers(
    { handle: (channel, listener) => registered.set(channel, listener) },
    createHandlers(needs),
    {
      isTrusted: isTrustedSender,
      onUnexpected: (channel, error) => unexpected.push(`${channel} ${String(error)}`),
    },
  );
  return { registered, effects, unexpected };
}
