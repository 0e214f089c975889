import type { PauseLength } from '../../shared/ipc/contract.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import type { Pause } from './pause.ts';
import {
  type RelabelTimed,
  type TimedTracker,
  type TimerHandlers,
  createTimerHandlers,
} from './timer-handlers.ts';

export type TrackerHandlers = TimerHandlers &
  Pick<Handlers, 'tracker:status' | 'tracker:pause' | 'tracker:resume'>;

/** Answers for the tracker's state, its pause and the timer by hand. */
export function createTrackerHandlers(
  tracker: TimedTracker,
  pause: Pause,
  relabelTimed: RelabelTimed,
): TrackerHandlers {
  const pausing = (length: PauseLength | null) => {
    pause(length);
    return tracker.status();
  };
  return {
    'tracker:status': () => tracker.status(),
    'tracker:pause': pausing,
    'tracker:resume': () => pausing(null),
    ...createTimerHandlers(tracker, relabelTimed),
  };
}
