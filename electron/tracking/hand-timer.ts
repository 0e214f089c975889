import type { TrackingState } from '../../shared/domain/tracking.ts';
import type { HandTimed } from '../../shared/ipc/views.ts';

/** A timer that is forgotten ends after this long, where nothing else ended it. */
export const LONGEST_TIMED_MS = 2 * 3_600_000;

/**
 * The timer by hand: it stands in where windows cannot be seen, and makes one span. Whatever ends that span
 * (idle time, a lock, sleep, a pause, a clock that was set) ends the timer too: nobody knows what came after.
 */
export interface HandTimer {
  /** Start of the span that it makes; null where it does not run. */
  readonly sinceMs: number | null;
  /** The latest one that ended, of which the user has not said what it was. */
  readonly timed: HandTimed | null;
  /** Takes the span that runs now as its own. */
  begin(state: TrackingState): void;
  /** Whether its span has ended, in which case it has. */
  follow(state: TrackingState): boolean;
  /** Takes the latest one as told of. */
  forget(): void;
}

export function createHandTimer(): HandTimer {
  let sinceMs: number | null = null;
  let timed: HandTimed | null = null;
  return {
    get sinceMs() {
      return sinceMs;
    },
    get timed() {
      return timed;
    },
    begin({ open }) {
      sinceMs = open?.startedAtMs ?? null;
      timed = null;
    },
    follow({ open, tail }) {
      if (sinceMs === null || open?.startedAtMs === sinceMs) return false;
      // Idle time may have left nothing of it.
      const span = tail.find(({ startedAtMs }) => startedAtMs === sinceMs);
      timed = span ? { startedAtMs: span.startedAtMs, endedAtMs: span.endedAtMs } : null;
      sinceMs = null;
      return true;
    },
    forget() {
      timed = null;
    },
  };
}
