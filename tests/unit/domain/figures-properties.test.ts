import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Agreement, ROLES } from '../../../shared/domain/agreement.ts';
import { isoWeekOf, wallMidnight } from '../../../shared/domain/calendar.ts';
import {
  type DayFigures,
  type Figures,
  dayFigures,
  weekFigures,
} from '../../../shared/domain/figures.ts';
import { type FigureRules, createDayFrames } from '../../../shared/domain/frames.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { wallAt } from '../../../shared/domain/zone.ts';
import { anyParts, anyRange, anySchedule, anySpans, spansFrom } from '../../support/any-spans.ts';
import { AMSTERDAM, LATER_MS, NEW_YORK, rulesWith, span } from '../../support/days.ts';

const MINUTE = 60_000;

function figures(
  spans: readonly Span[],
  from: string,
  to: string,
  rules: FigureRules,
  zoneBefore = AMSTERDAM,
): DayFigures[] {
  return dayFigures({
    spans,
    from,
    to,
    frames: createDayFrames(rules),
    zoneBefore,
    nowMs: LATER_MS,
  });
}

/** The sum of times by activity or purpose. */
function total(...list: readonly Readonly<Record<string, number>>[]): number {
  return list.flatMap((times) => Object.values(times)).reduce((sum, ms) => sum + ms, 0);
}

/** All times of figures that are not zero, by name. */
function timesOf(all: readonly Figures[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const one of all) {
    const { countedMs, activeMs, passiveMs, workingMs, measuredMs } = one;
    const { countedByMs, insideMs, outsideMs, purposeMs } = one;
    const own = { countedMs, activeMs, passiveMs, workingMs, measuredMs };
    const groups = { own, countedByMs, insideMs, outsideMs, purposeMs };
    for (const [group, times] of Object.entries(groups)) {
      for (const [name, ms] of Object.entries(times)) {
        if (ms > 0) sums[`${group} ${name}`] = (sums[`${group} ${name}`] ?? 0) + ms;
      }
    }
  }
  return sums;
}

const anyRules = fc.record({ schedules: fc.array(anySchedule, { maxLength: 2 }) }).map(rulesWith);

describe('whatever was recorded under whatever schedule', () => {
  test('the parts of a day sum to it, and clipping adds no time', () => {
    fc.assert(
      fc.property(anySpans, anyRules, ({ spans, from, to }, rules) => {
        const days = figures(spans, from, to, rules);
        const spentMs = (list: readonly Span[]) =>
          list.reduce((sum, one) => sum + one.endedAtMs - one.startedAtMs, 0);
        const linkedIn = spans.filter(({ activity }) => activity !== 'elsewhere');
        expect(total(...days.flatMap((day) => [day.insideMs, day.outsideMs]))).toBe(
          spentMs(linkedIn),
        );
        expect(total(...days.map(({ measuredMs }) => ({ measuredMs })))).toBeLessThanOrEqual(
          spentMs(spans),
        );
        for (const day of days) {
          expect(total(day.purposeMs)).toBe(total(day.insideMs));
          expect(total(day.countedByMs)).toBe(day.countedMs);
          expect(day.activeMs + day.passiveMs).toBeLessThanOrEqual(total(day.insideMs));
          expect(total(day.insideMs)).toBeLessThanOrEqual(day.measuredMs);
          expect(day.measuredMs).toBeLessThanOrEqual(day.workingMs);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a week is the sum of its days', () => {
    fc.assert(
      fc.property(anySpans, anyRules, ({ spans, from, to }, rules) => {
        const days = figures(spans, from, to, rules);
        for (const week of weekFigures(days)) {
          const own = days.filter(({ date }) => isoWeekOf(date) === week.week);
          expect(timesOf([week])).toEqual(timesOf(own));
          expect(total(week.days)).toBe(own.filter(({ place }) => place !== null).length);
          expect(week.allowanceMs).toBe(own.filter((day) => day.workingDay).length * 30 * MINUTE);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('moved to another zone with the schedule, it gives the same figures there', () => {
    const zones = [AMSTERDAM, NEW_YORK, 'Asia/Kolkata', 'Pacific/Chatham', 'Pacific/Kiritimati'];
    const anyZone = fc.constantFrom(...zones);
    fc.assert(
      fc.property(anyParts, anyRules, anyZone, anyZone, (parts, rules, here, there) => {
        // No clock of these zones is changed in this week.
        const midnight = wallMidnight('2026-11-14');
        const lived = [here, there].map((zone) => {
          const startMs = midnight - (wallAt(zone, midnight) - midnight);
          const spans = spansFrom(startMs, parts, zone);
          return figures(spans, '2026-11-13', '2026-11-19', rules, zone);
        });
        expect(lived[1]).toEqual(lived[0]?.map((day) => ({ ...day, zone: there })));
      }),
      { numRuns: 200 },
    );
  });
});

const [BASE] = rulesWith().agreements;
if (!BASE) throw new Error('no agreement');

const anyDate = fc.constantFrom('2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26');
const anyVersions = fc.uniqueArray(
  fc
    .record({
      from: anyDate,
      until: fc.option(anyDate),
      role: fc.constantFrom(...ROLES),
      window: fc.option(anyRange),
      minMinutes: fc.integer({ min: 0, max: 60 }),
    })
    .map((version): Agreement => ({ ...BASE, ...version, maxMinutes: version.minMinutes + 30 })),
  { selector: ({ from }) => from, maxLength: 4 },
);

describe('where versions of an agreement meet', () => {
  test('each day is judged by one alone, in whatever order they are listed', () => {
    fc.assert(
      fc.property(anyParts, anyVersions, anyRules, (parts, agreements, { schedules }) => {
        const spans = spansFrom(wallMidnight('2026-10-23'), parts, AMSTERDAM);
        const judged = (versions: readonly Agreement[], from: string, to = from) =>
          figures(spans, from, to, rulesWith({ schedules, agreements: [...versions] }));
        const days = judged(agreements, '2026-10-22', '2026-10-27');
        expect(judged(agreements.toReversed(), '2026-10-22', '2026-10-27')).toEqual(days);
        for (const day of days) {
          const begun = agreements.filter(({ from }) => from <= day.date);
          const latest = begun.sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
          const valid = latest?.until && latest.until < day.date ? undefined : latest;
          expect(day.agreement).toEqual(valid ?? null);
          // As if it had always been valid, and no other had ever been.
          const alone = valid ? [{ ...valid, from: '1970-01-01', until: null }] : [];
          const [expected] = judged(alone, day.date);
          expect({ ...expected, agreement: day.agreement }).toEqual(day);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a fixed window over midnight ends with its version', () => {
    const night = { ...BASE, from: '1970-01-01', window: { from: '23:00', to: '01:00' } };
    const morning = { ...BASE, from: '2026-11-17', window: { from: '08:00', to: '09:00' } };
    const schedules = [
      { from: '1970-01-01', weeks: rulesWith().schedules[0]?.weeks ?? [], breaks: [] },
    ];
    const rules = rulesWith({
      schedules,
      agreements: [night, morning],
      dayChanges: { '2026-11-17': [{ from: '00:00', to: '12:00' }] },
    });
    const spans = [
      span('2026-11-17', '00:30', '00:50', 'feed'),
      span('2026-11-17', '08:50', '09:10', 'feed'),
    ];
    const [day] = figures(spans, '2026-11-17', '2026-11-17', rules);
    expect(day).toMatchObject({ countedMs: 40 * MINUTE, inWindowMs: 10 * MINUTE });
  });
});
