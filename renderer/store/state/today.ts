/** @file What the window knows and can do: what runs now, and a day. */
import type { LinkedInActivity } from '../../../shared/domain/activity.ts';
import type { PauseLength } from '../../../shared/ipc/contract.ts';
import type { DayView, TrackerStatus } from '../../../shared/ipc/views.ts';
import type { Remote } from '../remote.ts';

export interface TrackerSlice {
  readonly tracker: Remote<TrackerStatus>;
  loadTracker(): Promise<void>;
  /** Starts, ends and tells of the timer by hand. */
  startTimer(): Promise<void>;
  stopTimer(): Promise<void>;
  labelTimed(activity: LinkedInActivity | null): Promise<void>;
  pause(length: PauseLength): Promise<void>;
  resume(): Promise<void>;
}

export interface DaySlice {
  /** ISO date of the day that is shown; null is today, whichever day that is. */
  readonly shownDay: string | null;
  readonly day: Remote<DayView>;
  loadDay(): Promise<void>;
  /** Shows a day on the page of the day. */
  openDay(isoDate: string | null): Promise<void>;
}
