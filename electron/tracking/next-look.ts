import type { Moment } from '../../shared/domain/tracking.ts';
import { TICK_MS } from './replay.ts';

/** How often the tracker looks on battery where it must look again and again. The figures stay right; a boundary is less exact. */
const BATTERY_TICK_MS = 2_500;

/** It looks at least this often, and saves what runs then: a crash loses little. */
export const LONGEST_WAIT_MS = 5_000;

/** What the next look depends on. */
export interface LookPlan {
  readonly now: Moment;
  /** Whether nothing is looked at, as something keeps the tracker from measuring until it is told otherwise. */
  readonly halted: boolean;
  /** Whether the user has been away, so that what ends next is that. */
  readonly away: boolean;
  /** Whether the system would tell of any change of the window. */
  readonly sure: boolean;
  readonly onBattery: boolean;
  /** Milliseconds without input after which nothing runs. */
  readonly idleThresholdMs: number;
  /** When what runs was saved the latest, UTC milliseconds. */
  readonly savedAtMs: number;
  /** When something begins or ends by itself, as a pause or working time, UTC milliseconds. */
  readonly edgesMs: readonly number[];
}

/**
 * How long until the tracker looks again, in milliseconds. Where the system tells of changes, or nothing is measured, that is the earliest
 * moment at which something can happen without a word: what runs is to be saved, the user has been without input
 * for long enough, a pause or working time ends. Otherwise it is a tick.
 */
export function nextLookMs(plan: LookPlan): number {
  const { now, halted, away, sure, onBattery } = plan;
  const tickMs = onBattery ? BATTERY_TICK_MS : TICK_MS;
  if (!halted && (away || !sure)) return tickMs;
  const waits = [
    LONGEST_WAIT_MS,
    ...plan.edgesMs.map((edgeMs) => edgeMs - now.atMs),
    ...(halted
      ? []
      : [plan.idleThresholdMs - now.idleMs, plan.savedAtMs + LONGEST_WAIT_MS - now.atMs]),
  ];
  // What is over already has been seen to; a timer may come a little early.
  return Math.min(...waits.filter((waitMs) => waitMs > 0));
}
