import type { Activity } from '../../shared/domain/activity.ts';
import type { Erased } from '../storage/erase.ts';
import type { CorrectionNeeds } from './correction-needs.ts';
import { type SpansAtHand, createSpansAtHand } from './spans-at-hand.ts';
import { type UndoList, createUndoList } from './undo-list.ts';

/** What every kind of change works with. */
export interface ChangeDesk extends CorrectionNeeds {
  readonly spans: SpansAtHand;
  readonly undos: UndoList;
  /** Puts spans in the place of others, in what is stored. */
  replace(change: Pick<Erased, 'before' | 'after'>): void;
  /** Notes an action. That it could not be noted does not undo it. */
  note(work: () => void): void;
  /** As what an activity is stored: job search as private time where the user wants that. */
  shielded(activity: Activity): Activity;
}

/** The desk of the running app. */
export function createChangeDesk(needs: CorrectionNeeds): ChangeDesk {
  const undos = createUndoList({
    nowMs: needs.nowMs,
    later: needs.later,
    onChanged: () => needs.onOffers(undos.offers()),
    onLapsed: needs.onFinal,
  });
  return {
    ...needs,
    spans: createSpansAtHand(needs),
    undos,
    replace({ before, after }) {
      needs.apply({ removed: before.map(({ startedAtMs }) => startedAtMs), saved: after });
    },
    note(work) {
      try {
        work();
      } catch (error) {
        needs.onError(error);
      }
    },
    shielded: (activity) =>
      activity === 'jobs' && needs.settings.get().shieldJobs ? 'private' : activity,
  };
}
