import { isoDateAt } from '../../shared/domain/zone.ts';
import type { TrackerState, TrackerStatus, UntoldReason } from '../../shared/ipc/views.ts';
import type { HandTimer } from './hand-timer.ts';
import type { Recorder } from './recorder.ts';

/** What the status of the tracker is made of. */
export interface StatusParts {
  readonly recorder: Pick<Recorder, 'state' | 'untold'>;
  readonly hand: Pick<HandTimer, 'sinceMs' | 'timed'>;
  /** Why the window could not be read at the latest look. */
  readonly reason: TrackerStatus['reason'];
  /** When the user's pause ends; null where it has no end, or there is none. */
  readonly pausedUntilMs: number | null;
  /** UTC milliseconds. */
  readonly nowMs: number;
  /** IANA zone of the computer. */
  readonly zone: string;
}

/** The state that a tracker is in, the most telling one where several hold. */
function stateOf(
  { halts, idle, open }: Recorder['state'],
  reason: TrackerStatus['reason'],
): TrackerState {
  if (halts.includes('paused')) return 'paused';
  if (halts.some((halt) => halt !== 'paused' && halt !== 'outside-hours')) return 'locked';
  if (halts.includes('outside-hours')) return 'outside-hours';
  if (idle) return 'idle';
  return reason !== null && !open ? 'not-measured' : 'tracking';
}

/** Why a window could not be told, by the rule that said so. */
function untoldReason(untold: Recorder['untold']): UntoldReason | null {
  if (!untold) return null;
  return untold.rule === 'window:named' ? 'window-named' : 'title-unclear';
}

/** What the tracker tells of itself. */
export function statusOf(parts: StatusParts): TrackerStatus {
  const { recorder, hand, nowMs, zone } = parts;
  const { state, untold } = recorder;
  const why = parts.reason ?? (untold?.isNow === true ? untoldReason(untold) : null);
  const is = stateOf(state, why);
  const isToday = untold !== null && untold.date === isoDateAt(zone, nowMs);
  return {
    state: is,
    activity: state.open?.activity ?? null,
    sinceMs: state.open?.startedAtMs ?? null,
    timerSinceMs: hand.sinceMs,
    timed: hand.timed,
    pausedUntilMs: is === 'paused' ? parts.pausedUntilMs : null,
    reason: is === 'not-measured' ? why : null,
    untold: isToday ? untoldReason(untold) : null,
  };
}
