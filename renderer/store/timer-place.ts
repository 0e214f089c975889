import type { TrackerStatus } from '../../shared/ipc/views.ts';

/** Where the timer by hand stands on Today, beside the figures of the day. */
export type TimerPlace = 'above' | 'below';

/** These hold until the user does something about them; the other reasons may pass by themselves. */
const LASTING: readonly TrackerStatus['reason'][] = ['wayland', 'no-source', 'permission'];

/** Whether nothing but the timer by hand can take time on LinkedIn, for this reason. */
export function isTimerAlone(reason: TrackerStatus['reason']): boolean {
  return LASTING.includes(reason);
}

/**
 * Where the timer by hand stands: above the day where nothing else can be seen, below it elsewhere. While it is in
 * use, and while nothing is looked at, it stays where it was.
 *
 * @param before where it stood; null where the page has only now been opened.
 */
export function timerPlace(before: TimerPlace | null, status: TrackerStatus): TimerPlace {
  // Whether windows can be seen is not told while it runs: opened anew, it is what the page is about.
  if (status.timerSinceMs !== null || status.timed !== null) return before ?? 'above';
  if (status.state === 'not-measured') return isTimerAlone(status.reason) ? 'above' : 'below';
  if (status.activity !== null) return 'below';
  return before ?? 'below';
}
