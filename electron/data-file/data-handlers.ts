import { isoDateAt } from '../../shared/domain/zone.ts';
import type { DataFileReading } from '../../shared/ipc/data-file.ts';
import type { Settings, SettingsPatch } from '../../shared/settings/settings.ts';
import { Failure } from '../ipc/failure.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import type { SpanStore } from '../storage/span-store.ts';
import { whileStored, writableDatabase } from '../storage/storing.ts';
import type { Tracker } from '../tracking/tracker.ts';
import { DATA_FILE_BYTES, type DataFile, readDataBytes, writeDataFile } from './data-file.ts';
import { DataFileError } from './data-section.ts';
import { countPlans, differingKeys, differingSettings, takeOver } from './take-over.ts';

export type DataHandlers = Pick<
  Handlers,
  'data:save-everything' | 'data:open-everything' | 'data:take-everything'
>;

/** What taking everything out and in again needs. */
export interface DataHandlerNeeds {
  readonly store: Pick<SpanStore, 'database'>;
  readonly tracker: Pick<Tracker, 'halt' | 'release' | 'recorder'>;
  readonly settings: {
    readonly get: () => Settings;
    readonly set: (patch: SettingsPatch) => Settings;
  };
  /** Asks where to save a file; undefined where the user cancelled. */
  readonly askWhereToSave: (name: string) => Promise<string | undefined>;
  /** Asks which file to open; undefined where the user cancelled. */
  readonly askWhichToOpen: () => Promise<string | undefined>;
  readonly writePieces: (file: string, pieces: Iterable<string>) => Promise<void>;
  /** Reads a file; undefined where it has more bytes than that. */
  readonly readFile: (file: string, mostBytes: number) => Promise<Uint8Array | undefined>;
  readonly nowMs: () => number;
  readonly zone: () => string;
  /** Told after something was taken over. */
  readonly onTaken: () => void;
}

/** What opening a file tells of it, next to what is here. */
function previewOf(needs: DataHandlerNeeds, id: number, file: DataFile): DataFileReading {
  const plans = file.plan(writableDatabase(needs.store));
  const { spans, others } = countPlans(plans);
  const froms = [...plans.values()].flatMap(({ fromMs }) => fromMs ?? []);
  const tos = [...plans.values()].flatMap(({ toMs }) => toMs ?? []);
  const dateOf = (ms: number | null) => (ms === null ? null : isoDateAt(needs.zone(), ms));
  return {
    status: 'read',
    preview: {
      id,
      spans: file.spans,
      newSpans: spans,
      from: dateOf(froms.length > 0 ? Math.min(...froms) : null),
      to: dateOf(tos.length > 0 ? Math.max(...tos) - 1 : null),
      newOthers: others,
      settings: differingKeys(file.settings, needs.settings.get()),
    },
  };
}

async function saveEverything(needs: DataHandlerNeeds): Promise<{ saved: boolean }> {
  const today = isoDateAt(needs.zone(), needs.nowMs());
  const file = await needs.askWhereToSave(`sweetspot-everything-${today}.json`);
  if (file === undefined) return { saved: false };
  try {
    const pieces = writeDataFile(needs.settings.get(), needs.store.database);
    await needs.writePieces(file, pieces);
  } catch {
    throw new Failure('not-saved', 'The file could not be saved there.');
  }
  return { saved: true };
}

/** @throws DataFileError where it is none of the app's. @throws Failure `not-found` where it cannot be read. */
async function readEverything(needs: DataHandlerNeeds, name: string): Promise<DataFile> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = await needs.readFile(name, DATA_FILE_BYTES);
  } catch {
    throw new Failure('not-found', 'The file could not be read.');
  }
  if (!bytes) throw new DataFileError('too-long');
  return readDataBytes(bytes);
}

function takeEverything(needs: DataHandlerNeeds, file: DataFile, withSettings: boolean) {
  const { tracker, settings } = needs;
  try {
    return whileStored(tracker, () => {
      const here = settings.get();
      const rows = takeOver(writableDatabase(needs.store), file, here, null, needs.nowMs());
      const patch = withSettings ? differingSettings(file.settings, here) : {};
      const count = Object.keys(patch).length;
      // Once the rows are stored: a disk that is full is told of no sooner. Of settings that cannot be written
      // the app has a way to keep them.
      if (count > 0) settings.set(patch);
      return { ...rows, settings: count };
    });
  } finally {
    needs.onTaken();
  }
}

/** The handlers of "everything that is stored about me". The file that is shown is held until it is taken. */
export function createDataHandlers(needs: DataHandlerNeeds): DataHandlers {
  let held: { readonly id: number; readonly file: DataFile } | undefined;
  let opened = 0;

  return {
    'data:save-everything': () => saveEverything(needs),
    'data:open-everything': async (): Promise<DataFileReading> => {
      const name = await needs.askWhichToOpen();
      if (name === undefined) return { status: 'cancelled' };
      try {
        const file = await readEverything(needs, name);
        opened += 1;
        held = { id: opened, file };
        return previewOf(needs, opened, file);
      } catch (error) {
        if (error instanceof DataFileError) return { status: 'refused', problem: error.problem };
        throw error;
      }
    },
    'data:take-everything': ({ id, withSettings }) => {
      if (held?.id !== id) throw new Failure('not-found', 'Another file was opened meanwhile.');
      const taken = takeEverything(needs, held.file, withSettings);
      held = undefined;
      return taken;
    },
  };
}
