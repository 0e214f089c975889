import type { DataFolder } from '../data-folder/data-folder.ts';
import { type News, type Part, stopAll } from '../news.ts';
import { logError } from '../system/log.ts';
import { startDailyBackups } from './daily-backups.ts';
import type { SpanStore } from './span-store.ts';

/** What the daily copies take of the app. */
export interface BackupNeeds {
  readonly news: News;
  readonly folder: DataFolder;
  readonly store: Pick<SpanStore, 'database' | 'doubt'>;
  /** Lets older spans go before each copy. */
  readonly retention: { readonly run: () => void };
}

/** Copies the database each day, and anew once the copies are gone. */
export function keepBackups({ news, folder, store, retention }: BackupNeeds): Part {
  const backups = startDailyBackups(
    {
      folder,
      database: () => store.database,
      onFailed: (error) => {
        logError('back-up', error);
        store.doubt(error);
      },
    },
    retention.run,
  );
  return { stop: stopAll([backups.stop, news.on('copies-gone', backups.now)]) };
}
