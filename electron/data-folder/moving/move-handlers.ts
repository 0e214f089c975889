import type { MoveChoice } from '../../../shared/ipc/move.ts';
import { Failure } from '../../ipc/failure.ts';
import type { Handlers } from '../../ipc/register-handlers.ts';
import { type DataFolder, dataFolder } from '../data-folder.ts';
import { fileLocation } from '../file-location.ts';
import { moveData, refuseTarget } from './move-data.ts';
import type { SpanStore } from '../../storage/span-store.ts';
import type { Tracker } from '../../tracking/tracker.ts';

export type MoveHandlers = Pick<Handlers, 'data:choose-folder' | 'data:move'>;

/** What moving the data takes of the running app. */
export interface MoveNeeds {
  readonly store: Pick<SpanStore, 'database'>;
  readonly tracker: Pick<Tracker, 'halt' | 'release' | 'recorder'>;
  readonly folder: DataFolder;
  /** The app's own folder; null where the one of the data was given with `--data`. */
  readonly home: string | null;
  /** Asks for a folder; undefined where the user cancelled. */
  readonly askForFolder: () => Promise<string | undefined>;
  /** Ends the app and starts it again, which opens the new folder and erases the old one. */
  readonly restart: () => void;
  readonly onError: (error: unknown) => void;
}

/** The handlers of "move my data". The folder that is shown is held until it is taken. */
export function createMoveHandlers(needs: MoveNeeds): MoveHandlers {
  const { folder, home, tracker } = needs;
  let held: { readonly id: number; readonly to: DataFolder } | undefined;
  let chosen = 0;
  return {
    'data:choose-folder': async (): Promise<MoveChoice> => {
      held = undefined;
      if (home === null) return { status: 'refused', why: 'fixed' };
      const dir = await needs.askForFolder();
      if (dir === undefined) return { status: 'cancelled' };
      const to = dataFolder(dir);
      const why = refuseTarget(folder, to);
      if (why) return { status: 'refused', why };
      chosen += 1;
      held = { id: chosen, to };
      return { status: 'chosen', id: chosen, dir: to.dir, location: fileLocation(to.dir) };
    },
    'data:move': (id) => {
      const to = held?.id === id ? held.to : undefined;
      held = undefined;
      if (home === null || !to || refuseTarget(folder, to)) {
        throw new Failure('not-found', 'Choose the folder again.');
      }
      // What runs is stored first, and nothing more is until the start on the new folder.
      tracker.halt('stopped');
      try {
        const { database } = needs.store;
        if (!database || tracker.recorder.unsaved.size > 0) throw new Error('Not all is stored');
        moveData(database, { from: folder, to, home });
      } catch (error) {
        tracker.release('stopped');
        needs.onError(error);
        throw new Failure('not-saved', 'The data could not be moved; they are where they were.');
      }
      needs.restart();
      return null;
    },
  };
}
