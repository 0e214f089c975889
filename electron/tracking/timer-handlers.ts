import type { Activity } from '../../shared/domain/activity.ts';
import { Failure } from '../ipc/failure.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import { changing } from '../storage/storing.ts';
import type { Tracker } from './tracker.ts';

/** What the timer by hand takes from the tracker. */
export type TimedTracker = Pick<Tracker, 'startTimer' | 'stopTimer' | 'forgetTimed' | 'status'>;

export type TimerHandlers = Pick<Handlers, 'timer:start' | 'timer:stop' | 'timer:label'>;

/** Says what the span at a moment was that was timed by hand. */
export type RelabelTimed = (atMs: number, activity: Activity) => void;

/**
 * Answers the timer by hand.
 *
 * @param relabelTimed says what the span at a moment was.
 */
export function createTimerHandlers(
  tracker: TimedTracker,
  relabelTimed: RelabelTimed,
): TimerHandlers {
  return {
    'timer:start': () => {
      if (!tracker.startTimer()) throw new Failure('not-found', 'Nothing can run at the moment.');
      return tracker.status();
    },
    'timer:stop': () => {
      tracker.stopTimer();
      return tracker.status();
    },
    'timer:label': (activity) => {
      const { timed } = tracker.status();
      if (!timed) throw new Failure('not-found', 'There is nothing to say of it.');
      if (activity !== null) {
        changing(() => {
          relabelTimed(timed.startedAtMs, activity);
        });
      }
      tracker.forgetTimed();
      return tracker.status();
    },
  };
}
