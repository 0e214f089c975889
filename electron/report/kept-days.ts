import { DAY_MS, dateOfWall, datesOf } from '../../shared/domain/calendar.ts';
import { type DayFigures, type FigureRules, createDayFrames } from '../../shared/domain/figures.ts';
import type { SpanChanges } from '../storage/span-repository.ts';
import { type DateRange, type SpanReader, figuresOfRange } from './report.ts';

/**
 * Figures of past days, kept in memory so that years of them are reckoned once. They are no second
 * truth: what is kept is what {@link figuresOfRange} would give now, and is forgotten as soon as a span
 * or a setting that it rests on changes.
 */
export interface KeptDays {
  /**
   * The figures of every local day of a range.
   *
   * @param freshFrom the first ISO date on or after which something is not stored yet, as the running
   *   span is not; that day and all later ones are reckoned each time.
   */
  figures(spans: SpanReader, range: DateRange, rules: FigureRules, freshFrom: string): DayFigures[];
  /** Forgets every day that a change of spans from an instant on can touch. */
  forgetFrom(atMs: number): void;
}

/** A day's figures rest on its own spans and on the zone of the latest one before, in any zone. */
const REACH_MS = 2 * DAY_MS;

function systemZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** All that figures rest on besides the spans. */
function basisOf({ schedules, daysOff, dayChanges, agreements }: FigureRules): string {
  return JSON.stringify([schedules, daysOff, dayChanges, agreements, systemZone()]);
}

/** Keeps nothing yet. */
export function createKeptDays(): KeptDays {
  const kept = new Map<string, DayFigures>();
  let basis = '';

  function forgetDaysFrom(isoDate: string): void {
    for (const date of kept.keys()) if (date >= isoDate) kept.delete(date);
  }

  return {
    figures(spans, range, rules, freshFrom) {
      const now = basisOf(rules);
      if (now !== basis) kept.clear();
      basis = now;
      forgetDaysFrom(freshFrom);
      const dates = datesOf(range.from, range.to);
      const from = dates.find((date) => !kept.has(date));
      const to = dates.findLast((date) => !kept.has(date));
      if (from === undefined || to === undefined)
        return dates.flatMap((date) => kept.get(date) ?? []);
      const reckoned = new Map(
        figuresOfRange(spans, { from, to }, createDayFrames(rules)).map((day) => [day.date, day]),
      );
      for (const [date, day] of reckoned) if (date < freshFrom) kept.set(date, day);
      return dates.flatMap((date) => reckoned.get(date) ?? kept.get(date) ?? []);
    },
    forgetFrom(atMs) {
      // The first and last instants of all are no dates.
      if (Math.abs(atMs) > Number.MAX_SAFE_INTEGER / 2) kept.clear();
      else forgetDaysFrom(dateOfWall(atMs - REACH_MS));
    },
  };
}

/** Says to forget what changes touch, whether or not they could be stored. */
export function forgettingChanges(
  kept: Pick<KeptDays, 'forgetFrom'>,
  apply: (changes: SpanChanges) => void,
): (changes: SpanChanges) => void {
  return ({ saved, removed }) => {
    let firstMs = Infinity;
    function* seen<T>(all: Iterable<T>, startOf: (one: T) => number): Generator<T> {
      for (const one of all) {
        firstMs = Math.min(firstMs, startOf(one));
        yield one;
      }
    }
    try {
      apply({
        saved: seen(saved, ({ startedAtMs }) => startedAtMs),
        removed: seen(removed, (startedAtMs) => startedAtMs),
      });
    } finally {
      if (firstMs < Infinity) kept.forgetFrom(firstMs);
    }
  };
}
