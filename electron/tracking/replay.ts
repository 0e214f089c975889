import type { Halt, Moment } from '../../shared/domain/tracking.ts';
import type { Recorder } from './recorder.ts';
import type { TraceEvent } from './trace.ts';
import type { Sighting } from './window-reading.ts';

/** How often the tracker ticks, in the app and in a replay. */
export const TICK_MS = 1_000;

/** A stretch without input. */
interface IdleStretch {
  readonly lastInputMs: number;
  readonly endMs: number;
}

/**
 * When the user was without input: from the last input that an `idle` tells of to the next `active` or
 * `start`. The system would have told the tracker so at each tick, which is before the trace has it.
 */
function idleStretches(events: readonly TraceEvent[]): IdleStretch[] {
  const stretches: IdleStretch[] = [];
  let lastInputMs: number | undefined;
  for (const event of events) {
    if (event.event === 'idle') lastInputMs ??= event.atMs - event.idleMs;
    else if ((event.event === 'active' || event.event === 'start') && lastInputMs !== undefined) {
      stretches.push({ lastInputMs, endMs: event.atMs });
      lastInputMs = undefined;
    }
  }
  if (lastInputMs !== undefined) stretches.push({ lastInputMs, endMs: Infinity });
  return stretches;
}

const HALTS = {
  lock: ['halt', 'locked'],
  unlock: ['release', 'locked'],
  suspend: ['halt', 'suspended'],
  resume: ['release', 'suspended'],
  pause: ['halt', 'paused'],
  unpause: ['release', 'paused'],
  quit: ['halt', 'stopped'],
} as const satisfies Record<string, readonly ['halt' | 'release', Halt]>;

/**
 * Runs a trace through the tracker with a simulated clock: at every event, and in between as often as the
 * app ticks.
 */
export function replayTrace(events: readonly TraceEvent[], recorder: Recorder): void {
  const stretches = idleStretches(events);
  let stretch = 0;
  let zone = events[0]?.zone ?? 'UTC';
  let sighting: Sighting = { kind: 'unmeasured' };
  let tickMs = events[0]?.atMs ?? 0;
  // A trace may begin in the middle of a day at work.
  let running = true;

  function momentAt(atMs: number): Moment {
    while ((stretches[stretch]?.endMs ?? Infinity) <= atMs) stretch += 1;
    const lastInputMs = stretches[stretch]?.lastInputMs ?? Infinity;
    return { atMs, monoMs: atMs, idleMs: Math.max(0, atMs - lastInputMs) };
  }

  function see(atMs: number): void {
    if (running) recorder.see(momentAt(atMs), zone, sighting);
    tickMs = atMs + TICK_MS;
  }

  for (const event of events) {
    if (!running) tickMs = event.atMs;
    while (tickMs < event.atMs) see(tickMs);
    ({ zone } = event);
    const moment = momentAt(event.atMs);
    switch (event.event) {
      case 'start':
        // What ran until the crash ends here, where no quit ended it.
        recorder.halt(moment, 'stopped');
        running = true;
        sighting = { kind: 'unmeasured' };
        recorder.forgetWindows();
        for (const halt of recorder.state.halts) {
          // The user's pause is a setting, which a new start finds.
          if (halt !== 'paused') recorder.release(moment, halt);
        }
        break;
      case 'window':
        sighting =
          event.app === null
            ? { kind: 'no-window' }
            : {
                kind: 'window',
                key: event.app,
                sample: { app: event.app, title: event.title ?? '', url: event.url },
              };
        see(event.atMs);
        break;
      case 'idle':
      case 'active':
        see(event.atMs);
        break;
      case 'freeze':
        see(event.atMs);
        tickMs = Date.parse(event.until);
        break;
      default: {
        const [kind, halt] = HALTS[event.event];
        recorder[kind](moment, halt);
        if (kind === 'release') see(event.atMs);
        if (event.event === 'quit') running = false;
      }
    }
  }
  // A trace that just ends is a crash: what was saved by then stays.
  recorder.flush();
}
