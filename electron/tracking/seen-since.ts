import { type Moment, type TrackingState, momentAgo } from '../../shared/domain/tracking.ts';

/**
 * So long ago input came where the system says that it came less than a second ago, which is all that it says:
 * the middle of that second.
 */
const JUST_NOW_MS = 500;

/**
 * The moment of the last input, where it was missed at the latest tick and has come back since. Behind a lock screen
 * that can only be seen, there was none that counts.
 */
function returnedAt(
  now: Moment,
  latestMs: number,
  { idle, halts }: TrackingState,
  idleThresholdMs: number,
): Moment | undefined {
  if (!idle || halts.length > 0 || now.idleMs >= idleThresholdMs) return undefined;
  const saidMs = now.idleMs > 0 ? now.idleMs : JUST_NOW_MS;
  return { ...momentAgo(now, Math.min(saidMs, now.monoMs - latestMs)), idleMs: 0 };
}

/**
 * The moment from which what is seen of the windows now holds. A window that was read after a change, and not changed
 * since, was there from that change on; one that a user came back to, from their input on. Otherwise it is now.
 *
 * @param state before it was seen.
 * @param change the latest change that the system told of before the window was read, where none came since.
 * @param idleThresholdMs milliseconds without input after which a user is away.
 */
export function seenSince(
  now: Moment,
  state: TrackingState,
  change: Moment | undefined,
  idleThresholdMs: number,
): Moment {
  const latestMs = state.last?.monoMs ?? now.monoMs;
  const returned = returnedAt(now, latestMs, state, idleThresholdMs);
  return returned ?? (change && change.monoMs > latestMs ? change : now);
}
