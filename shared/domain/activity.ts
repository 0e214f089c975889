/** Every activity a sample can be, in the order in which reports list them. */
export const ACTIVITIES = [
  'networking',
  'messaging',
  'publishing',
  'learning',
  'sales',
  'recruiting',
  'marketing',
  'feed',
  'notifications',
  'other',
  'jobs',
  'private',
  'elsewhere',
] as const;

/** What a sample is: the only thing about it that is ever stored. */
export type Activity = (typeof ACTIVITIES)[number];

const RANKS: ReadonlyMap<Activity, number> = new Map(
  ACTIVITIES.map((activity, rank) => [activity, rank]),
);

/** The place of an activity in the list of all, by which sums of many are kept. */
export function rankOf(activity: Activity): number {
  return RANKS.get(activity) ?? NaN;
}

/** An activity on LinkedIn: everything but `elsewhere`. */
export type LinkedInActivity = Exclude<Activity, 'elsewhere'>;

/** The LinkedIn activities, in report order. */
export const LINKEDIN_ACTIVITIES: readonly LinkedInActivity[] = ACTIVITIES.filter(
  (activity) => activity !== 'elsewhere',
);

/** Activities that a report leaves out unless private time is asked for. */
export const SHIELDED_ACTIVITIES: readonly Activity[] = ['jobs', 'private'];

/** Activities in which the user does something; the rest of LinkedIn is read. */
export const ACTIVE_ACTIVITIES: readonly Activity[] = [
  'networking',
  'messaging',
  'publishing',
  'learning',
  'sales',
  'recruiting',
  'marketing',
];

/** Activities in which the user reads what comes by. */
export const PASSIVE_ACTIVITIES: readonly Activity[] = ['feed', 'notifications'];

/**
 * What a span can be said to be. Job search has one of its two forms at a time, and its name stays out of
 * sight while it is shielded.
 */
export function activityChoices(shieldJobs: boolean): readonly Activity[] {
  return ACTIVITIES.filter((activity) => activity !== (shieldJobs ? 'jobs' : 'private'));
}

/** Whether a value read from outside is an activity id. */
export function isActivity(value: unknown): value is Activity {
  return ACTIVITIES.some((activity) => activity === value);
}

/** Whether an activity is LinkedIn time at all. */
export function isLinkedIn(activity: Activity): activity is LinkedInActivity {
  return activity !== 'elsewhere';
}
