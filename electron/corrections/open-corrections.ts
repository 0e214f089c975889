import type { Settings } from '../../shared/settings/settings.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import type { News, Part } from '../news.ts';
import type { SpanStore } from '../storage/span-store.ts';
import type { Clock } from '../system/clock.ts';
import { later } from '../system/later.ts';
import { logError } from '../system/log.ts';
import { type CorrectionHandlers, createCorrectionHandlers } from './correction-handlers.ts';
import type { CorrectionNeeds } from './correction-needs.ts';
import { type Corrections, createCorrections } from './corrections.ts';

/** What corrections take of the app. */
export interface OpenCorrectionNeeds {
  readonly news: News;
  readonly clock: Clock;
  readonly folder: DataFolder;
  readonly store: Pick<SpanStore, 'database' | 'between' | 'apply'>;
  readonly tracker: CorrectionNeeds['tracker'];
  readonly settings: { get(): Pick<Settings, 'shieldJobs'> };
  /** Lets go of a report file that may hold what is deleted. */
  readonly reports: { readonly forget: () => void };
}

/** What the user changes in their own data, and what answers the window about it. */
export interface OpenCorrections extends Corrections, Part {
  readonly handlers: CorrectionHandlers;
}

/** Corrections that tell the other parts what they change. To stop is to forget all that could be undone. */
export function openCorrections(needs: OpenCorrectionNeeds): OpenCorrections {
  const { news, clock, folder, store, tracker, settings } = needs;
  const corrections = createCorrections({
    ...clock,
    folder,
    store,
    tracker,
    settings,
    apply: store.apply,
    later,
    onSpans: () => news.tell('spans-changed', 'others'),
    onOffers: (offers) => news.tell('offers-changed', offers),
    onFinal: () => news.tell('copies-gone', null),
    onErasedAll: () => news.tell('all-erased', null),
    onError: (error) => logError('action log', error),
  });
  const handlers = createCorrectionHandlers(corrections, needs.reports.forget);
  return { ...corrections, handlers };
}
