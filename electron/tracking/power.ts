import type { PowerMonitor } from 'electron';
import type { Tracker } from './tracker.ts';

/** The part of Electron's powerMonitor that the tracker follows. */
export type PowerSignals = Pick<PowerMonitor, 'on'>;

/** Lets the system's signals start and end the time that cannot be measured. */
export function connectPower(
  power: PowerSignals,
  tracker: Pick<Tracker, 'halt' | 'release'>,
): void {
  power.on('suspend', () => tracker.halt('suspended'));
  power.on('resume', () => tracker.release('suspended'));
  // macOS and Windows alone; on Linux a locked screen ends the span by the idle time.
  power.on('lock-screen', () => tracker.halt('locked'));
  power.on('unlock-screen', () => tracker.release('locked'));
  // The system is about to end the session: what runs is stored before this returns.
  power.on('shutdown', () => tracker.halt('stopped'));
}
