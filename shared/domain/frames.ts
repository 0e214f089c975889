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
  /** `day` in pieces, by time, each of which is working time and in the window as a whole or not at all. */
  readonly stretches: readonly Stretch[];
  readonly agreement: Agreement | undefined;
}

/** What all of a piece of a day is. */
export interface Stretch extends Interval {
  readonly isWorking: boolean;
  readonly inWindow: boolean;
}

/** Cuts intervals at the ends of others, all of them sorted and without overlaps, and says of each piece whether it lies in those. */
function* cut(
  intervals: readonly Interval[],
  others: readonly Interval[],
): Generator<Interval & { readonly isIn: boolean }> {
  for (const { startMs, endMs } of intervals) {
    let atMs = startMs;
    for (const other of others) {
      if (other.endMs <= atMs || other.startMs >= endMs) continue;
      if (other.startMs > atMs) yield { startMs: atMs, endMs: other.startMs, isIn: false };
      const untilMs = Math.min(endMs, other.endMs);
      yield { startMs: Math.max(atMs, other.startMs), endMs: untilMs, isIn: true };
      atMs = untilMs;
    }
    if (atMs < endMs) yield { startMs: atMs, endMs, isIn: false };
  }
}

function stretchesOf({ day, working, window }: Omit<DayFrame, 'stretches'>): Stretch[] {
  const found: Stretch[] = [];
  for (const { isIn: isWorking, ...piece } of cut(day, working)) {
    if (window === null) found.push({ ...piece, isWorking, inWindow: false });
    else
      for (const { isIn: inWindow, ...part } of cut([piece], window)) {
        found.push({ ...part, isWorking, inWindow });
      }
  }
  return found;
}

/** Finds the frame of a local day; frames found are kept, since spans ask for the same ones again. */
export type DayFrames = (zone: string, isoDate: string) => DayFrame;

/** Keeps what was found of the local days of each zone. */
function keeping<T extends object>(
  find: (zone: string, date: string) => T,
): (zone: string, date: string) => T {
  const byZone = new Map<string, Map<string, T>>();
  return (zone, date) => {
    let byDate = byZone.get(zone);
    if (!byDate) byZone.set(zone, (byDate = new Map<string, T>()));
    let found = byDate.get(date);
    if (!found) byDate.set(date, (found = find(zone, date)));
    return found;
  };
}

/** Whether the working time of a day lies within its date, and that of the day before does not. */
function isApart(
  calendar: readonly Interval[],
  before: readonly Interval[],
  own: readonly Interval[],
): boolean {
  const [{ startMs, endMs } = { startMs: Infinity, endMs: -Infinity }] = calendar;
  return (
    calendar.length === 1 &&
    (before.at(-1)?.endMs ?? startMs) <= startMs &&
    (own.at(0)?.startMs ?? startMs) >= startMs &&
    (own.at(-1)?.endMs ?? endMs) <= endMs
  );
}

/** Frames under one set of rules. */
export function createDayFrames(rules: FigureRules): DayFrames {
  const working = keeping((zone, date) => workingTimeOn(rules, zone, date));

  function frameOf(zone: string, date: string): DayFrame {
    const agreement = agreementOn(rules.agreements, date);
    const own = working(zone, date);
    const calendar = dayIntervals(zone, date);
    const before = working(zone, addDays(date, -1));
    const day = isApart(calendar, before, own)
      ? calendar
      : union([...subtract(calendar, before), ...own]);
    const window = agreement?.window ? fixedWindowOn(agreement.window, zone, date) : null;
    const frame = {
      date,
      zone,
      day,
      working: own,
      window: window?.flatMap((part) => clip(part, day)) ?? null,
      agreement,
    };
    return { ...frame, stretches: stretchesOf(frame) };
  }

  return keeping(frameOf);
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
