import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoWeekOf } from '../../../shared/domain/calendar.ts';
import { type DayFigures, dayFigures, weekFigures } from '../../../shared/domain/figures.ts';
import { type FigureRules, createDayFrames } from '../../../shared/domain/frames.ts';
import { lengthMs } from '../../../shared/domain/interval.ts';
import { dayRow } from '../../../shared/domain/report.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { dayIntervals, isoWithOffset } from '../../../shared/domain/zone.ts';
import { anySpans, everyDay } from '../../support/any-spans.ts';
import { AMSTERDAM, LATER_MS, NEW_YORK, rulesWith, span, walkDay } from '../../support/days.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function figures(
  spans: readonly Span[],
  from: string,
  to = from,
  rules: FigureRules = rulesWith(),
): DayFigures[] {
  return dayFigures({
    spans,
    from,
    to,
    frames: createDayFrames(rules),
    zoneBefore: AMSTERDAM,
    nowMs: LATER_MS,
  });
}

function figuresOf(spans: readonly Span[], date: string, rules?: FigureRules): DayFigures {
  const [day] = figures(spans, date, date, rules);
  if (!day) throw new Error('no day');
  return day;
}

const TUESDAY = '2026-11-17';

/** The worked example of the specification. */
const EXAMPLE = [
  span(TUESDAY, '08:55', '09:05', 'feed'),
  span(TUESDAY, '09:05', '12:20', 'elsewhere'),
  span(TUESDAY, '12:20', '12:40', 'networking'),
  span(TUESDAY, '12:40', '15:00', 'elsewhere'),
  span(TUESDAY, '15:00', '15:07', 'private'),
  span(TUESDAY, '15:07', '17:30', 'elsewhere'),
];

describe('the figures of a day', () => {
  test('list activities in the order of reports, so that rounding knows no first and last', () => {
    const early = (first: Span['activity'], second: Span['activity']) => [
      span(TUESDAY, '09:00', '09:10', first),
      span(TUESDAY, '09:10', '09:20', second),
      span(TUESDAY, '18:00', '18:10', first),
      span(TUESDAY, '18:10', '18:20', second),
    ];
    const day = figuresOf(early('feed', 'networking'), TUESDAY);
    expect(JSON.stringify(day)).toBe(
      JSON.stringify(figuresOf(early('networking', 'feed'), TUESDAY)),
    );
    const week = weekFigures([
      figuresOf([span('2026-11-16', '09:00', '09:10', 'feed')], '2026-11-16'),
      figuresOf([span(TUESDAY, '09:00', '09:10', 'networking')], TUESDAY),
    ]);
    expect(week.map(({ insideMs }) => Object.keys(insideMs))).toEqual([['networking', 'feed']]);
  });

  test('are those of the worked example', () => {
    expect(figuresOf(EXAMPLE, TUESDAY)).toMatchObject({
      place: 'sweet-spot',
      workingDay: true,
      countedMs: 15 * MINUTE,
      countedByMs: { feed: 5 * MINUTE, networking: 10 * MINUTE },
      insideMs: { feed: 5 * MINUTE, networking: 10 * MINUTE, private: 7 * MINUTE },
      outsideMs: { feed: 5 * MINUTE, networking: 10 * MINUTE },
      purposeMs: { business: 10 * MINUTE, neutral: 5 * MINUTE, private: 7 * MINUTE },
      activeMs: 10 * MINUTE,
      passiveMs: 5 * MINUTE,
      inWindowMs: null,
      workingMs: 8 * HOUR,
      measuredMs: 8 * HOUR,
      coverage: 1,
    });
  });

  test.each([
    [14, 'room'],
    [15, 'sweet-spot'],
    [30, 'sweet-spot'],
    [31, 'over'],
    [0, 'room'],
  ] as const)('%i minutes are %s', (minutes, place) => {
    const end = `10:${String(minutes).padStart(2, '0')}`;
    const rest = span(TUESDAY, end, '11:00', 'elsewhere');
    const spans = minutes > 0 ? [span(TUESDAY, '10:00', end, 'messaging'), rest] : [rest];
    expect(figuresOf(spans, TUESDAY).place).toBe(place);
  });

  test('without measuring have no data, and on a day off no place', () => {
    expect(figuresOf([], TUESDAY)).toMatchObject({ place: 'no-data', coverage: 0 });
    const saturday = '2026-11-21';
    expect(figuresOf([span(saturday, '10:00', '10:20', 'feed')], saturday)).toMatchObject({
      place: null,
      workingDay: false,
      outsideMs: { feed: 20 * MINUTE },
    });
    const off = rulesWith({ daysOff: [TUESDAY] });
    expect(figuresOf(EXAMPLE, TUESDAY, off)).toMatchObject({ place: null, workingMs: 0 });
  });

  test('leave out what the role takes as its work, and count its part in the window', () => {
    const [agreement] = rulesWith().agreements;
    if (!agreement) throw new Error('no agreement');
    const rules = rulesWith({
      agreements: [{ ...agreement, role: 'sales', window: { from: '09:00', to: '09:30' } }],
    });
    const day = figuresOf(
      [
        span(TUESDAY, '09:10', '09:25', 'sales'),
        span(TUESDAY, '09:25', '09:45', 'messaging'),
        span(TUESDAY, '10:00', '10:05', 'other'),
      ],
      TUESDAY,
      rules,
    );
    expect(day).toMatchObject({
      countedMs: 25 * MINUTE,
      inWindowMs: 5 * MINUTE,
      place: 'sweet-spot',
    });
    const other = figuresOf([span(TUESDAY, '10:00', '10:20', 'other')], TUESDAY);
    expect(other.countedMs).toBe(20 * MINUTE);
  });

  test('are those of the agreement that was valid on that day', () => {
    const [first] = rulesWith().agreements;
    if (!first) throw new Error('no agreement');
    const rules = rulesWith({
      agreements: [
        { ...first, from: '2026-11-18', minMinutes: 5, maxMinutes: 10 },
        { ...first, from: '2026-11-01' },
      ],
    });
    const spans = ['2026-10-30', TUESDAY, '2026-11-18'].map((date) =>
      span(date, '10:00', '10:20', 'feed'),
    );
    const days = figures(spans, '2026-10-30', '2026-11-18', rules);
    expect([days.at(0), days.at(-2), days.at(-1)].map((day) => day?.place)).toEqual([
      null,
      'sweet-spot',
      'over',
    ]);
    expect(days.at(0)?.agreement).toBeNull();
  });
});

describe('working time', () => {
  test('is what the clock on the wall shows on the days of 23 and 25 hours', () => {
    const rules = everyDay([{ from: '00:00', to: '24:00' }]);
    const days = figures([], '2026-03-28', '2026-03-29', rules);
    expect(days.map((day) => day.workingMs / HOUR)).toEqual([24, 23]);
    expect(figuresOf([], '2026-10-25', rules).workingMs / HOUR).toBe(25);
    const night = everyDay([{ from: '01:30', to: '02:30' }]);
    expect(figuresOf([], '2026-03-29', night).workingMs / MINUTE).toBe(30);
    expect(figuresOf([], '2026-10-25', night).workingMs / MINUTE).toBe(90);
  });

  test('of a night shift is of the day on which it starts, without its breaks', () => {
    const rules = everyDay([{ from: '22:00', to: '06:00' }], [{ from: '02:00', to: '02:30' }]);
    expect(figuresOf([], TUESDAY, rules).workingMs / MINUTE).toBe(7.5 * 60);
    const halves = [
      { from: '20:00', to: '24:00' },
      { from: '00:00', to: '04:00' },
    ];
    const overMidnight = everyDay(halves, [{ from: '23:45', to: '00:15' }]);
    expect(figuresOf([], TUESDAY, overMidnight).workingMs / MINUTE).toBe(2 * (4 * 60 - 15));
    const friday = rulesWith({
      dayChanges: { '2026-11-20': [{ from: '22:00', to: '03:00' }] },
    });
    const days = figures([], '2026-11-20', '2026-11-21', friday);
    expect(days.map((day) => [day.workingMs / HOUR, day.place])).toEqual([
      [5, 'no-data'],
      [0, null],
    ]);
  });

  test('that begins while the shift of the day before goes on is of that day until it ends', () => {
    const rules = rulesWith({
      dayChanges: {
        '2026-11-16': [{ from: '22:00', to: '06:00' }],
        [TUESDAY]: [{ from: '05:00', to: '10:00' }],
      },
    });
    const spans = [span(TUESDAY, '05:30', '06:20', 'feed')];
    const days = figures(spans, '2026-11-16', TUESDAY, rules);
    expect(days.map((day) => [day.workingMs / HOUR, day.countedMs / MINUTE])).toEqual([
      [8, 30],
      [4, 20],
    ]);
  });

  test('five night shifts are five working days and five blocks, and a day off in between none', () => {
    const nights = [{ from: '22:00', to: '06:00' }];
    const week = everyDay(nights).schedules[0]?.weeks[0];
    if (!week) throw new Error('no week');
    const schedules = [
      { from: '1970-01-01', breaks: [], weeks: [{ ...week, saturday: [], sunday: [] }] },
    ];
    // Friday's shift goes on into Saturday.
    const spans = [span('2026-11-21', '01:00', '01:20', 'feed')];
    const days = figures(spans, '2026-11-16', '2026-11-22', rulesWith({ schedules }));
    expect(days.map(({ place }) => place)).toEqual([
      ...['no-data', 'no-data', 'no-data', 'no-data', 'sweet-spot'],
      ...[null, null],
    ]);
    const options = { includePrivate: false };
    expect(days.map((day) => dayRow(day, options).agreement !== null)).toEqual([
      ...[true, true, true, true, true],
      ...[false, false],
    ]);
    expect(weekFigures(days)).toMatchObject([
      { days: { 'no-data': 4, 'sweet-spot': 1 }, allowanceMs: 5 * 30 * MINUTE },
    ]);
    const off = figures(
      spans,
      '2026-11-16',
      '2026-11-22',
      rulesWith({ schedules, daysOff: ['2026-11-18'] }),
    );
    expect(off[2]).toMatchObject({ workingDay: false, place: null, workingMs: 0 });
    expect(weekFigures(off)).toMatchObject([{ allowanceMs: 4 * 30 * MINUTE }]);
  });

  test('of a night shift has the fixed window that the clock shows in it', () => {
    const [agreement] = rulesWith().agreements;
    if (!agreement) throw new Error('no agreement');
    const rules = rulesWith({
      dayChanges: { [TUESDAY]: [{ from: '22:00', to: '06:00' }] },
      agreements: [
        { ...agreement, window: { from: '02:00', to: '03:00' } },
        { ...agreement, from: '2026-11-18', window: null },
      ],
    });
    const spans = [span('2026-11-18', '01:50', '02:10', 'feed')];
    const days = figures(spans, TUESDAY, '2026-11-18', rules);
    expect(days.map(({ countedMs, inWindowMs }) => [countedMs, inWindowMs])).toEqual([
      [20 * MINUTE, 10 * MINUTE],
      [0, null],
    ]);
  });

  test('of a changed day has its own ranges alone, and no breaks', () => {
    const day = [{ from: '09:00', to: '17:30' }];
    const rules = {
      ...everyDay(day, [{ from: '12:30', to: '13:00' }]),
      dayChanges: { [TUESDAY]: day },
    };
    const spans = [span(TUESDAY, '12:35', '12:45', 'feed')];
    expect(figuresOf(spans, TUESDAY, rules)).toMatchObject({
      workingMs: 510 * MINUTE,
      insideMs: { feed: 10 * MINUTE },
      outsideMs: {},
    });
  });

  test('alternates by week from the week in which the schedule begins', () => {
    const week = rulesWith().schedules[0]?.weeks[0];
    if (!week) throw new Error('no week');
    const rules = rulesWith({
      schedules: [
        { from: '2026-11-18', breaks: [], weeks: [week, { ...week, monday: [], tuesday: [] }] },
      ],
    });
    const days = figures([], '2026-11-16', '2026-12-01', rules);
    expect(days.filter((day) => day.workingDay).map((day) => day.date.slice(5))).toEqual([
      '11-18',
      '11-19',
      '11-20',
      '11-25',
      '11-26',
      '11-27',
      '11-30',
      '12-01',
    ]);
  });

  test('follows each span into its own zone on a flight', () => {
    // 17:00 in Amsterdam is 11:00 in New York, where the working day has hours left.
    const day = figuresOf(
      [
        span(TUESDAY, '16:00', '17:00', 'feed'),
        span(TUESDAY, '13:30', '14:30', 'messaging', NEW_YORK),
      ],
      TUESDAY,
    );
    expect(day.insideMs).toEqual({ feed: HOUR, messaging: HOUR });
    expect(day.zone).toBe(AMSTERDAM);
  });

  test.each([
    ['Asia/Kolkata', '+05:30'],
    ['Pacific/Chatham', '+13:45'],
    ['America/St_Johns', '-03:30'],
  ])('is local in %s', (zone, offset) => {
    const day = figuresOf([span(TUESDAY, '08:00', '10:00', 'feed', zone)], TUESDAY);
    expect(day.insideMs).toEqual({ feed: HOUR });
    expect(isoWithOffset(zone, span(TUESDAY, '08:00', '10:00', 'feed', zone).startedAtMs)).toBe(
      `2026-11-17T08:00:00.000${offset}`,
    );
  });
});

describe('days and weeks', () => {
  test('have 23, 24 and 25 hours', () => {
    const hours = (zone: string, date: string) => lengthMs(dayIntervals(zone, date)) / HOUR;
    expect(
      ['2026-03-29', '2026-10-25', '2027-03-28', '2026-07-01'].map((date) =>
        hours(AMSTERDAM, date),
      ),
    ).toEqual([23, 25, 23, 24]);
    expect(hours(NEW_YORK, '2026-11-01')).toBe(25);
    // Midnight itself is skipped in Santiago.
    expect(hours('America/Santiago', '2026-09-06')).toBe(23);
  });

  test('are named after ISO 8601', () => {
    expect(['2024-12-30', '2027-01-01', '2026-01-01', '2026-11-16'].map(isoWeekOf)).toEqual([
      '2025-W01',
      '2026-W53',
      '2026-W01',
      '2026-W47',
    ]);
  });

  test('a week sums its days and allows the blocks of its working days', () => {
    const days = figures(EXAMPLE, '2026-11-16', '2026-11-22');
    expect(weekFigures(days)).toMatchObject([
      {
        week: '2026-W47',
        from: '2026-11-16',
        to: '2026-11-22',
        days: { room: 0, 'sweet-spot': 1, over: 0, 'no-data': 4 },
        allowanceMs: 150 * MINUTE,
        countedMs: 15 * MINUTE,
        workingMs: 40 * HOUR,
        coverage: 0.2,
      },
    ]);
  });
});

describe('whatever was recorded', () => {
  test('a walk over every second finds the same', () => {
    fc.assert(
      fc.property(anySpans, ({ spans, from, to }) => {
        const rules = everyDay(
          [
            { from: '09:00', to: '12:30' },
            { from: '22:00', to: '03:15' },
          ],
          [{ from: '01:15', to: '02:30' }],
        );
        const minutesOfDay = (wallMs: number) => (wallMs % (24 * HOUR)) / MINUTE;
        const whereIs = (wallMs: number) => {
          const at = minutesOfDay(wallMs);
          const isPause = at >= 75 && at < 150;
          if (at < 195 && !isPause) return { daysBefore: 1, working: true };
          return { daysBefore: 0, working: (at >= 540 && at < 750) || at >= 1320 };
        };
        for (const day of figures(spans, from, to, rules)) {
          const walked = walkDay(spans, day.date, whereIs);
          expect([day.date, day.insideMs, day.outsideMs, day.measuredMs]).toEqual([
            day.date,
            walked.inside,
            walked.outside,
            walked.measured,
          ]);
        }
      }),
      { numRuns: 12 },
    );
  });
});
