import {
  type FigureRules,
  createDayFrames,
  workingTimeAround,
} from '../../shared/domain/frames.ts';
import { type Interval, clip, subtract } from '../../shared/domain/interval.ts';
import type { Span } from '../../shared/domain/span.ts';
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
    const wanted = measureOutside
      ? [whole]
      : clip(whole, workingTimeAround(frames, span.zone, whole));
    return subtract(subtract(wanted, paused), occupiedTime(stored, whole)).map(
      ({ startMs, endMs }) => ({ ...span, startedAtMs: startMs, endedAtMs: endMs }),
    );
  });
}
