import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buildModeShares,
  buildPurposeShares,
} from '../../../../renderer/features/today/build-shares.ts';
import { buildPurposeMix } from '../../../../renderer/features/trends/build-purpose-mix.ts';
import { buildWeeksTrend } from '../../../../renderer/features/trends/build-weeks-trend.ts';
import { buildWeekChart } from '../../../../renderer/features/week/build-week-chart.ts';
import { buildActivityTotals } from '../../../../renderer/components/build-week-facts.ts';
import { wallMidnight } from '../../../../shared/domain/calendar.ts';
import { dayRow, insideMinutes, weekRow } from '../../../../shared/domain/report.ts';
import { MINUTE_MS } from '../../../../shared/domain/rounding.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/settings/settings.ts';
import { anyParts, spansFrom } from '../../../support/any-spans.ts';
import { AMSTERDAM } from '../../../support/days.ts';
import { EXAMPLE_NOW_MS, viewsOver } from '../../../support/example-weeks.ts';
import { ENGLISH } from '../words.ts';

const WHOLE = { includePrivate: true, roundMinutes: 1 };
const MONDAY = '2026-11-16';
const [agreement] = DEFAULT_SETTINGS.agreements;

const sum = (times: object) =>
  Object.values(times).reduce((total: number, value) => total + Number(value), 0);

/** Agreements of a week in which role and purposes change on Wednesday. */
const anyAgreements = fc
  .record({
    roles: fc.tuple(fc.constantFrom('sales', 'other'), fc.constantFrom('sales', 'other')),
    feed: fc.constantFrom('neutral', 'business', 'private'),
  })
  .map(({ roles: [before, after], feed }) =>
    agreement
      ? [
          { ...agreement, role: before },
          { ...agreement, from: '2026-11-18', role: after, purposes: { feed } },
        ]
      : [],
  );

test('every page adds up to the minutes of the report, whatever it divides them by', () => {
  fc.assert(
    fc.property(anyParts, anyAgreements, (parts, agreements) => {
      const spans = spansFrom(wallMidnight(MONDAY) + 8 * 3_600_000, parts, AMSTERDAM);
      const views = viewsOver(spans, EXAMPLE_NOW_MS, () => ({ ...DEFAULT_SETTINGS, agreements }));
      const view = views.week(MONDAY);
      const row = weekRow(view.week, WHOLE);
      const inside = sum(row.insideMs) / MINUTE_MS;
      const counted = row.countedMs / MINUTE_MS;

      const byActivity = buildActivityTotals(view, ENGLISH);
      expect(sum(byActivity.bars.map(({ minutes }) => minutes))).toBe(inside);
      const trends = views.trends(null);
      const mix = buildPurposeMix(trends, ENGLISH).points.at(-1);
      expect(mix?.totalMinutes).toBe(inside);
      expect(sum(mix?.minutes ?? {})).toBe(inside);
      for (const division of ['activity', 'purpose'] as const) {
        const point = buildWeeksTrend(trends, division, ENGLISH).points.at(-1);
        expect(sum(point?.counted ?? {})).toBe(counted);
        expect(point?.countedMinutes).toBe(counted);
      }

      const chart = buildWeekChart(view, ENGLISH);
      for (const [index, figures] of view.days.entries()) {
        const ofDay = dayRow(figures, WHOLE);
        const point = chart.points[index];
        const total = sum(ofDay.insideMs) / MINUTE_MS;
        expect(insideMinutes(figures)).toBe(total);
        for (const shares of [
          buildPurposeShares(figures, ENGLISH),
          buildModeShares(figures, ENGLISH),
        ]) {
          expect(shares.totalMinutes).toBe(total);
          expect(sum(shares.parts.map(({ minutes }) => minutes))).toBe(total);
        }
        expect(sum(point?.counted ?? {})).toBe(point?.countedMinutes);
        expect(
          (point?.countedMinutes ?? 0) +
            (point?.privateMinutes ?? 0) +
            (point?.ownWorkMinutes ?? 0),
        ).toBe(total);
      }
    }),
  );
});

test('the sentence of a week has the outside time of its fact, not that of its days, each rounded', () => {
  // Three days of half a minute in the evening: 1.5 minutes in the week.
  const spans = ['2026-11-16', '2026-11-17', '2026-11-18'].flatMap((date) =>
    spansFrom(
      wallMidnight(date) + 19 * 3_600_000,
      [{ gap: 0, length: 30, activity: 'feed' }],
      AMSTERDAM,
    ),
  );
  const view = viewsOver(spans, EXAMPLE_NOW_MS, () => DEFAULT_SETTINGS).week(MONDAY);
  const chart = buildWeekChart(view, ENGLISH);
  expect(chart.points.slice(0, 3).map(({ outsideMinutes }) => outsideMinutes)).toEqual([1, 1, 1]);
  expect(chart.summary).toContain('2\u00a0min outside working time');
});
