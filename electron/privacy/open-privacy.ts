import type { PrivacyView } from '../../shared/ipc/privacy.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { fileLocation } from '../data-folder/file-location.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import type { News, Part } from '../news.ts';
import type { SpanStore } from '../storage/span-store.ts';
import { readListening } from './listening-ports.ts';
import { REFUSED_KEY, createRefusedEver } from './refused-ever.ts';
import { readFiles, readTables } from './stored.ts';

/** What the Privacy page takes of the app. */
export interface PrivacyNeeds {
  readonly news: News;
  readonly folder: DataFolder;
  readonly store: Pick<SpanStore, 'database'>;
  readonly settings: {
    readonly getBeside: (key: string) => unknown;
    readonly setBeside: (key: string, value: number) => void;
  };
  readonly refusals: { readonly count: () => number; readonly add: () => void };
}

/** Tells what is stored and what was refused. */
export interface Privacy extends Part {
  readonly handlers: Pick<Handlers, 'privacy:get' | 'request:refused'>;
}

/** The handlers of the Privacy page. @param onRefused notes one more attempt of the page that was refused. */
export function createPrivacyHandlers(
  view: () => PrivacyView,
  onRefused: () => void,
): Privacy['handlers'] {
  return {
    'privacy:get': () => view(),
    'request:refused': () => {
      onRefused();
      return null;
    },
  };
}

/** Counts refusals over all starts, and shows them beside what is stored. */
export function openPrivacy({ news, folder, store, settings, refusals }: PrivacyNeeds): Privacy {
  const ever = createRefusedEver(
    () => settings.getBeside(REFUSED_KEY),
    (count) => settings.setBeside(REFUSED_KEY, count),
    refusals.count,
  );
  const view = (): PrivacyView => ({
    refusedSinceStart: refusals.count(),
    refusedEver: ever.count(),
    listening: readListening(),
    dir: folder.dir,
    location: fileLocation(folder.dir),
    files: readFiles(folder),
    tables: store.database ? readTables(store.database) : [],
  });
  const unlisten = news.on('round', ever.save);
  return {
    handlers: createPrivacyHandlers(view, refusals.add),
    stop() {
      unlisten();
      ever.save();
    },
  };
}
