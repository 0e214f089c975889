import { describe, expect, test } from 'vitest';
import { buildWeekChart } from '../../../../renderer/features/week/build-week-chart.ts';
import {
  buildActivityTotals,
  buildWeekFacts,
} from '../../../../renderer/components/build-week-facts.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../shared/settings/settings.ts';
import {
  dayOf,
  EXAMPLE_NOW_MS,
  EXAMPLE_SPANS,
  spansOf,
  viewsOver,
} from '../../../support/example-weeks.ts';
import { DUTCH, ENGLISH, plainIn } from '../words.ts';

const views = viewsOver(EXAMPLE_SPANS, EXAMPLE_NOW_MS, () => DEFAULT_SETTINGS);
const [agreement] = DEFAULT_SETTINGS.agreements;

function chartOf(...lines: Parameters<typeof spansOf>[1]) {
  const spans = spansOf('2026-11-17', lines);
  return buildWeekChart(
    viewsOver(spans, EXAMPLE_NOW_MS, () => DEFAULT_SETTINGS).week(null),
    ENGLISH,
  );
}

describe('the chart of a week', () => {
  const chart = plainIn(buildWeekChart(views.week(null), ENGLISH));

  test('has a point for every day, with what it is called', () => {
    expect(
      chart.points.map((point) => [
        point.weekday,
        point.dayOfMonth,
        point.standing,
        point.countedMinutes,
        point.outsideMinutes,
        point.privateMinutes,
      ]),
    ).toEqual([
      ['Mon', '16', 'room', 12, 0, 0],
      ['Tue', '17', 'sweet-spot', 27, 22, 0],
      ['Wed', '18', 'no-data', 0, 0, 0],
      ['Thu', '19', 'over', 31, 6, 3],
      ['Fri', '20', 'to-come', 0, 0, 0],
      ['Sat', '21', 'day-off', 0, 0, 0],
      ['Sun', '22', 'day-off', 0, 0, 0],
    ]);
    expect(chart.points.filter((point) => point.isToday).map(({ date }) => date)).toEqual([
      '2026-11-19',
    ]);
    expect(chart.points.filter((point) => point.notMeasured).map(({ date }) => date)).toEqual([
      '2026-11-18',
    ]);
  });

  test('has the same days of the week before, where they were measured', () => {
    const before = plainIn(buildWeekChart(views.week('2026-11-09'), ENGLISH));
    expect(chart.hasBefore).toBe(true);
    expect(chart.points.map(({ beforeMinutes }) => beforeMinutes)).toEqual(
      before.points.map((point) =>
        point.hasWorkingTime && !point.notMeasured ? point.countedMinutes : null,
      ),
    );
    expect(before.hasBefore).toBe(false);
    // They fit on the axis too.
    const most = Math.max(...chart.points.map(({ beforeMinutes }) => beforeMinutes ?? 0));
    expect(chart.domain[1]).toBeGreaterThanOrEqual(most);
  });

  test('stacks the counted activities alone, in report order', () => {
    expect(chart.series).toEqual([
      'networking',
      'messaging',
      'publishing',
      'feed',
      'notifications',
    ]);
    expect(chart.points[3]).toMatchObject({
      counted: { networking: 12, messaging: 6, publishing: 8, feed: 2, notifications: 3 },
      // Of the working time up to now.
      coverage: 972 / 1063,
      unmeasuredFrom: 0.91,
    });
  });

  test('spans the block over the working days, and has an axis for both sides', () => {
    expect(chart.bands).toEqual([
      { from: '2026-11-16', to: '2026-11-20', min: 15, max: 30, label: 'Agreed 15–30 min' },
    ]);
    expect(chart.domain).toEqual([-30, 40]);
    expect(chart.ticks).toEqual([-30, -20, -10, 0, 10, 20, 30, 40]);
  });

  test('says what it shows', () => {
    expect(chart.summary).toBe(
      '1 h 10 min counted on 3 measured working days: 1 with room, 1 in the sweet spot, 1 above the block. 28 min outside working time.',
    );
    const dutch = plainIn(buildWeekChart(views.week('2026-11-09'), DUTCH));
    expect(dutch.summary).toBe(
      '1 u 32 min geteld op 5 gemeten werkdagen: 1 met ruimte, 4 in de sweet spot, 0 boven het blok.',
    );
    expect(dutch.domain).toEqual([0, 40]);
  });

  test('of a week without the app says that nothing was measured', () => {
    const empty = buildWeekChart(views.week('2026-10-05'), ENGLISH);
    expect(empty.summary).toBe('Nothing was measured in the working time of this week.');
    expect(empty.points.filter((point) => point.notMeasured)).toHaveLength(5);
    expect(empty.points.map(({ unmeasuredFrom }) => unmeasuredFrom)).toEqual([0, 0, 0, 0, 0, 1, 1]);
    expect(empty.series).toEqual([]);
  });
});

test('parts of a bar add up to its rounded total', () => {
  const { points } = chartOf(
    ['09:00:00', '09:01:30', 'networking'],
    ['09:02:00', '09:03:30', 'messaging'],
    ['09:04:00', '09:05:30', 'feed'],
  );
  const tuesday = points[1];
  expect(tuesday?.countedMinutes).toBe(5);
  expect(tuesday?.counted).toEqual({ networking: 2, messaging: 2, feed: 1 });
});

test('private time outside working time stands by itself, and in no other figure', () => {
  const { points, hasPrivateOutside } = chartOf(
    ['09:10', '09:14', 'private'],
    ['20:00', '20:10', 'feed'],
    ['20:10', '20:17', 'private'],
  );
  expect(hasPrivateOutside).toBe(true);
  expect(points[1]).toMatchObject({
    countedMinutes: 0,
    outsideMinutes: 10,
    privateMinutes: 4,
    privateOutsideMinutes: 7,
  });
});

test('what a role takes as its work stands outside the block', () => {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    agreements: [{ ...agreement!, role: 'sales' }],
  };
  const spans = spansOf('2026-11-17', [
    ['09:00', '10:15', 'sales'],
    ['10:15', '10:20', 'messaging'],
  ]);
  const view = viewsOver(spans, EXAMPLE_NOW_MS, () => settings).week(null);
  const chart = buildWeekChart(view, ENGLISH);
  expect(chart.points[1]).toMatchObject({
    counted: { messaging: 5 },
    countedMinutes: 5,
    ownWorkMinutes: 75,
    privateMinutes: 0,
  });
  // An axis for the block, not for the hours of the work itself.
  expect(chart.domain[1]).toBe(40);
  expect(plainIn(buildWeekFacts(view, ENGLISH)).ownWork).toBe(
    'Sales Navigator, 1 h 15 min, is your own work and outside the block.',
  );
});

test('a block that changes in the week is drawn as it was on each day', () => {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    agreements: [agreement!, { ...agreement!, from: '2026-11-18', minMinutes: 20, maxMinutes: 40 }],
    daysOff: ['2026-11-19'],
  };
  const view = viewsOver(EXAMPLE_SPANS, EXAMPLE_NOW_MS, () => settings).week(null);
  expect(buildWeekChart(view, ENGLISH).bands.map(({ from, to, max }) => [from, to, max])).toEqual([
    ['2026-11-16', '2026-11-17', 30],
    ['2026-11-18', '2026-11-18', 40],
    ['2026-11-20', '2026-11-20', 40],
  ]);
});

describe('the four facts', () => {
  test('of the running week', () => {
    expect(plainIn(buildWeekFacts(views.week(null), ENGLISH))).toEqual({
      counted: { label: 'Counted', value: '1 h 10 min', detail: 'Agreed: at most 2 h 30 min' },
      places: [
        { place: 'room', label: 'Room', count: 1 },
        { place: 'sweet-spot', label: 'Sweet spot', count: 1 },
        { place: 'over', label: 'Above block', count: 1 },
        { place: 'no-data', label: 'Not measured', count: 1 },
      ],
      daysDetail: '1 still to come',
      outside: { label: 'Outside working time', value: '28 min', detail: 'on LinkedIn' },
      coverage: {
        label: 'Measured',
        value: '72%',
        detail: '21 h 24 min of 29 h 54 min working time so far',
      },
      comparison: {
        bars: [
          { id: '2026-W47', label: 'Week 47', minutes: 70, length: '1 h 10 min', fill: 'now' },
          { id: '2026-W46', label: 'Week 46', minutes: 92, length: '1 h 32 min', fill: 'before' },
        ],
        longestMinutes: 92,
        summary: '1 h 10 min so far; the whole week before came to 1 h 32 min.',
      },
      ownWork: null,
    });
  });

  test('compare in neutral words', () => {
    const week = (minutes: number) =>
      dayOf('2026-11-03', [['09:00', '12:00']], [['09:00', `09:${minutes}`, 'feed']]);
    const compare = (earlier: number, later: number) => {
      const spans = [
        ...week(earlier),
        ...dayOf('2026-11-10', [['09:00', '12:00']], [['09:00', `09:${later}`, 'feed']]),
      ];
      const view = viewsOver(spans, EXAMPLE_NOW_MS, () => DEFAULT_SETTINGS).week('2026-11-10');
      return plainIn(buildWeekFacts(view, ENGLISH)).comparison.summary;
    };
    expect(compare(20, 35)).toBe('15 min more than the week before, which came to 20 min.');
    expect(compare(35, 20)).toBe('15 min less than the week before, which came to 35 min.');
    expect(compare(20, 20)).toBe('As much as the week before: 20 min.');
    expect(buildWeekFacts(views.week('2026-11-09'), ENGLISH).comparison).toMatchObject({
      bars: [{}, { length: 'Not measured', minutes: 0 }],
      summary: 'The week before was not measured.',
    });
  });
});

test('a morning without a measurement yet is to come, not missing', () => {
  const early = viewsOver(
    EXAMPLE_SPANS.filter(({ endedAtMs }) => endedAtMs < Date.parse('2026-11-19T00:00:00+01:00')),
    Date.parse('2026-11-19T08:00:00+01:00'),
    () => DEFAULT_SETTINGS,
  );
  expect(buildWeekChart(early.week(null), ENGLISH).points[3]).toMatchObject({
    standing: 'not-yet',
    notMeasured: false,
  });
  const facts = buildWeekFacts(early.week(null), ENGLISH);
  expect(facts.daysDetail).toBe('2 still to come');
  expect(facts.places.map(({ count }) => count)).toEqual([1, 1, 0, 1]);
});

test('a week that was not measured has dashes for figures', () => {
  const facts = buildWeekFacts(views.week('2026-10-05'), ENGLISH);
  expect([facts.counted.value, facts.outside.value, facts.coverage.value]).toEqual([
    '–',
    '–',
    '0%',
  ]);
});

test('the week by activity is longest first, private among them', () => {
  const totals = plainIn(buildActivityTotals(views.week(null), DUTCH));
  expect(totals.bars.map(({ label, minutes }) => [label, minutes])).toEqual([
    ['Netwerken', 23],
    ['Berichten', 19],
    ['Feed', 17],
    ['Publiceren', 8],
    ['Meldingen', 3],
    ['Privé', 3],
  ]);
  expect(totals.summary).toBe('Het meeste ging naar Netwerken: 23 min van de 1 u 13 min.');
});

test('next to the week before stands the mean of the measured weeks among the eight before', () => {
  const weekOf = (monday: string, minutes: number) =>
    dayOf(monday, [['09:00', '12:00']], [['09:00', `09:${minutes}`, 'feed']]);
  const spans = [
    // Nine weeks before: not among the eight.
    ...weekOf('2026-09-14', 59),
    ...weekOf('2026-10-26', 10),
    ...weekOf('2026-11-02', 20),
    ...weekOf('2026-11-09', 33),
    ...weekOf('2026-11-16', 40),
  ];
  const view = viewsOver(spans, EXAMPLE_NOW_MS, () => DEFAULT_SETTINGS).week('2026-11-16');
  expect(view.mean).toEqual({ weeks: 3, countedMs: 21 * 60_000 });
  const { bars, summary } = plainIn(buildWeekFacts(view, ENGLISH)).comparison;
  expect(bars.map(({ label, minutes }) => [label, minutes])).toEqual([
    ['Week 47', 40],
    ['Week 46', 33],
    ['Mean', 21],
  ]);
  expect(summary).toBe(
    '40 min so far; the whole week before came to 33 min. The mean of the 3 measured weeks among the eight before is 21 min.',
  );
  expect(views.week('2026-11-16').mean).toEqual({ weeks: 1, countedMs: 92 * 60_000 });
  expect(views.week('2026-11-09').mean).toBeNull();
});

test('a week without a moment measured is not called one without LinkedIn', () => {
  const { summary } = buildActivityTotals(
    viewsOver([], EXAMPLE_NOW_MS, () => DEFAULT_SETTINGS).week(null),
    ENGLISH,
  );
  expect(summary).toBe('Nothing was measured in the working time of this week.');
});
