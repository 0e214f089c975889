import { execFile } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';
import type { Held } from './held.ts';

/** How often the idle time of the display is read again, at most. */
const READ_EVERY_MS = 1000;

class StandInPowerMonitor extends EventEmitter {
  onBatteryPower = false;
  #idleSince = Date.now();
  #knowsIdle = false;
  #readAt = 0;
  #reading = false;

  /** Seconds without input; a test may put a function of its own in its place. */
  getSystemIdleTime(): number {
    this.#read();
    return this.#knowsIdle ? Math.floor((Date.now() - this.#idleSince) / 1000) : 0;
  }

  getSystemIdleState(thresholdSeconds: number): 'active' | 'idle' {
    return this.getSystemIdleTime() >= thresholdSeconds ? 'idle' : 'active';
  }

  isOnBatteryPower(): boolean {
    return this.onBatteryPower;
  }

  /**
   * Reads the idle time of an X11 display, in the background, where a program for it is installed.
   * Without one nobody is ever idle.
   */
  #read(): void {
    const display = process.env['DISPLAY'] ?? '';
    if (process.platform !== 'linux' || display === '') return;
    if (this.#reading || Date.now() - this.#readAt < READ_EVERY_MS) return;
    this.#reading = true;
    execFile('xprintidle', { timeout: 2000 }, (error, stdout) => {
      this.#reading = false;
      this.#readAt = Date.now();
      const idleMs = Number.parseInt(stdout, 10);
      this.#knowsIdle = error === null && Number.isFinite(idleMs);
      if (this.#knowsIdle) this.#idleSince = Date.now() - idleMs;
    });
  }
}

export const powerMonitor = new StandInPowerMonitor();
export type PowerMonitorHeld = Held<StandInPowerMonitor, PowerMonitor>;
