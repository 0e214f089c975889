import type { App, BrowserWindow, PowerMonitor } from 'electron';
import type { Tracker } from './tracker.ts';

/** The part of Electron's powerMonitor that the tracker follows. */
export type PowerSignals = Pick<PowerMonitor, 'on' | 'getSystemIdleState'>;

/** Any time without input will do: whether the screen is locked is told before it. */
const ANY_SECONDS = 60;

/**
 * Milliseconds since the last input. The system tells whole seconds and drops the rest, so the middle of the
 * second is taken: a span that ends at the last input is half a second off at most. 0 stays 0, which some
 * systems say at any time.
 */
export function idleMsOf(power: Pick<PowerMonitor, 'getSystemIdleTime'>): number {
  const seconds = power.getSystemIdleTime();
  return seconds > 0 ? seconds * 1000 + 500 : 0;
}

/** A shutdown that has not come by then was called off. */
const SHUTDOWN_MS = 60_000;

/** The session is about to end: what runs is stored before this returns. */
function end(tracker: Pick<Tracker, 'halt' | 'release'>): void {
  tracker.halt('stopped');
  setTimeout(() => tracker.release('stopped'), SHUTDOWN_MS).unref();
}

/** Lets the system's signals start and end the time that cannot be measured. */
export function connectPower(
  power: PowerSignals,
  tracker: Pick<Tracker, 'halt' | 'release'>,
  platform: NodeJS.Platform = process.platform,
): void {
  // The app may start behind a locked screen. On Linux nobody would tell that it was unlocked.
  const tellsUnlock = platform === 'darwin' || platform === 'win32';
  if (tellsUnlock && power.getSystemIdleState(ANY_SECONDS) === 'locked') tracker.halt('locked');
  power.on('suspend', () => tracker.halt('suspended'));
  power.on('resume', () => tracker.release('suspended'));
  // macOS and Windows alone; Linux tells on its buses, where it does.
  power.on('lock-screen', () => tracker.halt('locked'));
  power.on('unlock-screen', () => tracker.release('locked'));
  // macOS: another user took over the screen.
  power.on('user-did-resign-active', () => tracker.halt('switched-away'));
  power.on('user-did-become-active', () => tracker.release('switched-away'));
  // macOS and Linux.
  power.on('shutdown', () => end(tracker));
}

/** Windows tells its windows, a hidden one too, that the session ends; it may still be called off. */
export function connectSessionEnd(
  app: Pick<App, 'on'>,
  tracker: Pick<Tracker, 'halt' | 'release'>,
): void {
  app.on('browser-window-created', (_event, window: Pick<BrowserWindow, 'on'>) => {
    window.on('query-session-end', () => end(tracker));
    window.on('session-end', () => end(tracker));
  });
}
