import { stat } from 'node:fs/promises';
import type { FileFilter } from 'electron';
import { type AwayDesk, type AwayNeeds, createAwayDesk } from './data-folder/away-handlers.ts';
import { createDataHandlers, type DataHandlers } from './data-file/data-handlers.ts';
import {
  createMoveHandlers,
  type MoveHandlers,
  type MoveNeeds,
} from './data-folder/move-handlers.ts';
import { createImportHandlers, type ImportHandlers } from './import/import-handlers.ts';
import { readInWorker } from './import/read-in-worker.ts';
import { writePieces } from './system/write-pieces.ts';
import { logError } from './system/log.ts';
import type { AppNotice } from '../shared/ipc/views.ts';
import { createRetention, type Retention, type RetentionNeeds } from './privacy/retention.ts';
import { readBoundedFile } from './system/read-bounded-file.ts';
import type { SettingsStore } from './settings/settings-store.ts';
import type { FileDialogs } from './shell/file-dialogs.ts';
import type { SpanStore } from './storage/span-store.ts';
import type { Texts } from './texts/texts.ts';
import type { Tracker } from './tracking/tracker.ts';

/** The worker that reads an export, which the build puts beside the main process. */
const IMPORT_WORKER = new URL('./import-worker.js', import.meta.url);

/** What the owner's dealings with their data take of the running app. */
export interface YourDataNeeds
  extends
    Omit<RetentionNeeds, 'store' | 'settings' | 'onGone'>,
    Pick<MoveNeeds, 'folder' | 'home' | 'restart'>,
    Pick<AwayNeeds, 'away' | 'loadFor'> {
  readonly store: SpanStore;
  readonly tracker: Tracker;
  readonly settings: SettingsStore;
  readonly dialogs: FileDialogs;
  readonly texts: () => Texts;
  /** Told how much of an import is done, 0 to 1. */
  readonly onImport: (share: number) => void;
  /** Told where spans changed that are not the tracker's. */
  readonly onOtherSpans: () => void;
  /** Told where there is another notice. */
  readonly onNotice: () => void;
}

/** Builds what lets older spans go, and what takes everything out and in again, or elsewhere. */
export function createYourData(needs: YourDataNeeds): {
  readonly retention: Retention;
  /** Looks for data that are away. */
  readonly look: AwayDesk['look'];
  /** Where the data should be, while they are away. */
  readonly away: AwayDesk['view'];
  /** What the user should know of all this now. */
  readonly notices: () => AppNotice[];
  readonly handlers: DataHandlers & MoveHandlers & ImportHandlers & AwayDesk['handlers'];
} {
  const { dialogs, texts } = needs;
  const filter = (): FileFilter => ({ name: texts().jsonFile, extensions: ['json'] });
  const askForFolder = () => dialogs.askForFolder(texts().chooseFolder);
  const onError = (error: unknown) => {
    logError('move', error);
  };
  const onChanged = () => {
    needs.onOtherSpans();
    needs.onNotice();
  };
  const retention = createRetention({
    ...needs,
    settings: needs.settings.get,
    onGone: onChanged,
  });
  const awayDesk = createAwayDesk({ ...needs, askForFolder, onError, onBack: onChanged });
  return {
    retention,
    look: awayDesk.look,
    away: awayDesk.view,
    notices: () => [...retention.notices(), ...awayDesk.notices()],
    handlers: {
      ...awayDesk.handlers,
      ...createMoveHandlers({ ...needs, askForFolder, onError }),
      ...createImportHandlers({
        ...needs,
        askWhichToOpen: () => dialogs.askWhichToOpen(texts().openHistory, filter()),
        sizeOf: async (file) => (await stat(file)).size,
        read: (task, options) => readInWorker(IMPORT_WORKER, task, options),
        onProgress: needs.onImport,
        onTaken: needs.onOtherSpans,
      }),
      ...createDataHandlers({
        ...needs,
        askWhereToSave: (name) => dialogs.askWhereToSave(texts().saveEverything, name, filter()),
        askWhichToOpen: () => dialogs.askWhichToOpen(texts().openEverything, filter()),
        writePieces,
        readFile: readBoundedFile,
        onTaken: needs.onOtherSpans,
      }),
    },
  };
}
