import { type PlannedBlock, dateOf } from './block-plan.ts';
import { addDays, daysBetween, mondayOf, wallMidnight, weekdayIndex } from './calendar.ts';

/** Blocks that repeat: the same time and length on some weekdays of every so many weeks. */
export interface BlockSeries {
  /** ISO date of the first block. */
  readonly first: string;
  /** ISO date of the last block. */
  readonly last: string;
  /** Milliseconds from midnight at which each begins, as the clock on the wall shows it. */
  readonly timeMs: number;
  readonly minutes: number;
  /** Monday is 0; ascending. One that does not repeat has the one weekday of its date. */
  readonly weekdays: readonly number[];
  /** Weeks from one to the next, counted from the week of the first. */
  readonly interval: number;
  /** ISO dates that the pattern has and on which there is no block. */
  readonly except: readonly string[];
}

/** A block by its date and time of day. */
interface Dated {
  readonly date: string;
  readonly timeMs: number;
  readonly minutes: number;
  readonly versions: string;
}

function dated(block: PlannedBlock): Dated {
  const date = dateOf(block);
  return { ...block, date, timeMs: block.startMs - wallMidnight(date) };
}

function idOf({ date, timeMs, minutes }: Pick<Dated, 'date' | 'timeMs' | 'minutes'>): string {
  return `${date} ${timeMs} ${minutes}`;
}

/** Groups by a key, in the order of the first of each. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

function weekdaysOf(blocks: readonly Dated[]): number[] {
  return [...new Set(blocks.map(({ date }) => weekdayIndex(date)))].sort((a, b) => a - b);
}

/** Every ISO date of a series, those left out included. */
function datesOfPattern({ first, last, weekdays, interval }: BlockSeries): string[] {
  const dates: string[] = [];
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7 * interval)) {
    for (const weekday of weekdays) {
      const date = addDays(monday, weekday);
      if (date >= first && date <= last) dates.push(date);
    }
  }
  return dates;
}

/** The weeks of a pattern apart, where they alternate; together where all are the same. */
function phasesOf(
  blocks: readonly Dated[],
  weeks: number,
): { blocks: Dated[]; interval: number }[] {
  const anchor = mondayOf('1970-01-01');
  const phases = grouped(blocks, ({ date }) =>
    String((daysBetween(anchor, mondayOf(date)) / 7) % weeks),
  );
  const patterns = new Set(phases.map((phase) => weekdaysOf(phase).join(' ')));
  return phases.length === weeks && patterns.size === 1
    ? [{ blocks: [...blocks], interval: 1 }]
    : phases.map((phase) => ({ blocks: phase, interval: weeks }));
}

/**
 * Blocks as series that repeat, so that a calendar has few entries: those of the regular plan, less the days
 * without a block, and each that the regular plan has not by itself.
 *
 * @param blocks what is planned.
 * @param regular the same without days off, holidays and changed days.
 * @param weeksOf how many weeks alternate on a date.
 */
export function seriesOf(
  blocks: readonly PlannedBlock[],
  regular: readonly PlannedBlock[],
  weeksOf: (isoDate: string) => number,
): BlockSeries[] {
  const planned = blocks.map(dated);
  const ids = new Set(planned.map(idOf));
  const series: BlockSeries[] = [];
  const groups = grouped(
    regular.map(dated),
    ({ versions, timeMs, minutes }) => `${versions} ${timeMs} ${minutes}`,
  );
  for (const group of groups) {
    const [any] = group;
    if (!any) continue;
    for (const phase of phasesOf(group, weeksOf(any.date))) {
      const kept = phase.blocks.filter((block) => ids.has(idOf(block)));
      const [first, last] = [kept[0]?.date, kept.at(-1)?.date];
      if (first === undefined || last === undefined) continue;
      const { timeMs, minutes } = any;
      const pattern = {
        first,
        last,
        timeMs,
        minutes,
        weekdays: weekdaysOf(phase.blocks),
        interval: phase.interval,
        except: [],
      };
      const dates = datesOfPattern(pattern);
      const except = dates.filter((date) => !ids.has(idOf({ date, timeMs, minutes })));
      for (const date of dates) ids.delete(idOf({ date, timeMs, minutes }));
      series.push({ ...pattern, except });
    }
  }
  const single = planned.filter((block) => ids.has(idOf(block)));
  return [
    ...series,
    ...single.map(({ date, timeMs, minutes }) => ({
      first: date,
      last: date,
      timeMs,
      minutes,
      weekdays: [weekdayIndex(date)],
      interval: 1,
      except: [],
    })),
  ];
}
