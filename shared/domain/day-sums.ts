import { ACTIVITIES, rankOf } from './activity.ts';
import { datesOf } from './calendar.ts';
import type { DayTotals, ZoneSince } from './day-totals.ts';
import { type DayFrame, type DayFrames, datesTouched } from './frames.ts';
import { lengthMs, overlapMs } from './interval.ts';
import type { SpanColumns, SpanTime } from './span.ts';

/** Milliseconds by the rank of their activity. */
export type ActivitySums = number[];

/** Sums under way for one local day, `elsewhere` among them. */
export interface DaySums {
  /** Zone of its first span, which the day is reckoned in. */
  readonly zone: string;
  readonly insideMs: ActivitySums;
  readonly outsideMs: ActivitySums;
  /** The part of `insideMs` inside the fixed window. */
  readonly windowMs: ActivitySums;
  /** End of its latest span; minus infinity where there is none. */
  lastMs: number;
}

/** Nothing yet, by activity. */
export function noTime(): ActivitySums {
  return ACTIVITIES.map(() => 0);
}

function emptySums(zone: string): DaySums {
  return {
    zone,
    insideMs: noTime(),
    outsideMs: noTime(),
    windowMs: noTime(),
    lastMs: -Infinity,
  };
}

/** Adds time to the sum of an activity, by its rank. */
export function addTime(sums: ActivitySums, rank: number, ms: number): void {
  sums[rank] = (sums[rank] ?? NaN) + ms;
}

/** Adds what is kept of a day whose spans are not. */
function addTotals(sums: DaySums, { hours }: DayTotals): void {
  // Days whose spans are no longer kept are long over.
  sums.lastMs = Infinity;
  for (const { activity, insideMs, outsideMs, windowMs } of hours) {
    const rank = rankOf(activity);
    addTime(sums.insideMs, rank, insideMs);
    addTime(sums.outsideMs, rank, outsideMs);
    addTime(sums.windowMs, rank, windowMs);
  }
}

/** What {@link addUpDays} needs. */
export interface DaySumsInput {
  /** Spans that touch the range, one by one or many at once, by time, without overlaps. Others are left aside. */
  readonly spans: Iterable<SpanTime | SpanColumns>;
  /** Local days, both included, as ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly frames: DayFrames;
  /** Zone of the latest span before the range, or else the system's: that of days without spans. */
  readonly zoneBefore: string;
  /** Days of the range whose spans are no longer kept, by date. */
  readonly totals?: ReadonlyMap<string, DayTotals>;
}

/** A local day with what its spans add up to. */
export interface SummedDay {
  readonly sums: DaySums;
  readonly frame: DayFrame;
  /** Length of its working time: the one that it had, where its spans are no longer kept. */
  readonly workingMs: number;
}

/** The stretch of a day in which the span before ended: most spans lie whole in the same one. */
interface Current {
  readonly frame: DayFrame;
  readonly sums: DaySums;
  readonly startMs: number;
  readonly endMs: number;
  /** The sums of that stretch. */
  readonly stretchMs: ActivitySums;
}

/** Where a span lies before the first that does. */
const NOWHERE: Pick<Current, 'startMs' | 'endMs'> = { startMs: Infinity, endMs: -Infinity };

/** Adds the parts of a span that are of a day. @returns the stretch that it ends in; undefined where it has no part of the day. */
function addToDay(
  frame: DayFrame,
  sums: DaySums,
  startMs: number,
  endMs: number,
  rank: number,
): Current | undefined {
  let current: Current | undefined;
  for (const stretch of frame.stretches) {
    const partStartMs = Math.max(startMs, stretch.startMs);
    const partEndMs = Math.min(endMs, stretch.endMs);
    if (partEndMs <= partStartMs) continue;
    const ms = partEndMs - partStartMs;
    const stretchMs = stretch.isWorking ? sums.insideMs : sums.outsideMs;
    addTime(stretchMs, rank, ms);
    const isBoth = stretch.isWorking && stretch.inWindow;
    if (isBoth) addTime(sums.windowMs, rank, ms);
    sums.lastMs = partEndMs;
    // What is added to two sums takes the long way.
    const bounds = isBoth ? NOWHERE : stretch;
    current = { frame, sums, startMs: bounds.startMs, endMs: bounds.endMs, stretchMs };
  }
  return current;
}

/** Adds spans up by local day, from one to the next. */
function createDayAdder({ from, to, frames, zoneBefore }: Omit<DaySumsInput, 'spans' | 'totals'>) {
  const sumsByDate = new Map<string, DaySums>();
  /** The zone of the latest span of each date. */
  const lastZones = new Map<string, ZoneSince>();
  let before: ZoneSince = { zone: zoneBefore, atMs: -Infinity };
  let current: Current | undefined;

  /** Adds a span to all days that it touches. */
  function addAnywhere(zone: string, startMs: number, endMs: number, rank: number): void {
    current = undefined;
    const span = { startMs, endMs };
    const since = { zone, atMs: startMs };
    for (const date of datesTouched(zone, span)) {
      const frame = frames(zone, date);
      if (overlapMs(span, frame.day) === 0) continue;
      if (date < from) before = since;
      if (date < from || date > to) continue;
      lastZones.set(date, since);
      let sums = sumsByDate.get(date);
      if (!sums) sumsByDate.set(date, (sums = emptySums(zone)));
      current = addToDay(frame, sums, startMs, endMs, rank);
    }
  }

  return {
    sumsByDate,
    lastZones,
    /** The latest span before the range. */
    before: () => before,
    /** @param rank of the activity. */
    add(zone: string, startMs: number, endMs: number, rank: number): void {
      if (current?.frame.zone !== zone) {
        addAnywhere(zone, startMs, endMs, rank);
      } else if (current.startMs <= startMs && endMs <= current.endMs) {
        const { sums, stretchMs } = current;
        stretchMs[rank] = (stretchMs[rank] ?? NaN) + endMs - startMs;
        sums.lastMs = endMs;
      } else {
        const { frame, sums } = current;
        const [first] = frame.day;
        const isWithin =
          frame.day.length === 1 && first && first.startMs <= startMs && endMs <= first.endMs;
        if (isWithin) current = addToDay(frame, sums, startMs, endMs, rank);
        else addAnywhere(zone, startMs, endMs, rank);
      }
    },
  };
}

/**
 * Adds the spans of a range up by local day, in the zone that each span was recorded in: each is clipped to
 * local days and to working time. What is done in a night shift is of the day on which it starts.
 */
export function addUpDays({ spans, totals, ...input }: DaySumsInput): SummedDay[] {
  const { from, to, frames } = input;
  const { add, sumsByDate, lastZones, before } = createDayAdder(input);
  for (const some of spans) {
    if ('activity' in some) {
      add(some.zone, some.startedAtMs, some.endedAtMs, rankOf(some.activity));
      continue;
    }
    const { zone, sinceMs, startsMs, lengthsMs, ranks } = some;
    for (let index = 0; index < ranks.length; index += 1) {
      const startMs = sinceMs + (startsMs[index] ?? NaN);
      add(zone, startMs, startMs + (lengthsMs[index] ?? NaN), ranks[index] ?? NaN);
    }
  }
  let latest = before();
  return datesOf(from, to).map((date) => {
    const kept = totals?.get(date);
    const sums = sumsByDate.get(date) ?? emptySums(kept?.zone ?? latest.zone);
    // Who flies over the date line can have a later date earlier.
    for (const last of [kept?.last, lastZones.get(date)]) {
      if (last && last.atMs > latest.atMs) latest = last;
    }
    const frame = frames(kept?.zone ?? sums.zone, date);
    if (kept) addTotals(sums, kept);
    return { sums, frame, workingMs: kept?.workingMs ?? lengthMs(frame.working) };
  });
}
