import type { TraceEvent } from './trace.ts';

/** A stretch without input. */
export interface IdleStretch {
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
export function withEveryReturn(trace: readonly TraceEvent[]): TraceEvent[] {
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
export function endOf(event: TraceEvent): number {
  return event.event === 'freeze' ? Date.parse(event.until) : event.atMs;
}

/**
 * When the user was without input: from the last input that an `idle` tells of to the next `active` or
 * `start`. The system would have told the tracker so at each tick, which is before the trace has it.
 */
export function idleStretches(events: readonly TraceEvent[]): IdleStretch[] {
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
