import { type Agreement, agreementOn } from './agreement.ts';
import { DAY_MS, addDays, datesOf } from './calendar.ts';
import { type Interval, clip, overlapMs, subtract, union } from './interval.ts';
import { HOUR_MS } from './rounding.ts';
import type { Span } from './span.ts';
import type { WorkingTimeRules } from './work-schedule.ts';
import { fixedWindowOn, workingTimeOn } from './working-time.ts';
import { dayIntervals, isoDateAt, wallAt } from './zone.ts';

/** All of the settings that figures depend on. */
export interface FigureRules extends WorkingTimeRules {
  readonly agreements: readonly Agreement[];
}

/**
 * The intervals of one local day in one zone. A night shift is of the day on which it starts, so that day goes on to
 * its end, and the next begins after it: every instant is of one day.
 */
export interface DayFrame {
  readonly date: string;
  readonly zone: string;
  /** The time that is of this day: its 23 to 25 hours, less the end of the shift before, with the end of its own. */
  readonly day: readonly Interval[];
  /** Working time that starts on this day, less breaks. */
  readonly working: readonly Interval[];
  /** The fixed window within `day`; null where the agreement has none. */
  readonly window: readonly Interval[] | null;
  readonly agreement: Agreement | undefined;
}

/** Finds the frame of a local day; frames found are kept, since spans ask for the same ones again. */
export type DayFrames = (zone: string, isoDate: string) => DayFrame;

/** Frames under one set of rules. */
export function createDayFrames(rules: FigureRules): DayFrames {
  const frames = new Map<string, DayFrame>();
  const shifts = new Map<string, Interval[]>();

  function working(zone: string, date: string): Interval[] {
    const key = `${date} ${zone}`;
    let shift = shifts.get(key);
    if (!shift) shifts.set(key, (shift = workingTimeOn(rules, zone, date)));
    return shift;
  }

  function frameOf(zone: string, date: string): DayFrame {
    const agreement = agreementOn(rules.agreements, date);
    const own = working(zone, date);
    const rest = subtract(dayIntervals(zone, date), working(zone, addDays(date, -1)));
    const day = union([...rest, ...own]);
    const window = agreement?.window ? fixedWindowOn(agreement.window, zone, date) : null;
    return {
      date,
      zone,
      day,
      working: own,
      window: window?.flatMap((part) => clip(part, day)) ?? null,
      agreement,
    };
  }

  return (zone, date) => {
    const key = `${date} ${zone}`;
    let frame = frames.get(key);
    if (!frame) frames.set(key, (frame = frameOf(zone, date)));
    return frame;
  };
}

/** The local days that a stretch of time can have a part of, the earliest first. */
export function datesTouched(zone: string, { startMs, endMs }: Interval): string[] {
  // What begins in the small hours may be of a shift that started on the day before.
  return datesOf(addDays(isoDateAt(zone, startMs), -1), isoDateAt(zone, endMs - 1));
}

/** The working time that a stretch of time meets, as sorted intervals, that of a shift of the day before included. */
export function workingTimeAround(frames: DayFrames, zone: string, stretch: Interval): Interval[] {
  return union(datesTouched(zone, stretch).flatMap((date) => frames(zone, date).working));
}

/** The local day that an instant is of: the date on the calendar, or the day before while its night shift goes on. */
export function dateOf(frames: DayFrames, zone: string, atMs: number): string {
  const date = isoDateAt(zone, atMs);
  const before = addDays(date, -1);
  return overlapMs({ startMs: atMs, endMs: atMs + 1 }, frames(zone, before).working) > 0
    ? before
    : date;
}

/** A part of a span that lies in one hour of the clock and is of one day. */
export interface HourPiece extends Interval {
  readonly frame: DayFrame;
  /** Hour of the clock, 0 to 23. */
  readonly hour: number;
}

/** Cuts a span into what is of each local day and each hour of the clock there. */
export function* hourPieces(
  frames: DayFrames,
  { startedAtMs, endedAtMs, zone }: Pick<Span, 'startedAtMs' | 'endedAtMs' | 'zone'>,
): Generator<HourPiece> {
  const span = { startMs: startedAtMs, endMs: endedAtMs };
  for (const date of datesTouched(zone, span)) {
    const frame = frames(zone, date);
    for (const part of clip(span, frame.day)) {
      for (let { startMs } = part; startMs < part.endMs;) {
        const wallMs = wallAt(zone, startMs);
        const endMs = Math.min(part.endMs, startMs + HOUR_MS - (wallMs % HOUR_MS));
        yield { frame, hour: Math.floor((wallMs % DAY_MS) / HOUR_MS), startMs, endMs };
        startMs = endMs;
      }
    }
  }
}
