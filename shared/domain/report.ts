import {
  LINKEDIN_ACTIVITIES,
  type LinkedInActivity,
  SHIELDED_ACTIVITIES,
  isLinkedIn,
} from './activity.ts';
import { type Purpose, agreementOn, purposeOf } from './agreement.ts';
import {
  type ActivityMs,
  type DayFigures,
  type Figures,
  type Place,
  type PlaceCounts,
  type WeekFigures,
  entriesOf,
} from './figures.ts';
import { type DayFrames, type FigureRules, createDayFrames, dateOf } from './frames.ts';
import { MINUTE_MS, roundMs, roundParts } from './rounding.ts';
import type { Span } from './span.ts';
import { createSpanMinutes } from './span-minutes.ts';
import { isoWithOffset, localTime } from './zone.ts';

/** By what a report is broken down. */
export const REPORT_KINDS = ['span', 'day', 'week'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What a report shows besides its range. */
export interface ReportOptions {
  /** Whether private time is part of it; left out altogether by default. */
  readonly includePrivate: boolean;
  /** Round to whole multiples of this many minutes; undefined keeps exact milliseconds in JSON and whole minutes in CSV. */
  readonly roundMinutes?: number | undefined;
}

/** The activities that a report lists, in its order. */
export function reportActivities(includePrivate: boolean): LinkedInActivity[] {
  return LINKEDIN_ACTIVITIES.filter(
    (activity) => includePrivate || !SHIELDED_ACTIVITIES.includes(activity),
  );
}

/** Rounds times to whole units that add up to their rounded sum. */
function roundTogether(times: ActivityMs, unitMs: number): Map<LinkedInActivity, number> {
  const entries = entriesOf(times);
  const values = entries.map(([, ms]) => ms);
  const totalMs = values.reduce((sum, ms) => sum + ms, 0);
  const units = roundParts(values, totalMs, unitMs);
  return new Map(entries.map(([activity], index) => [activity, units[index] ?? 0]));
}

/** A time inside working time in whole units. */
export interface InsidePart {
  readonly activity: LinkedInActivity;
  /** Whether it is part of the counted time. */
  readonly counts: boolean;
  readonly units: number;
}

/**
 * Rounds the times inside working time so that the parts never disagree with their sum: what counts adds
 * up to the counted time, and what does not is rounded by itself. Whatever total of them a page shows is
 * a sum of these.
 */
export function insideParts({ insideMs, countedByMs }: Figures, unitMs: number): InsidePart[] {
  const counted = roundTogether(countedByMs, unitMs);
  return entriesOf(insideMs).flatMap(([activity, ms]) => {
    const countedMs = countedByMs[activity] ?? 0;
    return [
      { activity, counts: true, units: counted.get(activity) ?? 0 },
      { activity, counts: false, units: roundMs(ms - countedMs, unitMs) },
    ];
  });
}

/**
 * Whole minutes inside working time of some activities, or of all, private time included.
 *
 * @param isPart whether an activity is added up.
 */
export function insideMinutes(
  figures: Figures,
  isPart: (activity: LinkedInActivity) => boolean = () => true,
): number {
  return insideParts(figures, MINUTE_MS).reduce(
    (sum, { activity, units }) => (isPart(activity) ? sum + units : sum),
    0,
  );
}

/** What {@link insideParts} gives, by activity and in milliseconds. */
function roundInside(figures: Figures, unitMs: number): ActivityMs {
  const times = new Map<LinkedInActivity, number>();
  for (const { activity, units } of insideParts(figures, unitMs)) {
    times.set(activity, (times.get(activity) ?? 0) + units * unitMs);
  }
  return Object.fromEntries(times);
}

/** Times as a report lists them: in report order, without what it leaves out and what has no time. */
function listed(times: ActivityMs, includePrivate: boolean): ActivityMs {
  return Object.fromEntries(
    reportActivities(includePrivate).flatMap((activity) => {
      const ms = times[activity];
      return ms ? [[activity, ms]] : [];
    }),
  );
}

/** Times without what a report leaves out. */
function withoutShielded(times: ActivityMs): ActivityMs {
  return Object.fromEntries(
    entriesOf(times).filter(([activity]) => !SHIELDED_ACTIVITIES.includes(activity)),
  );
}

/** A day's figures without private time, for a page that somebody else may see. */
export function withoutPrivate(day: DayFigures): DayFigures {
  const { insideMs, outsideMs, countedByMs, purposeMs } = day;
  const shieldedMs = entriesOf(insideMs)
    .filter(([activity]) => SHIELDED_ACTIVITIES.includes(activity))
    .reduce((sum, [, ms]) => sum + ms, 0);
  return {
    ...day,
    insideMs: withoutShielded(insideMs),
    outsideMs: withoutShielded(outsideMs),
    countedByMs: withoutShielded(countedByMs),
    purposeMs: { ...purposeMs, private: Math.max(0, purposeMs.private - shieldedMs) },
  };
}

/** A row of a report by day. Times in milliseconds. */
export interface DayRow {
  readonly date: string;
  readonly workingDay: boolean;
  readonly place: Place | null;
  /** The block of a working day; null on a day off and without an agreement. */
  readonly agreement: {
    readonly from: string;
    readonly minMinutes: number;
    readonly maxMinutes: number;
  } | null;
  readonly countedMs: number;
  readonly inWindowMs: number | null;
  readonly insideMs: ActivityMs;
  readonly outsideMs: ActivityMs;
  readonly workingMs: number;
  readonly measuredMs: number;
  readonly coverage: number;
}

/** A row of a report by week. Times in milliseconds. */
export interface WeekRow {
  readonly week: string;
  readonly from: string;
  readonly to: string;
  readonly days: PlaceCounts;
  readonly allowanceMs: number;
  readonly countedMs: number;
  readonly insideMs: ActivityMs;
  readonly outsideMs: ActivityMs;
  readonly workingMs: number;
  readonly measuredMs: number;
  readonly coverage: number;
}

/** A row of a report by span, unclipped. */
export interface SpanRow {
  /** ISO 8601 with milliseconds and the offset of the zone that it was recorded in. */
  readonly start: string;
  readonly end: string;
  readonly activity: LinkedInActivity;
  readonly purpose: Purpose;
  readonly relabelled: boolean;
  /** Whether the user entered it, or moved an end of it, by hand. */
  readonly manual: boolean;
}

/** A row of a report by span as a table has it. */
export interface SpanTableRow extends SpanRow {
  /** What the clock on the wall showed, as `2026-03-23 08:47:01`. */
  readonly startLocal: string;
  readonly endLocal: string;
  /** Its time, rounded so that those of a day and activity add up to the day's. */
  readonly roundedMs: number;
}

/** What day and week rows have in common, rounded. */
function timesOf(
  figures: Figures,
  unitMs: number,
  includePrivate: boolean,
): Pick<DayRow, 'countedMs' | 'insideMs' | 'outsideMs' | 'workingMs' | 'measuredMs' | 'coverage'> {
  const outside = [...roundTogether(listed(figures.outsideMs, includePrivate), unitMs)];
  return {
    countedMs: roundMs(figures.countedMs, unitMs) * unitMs,
    insideMs: listed(roundInside(figures, unitMs), includePrivate),
    outsideMs: listed(
      Object.fromEntries(outside.map(([activity, units]) => [activity, units * unitMs])),
      includePrivate,
    ),
    workingMs: roundMs(figures.workingMs, unitMs) * unitMs,
    measuredMs: roundMs(figures.measuredMs, unitMs) * unitMs,
    coverage: figures.coverage,
  };
}

/** Milliseconds of the unit that a report is rounded to. */
function unitOf({ roundMinutes }: ReportOptions): number {
  return roundMinutes === undefined ? 1 : roundMinutes * MINUTE_MS;
}

/** The row of one day. Its place is that of the exact figures, however they are rounded. */
export function dayRow(figures: DayFigures, options: ReportOptions): DayRow {
  const { date, workingDay, place, agreement, inWindowMs } = figures;
  const unitMs = unitOf(options);
  const { countedMs, ...times } = timesOf(figures, unitMs, options.includePrivate);
  return {
    date,
    workingDay,
    place,
    agreement:
      workingDay && agreement
        ? {
            from: agreement.from,
            minMinutes: agreement.minMinutes,
            maxMinutes: agreement.maxMinutes,
          }
        : null,
    countedMs,
    inWindowMs: inWindowMs === null ? null : roundMs(inWindowMs, unitMs) * unitMs,
    ...times,
  };
}

/** The row of one week. */
export function weekRow(figures: WeekFigures, options: ReportOptions): WeekRow {
  const { week, from, to, days, allowanceMs } = figures;
  const times = timesOf(figures, unitOf(options), options.includePrivate);
  return { week, from, to, days, allowanceMs, ...times };
}

/** The row of a span; undefined where it is not LinkedIn, left out, or touches none of the local days `[from, to]`. */
function spanRow(
  { startedAtMs, endedAtMs, activity, zone, relabelled, manual }: Span,
  [range, rules, { includePrivate }]: SpanRowNeeds,
  frames: DayFrames,
): SpanRow | undefined {
  if (!isLinkedIn(activity)) return undefined;
  if (!includePrivate && SHIELDED_ACTIVITIES.includes(activity)) return undefined;
  const date = dateOf(frames, zone, startedAtMs);
  if (date > range.to || dateOf(frames, zone, endedAtMs - 1) < range.from) return undefined;
  return {
    start: isoWithOffset(zone, startedAtMs),
    end: isoWithOffset(zone, endedAtMs),
    activity,
    purpose: purposeOf(activity, agreementOn(rules.agreements, date)),
    relabelled,
    manual,
  };
}

/** The rows of LinkedIn spans that touch the local days `[from, to]`, unclipped. */
export function spanRows(spans: readonly Span[], ...of: SpanRowNeeds): SpanRow[] {
  const frames = createDayFrames(of[1]);
  return spans.flatMap((span) => spanRow(span, of, frames) ?? []);
}

type SpanRowNeeds = [
  range: { readonly from: string; readonly to: string },
  rules: FigureRules,
  options: ReportOptions,
];

/** Makes the rows of a table from spans that come by time, some at a time. */
export interface SpanTable {
  /** @returns rows that are ready: those of a day come once it is over. */
  add(spans: readonly Span[]): SpanTableRow[];
  /** The rows that are left. */
  end(): SpanTableRow[];
}

/** What {@link spanRows} gives, with what a table shows of each row besides. */
export function createSpanTable(...of: SpanRowNeeds): SpanTable {
  const [, rules, options] = of;
  const frames = createDayFrames(rules);
  const activities = reportActivities(options.includePrivate);
  const minutes = createSpanMinutes(frames, unitOf(options), (activity) =>
    activities.includes(activity),
  );
  let ready: SpanTableRow[] = [];
  function taken(): SpanTableRow[] {
    const rows = ready;
    ready = [];
    return rows;
  }
  return {
    add(spans) {
      for (const span of spans) {
        const { activity, zone, startedAtMs: startMs, endedAtMs: endMs } = span;
        if (!isLinkedIn(activity)) continue;
        const row = spanRow(span, of, frames);
        minutes.add(
          { activity, zone, startMs, endMs },
          row &&
            ((roundedMs) => {
              const startLocal = localTime(zone, startMs);
              ready.push({ ...row, startLocal, endLocal: localTime(zone, endMs), roundedMs });
            }),
        );
      }
      return taken();
    },
    end() {
      minutes.end();
      return taken();
    },
  };
}
