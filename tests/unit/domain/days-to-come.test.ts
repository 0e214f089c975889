import { describe, expect, test } from 'vitest';
import { dayFigures, weekFigures } from '../../../shared/domain/figures.ts';
import { createDayFrames } from '../../../shared/domain/frames.ts';
import { dayRow, weekRow } from '../../../shared/domain/report.ts';
import { AMSTERDAM, LATER_MS, rulesWith, span } from '../../support/days.ts';
import { everyDay } from '../../support/any-spans.ts';
import type { Span } from '../../../shared/domain/span.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TUESDAY = '2026-11-17';

describe('what is to come', () => {
  /** Half past twelve on Tuesday: 3 h 30 of its 8 h have been, and 8 h of Monday. */
  const LUNCH = span(TUESDAY, '12:00', '12:30', 'feed').endedAtMs;

  function weekAt(spans: readonly Span[], nowMs: number, rules = rulesWith()) {
    const frames = createDayFrames(rules);
    const range = { from: '2026-11-16', to: '2026-11-22' };
    const days = dayFigures({ spans, ...range, frames, zoneBefore: AMSTERDAM, nowMs });
    return { days, week: weekFigures(days) };
  }

  test('is neither measured nor not measured, and the week says how many days it has', () => {
    const spans = [span(TUESDAY, '09:00', '10:45', 'feed')];
    const { days, week } = weekAt(spans, LUNCH);
    expect(days.map(({ place }) => place)).toEqual([
      ...['no-data', 'over', 'to-come', 'to-come', 'to-come'],
      ...[null, null],
    ]);
    expect(days.map(({ coverage }) => coverage)).toEqual([0, 0.5, 0, 0, 0, 0, 0]);
    expect(week).toMatchObject([
      {
        days: { room: 0, 'sweet-spot': 0, over: 1, 'no-data': 1, 'to-come': 3 },
        workingMs: 40 * HOUR,
        workingSoFarMs: 11.5 * HOUR,
        coverage: 1.75 / 11.5,
      },
    ]);
    expect(weekAt(spans, LATER_MS).week[0]?.days).toEqual({
      room: 0,
      'sweet-spot': 0,
      over: 1,
      'no-data': 4,
    });
  });

  test('is not the day whose clock has not come to its work yet, nor a later one that has spans', () => {
    const lateOnMonday = span(TUESDAY, '00:00', '00:01', 'feed').startedAtMs - 1;
    expect(weekAt([], lateOnMonday).days.map(({ place }) => place)).toEqual([
      ...['no-data', 'to-come', 'to-come', 'to-come', 'to-come'],
      ...[null, null],
    ]);
    const ahead = weekAt([span('2026-11-20', '09:00', '10:00', 'elsewhere')], LUNCH).days[4];
    expect(ahead).toMatchObject({ place: 'room', workingSoFarMs: 8 * HOUR, coverage: 1 / 8 });
    // A clock that was set back since: measured time has been.
    const today = weekAt([span(TUESDAY, '09:00', '17:30', 'elsewhere')], LUNCH).days[1];
    expect(today).toMatchObject({ workingSoFarMs: 8 * HOUR, coverage: 1 });
  });

  test('is what is left of a night shift, and follows the calendar of the zone of the day', () => {
    const rules = everyDay([{ from: '22:00', to: '06:00' }]);
    const oneAtNight = span('2026-11-18', '01:00', '01:01', 'feed').startedAtMs;
    const spans = [span(TUESDAY, '22:00', '23:30', 'elsewhere')];
    const { days } = weekAt(spans, oneAtNight, rules);
    expect(days[1]).toMatchObject({ workingSoFarMs: 3 * HOUR, coverage: 0.5, place: 'room' });
    expect(days.slice(2, 4).map(({ place }) => place)).toEqual(['no-data', 'to-come']);
  });

  test('is a place of the report, and of no other', () => {
    const [, , wednesday] = weekAt([], LUNCH).days;
    const [week] = weekAt([], LUNCH).week;
    if (!wednesday || !week) throw new Error('no day');
    expect(dayRow(wednesday, { includePrivate: false })).toMatchObject({
      place: 'to-come',
      countedMs: 0,
      coverage: 0,
    });
    expect(weekRow(week, { includePrivate: false }).days).toMatchObject({ 'to-come': 3 });
  });
});
