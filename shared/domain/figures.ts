import {
  ACTIVE_ACTIVITIES,
  type Activity,
  LINKEDIN_ACTIVITIES,
  type LinkedInActivity,
  PASSIVE_ACTIVITIES,
  isLinkedIn,
} from './activity.ts';
import {
  type Agreement,
  type Purpose,
  agreementOn,
  countsTowardsBlock,
  purposeOf,
} from './agreement.ts';
import { addDays, datesOf, isoWeekOf } from './calendar.ts';
import { type Interval, intersect, lengthMs, overlapMs } from './interval.ts';
import type { DayTotals, ZoneSince } from './day-totals.ts';
import { MINUTE_MS } from './rounding.ts';
import type { Span } from './span.ts';
import type { WorkingTimeRules } from './work-schedule.ts';
import { fixedWindowOn, workingTimeOn } from './working-time.ts';
import { dayIntervals, isoDateAt } from './zone.ts';

/** Where a working day lies next to the agreed block; `no-data` where nothing was measured. */
export const PLACES = ['room', 'sweet-spot', 'over', 'no-data'] as const;
export type Place = (typeof PLACES)[number];

/** Milliseconds by activity; an activity without time is left out. */
export type ActivityMs = Readonly<Partial<Record<LinkedInActivity, number>>>;

/** What day and week have in common. All times in milliseconds. */
export interface Figures {
  /** LinkedIn time inside working time, less the role's own work and what is private. */
  readonly countedMs: number;
  /** The counted time by activity. */
  readonly countedByMs: ActivityMs;
  /** Time by activity inside working time, private included. */
  readonly insideMs: ActivityMs;
  /** Time by activity outside working time, private included. */
  readonly outsideMs: ActivityMs;
  /** LinkedIn time inside working time by purpose. */
  readonly purposeMs: Readonly<Record<Purpose, number>>;
  /** LinkedIn time inside working time in which the user does something. */
  readonly activeMs: number;
  /** LinkedIn time inside working time in which the user reads what comes by. */
  readonly passiveMs: number;
  readonly workingMs: number;
  /** Working time in which the app was able to measure. */
  readonly measuredMs: number;
  /** `measuredMs / workingMs`, 0 to 1; 0 where there is no working time. */
  readonly coverage: number;
}

/** The figures of one local day. */
export interface DayFigures extends Figures {
  readonly date: string;
  /** IANA zone that the day was reckoned in. */
  readonly zone: string;
  readonly workingDay: boolean;
  /** Null on a day off, which has figures but no place. */
  readonly place: Place | null;
  /** The agreement valid on that day, or null before the first one. */
  readonly agreement: Agreement | null;
  /** The part of the counted time inside the agreement's fixed window; null without one. */
  readonly inWindowMs: number | null;
}

/** The figures of an ISO week, or of the part of it that lies in a range. */
export interface WeekFigures extends Figures {
  /** ISO week, as in `2026-W47`. */
  readonly week: string;
  readonly from: string;
  readonly to: string;
  /** Working days by place. */
  readonly days: Readonly<Record<Place, number>>;
  /** The most the agreed blocks of its working days add up to. */
  readonly allowanceMs: number;
}

/** All of the settings that figures depend on. */
export interface FigureRules extends WorkingTimeRules {
  readonly agreements: readonly Agreement[];
}

/** The intervals of one local day in one zone. */
export interface DayFrame {
  readonly date: string;
  readonly zone: string;
  readonly day: readonly Interval[];
  readonly working: readonly Interval[];
  /** Null where the agreement has no fixed window. */
  readonly window: readonly Interval[] | null;
  readonly agreement: Agreement | undefined;
}

/** Finds the frame of a local day; frames found are kept, since spans ask for the same ones again. */
export type DayFrames = (zone: string, isoDate: string) => DayFrame;

/** Frames under one set of rules. */
export function createDayFrames(rules: FigureRules): DayFrames {
  const frames = new Map<string, DayFrame>();
  return (zone, date) => {
    const key = `${date} ${zone}`;
    let frame = frames.get(key);
    if (!frame) {
      const agreement = agreementOn(rules.agreements, date);
      frame = {
        date,
        zone,
        day: dayIntervals(zone, date),
        working: workingTimeOn(rules, zone, date),
        window: agreement?.window ? fixedWindowOn(agreement.window, zone, date) : null,
        agreement,
      };
      frames.set(key, frame);
    }
    return frame;
  };
}

/** Milliseconds by activity, under way. */
type ActivitySums = Map<LinkedInActivity, number>;

/** Sums under way for one local day. */
interface DaySums {
  /** Zone of its first span, which the day is reckoned in. */
  readonly zone: string;
  readonly insideMs: ActivitySums;
  readonly outsideMs: ActivitySums;
  inWindowMs: number;
  measuredMs: number;
}

function emptySums(zone: string): DaySums {
  return {
    zone,
    insideMs: new Map(),
    outsideMs: new Map(),
    inWindowMs: 0,
    measuredMs: 0,
  };
}

function add(sums: ActivitySums, activity: LinkedInActivity, ms: number): void {
  if (ms > 0) sums.set(activity, (sums.get(activity) ?? 0) + ms);
}

/** Adds the part of one span that lies in one local day of its zone. */
function addPiece(sums: DaySums, activity: Activity, piece: Interval, frame: DayFrame): void {
  const insideMs = overlapMs(piece, frame.working);
  sums.measuredMs += insideMs;
  if (!isLinkedIn(activity)) return;
  add(sums.insideMs, activity, insideMs);
  add(sums.outsideMs, activity, piece.endMs - piece.startMs - insideMs);
  if (!frame.window || insideMs === 0 || !countsTowardsBlock(activity, frame.agreement)) return;
  for (const window of frame.window) {
    const inWindow = intersect(piece, window);
    if (inWindow) sums.inWindowMs += overlapMs(inWindow, frame.working);
  }
}

function placeOf(figures: { countedMs: number; measuredMs: number }, agreement: Agreement): Place {
  if (figures.measuredMs === 0) return 'no-data';
  if (figures.countedMs < agreement.minMinutes * MINUTE_MS) return 'room';
  return figures.countedMs <= agreement.maxMinutes * MINUTE_MS ? 'sweet-spot' : 'over';
}

/** The activities with time and their milliseconds. */
export function entriesOf(times: ActivityMs): [LinkedInActivity, number][] {
  return Object.entries(times) as [LinkedInActivity, number][];
}

/**
 * The same sums in the order of reports, whatever came first in the day: where two parts lost as much in
 * rounding, their order decides.
 */
function inOrder(sums: ActivitySums): ActivityMs {
  const ordered: Partial<Record<LinkedInActivity, number>> = {};
  for (const activity of LINKEDIN_ACTIVITIES) {
    const ms = sums.get(activity);
    if (ms !== undefined) ordered[activity] = ms;
  }
  return ordered;
}

/** Adds what is kept of a day whose spans are not, under the agreement of the day. */
function addTotals(sums: DaySums, { hours }: DayTotals, frame: DayFrame): void {
  for (const { activity, insideMs, outsideMs, windowMs } of hours) {
    sums.measuredMs += insideMs;
    if (!isLinkedIn(activity)) continue;
    add(sums.insideMs, activity, insideMs);
    add(sums.outsideMs, activity, outsideMs);
    if (countsTowardsBlock(activity, frame.agreement)) sums.inWindowMs += windowMs;
  }
}

/** @param workingMs length of the working time, where the day keeps the one that it had. */
function finishDay(
  sums: DaySums,
  frame: DayFrame,
  workingMs = lengthMs(frame.working),
): DayFigures {
  const { agreement } = frame;
  const { measuredMs } = sums;
  const insideMs = inOrder(sums.insideMs);
  const countedByMs: Partial<Record<LinkedInActivity, number>> = {};
  const purposeMs = { business: 0, neutral: 0, private: 0 };
  let countedMs = 0;
  let activeMs = 0;
  let passiveMs = 0;
  for (const [activity, ms] of entriesOf(insideMs)) {
    purposeMs[purposeOf(activity, agreement)] += ms;
    if (ACTIVE_ACTIVITIES.includes(activity)) activeMs += ms;
    if (PASSIVE_ACTIVITIES.includes(activity)) passiveMs += ms;
    if (!countsTowardsBlock(activity, agreement)) continue;
    countedByMs[activity] = ms;
    countedMs += ms;
  }
  const workingDay = workingMs > 0;
  return {
    date: frame.date,
    zone: frame.zone,
    workingDay,
    place: workingDay && agreement ? placeOf({ countedMs, measuredMs }, agreement) : null,
    agreement: agreement ?? null,
    countedMs,
    countedByMs,
    inWindowMs: frame.window ? sums.inWindowMs : null,
    insideMs,
    outsideMs: inOrder(sums.outsideMs),
    purposeMs,
    activeMs,
    passiveMs,
    workingMs,
    measuredMs,
    // A day in two zones can measure more than the working time of the one it is reckoned in.
    coverage: workingDay ? Math.min(1, measuredMs / workingMs) : 0,
  };
}

/** What {@link dayFigures} needs. */
export interface DayFiguresInput {
  /** Spans that touch the range, by time, without overlaps. Others are left aside. */
  readonly spans: Iterable<Span>;
  /** Local days, both included, as ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly frames: DayFrames;
  /** Zone of the latest span before the range, or else the system's: that of days without spans. */
  readonly zoneBefore: string;
  /** Days of the range whose spans are no longer kept, by date. */
  readonly totals?: ReadonlyMap<string, DayTotals>;
}

/**
 * The figures of every local day of a range, in the zone that each span was recorded in: each span is
 * clipped to local days and to working time, and its milliseconds are added up.
 */
export function dayFigures({
  spans,
  from,
  to,
  frames,
  zoneBefore,
  totals,
}: DayFiguresInput): DayFigures[] {
  const sumsByDate = new Map<string, DaySums>();
  /** The zone of the latest span of each date. */
  const lastZones = new Map<string, ZoneSince>();
  let latest: ZoneSince = { zone: zoneBefore, atMs: -Infinity };
  /** The day of the range that the span before ended in: most spans lie in the same one, whole. */
  let current: { sums: DaySums; frame: DayFrame; whole: Interval } | undefined;

  const addDay = (span: Interval, activity: Activity, spanZone: string, date: string): void => {
    const frame = frames(spanZone, date);
    let sums = sumsByDate.get(date);
    if (!sums) sumsByDate.set(date, (sums = emptySums(spanZone)));
    for (const part of frame.day) {
      const piece = intersect(span, part);
      if (piece) addPiece(sums, activity, piece, frame);
    }
    const [whole, ...others] = frame.day;
    current = whole && others.length === 0 ? { sums, frame, whole } : undefined;
  };

  for (const { startedAtMs, endedAtMs, activity, zone } of spans) {
    const span = { startMs: startedAtMs, endMs: endedAtMs };
    if (
      current?.frame.zone === zone &&
      current.whole.startMs <= startedAtMs &&
      endedAtMs <= current.whole.endMs
    ) {
      addPiece(current.sums, activity, span, current.frame);
      continue;
    }
    current = undefined;
    const lastDate = isoDateAt(zone, endedAtMs - 1);
    for (let date = isoDateAt(zone, startedAtMs); date <= lastDate; date = addDays(date, 1)) {
      const since = { zone, atMs: startedAtMs };
      if (date < from) latest = since;
      if (date < from || date > to) continue;
      lastZones.set(date, since);
      addDay(span, activity, zone, date);
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
    return finishDay(sums, frame, kept?.workingMs);
  });
}

/** Adds up times by activity. */
function sumActivities(all: readonly ActivityMs[]): ActivityMs {
  const sums: ActivitySums = new Map();
  for (const times of all) for (const [activity, ms] of entriesOf(times)) add(sums, activity, ms);
  return inOrder(sums);
}

/** The figures of days that lie in one ISO week, by date; at least one day. */
function weekOf(week: string, days: readonly DayFigures[]): WeekFigures {
  const sum = (value: (day: DayFigures) => number) =>
    days.reduce((total, day) => total + value(day), 0);
  const count = (place: Place) => days.filter((day) => day.place === place).length;
  const workingMs = sum((day) => day.workingMs);
  const measuredMs = sum((day) => day.measuredMs);
  return {
    week,
    from: days.at(0)?.date ?? '',
    to: days.at(-1)?.date ?? '',
    days: {
      room: count('room'),
      'sweet-spot': count('sweet-spot'),
      over: count('over'),
      'no-data': count('no-data'),
    },
    allowanceMs: sum((day) =>
      day.workingDay && day.agreement ? day.agreement.maxMinutes * MINUTE_MS : 0,
    ),
    countedMs: sum((day) => day.countedMs),
    countedByMs: sumActivities(days.map((day) => day.countedByMs)),
    insideMs: sumActivities(days.map((day) => day.insideMs)),
    outsideMs: sumActivities(days.map((day) => day.outsideMs)),
    purposeMs: {
      business: sum((day) => day.purposeMs.business),
      neutral: sum((day) => day.purposeMs.neutral),
      private: sum((day) => day.purposeMs.private),
    },
    activeMs: sum((day) => day.activeMs),
    passiveMs: sum((day) => day.passiveMs),
    workingMs,
    measuredMs,
    coverage: workingMs > 0 ? Math.min(1, measuredMs / workingMs) : 0,
  };
}

/** The figures of every ISO week that the days lie in; a week at the edge of the range has the days of the range. */
export function weekFigures(days: readonly DayFigures[]): WeekFigures[] {
  const byWeek = Map.groupBy(days, (day) => isoWeekOf(day.date));
  return [...byWeek].map(([week, daysOfWeek]) => weekOf(week, daysOfWeek));
}
