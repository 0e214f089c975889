import type { Halt, Moment } from '../../shared/domain/tracking.ts';
import type { Recorder } from './recorder.ts';
import { type IdleStretch, endOf, idleStretches, withEveryReturn } from './replayed-input.ts';
import type { TraceEvent } from './trace.ts';
import type { Sighting } from './sources/window-reading.ts';

/** How often the tracker ticks, in the app and in a replay. */
export const TICK_MS = 1_000;

const HALTS = {
  lock: ['halt', 'locked'],
  unlock: ['release', 'locked'],
  suspend: ['halt', 'suspended'],
  resume: ['release', 'suspended'],
  pause: ['halt', 'paused'],
  unpause: ['release', 'paused'],
  quit: ['halt', 'stopped'],
} as const satisfies Record<string, readonly ['halt' | 'release', Halt]>;

/** Where a replay is. */
interface Replay {
  readonly recorder: Recorder;
  readonly stretches: readonly IdleStretch[];
  /** Which of them it is in, or before. */
  stretch: number;
  zone: string;
  sighting: Sighting;
  /** When the next tick is due, UTC milliseconds. */
  tickMs: number;
  running: boolean;
}

function momentAt({ stretches, stretch }: Replay, atMs: number): Moment {
  const lastInputMs = stretches[stretch]?.lastInputMs ?? Infinity;
  return { atMs, monoMs: atMs, idleMs: Math.max(0, atMs - lastInputMs) };
}

function see(at: Replay, atMs: number): void {
  if (at.running) at.recorder.see(momentAt(at, atMs), at.zone, at.sighting);
  // On full seconds, as the ends of working time are.
  at.tickMs = (Math.floor(atMs / TICK_MS) + 1) * TICK_MS;
}

/** Ticks until an event. What is not there, or sleeps, does not. */
function tickUntil(at: Replay, { atMs }: TraceEvent): void {
  if (!at.running || at.recorder.state.halts.includes('suspended')) at.tickMs = atMs;
  while (at.tickMs < atMs) see(at, at.tickMs);
}

function takeInput(at: Replay, event: TraceEvent): void {
  if (at.stretches[at.stretch]?.end === event) at.stretch += 1;
}

function startAnew(at: Replay, event: TraceEvent): void {
  const { recorder } = at;
  // What ran until the crash ends here, where no quit ended it.
  recorder.halt(momentAt(at, event.atMs), 'stopped');
  takeInput(at, event);
  at.running = true;
  at.sighting = { kind: 'unmeasured' };
  recorder.forgetWindows();
  for (const halt of recorder.state.halts) {
    // The user's pause is a setting, which a new start finds.
    if (halt !== 'paused') recorder.release(momentAt(at, event.atMs), halt);
  }
}

/** What is in front from an event on. */
function sightingOf({ app, title, url }: TraceEvent & { readonly event: 'window' }): Sighting {
  if (app === null) return { kind: 'no-window' };
  return { kind: 'window', key: app, sample: { app, title: title ?? '', url } };
}

function take(at: Replay, event: TraceEvent): void {
  switch (event.event) {
    case 'start':
      startAnew(at, event);
      break;
    case 'window':
      at.sighting = sightingOf(event);
      see(at, event.atMs);
      break;
    case 'idle':
      see(at, event.atMs);
      break;
    case 'active':
      // Up to now there was none, which may have lasted for the threshold since the latest tick.
      see(at, event.atMs);
      takeInput(at, event);
      see(at, event.atMs);
      break;
    case 'freeze':
      see(at, event.atMs);
      at.tickMs = endOf(event);
      break;
    default: {
      const [kind, halt] = HALTS[event.event];
      at.recorder[kind](momentAt(at, event.atMs), halt);
      if (kind === 'release') see(at, event.atMs);
      if (event.event === 'quit') at.running = false;
    }
  }
}

/**
 * Runs a trace through the tracker with a simulated clock: at every event, and in between as often as the
 * app ticks.
 */
export function replayTrace(trace: readonly TraceEvent[], recorder: Recorder): void {
  const events = withEveryReturn(trace);
  const at: Replay = {
    recorder,
    stretches: idleStretches(events),
    stretch: 0,
    zone: events[0]?.zone ?? 'UTC',
    sighting: { kind: 'unmeasured' },
    tickMs: events[0]?.atMs ?? 0,
    // A trace may begin in the middle of a day at work.
    running: true,
  };
  for (const event of events) {
    tickUntil(at, event);
    at.zone = event.zone;
    take(at, event);
  }
  // A trace that just ends is a crash: what was saved by then stays.
  recorder.flush();
}
