import type { SkipReason } from '../../shared/ipc/history-import.ts';

/** An event that is not used, by its place in the file. */
export interface SkippedEvent {
  /** Ordinals from 1: of the bucket in the file, and of the event in the bucket. */
  readonly bucket: number;
  readonly event: number;
  readonly reason: SkipReason;
}

/** The events of an export that are not used. Nothing of what they held is kept. */
export interface Skipped {
  readonly total: number;
  readonly byReason: ReadonlyMap<SkipReason, number>;
  /** Foreign events by the ordinal of their bucket. */
  readonly foreignByBucket: ReadonlyMap<number, number>;
  /** The first damaged ones; at most {@link MOST_NAMED}. */
  readonly named: readonly SkippedEvent[];
}

/** Damaged events told of one by one; the rest is a number. */
export const MOST_NAMED = 20;

/** Counts events that are not used. */
export interface SkipCounter {
  add(bucket: number, event: number, reason: SkipReason): void;
  /** Counts events whose place in the file tells nothing. */
  addMany(bucket: number, reason: 'foreign' | 'no-time' | 'endless', count: number): void;
  readonly result: Skipped;
}

export function createSkipCounter(): SkipCounter {
  const byReason = new Map<SkipReason, number>();
  const foreignByBucket = new Map<number, number>();
  const named: SkippedEvent[] = [];
  let total = 0;

  function addMany(bucket: number, reason: SkipReason, count: number): void {
    if (count === 0) return;
    total += count;
    byReason.set(reason, (byReason.get(reason) ?? 0) + count);
    if (reason === 'foreign') {
      foreignByBucket.set(bucket, (foreignByBucket.get(bucket) ?? 0) + count);
    }
  }
  return {
    add(bucket, event, reason) {
      addMany(bucket, reason, 1);
      const telling = reason !== 'foreign' && reason !== 'no-time';
      if (telling && named.length < MOST_NAMED) named.push({ bucket, event, reason });
    },
    addMany,
    get result() {
      return { total, byReason, foreignByBucket, named };
    },
  };
}
