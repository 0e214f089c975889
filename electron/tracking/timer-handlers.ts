import type { Activity } from '../../shared/domain/activity.ts';
import type { SpanChanges } from '../storage/span-repository.ts';
import { Failure } from '../ipc/failure.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import type { SpanReader } from '../report/report.ts';
import type { Tracker } from './tracker.ts';

/** What the timer by hand takes from around it. */
export interface TimerNeeds {
  readonly tracker: Pick<
    Tracker,
    'startTimer' | 'stopTimer' | 'forgetTimed' | 'status' | 'recorder'
  >;
  readonly stored: SpanReader;
  /** Stores changes; throws where it cannot. */
  readonly apply: (changes: SpanChanges) => void;
  /** Whether job search is kept in its shielded form. */
  readonly shieldsJobs: () => boolean;
  /** Told that a stored span is another one. */
  readonly onSpans: () => void;
}

/** Answers the timer by hand. */
export function createTimerHandlers(
  needs: TimerNeeds,
): Pick<Handlers, 'timer:start' | 'timer:stop' | 'timer:label'> {
  const { tracker, stored } = needs;

  function label(startedAtMs: number, activity: Activity): void {
    tracker.recorder.flush();
    const span = stored
      .between(startedAtMs, startedAtMs + 1)
      .find((one) => one.startedAtMs === startedAtMs);
    if (tracker.recorder.unsaved.has(startedAtMs)) {
      throw new Failure('not-saved', 'Nothing can be written at the moment.');
    }
    if (!span) throw new Failure('not-found', 'There is no such span.');
    const told = activity === 'jobs' && needs.shieldsJobs() ? 'private' : activity;
    needs.apply({ saved: [{ ...span, activity: told, relabelled: true }], removed: [] });
    needs.onSpans();
  }

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
      if (activity !== null) label(timed.startedAtMs, activity);
      tracker.forgetTimed();
      return tracker.status();
    },
  };
}
