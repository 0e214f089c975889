import { type Activity, type LinkedInActivity, isLinkedIn } from './activity.ts';
import { countsTowardsBlock } from './agreement.ts';
import { datesOf } from './calendar.ts';
import type { DayTotals, ZoneSince } from './day-totals.ts';
import { type DayFrame, type DayFrames, datesTouched } from './frames.ts';
import { type Interval, clip, intersect, lengthMs, overlapMs } from './interval.ts';
import type { SpanTime } from './span.ts';

/** Milliseconds by activity, under way. */
export type ActivitySums = Map<LinkedInActivity, number>;

/** Sums under way for one local day. */
export interface DaySums {
  /** Zone of its first span, which the day is reckoned in. */
  readonly zone: string;
  readonly insideMs: ActivitySums;
  readonly outsideMs: ActivitySums;
  inWindowMs: number;
  measuredMs: number;
  /** End of its latest span; minus infinity where there is none. */
  lastMs: number;
}

function emptySums(zone: string): DaySums {
  return {
    zone,
    insideMs: new Map(),
    outsideMs: new Map(),
    inWindowMs: 0,
    measuredMs: 0,
    lastMs: -Infinity,
  };
}

/** Adds time to the sum of an activity. */
export function addTime(sums: ActivitySums, activity: LinkedInActivity, ms: number): void {
  if (ms > 0) sums.set(activity, (sums.get(activity) ?? 0) + ms);
}

/** Adds a part of a span that is of one local day of its zone. */
function addPiece(sums: DaySums, activity: Activity, piece: Interval, frame: DayFrame): void {
  const insideMs = overlapMs(piece, frame.working);
  sums.measuredMs += insideMs;
  sums.lastMs = piece.endMs;
  if (!isLinkedIn(activity)) return;
  addTime(sums.insideMs, activity, insideMs);
  addTime(sums.outsideMs, activity, piece.endMs - piece.startMs - insideMs);
  if (!frame.window || insideMs === 0 || !countsTowardsBlock(activity, frame.agreement)) return;
  for (const window of frame.window) {
    const inWindow = intersect(piece, window);
    if (inWindow) sums.inWindowMs += overlapMs(inWindow, frame.working);
  }
}

/** Adds what is kept of a day whose spans are not, under the agreement of the day. */
function addTotals(sums: DaySums, { hours }: DayTotals, frame: DayFrame): void {
  // Days whose spans are no longer kept are long over.
  sums.lastMs = Infinity;
  for (const { activity, insideMs, outsideMs, windowMs } of hours) {
    sums.measuredMs += insideMs;
    if (!isLinkedIn(activity)) continue;
    addTime(sums.insideMs, activity, insideMs);
    addTime(sums.outsideMs, activity, outsideMs);
    if (countsTowardsBlock(activity, frame.agreement)) sums.inWindowMs += windowMs;
  }
}

/** What {@link addUpDays} needs. */
export interface DaySumsInput {
  /** Spans that touch the range, by time, without overlaps. Others are left aside. Each may be the same object as the last. */
  readonly spans: Iterable<SpanTime>;
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

/** The day of the range that the span before ended in, and the stretch of its working time: most spans lie whole in the same ones. */
interface CurrentDay {
  readonly sums: DaySums;
  readonly frame: DayFrame;
  readonly whole: Interval;
  work: Interval | undefined;
}

/** Adds a span that lies whole in the current day. @returns whether it does. */
function addWithin(current: CurrentDay, time: SpanTime): boolean {
  const { startedAtMs, endedAtMs, activity, zone } = time;
  const { sums, frame, whole, work } = current;
  if (frame.zone !== zone || startedAtMs < whole.startMs || whole.endMs < endedAtMs) return false;
  if (work && work.startMs <= startedAtMs && endedAtMs <= work.endMs) {
    // What addPiece would add of it, all of it inside.
    const ms = endedAtMs - startedAtMs;
    sums.measuredMs += ms;
    sums.lastMs = endedAtMs;
    if (isLinkedIn(activity)) addTime(sums.insideMs, activity, ms);
    return true;
  }
  addPiece(sums, activity, { startMs: startedAtMs, endMs: endedAtMs }, frame);
  if (work && endedAtMs >= work.endMs) {
    current.work = frame.working.find(({ endMs }) => endMs > endedAtMs);
  }
  return true;
}

/**
 * Adds the spans of a range up by local day, in the zone that each span was recorded in: each is clipped to
 * local days and to working time. What is done in a night shift is of the day on which it starts.
 */
export function addUpDays({
  spans,
  from,
  to,
  frames,
  zoneBefore,
  totals,
}: DaySumsInput): SummedDay[] {
  const sumsByDate = new Map<string, DaySums>();
  /** The zone of the latest span of each date. */
  const lastZones = new Map<string, ZoneSince>();
  let latest: ZoneSince = { zone: zoneBefore, atMs: -Infinity };
  let current: CurrentDay | undefined;

  /** Adds the parts of a span that are of a day. */
  const addDay = (span: Interval, activity: Activity, frame: DayFrame): void => {
    let sums = sumsByDate.get(frame.date);
    if (!sums) sumsByDate.set(frame.date, (sums = emptySums(frame.zone)));
    for (const piece of clip(span, frame.day)) addPiece(sums, activity, piece, frame);
    const [whole, ...others] = frame.day;
    const work = frame.window ? undefined : frame.working.find(({ endMs }) => endMs > span.endMs);
    current = whole && others.length === 0 ? { sums, frame, whole, work } : undefined;
  };

  for (const time of spans) {
    if (current && addWithin(current, time)) continue;
    const { startedAtMs, endedAtMs, activity, zone } = time;
    const span = { startMs: startedAtMs, endMs: endedAtMs };
    current = undefined;
    const since = { zone, atMs: startedAtMs };
    for (const date of datesTouched(zone, span)) {
      const frame = frames(zone, date);
      if (overlapMs(span, frame.day) === 0) continue;
      if (date < from) latest = since;
      if (date < from || date > to) continue;
      lastZones.set(date, since);
      addDay(span, activity, frame);
    }
  }
  return datesOf(from, to).map((date) => {
    const kept = totals?.get(date);
    const sums = sumsByDate.get(date) ?? emptySums(kept?.zone ?? latest.zone);
    // Who flies over the date line can have a later date earlier.
    for (const last of [kept?.last, lastZones.get(date)]) {
      if (last && last.atMs > latest.atMs) latest = last;
    }
    const frame = frames(kept?.zone ?? sums.zone, date);
    if (kept) addTotals(sums, kept, frame);
    return { sums, frame, workingMs: kept?.workingMs ?? lengthMs(frame.working) };
  });
}
