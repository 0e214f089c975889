import type { Page } from '../../shared/ipc/place.ts';

/** Pages with a place of their own in the rail. */
export type RailPage = Exclude<Page, 'welcome' | 'review' | 'companion'>;

/** The pages of the rail, in three groups: to look, to tell others, and to set. */
export const PAGE_GROUPS = [
  ['today', 'week', 'trends'],
  ['report', 'agreement'],
  ['hours', 'privacy', 'rules', 'settings'],
] as const satisfies readonly (readonly RailPage[])[];

/** All of them in their order, which is that of their keys too. */
export const PAGES: readonly RailPage[] = PAGE_GROUPS.flat();
