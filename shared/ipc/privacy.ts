import type { LinkedInActivity } from '../domain/activity.ts';

/** A table of the database as it lies in the file. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The newest rows, the newest first, a text for each column. */
  readonly rows: readonly (readonly string[])[];
  /** Rows in all. */
  readonly count: number;
}

/** A file of the data folder. */
export interface StoredFile {
  /** Seen from the data folder; `.` is the folder itself. */
  readonly name: string;
  /** Null of a folder. */
  readonly bytes: number | null;
  /** As in `rw-------`; null where the system has other permissions. */
  readonly mode: string | null;
  /** Whether its own mode lets other accounts in. */
  readonly openToOthers: boolean;
}

/**
 * Where a folder's bytes really are: others may read or keep what is not local. What is in a roaming profile is copied to
 * the employer's server where that system has such profiles.
 */
export type FileLocation = 'local' | 'network-share' | 'cloud-synced' | 'roaming-profile';

/** What the app knows of its own promise, measured at this moment. */
export interface PrivacyView {
  readonly refusedSinceStart: number;
  readonly refusedEver: number;
  /** TCP ports that the app's processes listen on; null where that cannot be measured from inside. */
  readonly listening: { readonly processes: number; readonly ports: readonly number[] } | null;
  /** The data folder. */
  readonly dir: string;
  readonly location: FileLocation;
  readonly files: readonly StoredFile[];
  readonly tables: readonly StoredTable[];
}

/** Time to be erased for good. Dates are local days, both included. */
export type EraseWhat =
  /** Every span of an activity, or those with time in a range. */
  | {
      readonly kind: 'activity';
      readonly activity: LinkedInActivity;
      readonly range: { readonly from: string; readonly to: string } | null;
    }
  /** The log of the user's own actions. */
  | { readonly kind: 'log' }
  | { readonly kind: 'last-quarter' }
  | { readonly kind: 'today' }
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  | { readonly kind: 'everything' };
