import type { Activity } from '../domain/activity.ts';
import { ENCODING_PROBLEMS } from '../texts/encoding.ts';

/** Why an event of an export is not used. */
export const SKIP_REASONS = [
  /** Of a kind of bucket that tells nothing of windows, or of a browser that is not known. */
  'foreign',
  /** No object, or a part of another type than it has to be. */
  'damaged',
  /** No date and time with an offset, or one before 1970. */
  'timestamp',
  /** No number of seconds, or negative. */
  'duration',
  /** Without length, and no other event follows closely. */
  'no-time',
  /** More than a day long, on a device of which nothing tells when the user was there. */
  'endless',
  /** Begins after now. */
  'future',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** How many of the titles of browsers' windows ActivityWatch was told to leave out: it writes `excluded` for them. */
export type ExcludedTitles = 'none' | 'some' | 'all';

/** Why a file is no export that can be read. */
export const EXPORT_PROBLEMS = [
  'not-json',
  'no-object',
  'no-buckets',
  'breaks-off',
  'no-end',
  'too-deep',
  'too-many',
  ...ENCODING_PROBLEMS,
] as const;
export type ExportProblem = (typeof EXPORT_PROBLEMS)[number];

/** What an export of another tracker would bring in. Nothing of what was on the screen is part of it. */
export interface HistoryPreview {
  /** Names the export that the main process holds. */
  readonly id: number;
  /** Every event in the file. */
  readonly events: number;
  /** New spans, the local days that have any, and the first and the last of those; null where there are none. */
  readonly spans: number;
  readonly days: number;
  readonly from: string | null;
  readonly to: string | null;
  /** New time by activity in milliseconds, the most first. */
  readonly time: readonly { readonly activity: Activity; readonly ms: number }[];
  /** Events that are not used, by reason. */
  readonly skipped: readonly { readonly reason: SkipReason; readonly count: number }[];
  /** Stretches of the export whose time is here already. */
  readonly alreadyThere: number;
  /** Computers with window events, and those of them of which no idle time is known. */
  readonly hosts: number;
  readonly hostsWithoutAfk: number;
  readonly excludedTitles: ExcludedTitles;
  /** Telephones, and the new LinkedIn time that they would add, in milliseconds; it comes in only where that is chosen. */
  readonly phones: number;
  readonly phoneMs: number;
  /** IANA zone that the spans get. */
  readonly zone: string;
}

/** What reading an export came to. Nothing is changed by it. */
export type HistoryReading =
  | { readonly status: 'cancelled' }
  | { readonly status: 'refused'; readonly problem: ExportProblem }
  | { readonly status: 'read'; readonly preview: HistoryPreview };
