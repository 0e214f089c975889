import type { Activity } from '../../shared/domain/activity.ts';
import { isLinkedIn } from '../../shared/domain/activity.ts';

/** Windows remembered at most; the one seen longest ago is forgotten first. */
const MOST_WINDOWS = 64;

/** Remembers which LinkedIn activity each window had. In memory only. */
export interface NoticeMemory {
  /**
   * The activity of a window that now shows something: a notice ("... sent you a message") keeps what
   * the window had, and is messaging where it had nothing.
   */
  resolve(windowKey: string, activity: Activity, notice: boolean): Activity;
  clear(): void;
}

export function createNoticeMemory(): NoticeMemory {
  const activities = new Map<string, Activity>();
  return {
    resolve(windowKey, activity, notice) {
      if (!isLinkedIn(activity)) return activity;
      const resolved = notice ? (activities.get(windowKey) ?? activity) : activity;
      activities.delete(windowKey);
      activities.set(windowKey, resolved);
      const oldest = activities.keys().next();
      if (activities.size > MOST_WINDOWS && !oldest.done) activities.delete(oldest.value);
      return resolved;
    },
    clear: () => activities.clear(),
  };
}
