import { describe, expect, test } from 'vitest';
import { isLinkedIn } from '../../../shared/domain/activity.ts';
import { type FigureRules, createDayFrames } from '../../../shared/domain/frames.ts';
import { hourFigures } from '../../../shared/domain/hours.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { everyDay } from '../../support/any-spans.ts';
import { NEW_YORK, rulesWith, span } from '../../support/days.ts';

const MINUTE_MS = 60_000;

/** The hours with any time, as weekday, hour, minutes on LinkedIn and minutes measured. */
function hoursOf(
  spans: readonly Span[],
  from: string,
  to: string,
  rules: FigureRules = rulesWith(),
) {
  return hourFigures({ spans, from, to, frames: createDayFrames(rules), isShown: isLinkedIn })
    .filter(({ measuredMs }) => measuredMs > 0)
    .map(({ weekday, hour, linkedInMs, measuredMs }) => [
      weekday,
      hour,
      linkedInMs / MINUTE_MS,
      measuredMs / MINUTE_MS,
    ]);
}

describe('time by weekday and hour', () => {
  test('is cut at every hour of the clock, and adds up over weeks', () => {
    const spans = [
      span('2026-11-10', '09:50', '11:10', 'feed'),
      span('2026-11-10', '11:10', '11:30', 'elsewhere'),
      span('2026-11-17', '10:00', '10:15', 'networking'),
    ];
    expect(hoursOf(spans, '2026-11-09', '2026-11-22')).toEqual([
      [1, 9, 10, 10],
      [1, 10, 75, 75],
      [1, 11, 10, 30],
    ]);
  });

  test('keeps to the range of days, also within a span', () => {
    const night: Span = {
      ...span('2026-11-16', '23:30', '23:59', 'feed'),
      endedAtMs: span('2026-11-17', '00:20', '00:30', 'feed').startedAtMs,
    };
    expect(hoursOf([night], '2026-11-17', '2026-11-17')).toEqual([[1, 0, 20, 20]]);
    expect(hoursOf([night], '2026-11-16', '2026-11-16')).toEqual([[0, 23, 30, 30]]);
  });

  test('takes the clock of the zone that a span was recorded in', () => {
    const spans = [span('2026-11-18', '09:00', '09:10', 'feed', NEW_YORK)];
    expect(hoursOf(spans, '2026-11-16', '2026-11-22')).toEqual([[2, 9, 10, 10]]);
  });

  test('puts the small hours of a night shift under the day on which it starts', () => {
    const spans = [
      span('2026-11-17', '05:50', '06:10', 'feed'),
      span('2026-11-17', '22:50', '23:00', 'feed'),
    ];
    const nights = everyDay([{ from: '22:00', to: '06:00' }]);
    expect(hoursOf(spans, '2026-11-09', '2026-11-22', nights)).toEqual([
      [0, 5, 10, 10],
      [1, 6, 10, 10],
      [1, 22, 10, 10],
    ]);
  });

  test('counts the hour that a clock shows twice, twice', () => {
    const night: Span = {
      ...span('2026-10-25', '01:30', '01:40', 'feed'),
      endedAtMs: span('2026-10-25', '03:15', '03:30', 'feed').startedAtMs,
    };
    expect(hoursOf([night], '2026-10-25', '2026-10-25')).toEqual([
      [6, 1, 30, 30],
      [6, 2, 120, 120],
      [6, 3, 15, 15],
    ]);
  });
});
