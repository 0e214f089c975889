import type { LinkedInActivity } from './activity.ts';
import type { Agreement, Purpose } from './agreement.ts';

/** Where a working day lies next to the agreed block; `no-data` where nothing was measured. */
export const PLACES = ['room', 'sweet-spot', 'over', 'no-data'] as const;
export type Place = (typeof PLACES)[number];

/** Milliseconds by activity; an activity without time is left out. */
export type ActivityMs = Readonly<Partial<Record<LinkedInActivity, number>>>;

/** What day and week have in common. All times in milliseconds. */
export interface Figures {
  /** LinkedIn time inside working time, less the role's own work and what is private. */
  readonly countedMs: number;
  /** Time by activity inside working time, private included. */
  readonly insideMs: ActivityMs;
  /** Time by activity outside working time, private included. */
  readonly outsideMs: ActivityMs;
  /** LinkedIn time inside working time by purpose. */
  readonly purposeMs: Readonly<Record<Purpose, number>>;
  /** LinkedIn time inside working time in which the user does something. */
  readonly activeMs: number;
  /** LinkedIn time inside working time in which the user reads what comes by. */
  readonly passiveMs: number;
  readonly workingMs: number;
  /** Working time in which the app was able to measure. */
  readonly measuredMs: number;
  /** `measuredMs / workingMs`, 0 to 1; 0 where there is no working time. */
  readonly coverage: number;
}

/** The figures of one local day. */
export interface DayFigures extends Figures {
  readonly date: string;
  /** IANA zone that the day was reckoned in. */
  readonly zone: string;
  readonly workingDay: boolean;
  /** Null on a day off, which has figures but no place. */
  readonly place: Place | null;
  /** The agreement valid on that day, or null before the first one. */
  readonly agreement: Agreement | null;
  /** The part of the counted time inside the agreement's fixed window; null without one. */
  readonly inWindowMs: number | null;
}

/** The figures of an ISO week, or of the part of it that lies in a range. */
export interface WeekFigures extends Figures {
  /** ISO week, as in `2026-W47`. */
  readonly week: string;
  readonly from: string;
  readonly to: string;
  /** Working days by place. */
  readonly days: Readonly<Record<Place, number>>;
  /** The most the agreed blocks of its working days add up to. */
  readonly allowanceMs: number;
}
