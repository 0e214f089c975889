/** What can be done about data that are away: look again, say where they are, or use the app's own folder. */
export const FIND_WAYS = ['look', 'locate', 'own-folder'] as const;

/** A way of finding the data. */
export type FindWay = (typeof FIND_WAYS)[number];

/** What it came to. In a folder of `no-data` there are none of Sweetspot's; one that is `refused` cannot be used. */
export type FindResult = 'back' | 'away' | 'cancelled' | 'no-data' | 'refused' | 'restarting';

/** Data that cannot be reached. */
export interface AwayView {
  /** The folder that they should be in; null where that is not known. */
  readonly dir: string | null;
  /** Whether they were there when the app started, so that it measures by the user's own settings. */
  readonly wasThere: boolean;
  /** Whether they can be nowhere else: that folder was given with `--data`, or is the app's own. */
  readonly isFixed: boolean;
}
