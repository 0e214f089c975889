import { DAY_MS } from '../../shared/domain/calendar.ts';
import { wallAt, wallIntervals } from '../../shared/domain/zone.ts';
import type { TraceEvent } from '../../electron/tracking/trace.ts';

/** The instant at which the clock of a zone shows a wall time; an hour later where it skips that one. */
function instantOf(zone: string, wallMs: number): number {
  const [shown] = wallIntervals(zone, wallMs, wallMs + 3_600_000);
  return shown?.startMs ?? wallMs;
}

/**
 * Moves a trace by whole days into another zone, so that every event is at the same time of day there.
 *
 * @param days how far, forwards.
 */
export function shiftTrace(
  events: readonly TraceEvent[],
  days: number,
  zone: string,
): TraceEvent[] {
  const shift = (event: TraceEvent, atMs: number) =>
    instantOf(zone, wallAt(event.zone, atMs) + days * DAY_MS);
  return events.map((event) => ({
    ...event,
    zone,
    atMs: shift(event, event.atMs),
    ...(event.event === 'freeze'
      ? { until: new Date(shift(event, Date.parse(event.until))).toISOString() }
      : {}),
  }));
}
