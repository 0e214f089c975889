import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work after which the rest of the process has its turn. */
const TURN_MS = 20;

/** What goes on between two turns of a long task. */
export interface TurnNeeds {
  /** Asked after each turn; false stops the task, and what it has made so far is let go. */
  readonly mayGoOn: () => boolean;
  /** Told after each turn how much is done, 0 to 1. */
  readonly onShare: (share: number) => void;
  readonly nowMs?: () => number;
  /** Gives the rest of the process its turn. */
  readonly rest?: () => Promise<unknown>;
}

/**
 * Runs a task that comes in short steps, each of which says how much is done, without holding up the rest of
 * the process.
 *
 * @returns what the task makes; undefined where it was stopped.
 */
export async function inTurns<T>(
  steps: Generator<number, T>,
  { mayGoOn, onShare, nowMs = () => performance.now(), rest = () => setImmediate() }: TurnNeeds,
): Promise<T | undefined> {
  let sinceMs = nowMs();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (nowMs() - sinceMs < TURN_MS) continue;
    onShare(step.value);
    await rest();
    if (!mayGoOn()) return undefined;
    sinceMs = nowMs();
  }
}
