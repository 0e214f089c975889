import { addDays } from '../../shared/domain/calendar.ts';
import { dayIntervals, isoDateAt } from '../../shared/domain/zone.ts';
import type { PauseLength } from '../../shared/ipc/contract.ts';
import type { Settings, SettingsPatch } from '../../shared/settings/settings.ts';
import type { Clock } from '../system/clock.ts';

/** When a pause that starts now ends by itself; null where it does not. */
function pauseEnd(length: PauseLength, { nowMs, zone }: Clock): number | null {
  if (length === 'open-ended') return null;
  if (length !== 'tomorrow') return nowMs() + length * 60_000;
  const tomorrow = addDays(isoDateAt(zone(), nowMs()), 1);
  return dayIntervals(zone(), tomorrow).at(0)?.startMs ?? null;
}

/** Pauses, or goes on with null. */
export type Pause = (length: PauseLength | null) => void;

/** What pauses: a setting, so that it holds over a start. */
export function createPause(
  settings: { readonly set: (patch: SettingsPatch) => Settings },
  clock: Clock,
): Pause {
  return (length) => settings.set({ pause: length && { untilMs: pauseEnd(length, clock) } });
}
