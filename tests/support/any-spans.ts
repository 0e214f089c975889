import fc from 'fast-check';
import type { WallRange } from '../../shared/domain/agreement.ts';
import { addDays, wallMidnight } from '../../shared/domain/calendar.ts';
import type { FigureRules } from '../../shared/domain/frames.ts';
import type { Span } from '../../shared/domain/span.ts';
import { WEEKDAYS, type WorkWeek } from '../../shared/domain/work-schedule.ts';
import { AMSTERDAM, NEW_YORK, rulesWith } from './days.ts';

/** A week with the same ranges on each of its days. */
function weekOf(ranges: readonly WallRange[]): WorkWeek {
  return Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, ranges])) as unknown as WorkWeek;
}

/** A schedule with the same ranges on every day of the week. */
export function everyDay(
  ranges: readonly WallRange[],
  breaks: readonly WallRange[] = [],
): FigureRules {
  return rulesWith({ schedules: [{ from: '1970-01-01', weeks: [weekOf(ranges)], breaks }] });
}

/** One after another, whole seconds long, as from a second on. */
export const anyParts = fc.array(
  fc.record({
    gap: fc.integer({ min: 0, max: 20_000 }),
    length: fc.integer({ min: 1, max: 20_000 }),
    activity: fc.constantFrom('feed', 'messaging', 'private', 'sales', 'elsewhere'),
  }),
  { maxLength: 12 },
);
type Parts = typeof anyParts extends fc.Arbitrary<infer Value> ? Value : never;

/** Parts as spans in a zone, the first of them not before an instant. */
export function spansFrom(startMs: number, parts: Parts, zone: string): Span[] {
  let atMs = startMs;
  return parts.map(({ gap, length, activity }) => {
    const startedAtMs = atMs + gap * 1000;
    atMs = startedAtMs + length * 1000;
    return { startedAtMs, endedAtMs: atMs, activity, zone, relabelled: false, manual: false };
  });
}

/** Spans of some days in a row in one of a few zones, whole seconds, over weekends and clock changes. */
export const anySpans = fc
  .record({
    zone: fc.constantFrom(AMSTERDAM, NEW_YORK, 'Pacific/Chatham', 'America/Santiago'),
    date: fc.constantFrom('2026-03-27', '2026-10-23', '2026-10-30', '2026-09-04', '2026-04-03'),
    parts: anyParts,
  })
  .map(({ zone, date, parts }) => ({
    spans: spansFrom(wallMidnight(date), parts, zone),
    // In the west it is the day before by then, and in the small hours the shift of the day before that.
    from: addDays(date, -2),
    to: addDays(date, 5),
  }));

const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

/** A stretch of a day; about half of them cross midnight. */
export const anyRange: fc.Arbitrary<WallRange> = fc.record({ from: anyTime, to: anyTime });

/** Alternating weeks of shifts by day and by night, with breaks. */
export const anySchedule = fc.record({
  from: fc.constantFrom('1970-01-01', '2026-03-26', '2026-10-24'),
  weeks: fc.array(fc.array(anyRange, { maxLength: 3 }).map(weekOf), { minLength: 1, maxLength: 3 }),
  breaks: fc.array(anyRange, { maxLength: 2 }),
});
