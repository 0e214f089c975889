import { LINKEDIN_ACTIVITIES } from '../../shared/domain/activity.ts';

/** What a block timed by hand may have been; looking for a job is stored in the form that the settings choose. */
export const TIMED_CHOICES = LINKEDIN_ACTIVITIES.filter((activity) => activity !== 'private');
