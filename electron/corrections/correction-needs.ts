import type { SpanChanges } from '../../shared/domain/span-changes.ts';
import type { UndoOffer } from '../../shared/ipc/corrections.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import type { SpanStore } from '../storage/span-store.ts';
import type { Tracker } from '../tracking/tracker.ts';

/** What corrections take from around them. */
export interface CorrectionNeeds {
  readonly store: Pick<SpanStore, 'database' | 'between'>;
  /** Changes stored spans, and lets go of all that was reckoned from them. */
  readonly apply: (changes: SpanChanges) => void;
  readonly folder: DataFolder;
  readonly tracker: Pick<Tracker, 'halt' | 'release' | 'cut' | 'recorder'>;
  readonly settings: { get(): Pick<Settings, 'shieldJobs'> };
  readonly nowMs: () => number;
  readonly zone: () => string;
  readonly later: (ms: number, callback: () => void) => () => void;
  /** Told that spans are others, at any time. */
  readonly onSpans: () => void;
  readonly onOffers: (offers: readonly UndoOffer[]) => void;
  /** Told when a change can no longer be undone. */
  readonly onFinal: () => void;
  /** Told that all was erased. */
  readonly onErasedAll?: () => void;
  /** Told that an action could not be noted; it was done all the same. */
  readonly onError: (error: unknown) => void;
}
