import { z } from 'zod';

/** The pages of the window. */
export const WINDOW_PAGES = [
  'today',
  'week',
  'review',
  'trends',
  'report',
  'agreement',
  'hours',
  'privacy',
  'rules',
  'settings',
  'companion',
  'welcome',
] as const;
export type Page = (typeof WINDOW_PAGES)[number];

/** The tabs of the page Privacy, in their order. */
export const PRIVACY_TABS = ['proof', 'data'] as const;
export type PrivacyTab = (typeof PRIVACY_TABS)[number];

/** Where the user was in the window, for the next one to begin there; what is null goes with the time. */
export const placeSchema = z.strictObject({
  page: z.enum(WINDOW_PAGES),
  /** ISO dates of the day and of the week that were looked at. */
  shownDay: z.iso.date().nullable(),
  shownWeek: z.iso.date().nullable(),
  shownYear: z.int().min(1971).max(9000).nullable(),
  privacyTab: z.enum(PRIVACY_TABS),
});
export type Place = z.infer<typeof placeSchema>;
