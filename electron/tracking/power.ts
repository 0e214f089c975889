import type { PowerMonitor } from 'electron';
import type { Tracker } from './tracker.ts';

/** The part of Electron's powerMonitor that the tracker follows. */
export type PowerSignals = Pick<PowerMonitor, 'on'>;

/** A shutdown that has not come by then was called off. */
const SHUTDOWN_MS = 60_000;

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
  // macOS: another user took over the screen.
  power.on('user-did-resign-active', () => tracker.halt('switched-away'));
  power.on('user-did-become-active', () => tracker.release('switched-away'));
  // The system is about to end the session: what runs is stored before this returns.
  power.on('shutdown', () => {
    tracker.halt('stopped');
    setTimeout(() => tracker.release('stopped'), SHUTDOWN_MS).unref();
  });
}
