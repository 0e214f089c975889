import { describe, expect, test } from 'vitest';
import { buildTimelineChart } from '../../../../renderer/features/today/build-timeline-chart.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/settings/settings.ts';
import {
  EXAMPLE_NOW_MS,
  EXAMPLE_SPANS,
  spansOf,
  viewsOver,
} from '../../../support/example-weeks.ts';
import { DUTCH, ENGLISH, plainIn } from '../words.ts';

const at = (time: string, isoDate = '2026-11-19') =>
  Date.parse(`${isoDate}T${time.padEnd(8, ':00')}+01:00`);
const between = (from: string, to: string, isoDate?: string) => ({
  startMs: at(from, isoDate),
  endMs: at(to, isoDate),
});
const views = viewsOver(EXAMPLE_SPANS, EXAMPLE_NOW_MS, () => DEFAULT_SETTINGS);

describe('the timeline of a running day', () => {
  const timeline = plainIn(buildTimelineChart(views.day(null), ENGLISH));

  test('goes from the hour before the first thing to the hour after the last', () => {
    expect(timeline.domain).toEqual([at('08:00'), at('18:00')]);
    expect(timeline.ticks).toEqual(
      Array.from({ length: 11 }, (_, hour) => at('08:00') + hour * 3_600_000),
    );
  });

  test('has a lane for each activity of the day, in report order, private among them', () => {
    expect(timeline.lanes).toEqual([
      { activity: 'networking', label: 'Networking' },
      { activity: 'messaging', label: 'Messaging' },
      { activity: 'publishing', label: 'Publishing' },
      { activity: 'feed', label: 'Feed' },
      { activity: 'notifications', label: 'Notifications' },
      { activity: 'private', label: 'Private' },
    ]);
  });

  test('marks every span and every gap in working time up to now, by time', () => {
    expect(
      timeline.marks.map(({ activity, lane, time, length }) => [activity, lane, time, length]),
    ).toEqual([
      ['feed', 3, '08:52 – 08:58', '6 min'],
      ['networking', 0, '09:31 – 09:38', '7 min'],
      ['notifications', 4, '09:38 – 09:41', '3 min'],
      [null, null, '10:40 – 11:10', '30 min'],
      ['publishing', 2, '11:15 – 11:23', '8 min'],
      ['private', 5, '11:52 – 11:55', '3 min'],
      ['messaging', 1, '13:20 – 13:26', '6 min'],
      ['feed', 3, '14:02 – 14:04', '2 min'],
      ['networking', 0, '15:19 – 15:24', '5 min'],
      [null, null, '15:24 – 15:24', '20 s'],
    ]);
    expect(timeline.marks[0]).toEqual({
      ...between('08:52', '08:58'),
      lane: 3,
      activity: 'feed',
      label: 'Feed',
      time: '08:52 – 08:58',
      length: '6 min',
    });
  });

  test('shades working time, hatches what was not measured and knows now', () => {
    expect(timeline.working).toEqual([between('09:00', '12:30'), between('13:00', '17:30')]);
    expect(timeline.notMeasured).toEqual([
      between('10:40', '11:10'),
      { startMs: at('15:24'), endMs: EXAMPLE_NOW_MS },
    ]);
    expect(timeline.window).toEqual([]);
    expect(timeline.nowMs).toBe(EXAMPLE_NOW_MS);
  });

  test('says what it shows in a sentence', () => {
    expect(timeline.summary).toBe(
      '8 times on LinkedIn, 40 min in all, between 08:52 and 15:24. 30 min of working time not measured.',
    );
    expect(plainIn(buildTimelineChart(views.day(null), DUTCH)).summary).toBe(
      '8 keer op LinkedIn, samen 40 min, tussen 08:52 en 15:24. 30 min werktijd niet gemeten.',
    );
  });
});

describe('the timeline of another day', () => {
  test('has no now, and says so when nothing was there', () => {
    const quiet = plainIn(buildTimelineChart(views.day('2026-11-12'), DUTCH));
    expect(quiet).toMatchObject({
      marks: [],
      lanes: [],
      notMeasured: [],
      nowMs: null,
      summary: 'Geen LinkedIn-tijd gezien op deze dag.',
    });
  });

  test('hatches all working time of a day without the app', () => {
    const closed = plainIn(buildTimelineChart(views.day('2026-11-18'), ENGLISH));
    expect(closed.notMeasured).toEqual([
      between('09:00', '12:30', '2026-11-18'),
      between('13:00', '17:30', '2026-11-18'),
    ]);
    expect(closed.summary).toBe(
      'No LinkedIn time seen on this day. 8 h of working time not measured.',
    );
  });

  test('does not call what only totals are left of not measured', () => {
    const condensed = { ...views.day('2026-11-18'), isCondensed: true };
    expect(buildTimelineChart(condensed, ENGLISH)).toMatchObject({
      marks: [],
      notMeasured: [],
      summary: 'There are totals only: when it was is no longer kept.',
    });
  });

  test('shows all of a day off without anything, every three hours', () => {
    const sunday = buildTimelineChart(views.day('2026-11-15'), ENGLISH);
    expect(sunday.domain).toEqual([at('00:00', '2026-11-15'), at('00:00', '2026-11-16')]);
    expect(sunday.ticks).toHaveLength(9);
  });

  test('shows at least eight hours around a single span, and one that is alone is told as one', () => {
    const sunday = spansOf('2026-11-15', [['21:10', '21:15', 'feed']]);
    const view = viewsOver(sunday, EXAMPLE_NOW_MS, () => DEFAULT_SETTINGS).day('2026-11-15');
    const timeline = plainIn(buildTimelineChart(view, ENGLISH));
    expect(timeline.domain[1] - timeline.domain[0]).toBeGreaterThanOrEqual(7 * 3_600_000);
    expect(timeline.domain[0]).toBeLessThanOrEqual(at('21:10', '2026-11-15'));
    expect(timeline.domain[1]).toBeLessThanOrEqual(at('00:00', '2026-11-16'));
    expect(timeline.summary).toBe('Once on LinkedIn, 5 min, at 21:10.');
  });

  test('cuts hours where the clock of the zone has them', () => {
    const zone = 'Asia/Kolkata';
    const startedAtMs = Date.parse('2026-11-17T09:40:00+05:30');
    const span = { startedAtMs, endedAtMs: startedAtMs + 600_000, activity: 'feed', zone } as const;
    const view = viewsOver(
      [{ ...span, relabelled: false, manual: false }],
      EXAMPLE_NOW_MS,
      () => DEFAULT_SETTINGS,
    );
    const { ticks, domain } = buildTimelineChart(view.day('2026-11-17'), ENGLISH);
    expect(domain[0]).toBe(Date.parse('2026-11-17T08:00:00+05:30'));
    expect(ticks[1]).toBe(Date.parse('2026-11-17T09:00:00+05:30'));
  });
});
