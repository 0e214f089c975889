import { addDays } from '../../shared/domain/calendar.ts';
import { type FigureRules, createDayFrames } from '../../shared/domain/frames.ts';
import { type Interval, clip, subtract, union } from '../../shared/domain/interval.ts';
import type { Span } from '../../shared/domain/span.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { type OccupiedReader, occupiedTime } from './occupied.ts';

/** What decides which time is wanted. */
export type WantedBy = Pick<Settings, 'pause' | 'measureOutside'>;

/**
 * What of spans that were measured without the user's own settings is wanted by these: nothing while the user had
 * paused, nothing outside working time where that is not to be measured, and no time that is taken already.
 */
export function meantSpans(
  spans: readonly Span[],
  { pause, measureOutside }: WantedBy,
  rules: FigureRules,
  stored: OccupiedReader,
): Span[] {
  const frames = createDayFrames(rules);
  return spans.flatMap((span) => {
    const whole: Interval = { startMs: span.startedAtMs, endMs: span.endedAtMs };
    const paused = pause
      ? [{ startMs: -Infinity, endMs: pause.untilMs ?? Number.MAX_SAFE_INTEGER }]
      : [];
    const wanted = measureOutside ? [whole] : clip(whole, workingTime(span, frames));
    return subtract(subtract(wanted, paused), occupiedTime(stored, whole)).map(
      ({ startMs, endMs }) => ({ ...span, startedAtMs: startMs, endedAtMs: endMs }),
    );
  });
}

/** The working time of the local days that a span touches, night shifts of the day before included. */
function workingTime(
  { startedAtMs, endedAtMs, zone }: Span,
  frames: ReturnType<typeof createDayFrames>,
): Interval[] {
  const working: Interval[] = [];
  const lastDate = isoDateAt(zone, endedAtMs);
  for (
    let date = addDays(isoDateAt(zone, startedAtMs), -1);
    date <= lastDate;
    date = addDays(date, 1)
  ) {
    working.push(...frames(zone, date).working);
  }
  return union(working);
}
