import type { Activity } from './activity.ts';

/**
 * An unbroken stretch `[startedAtMs, endedAtMs)` of one activity, in UTC milliseconds.
 * Spans never overlap, so `startedAtMs` names a span.
 */
export interface Span {
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly activity: Activity;
  /** IANA time zone that the span was recorded in. */
  readonly zone: string;
  /** Whether the user corrected the activity afterwards. */
  readonly relabelled: boolean;
  /** Whether the user entered it, or moved an end of it, by hand. */
  readonly manual: boolean;
}

/** What figures take of a span. */
export type SpanTime = Pick<Span, 'startedAtMs' | 'endedAtMs' | 'activity' | 'zone'>;

/** What figures take of many spans of one zone, by time, column by column: nothing is made for a single span. */
export interface SpanColumns {
  readonly zone: string;
  /** An instant; {@link startsMs} is how long after it each starts. */
  readonly sinceMs: number;
  readonly startsMs: readonly number[];
  readonly lengthsMs: readonly number[];
  /** What {@link rankOf} says of each activity. */
  readonly ranks: Uint8Array;
}
