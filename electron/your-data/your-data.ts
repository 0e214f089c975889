import { stat } from 'node:fs/promises';
import type { FigureRules } from '../../shared/domain/frames.ts';
import type { AwayView } from '../../shared/ipc/away.ts';
import type { AppNotice } from '../../shared/ipc/views.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { createDataHandlers, type DataHandlers } from '../data-file/data-handlers.ts';
import { type AwayDesk, createAwayDesk } from '../data-folder/moving/away-handlers.ts';
import type { Away } from '../data-folder/away.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { createMoveHandlers, type MoveHandlers } from '../data-folder/moving/move-handlers.ts';
import { createImportHandlers, type ImportHandlers } from '../import/import-handlers.ts';
import { readInWorker } from '../import/read-in-worker.ts';
import { type News, type Part, stopAll } from '../news.ts';
import { createRetention } from '../privacy/retention.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { SpanStore } from '../storage/span-store.ts';
import type { Clock } from '../system/clock.ts';
import type { FileDialogs } from '../system/file-dialogs.ts';
import { logError } from '../system/log.ts';
import { readBoundedFile } from '../system/read-bounded-file.ts';
import { writePieces } from '../system/write-pieces.ts';
import { jsonFilter } from '../texts/file-filter.ts';
import type { Texts } from '../texts/texts.ts';
import type { Tracker } from '../tracking/tracker.ts';

/** The worker that reads an export, which the build puts beside the main process. */
const IMPORT_WORKER = new URL('./import-worker.js', import.meta.url);

/** What the owner's dealings with their data take of the running app. */
export interface YourDataNeeds {
  readonly news: News;
  readonly clock: Clock;
  readonly folder: DataFolder;
  /** The app's own folder; null where the one of the data was given with `--data`. */
  readonly home: string | null;
  readonly store: SpanStore;
  readonly away: Away;
  readonly settings: SettingsStore;
  readonly holidays: {
    readonly rulesOf: (settings: Settings) => FigureRules;
    readonly loadFor: (settings: Settings) => Promise<void>;
  };
  readonly tracker: Pick<Tracker, 'halt' | 'release' | 'recorder'>;
  readonly dialogs: FileDialogs;
  readonly speech: { readonly texts: () => Texts };
  readonly notices: { readonly join: (more: () => AppNotice[]) => void };
  /** Ends the app and starts it again. */
  readonly restart: () => void;
}

/** What the owner does with their data as a whole. */
export interface YourData extends Part {
  /** Lets older spans go, where the user wants that. */
  readonly retention: { readonly run: () => void };
  /** Where the data should be, while they are away. */
  readonly away: () => AwayView | null;
  readonly handlers: DataHandlers & MoveHandlers & ImportHandlers & AwayDesk['handlers'];
}

/** The dialogs by what they ask for. */
function asking({ dialogs, speech: { texts } }: YourDataNeeds) {
  const open = (title: keyof Texts & `open${string}`) =>
    dialogs.askWhichToOpen(texts()[title], jsonFilter(texts()));
  return {
    forFolder: () => dialogs.askForFolder(texts().chooseFolder),
    forHistory: () => open('openHistory'),
    forEverything: () => open('openEverything'),
    whereToSave: (name: string) =>
      dialogs.askWhereToSave(texts().saveEverything, name, jsonFilter(texts())),
  };
}

/** Answers what takes data in, and everything out and in again. */
function takingHandlers(needs: YourDataNeeds): DataHandlers & ImportHandlers {
  const { news, clock, store, tracker, settings } = needs;
  const ask = asking(needs);
  const onTaken = () => news.tell('spans-changed', 'others');
  return {
    ...createImportHandlers({
      ...clock,
      store,
      tracker,
      settings,
      askWhichToOpen: ask.forHistory,
      sizeOf: async (file) => (await stat(file)).size,
      read: (task, options) => readInWorker(IMPORT_WORKER, task, options),
      onProgress: (share) => news.tell('progress', { of: 'history', share }),
      onTaken,
    }),
    ...createDataHandlers({
      ...clock,
      store,
      tracker,
      settings,
      askWhereToSave: ask.whereToSave,
      askWhichToOpen: ask.forEverything,
      writePieces,
      readFile: readBoundedFile,
      onTaken,
    }),
  };
}

/** Lets older spans go, takes everything out and in again, or elsewhere, and finds data that are away. */
export function openYourData(needs: YourDataNeeds): YourData {
  const { news, clock, folder, home, store, away, settings, holidays, tracker, restart } = needs;
  const askForFolder = asking(needs).forFolder;
  const onError = (error: unknown) => logError('move', error);
  const onChanged = () => {
    news.tell('spans-changed', 'others');
    news.tell('notices-changed', null);
  };
  const retention = createRetention({
    ...clock,
    store,
    folder,
    settings: settings.get,
    rulesOf: holidays.rulesOf,
    onGone: onChanged,
  });
  const awayDesk = createAwayDesk({
    ...holidays,
    nowMs: clock.nowMs,
    away,
    store,
    folder,
    home,
    tracker,
    settings,
    askForFolder,
    restart,
    onBack: onChanged,
    onError,
  });
  needs.notices.join(retention.notices);
  needs.notices.join(awayDesk.notices);
  return {
    retention,
    away: awayDesk.view,
    handlers: {
      ...awayDesk.handlers,
      ...createMoveHandlers({ store, tracker, folder, home, askForFolder, restart, onError }),
      ...takingHandlers(needs),
    },
    stop: stopAll([
      news.on('settings-changed', retention.run),
      news.on('round', () => void awayDesk.look()),
    ]),
  };
}
