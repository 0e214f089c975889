import type { DayFigures } from './figures.ts';
import { MINUTE_MS, roundMs } from './rounding.ts';

/** Fewer days than these, of two working weeks, tell nothing of a usual one. */
export const LEAST_DAYS = 10;
/** The share of a day's working time from which on its counted time is taken for the day's. */
const LEAST_COVERAGE = 0.5;
/** Steps of a block, in minutes: finer than this nobody agrees on. */
const STEP_MINUTES = 5;
/** The longest block that can be agreed on, in minutes. */
const MOST_MINUTES = 1440;

/** What a proposal takes of the figures of a day. */
export type ProposalDay = Pick<DayFigures, 'workingDay' | 'coverage' | 'countedMs'>;

/** The block that days which have been come to. It says what was, and not what ought to be. */
export type BlockProposal =
  | {
      readonly status: 'proposed';
      /** Working days that it is made of. */
      readonly days: number;
      /** Counted minutes a day in the middle half of those days: the least, their mean and the most. */
      readonly leastMinutes: number;
      readonly meanMinutes: number;
      readonly mostMinutes: number;
      /** The block that spans that half, in steps of five minutes. */
      readonly minMinutes: number;
      readonly maxMinutes: number;
    }
  | {
      readonly status: 'too-few';
      readonly days: number;
    };

/**
 * The block that spans the middle half of some days. They are put in order by their counted time, and a quarter of
 * them is left out at either end. A day of which less than half was measured is none of them: what was not measured
 * is not zero.
 *
 * @param days that are over; their order does not matter.
 * @example of twelve days with 0, 5, 9, 17, 18, 21, 22, 24, 28, 40, 55 and 90 min: the middle half has 17 to 28 min,
 * 22 on average, and the block is 15–30.
 */
export function proposeBlock(days: Iterable<ProposalDay>): BlockProposal {
  const counted = Array.from(days)
    .filter(({ workingDay, coverage }) => workingDay && coverage >= LEAST_COVERAGE)
    .map(({ countedMs }) => countedMs)
    .sort((a, b) => a - b);
  if (counted.length < LEAST_DAYS) return { status: 'too-few', days: counted.length };
  const quarter = Math.floor(counted.length / 4);
  const middle = counted.slice(quarter, counted.length - quarter);
  const meanMs = middle.reduce((sum, ms) => sum + ms, 0) / middle.length;
  const leastMinutes = roundMs(middle.at(0) ?? 0, MINUTE_MS);
  const mostMinutes = roundMs(middle.at(-1) ?? 0, MINUTE_MS);
  const minMinutes = Math.min(
    Math.floor(leastMinutes / STEP_MINUTES) * STEP_MINUTES,
    MOST_MINUTES - STEP_MINUTES,
  );
  const upMinutes = Math.ceil(mostMinutes / STEP_MINUTES) * STEP_MINUTES;
  return {
    status: 'proposed',
    days: counted.length,
    leastMinutes,
    meanMinutes: roundMs(meanMs, MINUTE_MS),
    mostMinutes,
    minMinutes,
    maxMinutes: Math.min(Math.max(upMinutes, minMinutes + STEP_MINUTES), MOST_MINUTES),
  };
}
