import type { DataFolder } from '../data-folder/data-folder.ts';
import { type Away, type WhyAway, createAway } from '../data-folder/away.ts';
import type { News, Part } from '../news.ts';
import type { Clock } from '../system/clock.ts';
import type { IsKnownSound } from './early-check.ts';
import { type SpanStore, openSpanStore } from './span-store.ts';
import type { RecoveryNotice } from './untold.ts';

/** What the stored spans take of the app. */
export interface StorageNeeds {
  readonly news: News;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly folder: DataFolder;
  /** Why the data are away at the start; null where they are there. */
  readonly why: WhyAway | null;
  readonly notices: { readonly add: (code: RecoveryNotice) => void };
  /** Whether the database was looked at closely while the app was loaded. */
  readonly isKnownSound?: IsKnownSound | undefined;
}

/** The stored spans, and what keeps them from a folder that is away. */
export interface Storage extends Part {
  readonly store: SpanStore;
  readonly away: Away;
}

/** Opens what is stored, and tells where it had to be mended. To stop is to close it: all that writes stops before. */
export function openStorage({
  news,
  clock,
  folder,
  why,
  notices,
  isKnownSound,
}: StorageNeeds): Storage {
  const away = createAway(why, () => {
    news.tell('spans-changed', 'others');
    news.tell('notices-changed', null);
  });
  const store = openSpanStore({
    folder,
    away,
    isKnownSound,
    nowMs: clock.nowMs,
    onRecovered: (code, isRunning) => {
      notices.add(code);
      if (!isRunning) return;
      news.tell('database-renewed', null);
      news.tell('spans-changed', 'others');
      news.tell('notices-changed', null);
    },
  });
  const stopLooking = news.on('round', store.look);
  return {
    store,
    away,
    stop() {
      stopLooking();
      store.close();
    },
  };
}
