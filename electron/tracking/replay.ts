import type { Halt, Moment } from '../../shared/domain/tracking.ts';
import type { Recorder } from './recorder.ts';
import type { TraceEvent } from './trace.ts';
import type { Sighting } from './sources/window-reading.ts';

/** How often the tracker ticks, in the app and in a replay. */
export const TICK_MS = 1_000;

/** A stretch without input. */
interface IdleStretch {
  readonly lastInputMs: number;
  /** The event with which input is back; undefined where none is. */
  readonly end: TraceEvent | undefined;
}

/** Whether input is back with an event. */
function endsIdle({ event }: TraceEvent): boolean {
  return event === 'active' || event === 'start';
}

/**
 * A trace in which every return of input has its `active`: an `idle` that tells of a last input after the
 * `idle` before it means that input had come back in between.
 */
function withEveryReturn(trace: readonly TraceEvent[]): TraceEvent[] {
  const events: TraceEvent[] = [];
  let saidMs: number | undefined;
  for (const event of trace) {
    if (event.event === 'idle') {
      const lastInputMs = event.atMs - event.idleMs;
      if (saidMs !== undefined && lastInputMs > saidMs) {
        const index = events.findLastIndex(({ atMs }) => atMs <= lastInputMs);
        const before = events[index] ?? event;
        // Nobody sees an input while the machine sleeps.
        const atMs = Math.max(lastInputMs, endOf(before));
        const at = new Date(atMs).toISOString();
        events.splice(index + 1, 0, { event: 'active', at, atMs, zone: before.zone });
      }
      saidMs = event.atMs;
    } else if (endsIdle(event)) saidMs = undefined;
    events.push(event);
  }
  return events;
}

/** When an event is over, UTC milliseconds. */
function endOf(event: TraceEvent): number {
  return event.event === 'freeze' ? Date.parse(event.until) : event.atMs;
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
    else if (endsIdle(event) && lastInputMs !== undefined) {
      stretches.push({ lastInputMs, end: event });
      lastInputMs = undefined;
    }
  }
  if (lastInputMs !== undefined) stretches.push({ lastInputMs, end: undefined });
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
export function replayTrace(trace: readonly TraceEvent[], recorder: Recorder): void {
  const events = withEveryReturn(trace);
  const stretches = idleStretches(events);
  let stretch = 0;
  let zone = events[0]?.zone ?? 'UTC';
  let sighting: Sighting = { kind: 'unmeasured' };
  let tickMs = events[0]?.atMs ?? 0;
  // A trace may begin in the middle of a day at work.
  let running = true;

  function momentAt(atMs: number): Moment {
    const lastInputMs = stretches[stretch]?.lastInputMs ?? Infinity;
    return { atMs, monoMs: atMs, idleMs: Math.max(0, atMs - lastInputMs) };
  }

  function see(atMs: number): void {
    if (running) recorder.see(momentAt(atMs), zone, sighting);
    // On full seconds, as the ends of working time are.
    tickMs = (Math.floor(atMs / TICK_MS) + 1) * TICK_MS;
  }

  function takeInput(event: TraceEvent): void {
    if (stretches[stretch]?.end === event) stretch += 1;
  }

  for (const event of events) {
    // What is not there, or sleeps, does not tick.
    if (!running || recorder.state.halts.includes('suspended')) tickMs = event.atMs;
    while (tickMs < event.atMs) see(tickMs);
    ({ zone } = event);
    const moment = momentAt(event.atMs);
    switch (event.event) {
      case 'start':
        // What ran until the crash ends here, where no quit ended it.
        recorder.halt(moment, 'stopped');
        takeInput(event);
        running = true;
        sighting = { kind: 'unmeasured' };
        recorder.forgetWindows();
        for (const halt of recorder.state.halts) {
          // The user's pause is a setting, which a new start finds.
          if (halt !== 'paused') recorder.release(momentAt(event.atMs), halt);
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
        see(event.atMs);
        break;
      case 'active':
        // Up to now there was none, which may have lasted for the threshold since the latest tick.
        see(event.atMs);
        takeInput(event);
        see(event.atMs);
        break;
      case 'freeze':
        see(event.atMs);
        tickMs = endOf(event);
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
