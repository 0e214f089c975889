import type { SessionSignal } from './session-signals.ts';
import type { Tracker } from './tracker.ts';

/** What keeps the tracker from measuring, by who says so. */
export interface Holds {
  /** Tells that something holds, or no longer. @param by who says so; one that says it twice says it once. */
  set(is: SessionSignal['is'], by: string, on: boolean): void;
}

/** Halts the tracker with the first that says something holds, and releases it with the last. */
export function createHolds(tracker: Pick<Tracker, 'halt' | 'release'>): Holds {
  const holding = new Map<SessionSignal['is'], Set<string>>();
  return {
    set(is, by, on) {
      const holders = holding.get(is) ?? new Set<string>();
      holding.set(is, holders);
      const before = holders.size > 0;
      if (on) holders.add(by);
      else holders.delete(by);
      const after = holders.size > 0;
      if (after && !before) tracker.halt(is);
      else if (before && !after) tracker.release(is);
    },
  };
}
