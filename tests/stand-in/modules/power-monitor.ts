import { EventEmitter } from 'node:events';
import type { PowerMonitor } from 'electron';
import type { Held } from './held.ts';
import { type IdleReader, openX11Idle } from './x11-idle.ts';

/** How often the idle time of the display is read again, at most. */
const READ_EVERY_MS = 250;
/** After this long without input it is read on and on: what is told of the next input must not be old. */
const AWAY_MS = 10_000;

class StandInPowerMonitor extends EventEmitter {
  onBatteryPower = false;
  #idleSince = Date.now();
  #knowsIdle = false;
  #readAt = 0;
  #reading = false;
  #reader: Promise<IdleReader> | undefined;

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

  /** Asks the display in the background. Where there is none that tells, nobody is ever idle. */
  #read(): void {
    const display = process.env['DISPLAY'] ?? '';
    if (process.platform !== 'linux' || display === '') return;
    if (this.#reading || Date.now() - this.#readAt < READ_EVERY_MS) return;
    this.#reading = true;
    this.#reader ??= openX11Idle(display);
    void this.#reader
      .then((reader) => reader.read())
      .then(
        (idleMs) => {
          this.#knowsIdle = true;
          this.#idleSince = Date.now() - idleMs;
          if (idleMs > AWAY_MS) setTimeout(() => this.#read(), READ_EVERY_MS + 10).unref();
        },
        () => {
          this.#knowsIdle = false;
        },
      )
      .finally(() => {
        this.#reading = false;
        this.#readAt = Date.now();
      });
  }
}

export const powerMonitor = new StandInPowerMonitor();
export type PowerMonitorHeld = Held<StandInPowerMonitor, PowerMonitor>;
