import type { IdleDetection } from '../../shared/ipc/sight.ts';
import type { Moment } from '../../shared/domain/tracking.ts';

/** So long with never a second without input, and the system does not tell of it: nobody types that long. */
const NEVER_MS = 10 * 60_000;
/** The same behind a locked screen, where there is only a password to type. */
const LOCKED_MS = 60_000;
/** A longer step between two looks was a sleep. */
const LONGEST_STEP_MS = 5_000;

/** Tells whether the system tells how long the user has been without input. */
export interface IdleSense {
  /** Takes a look at the clocks. @param locked whether the screen is locked. */
  see(moment: Pick<Moment, 'monoMs' | 'idleMs'>, locked: boolean): void;
  readonly detection: IdleDetection;
}

/**
 * Some systems, Wayland ones above all, say at every moment that the last input was just now. Whoever is away
 * goes on being measured there, which must be said.
 *
 * @param onChanged told when it is known, or something else.
 */
export function createIdleSense(onChanged: (detection: IdleDetection) => void): IdleSense {
  let detection: IdleDetection = 'unknown';
  let lastMs: number | undefined;
  let neverMs = 0;
  let lockedMs = 0;

  function tell(next: IdleDetection): void {
    if (next === detection) return;
    detection = next;
    onChanged(next);
  }

  return {
    see({ monoMs, idleMs }, locked) {
      const stepMs = Math.min(LONGEST_STEP_MS, Math.max(0, monoMs - (lastMs ?? monoMs)));
      lastMs = monoMs;
      if (idleMs > 0) {
        neverMs = lockedMs = 0;
        tell('works');
      } else if (detection === 'unknown') {
        neverMs += stepMs;
        lockedMs = locked ? lockedMs + stepMs : 0;
        if (neverMs >= NEVER_MS || lockedMs >= LOCKED_MS) tell('unavailable');
      }
    },
    get detection() {
      return detection;
    },
  };
}
