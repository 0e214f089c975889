import { DAY_MS, dateOfWall, datesOf } from '../../shared/domain/calendar.ts';
import type { DayFigures } from '../../shared/domain/figures.ts';
import { type FigureRules, createDayFrames } from '../../shared/domain/frames.ts';
import { localZone } from '../../shared/local-zone.ts';
import type { SpanChanges } from '../../shared/domain/span-changes.ts';
import type { DateRange, SpanReader } from '../storage/span-reader.ts';
import { figuresOfRange } from './figures-of-range.ts';

/**
 * Figures of past days, kept in memory so that years of them are reckoned once. They are no second
 * truth: what is kept is what {@link figuresOfRange} would give now, and is forgotten as soon as a span
 * or a setting that it rests on changes.
 */
export interface KeptDays {
  /**
   * The figures of every local day of a range.
   *
   * @param basis what the rules were made of: another object is another set of rules.
   * @param unsavedFromMs start of the first span that is not stored yet, as the running one is not;
   *   Infinity where all are. Days that it touches and later ones are reckoned each time.
   * @param nowMs days that it touches and later ones are reckoned each time as well: what is to come changes.
   */
  figures(
    spans: SpanReader,
    range: DateRange,
    rules: FigureRules,
    basis: object,
    unsavedFromMs: number,
    nowMs: number,
  ): DayFigures[];
  /** Forgets every day that a change of spans from an instant on can touch. */
  forgetFrom(atMs: number): void;
}

/** A day's figures rest on its own spans and on the zone of the latest one before, in any zone. */
const REACH_MS = 2 * DAY_MS;

/** A text before every ISO date, and one after. */
const BEFORE_ALL = '';
const AFTER_ALL = '~';

/** The first local day, in any zone, whose figures a change at an instant can touch. */
function firstTouched(atMs: number): string {
  if (!Number.isFinite(atMs)) return atMs < 0 ? BEFORE_ALL : AFTER_ALL;
  return dateOfWall(atMs - REACH_MS);
}

/** Keeps nothing yet. */
export function createKeptDays(): KeptDays {
  const kept = new Map<string, DayFigures>();
  let keptBasis: object | undefined;
  let keptZone = '';

  function forgetDaysFrom(isoDate: string): void {
    for (const date of kept.keys()) if (date >= isoDate) kept.delete(date);
  }

  return {
    figures(spans, range, rules, basis, unsavedFromMs, nowMs) {
      // Days before the first span are in the zone of the system.
      const zone = localZone();
      if (basis !== keptBasis || zone !== keptZone) kept.clear();
      keptBasis = basis;
      keptZone = zone;
      const freshFrom = firstTouched(Math.min(unsavedFromMs, nowMs));
      forgetDaysFrom(freshFrom);
      const dates = datesOf(range.from, range.to);
      const from = dates.find((date) => !kept.has(date));
      const to = dates.findLast((date) => !kept.has(date));
      if (from === undefined || to === undefined)
        return dates.flatMap((date) => kept.get(date) ?? []);
      const reckoned = new Map(
        figuresOfRange(spans, { from, to }, createDayFrames(rules), nowMs).map((day) => [
          day.date,
          day,
        ]),
      );
      for (const [date, day] of reckoned) if (date < freshFrom) kept.set(date, day);
      return dates.flatMap((date) => reckoned.get(date) ?? kept.get(date) ?? []);
    },
    forgetFrom: (atMs) => forgetDaysFrom(firstTouched(atMs)),
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
