import { describe, expect, test } from 'vitest';
import { buildHeatMap } from '../../../../renderer/features/trends/build-heat-map.ts';
import { buildPurposeMix } from '../../../../renderer/features/trends/build-purpose-mix.ts';
import { buildWeeksTrend } from '../../../../renderer/features/trends/build-weeks-trend.ts';
import { buildYearCalendar } from '../../../../renderer/features/trends/build-year-calendar.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../shared/settings/settings.ts';
import {
  EXAMPLE_NOW_MS,
  EXAMPLE_SPANS,
  spansOf,
  viewsOver,
} from '../../../support/example-weeks.ts';
import { DUTCH, ENGLISH, plainIn } from '../words.ts';

function viewOf(
  spans: readonly Span[] = EXAMPLE_SPANS,
  year: number | null = null,
  settings: Settings = DEFAULT_SETTINGS,
) {
  return viewsOver(spans, EXAMPLE_NOW_MS, () => settings).trends(year);
}

describe('twelve weeks', () => {
  const trend = plainIn(buildWeeksTrend(viewOf(), 'activity', ENGLISH));

  test('end with this one, each next to what its blocks add up to', () => {
    expect(trend.points.map(({ short }) => short)).toEqual(
      [36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47].map((week) => `W${week}`),
    );
    expect(trend.points.slice(-3)).toEqual([
      {
        week: '2026-W45',
        number: 45,
        from: '2026-11-02',
        short: 'W45',
        name: 'Week 45, 2 – 8 November 2026',
        isMeasured: false,
        notMeasured: true,
        isRunning: false,
        counted: {},
        countedMinutes: 0,
        allowanceMinutes: 150,
        coverage: 0,
      },
      {
        week: '2026-W46',
        number: 46,
        from: '2026-11-09',
        short: 'W46',
        name: 'Week 46, 9 – 15 November 2026',
        isMeasured: true,
        notMeasured: false,
        isRunning: false,
        counted: { networking: 50, messaging: 13, publishing: 17, feed: 12 },
        countedMinutes: 92,
        allowanceMinutes: 150,
        coverage: 1,
      },
      {
        week: '2026-W47',
        number: 47,
        from: '2026-11-16',
        short: 'W47',
        name: 'Week 47, 16 – 22 November 2026',
        isMeasured: true,
        notMeasured: false,
        isRunning: true,
        counted: { networking: 23, messaging: 19, publishing: 8, feed: 17, notifications: 3 },
        countedMinutes: 70,
        allowanceMinutes: 150,
        // Of three days and of Thursday up to now.
        coverage: 1284 / (3 * 480 + 354 + 1 / 3),
      },
    ]);
    expect(trend.ticks).toEqual([0, 30, 60, 90, 120, 150]);
    expect(trend.series).toEqual([
      'networking',
      'messaging',
      'publishing',
      'feed',
      'notifications',
    ]);
  });

  test('are divided by purpose into the same sums', () => {
    const byPurpose = buildWeeksTrend(viewOf(), 'purpose', ENGLISH);
    expect(byPurpose.series).toEqual(['business', 'neutral']);
    expect(byPurpose.points.slice(-2).map(({ counted }) => counted)).toEqual([
      { business: 80, neutral: 12 },
      { business: 50, neutral: 20 },
    ]);
  });

  test('take the purpose of each day’s own agreement', () => {
    const [first] = DEFAULT_SETTINGS.agreements;
    if (!first) throw new Error('No agreement');
    const agreements = [
      first,
      { ...first, from: '2026-11-17', purposes: { networking: 'neutral' as const } },
    ];
    const view = viewOf(EXAMPLE_SPANS, null, { ...DEFAULT_SETTINGS, agreements });
    expect(buildWeeksTrend(view, 'purpose', ENGLISH).points.at(-2)?.counted).toEqual({
      business: 80,
      neutral: 12,
    });
    expect(buildWeeksTrend(view, 'purpose', ENGLISH).points.at(-1)?.counted).toEqual({
      business: 27,
      neutral: 43,
    });
  });

  test('say what they show, in both languages and without any figures', () => {
    expect(trend.summary).toBe(
      '2 h 42 min counted in 2 measured weeks; what was agreed for them comes to at most 5 h.',
    );
    expect(plainIn(buildWeeksTrend(viewOf(), 'activity', DUTCH)).summary).toBe(
      '2 u 42 min geteld in 2 gemeten weken; daarvoor is samen hooguit 5 u afgesproken.',
    );
    const nothing = buildWeeksTrend(viewOf([]), 'activity', ENGLISH);
    expect(nothing.summary).toBe('Nothing was measured in the working time of these weeks.');
    // The week that runs may have its working time before it.
    expect(nothing.points.map(({ notMeasured }) => notMeasured)).toEqual([
      ...Array<boolean>(11).fill(true),
      false,
    ]);
    const noBlock = viewOf(EXAMPLE_SPANS, null, { ...DEFAULT_SETTINGS, agreements: [] });
    const without = plainIn(buildWeeksTrend(noBlock, 'activity', ENGLISH));
    expect(without.summary).toBe(
      '2 h 42 min counted in 2 measured weeks; no block was agreed for them.',
    );
    expect(without.hasAllowance).toBe(false);
  });
});

describe('what it was for', () => {
  test('is minutes that add up, and shares of them', () => {
    const mix = plainIn(buildPurposeMix(viewOf(), ENGLISH));
    expect(mix.purposes).toEqual(['business', 'neutral', 'private']);
    expect(mix.points.at(-1)).toMatchObject({
      minutes: { business: 50, neutral: 20, private: 3 },
      totalMinutes: 73,
      shares: { business: 50 / 73, neutral: 20 / 73, private: 3 / 73 },
    });
    expect(mix.summary).toBe(
      '2 h 45 min on LinkedIn in working time: 2 h 10 min business, 32 min neutral, 3 min private.',
    );
  });

  test('of nothing has no share of anything', () => {
    const mix = buildPurposeMix(viewOf([]), ENGLISH);
    expect(mix.purposes).toEqual([]);
    expect(mix.points.at(-1)?.shares).toEqual({ business: 0, neutral: 0, private: 0 });
    expect(mix.summary).toBe('No LinkedIn time in the working time of these weeks.');
  });
});

describe('the heat map', () => {
  const map = plainIn(buildHeatMap(viewOf(), ENGLISH));
  const cell = (row: number, hour: string) =>
    map.cells.find((one) => one.row === row && map.hours[one.column]?.label === hour);

  test('reaches over every hour with time, and keeps not measured from zero', () => {
    expect(map.hours.at(0)?.label).toBe('08:00');
    expect(map.hours.at(-1)?.label).toBe('20:00');
    expect(map.cells).toHaveLength(7 * 13);
    expect(cell(1, '20:00')).toMatchObject({
      minutes: 22,
      level: 4,
      name: 'Tuesday, 20:00 to 21:00',
    });
    expect(cell(0, '13:00')).toMatchObject({ minutes: 0, level: 0, value: '0 min' });
    expect(cell(5, '13:00')).toMatchObject({ minutes: null, level: 0, value: 'Not measured' });
  });

  test('leaves private time out', () => {
    // Thursday 11:15–11:23 publishing; 11:52–11:55 was private.
    expect(cell(3, '11:00')?.minutes).toBe(8);
  });

  test('says which hour is the fullest', () => {
    expect(map.most).toBe(29);
    expect(map.summary).toBe(
      'The busiest hour was Friday 16:00–17:00: 29 min of the 3 h 10 min in these twelve weeks.',
    );
    expect(buildHeatMap(viewOf([]), ENGLISH)).toMatchObject({
      most: 0,
      summary: 'No LinkedIn time in these twelve weeks.',
    });
  });
});

describe('the calendar of a year', () => {
  const calendar = plainIn(buildYearCalendar(viewOf(), ENGLISH));

  test('has every day, a column a week', () => {
    expect(calendar.cells).toHaveLength(365);
    expect(calendar.columns).toBe(53);
    expect(calendar.cells.at(0)).toMatchObject({ date: '2026-01-01', column: 0, row: 3 });
    expect(calendar.cells.at(-1)).toMatchObject({ date: '2026-12-31', column: 52, row: 3 });
    expect(calendar.months.at(10)).toEqual({ column: 43, label: 'Nov' });
  });

  test('has the place and the counted minutes of each day', () => {
    const days = calendar.cells.filter(({ date }) => date >= '2026-11-16' && date <= '2026-11-21');
    expect(
      days.map(({ standing, countedMinutes, value }) => [standing, countedMinutes, value]),
    ).toEqual([
      ['room', 12, '12 min · Room'],
      ['sweet-spot', 27, '27 min · Sweet spot'],
      ['no-data', null, 'Not measured'],
      ['over', 31, '31 min · Above block'],
      ['to-come', null, 'To come'],
      ['day-off', null, 'Day off'],
    ]);
    expect(days.filter(({ isToday }) => isToday).map(({ date }) => date)).toEqual(['2026-11-19']);
  });

  test('says how many days lie where', () => {
    expect(calendar.summary).toBe(
      '8 measured working days: 2 with room, 5 in the sweet spot, 1 above the block.',
    );
    expect(buildYearCalendar(viewOf([]), ENGLISH).summary).toBe(
      'No working day of this year was measured.',
    );
  });

  test('of a leap year before has its own weeks, the last twelve of them', () => {
    const view = viewOf(spansOf('2024-02-29', [['09:10', '09:20', 'feed']]), 2024);
    const leap = buildYearCalendar(view, ENGLISH);
    expect(leap.cells).toHaveLength(366);
    expect(leap.cells.find(({ date }) => date === '2024-02-29')?.countedMinutes).toBe(10);
    expect(view.weeks.map(({ week }) => week).slice(-2)).toEqual(['2024-W52', '2025-W01']);
    expect(view.weeks).toHaveLength(12);
  });
});
