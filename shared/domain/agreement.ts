import type { Activity } from './activity.ts';
import { versionOn } from './versions.ts';

/** What an agreement says an activity is for. */
export const PURPOSES = ['business', 'neutral', 'private'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The user's role, which decides what LinkedIn product is their work itself. */
export const ROLES = ['sales', 'recruiting', 'marketing', 'other'] as const;
export type Role = (typeof ROLES)[number];

/** A stretch of a local day in wall-clock time, half-open; `to` at or before `from` crosses midnight. */
export interface WallRange {
  /** `HH:MM`, 00:00 to 23:59. */
  readonly from: string;
  /** `HH:MM`, 00:00 to 24:00. */
  readonly to: string;
}

/** A dated version of what was agreed; valid from its date until the next version's, or its own end. */
export interface Agreement {
  /** ISO date of the first day it is valid on. */
  readonly from: string;
  /** ISO date of the last day it is valid on; null where only the next version ends it. */
  readonly until: string | null;
  /** ISO date from which on its user wants to look at it again; null for none. It changes no figure. */
  readonly lookAgainOn: string | null;
  readonly role: Role;
  /** The block: agreed minutes a day, both ends included in the sweet spot. */
  readonly minMinutes: number;
  readonly maxMinutes: number;
  /** Agreed time of day for the block, or null where any time is fine. */
  readonly window: WallRange | null;
  /** Purposes that differ from {@link DEFAULT_PURPOSES}. */
  readonly purposes: Readonly<Partial<Record<Activity, Purpose>>>;
  /** Free text: with whom. */
  readonly agreedWith: string;
  /** Free text: what LinkedIn is for in this job. */
  readonly goal: string;
  /** Free text: what is welcome, in words. */
  readonly allowed: string;
}

/** The agreement valid on an ISO date; undefined before the first, and after one that ended. */
export function agreementOn<T extends Agreement>(
  agreements: readonly T[],
  isoDate: string,
): T | undefined {
  const version = versionOn(agreements, isoDate);
  return version && (version.until === null || isoDate <= version.until) ? version : undefined;
}

/**
 * The agreement to look at again on an ISO date: the one that is valid, from its date for that on. Undefined where
 * that has not come, where there is none, and where a newer version was made already, be it for later.
 */
export function agreementToLookAt<T extends Agreement>(
  agreements: readonly T[],
  isoDate: string,
): T | undefined {
  const version = agreementOn(agreements, isoDate);
  if (!version || version.lookAgainOn === null || isoDate < version.lookAgainOn) return undefined;
  return agreements.some(({ from }) => from > version.from) ? undefined : version;
}

/** The purpose of each activity where an agreement says nothing else. */
export const DEFAULT_PURPOSES: Readonly<Record<Activity, Purpose>> = {
  networking: 'business',
  messaging: 'business',
  publishing: 'business',
  learning: 'business',
  sales: 'business',
  recruiting: 'business',
  marketing: 'business',
  feed: 'neutral',
  notifications: 'neutral',
  other: 'neutral',
  jobs: 'private',
  private: 'private',
  elsewhere: 'neutral',
};

/** Minutes since midnight of `HH:MM`. */
function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

const DAY_MINUTES = 1440;

/** Whether a block has room in its fixed window; without one it always has. */
export function fitsWindow({
  maxMinutes,
  window,
}: Pick<Agreement, 'maxMinutes' | 'window'>): boolean {
  if (!window) return true;
  const minutes = (minutesOf(window.to) - minutesOf(window.from) + DAY_MINUTES) % DAY_MINUTES;
  return maxMinutes <= (minutes === 0 ? DAY_MINUTES : minutes);
}

/** What an activity is for under an agreement; the shielded form is always private. */
export function purposeOf(activity: Activity, agreement: Agreement | undefined): Purpose {
  if (activity === 'private') return 'private';
  return agreement?.purposes[activity] ?? DEFAULT_PURPOSES[activity];
}

/** The activity that a role takes as its work, outside the block; none for `other`. */
export function roleWork(role: Role): Activity | undefined {
  return role === 'other' ? undefined : role;
}

/** Whether an activity belongs to a role: what another role takes as its work does not. */
export function fitsRole(activity: Activity, role: Role): boolean {
  return ROLES.every((other) => other === role || roleWork(other) !== activity);
}

/**
 * Whether time on an activity counts towards the block: not what the role takes as its work (a
 * recruiter's Recruiter, a seller's Sales Navigator), and not what is private.
 */
export function countsTowardsBlock(activity: Activity, agreement: Agreement | undefined): boolean {
  if (activity === 'elsewhere') return false;
  if (agreement && activity === roleWork(agreement.role)) return false;
  return purposeOf(activity, agreement) !== 'private';
}
