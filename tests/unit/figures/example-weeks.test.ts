import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../build/bundle.ts';
import { dayView, todayView, weekView } from '../../../electron/figures/day-and-week-views.ts';
import { EXAMPLE_DAYS, exampleNeeds, spansOfDay } from '../../../electron/figures/example-weeks.ts';
import { trendsView } from '../../../electron/figures/trends-view.ts';
import { addDays, mondayOf } from '../../../shared/domain/calendar.ts';
import { replayedSpans } from '../../support/replayed-spans.ts';

const ZONE = 'Europe/Amsterdam';
/** A Tuesday; the week before it is the last of the example. */
const NOW_MS = Date.parse('2026-12-01T10:00:00+01:00');
const needs = exampleNeeds(ZONE, NOW_MS);

test('the example is what the demo is measured as', () => {
  const lines = readFileSync(join(ROOT, 'build/demo/two-weeks.jsonl'), 'utf8').trim().split('\n');
  const replayed = replayedSpans(lines.map((line) => JSON.parse(line) as object));
  const written = EXAMPLE_DAYS.flatMap(([day, ...stretches]) =>
    spansOfDay(addDays('2026-01-05', day), ZONE, stretches),
  );
  expect(written).toEqual(replayed);
});

test('it ends on the Friday of the last complete week, and has all twelve weeks', () => {
  const view = dayView(null, needs);
  expect(view.figures).toMatchObject({ date: '2026-11-27', workingDay: true });
  expect(view.figures.countedMs).toBeGreaterThan(0);
  expect(view.spans.every(({ endedAtMs }) => endedAtMs <= needs.nowMs)).toBe(true);
  const { week, today } = weekView(null, needs);
  expect([week.from, today]).toEqual(['2026-11-23', '2026-11-27']);
  const { weeks } = trendsView(null, needs);
  expect(weeks.map(({ measuredMs }) => measuredMs > 0)).toEqual(weeks.map(() => true));
});

test.each(['Europe/Amsterdam', 'Asia/Kolkata', 'America/New_York', 'Pacific/Chatham'])(
  'it is at the same time of the clock in %s, on every day of the year',
  (zone) => {
    for (let day = 0; day < 365; day += 13) {
      const nowMs = Date.parse('2026-01-01T12:00:00Z') + day * 86_400_000;
      const { week, days } = weekView(null, exampleNeeds(zone, nowMs));
      expect(week.from).toBe(mondayOf(week.from));
      // Monday of the second week: 4 min 20 s of feed, 5 min 40 s of messaging, 7 min 10 s of networking.
      expect(days[0]?.countedMs).toBe(17 * 60_000 + 10_000);
    }
  },
);

test('today has a line of the last working day as long as it has no minute of its own', () => {
  const morning = { ...needs, nowMs: Date.parse('2026-11-30T08:00:00+01:00') };
  expect(todayView(morning).lastDay).toMatchObject({ date: '2026-11-27' });
  expect(todayView(needs).lastDay).toBeUndefined();
  const never = { ...morning, spans: { between: () => [], lastBefore: () => undefined } };
  expect(todayView(never).lastDay).toBeUndefined();
});
