import type { Activity } from '../domain/activity.ts';

/** What the activities are called, in the window and in the tray alike. */
export const ACTIVITY_NAMES = {
  en: {
    networking: 'Networking',
    messaging: 'Messaging',
    publishing: 'Publishing',
    learning: 'Learning',
    sales: 'Sales Navigator',
    recruiting: 'Recruiter',
    marketing: 'Marketing',
    feed: 'Feed',
    notifications: 'Notifications',
    other: 'Other',
    jobs: 'Job search',
    private: 'Private',
    elsewhere: 'Not LinkedIn',
  },
  nl: {
    networking: 'Netwerken',
    messaging: 'Berichten',
    publishing: 'Publiceren',
    learning: 'Leren',
    sales: 'Sales Navigator',
    recruiting: 'Recruiter',
    marketing: 'Marketing',
    feed: 'Feed',
    notifications: 'Meldingen',
    other: 'Overig',
    jobs: 'Vacatures',
    private: 'Privé',
    elsewhere: 'Geen LinkedIn',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Activity, string>>>>;
