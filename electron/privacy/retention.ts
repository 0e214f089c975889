import { addDays } from '../../shared/domain/calendar.ts';
import type { FigureRules } from '../../shared/domain/frames.ts';
import { KEPT_WEEKS, keptFrom } from '../../shared/domain/keeping.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import type { AppNotice } from '../../shared/ipc/views.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { condense } from '../storage/condense.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { forget, isForgetting } from '../storage/erase.ts';
import type { SpanStore } from '../storage/span-store.ts';
import { isUnavailable } from '../system/storage-error.ts';

/** What letting older spans go takes. */
export interface RetentionNeeds {
  readonly store: Pick<SpanStore, 'database' | 'first' | 'totals'>;
  readonly folder: DataFolder;
  readonly settings: () => Settings;
  readonly rulesOf: (settings: Settings) => FigureRules;
  readonly nowMs: () => number;
  readonly zone: () => string;
  /** Told after spans were let go: copies went with them, and what was shown of them holds no more. */
  readonly onGone: () => void;
}

/** Lets spans go that are older than the user wants to keep, and offers that choice once. */
export interface Retention {
  /** Does what is due, at a start, once a day and when the choice changes. */
  run(): void;
  /** What the user should know of it now. */
  notices(): AppNotice[];
}

export function createRetention(needs: RetentionNeeds): Retention {
  const { store, folder } = needs;
  let done: AppNotice | undefined;
  const today = () => isoDateAt(needs.zone(), needs.nowMs());

  function firstDay(): string | undefined {
    const first = store.first();
    return first && isoDateAt(first.zone, first.startedAtMs);
  }

  return {
    run() {
      const { database } = store;
      if (!database) return;
      const settings = needs.settings();
      const before = keptFrom(settings.keepSpans, today());
      const then = settings.olderSpans;
      const isDue = (): boolean => {
        const days = [firstDay(), then === 'erase' ? store.totals.extent()?.from : undefined];
        return before !== null && days.some((day) => day !== undefined && day < before);
      };
      try {
        if (isForgetting(database)) forget(database, folder);
        if (before === null || !isDue()) return;
        condense(database, folder, before, needs.rulesOf(settings), then);
      } catch (error) {
        // As on a full disk: the next time will do. What is gone by now is told all the same.
        if (!isUnavailable(error)) throw error;
        if (isDue()) return;
      }
      done = { code: then === 'totals' ? 'condensed' : 'older-erased' };
      needs.onGone();
    },
    notices() {
      const { keepSpans, keepingAsked } = needs.settings();
      const first = keepSpans === 'always' && !keepingAsked ? firstDay() : undefined;
      const quarterAgo = addDays(today(), -7 * KEPT_WEEKS['13-weeks']);
      const offer: AppNotice[] =
        first !== undefined && first <= quarterAgo ? [{ code: 'keeping-offered' }] : [];
      return [...(done ? [done] : []), ...offer];
    },
  };
}
