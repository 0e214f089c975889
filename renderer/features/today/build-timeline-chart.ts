import {
  type LinkedInActivity,
  LINKEDIN_ACTIVITIES,
  isLinkedIn,
} from '../../../shared/domain/activity.ts';
import { clip, type Interval, lengthMs, subtract, union } from '../../../shared/domain/interval.ts';
import { HOUR_MS } from '../../../shared/domain/rounding.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { wallAt } from '../../../shared/domain/zone.ts';
import type { DayView } from '../../../shared/ipc/views.ts';
import { durationOfMs, spanLengthText, type Words } from '../../i18n/words.ts';

/** The least that the timeline shows, so that a day off with one span is not a magnifying glass. */
const LEAST_HOURS = 8;
/** The running span is known up to its latest tick only; what lies between that and now is no gap. */
const LEAST_GAP_MS = 15_000;

/** One stretch that the pointer and the arrow keys can reach. */
export interface TimelineMark extends Interval {
  /** Index in `lanes`; null for time not measured, which lies in all of them. */
  readonly lane: number | null;
  readonly activity: LinkedInActivity | null;
  readonly label: string;
  readonly time: string;
  readonly length: string;
}

/** All that the timeline of a day draws and says. */
export interface TimelineChart {
  /** Start and end of what is shown, in whole hours. */
  readonly domain: readonly [startMs: number, endMs: number];
  readonly ticks: readonly number[];
  /** One lane for each activity of the day, in report order. */
  readonly lanes: readonly { readonly activity: LinkedInActivity; readonly label: string }[];
  readonly marks: readonly TimelineMark[];
  readonly working: readonly Interval[];
  readonly window: readonly Interval[];
  readonly notMeasured: readonly Interval[];
  /** Now, on the day that is running; else null. */
  readonly nowMs: number | null;
  readonly summary: string;
}

/** The last whole hour of the zone's clock at or before a moment; zones may be half an hour off. */
function hourBefore(atMs: number, zone: string): number {
  const wall = wallAt(zone, atMs);
  return atMs - (wall - Math.floor(wall / HOUR_MS) * HOUR_MS);
}

/** Whole hours around all that the day has to show, inside the day. */
function domainOf(view: DayView, shown: readonly Interval[]): readonly [number, number] {
  const { day, figures } = view;
  const startMs = Math.min(...shown.map((interval) => interval.startMs));
  const endMs = Math.max(...shown.map((interval) => interval.endMs));
  if (shown.length === 0) return [day.startMs, day.endMs];
  const from = Math.max(day.startMs, hourBefore(startMs - 1, figures.zone));
  const to = Math.min(day.endMs, hourBefore(endMs, figures.zone) + HOUR_MS);
  const missing = Math.max(0, LEAST_HOURS * HOUR_MS - (to - from));
  const start = Math.max(day.startMs, hourBefore(from - missing / 2, figures.zone));
  return [start, Math.min(day.endMs, start + Math.max(to - start, LEAST_HOURS * HOUR_MS))];
}

/** Every hour or every few, so that no more than ten stand side by side. */
function ticksOf([startMs, endMs]: readonly [number, number], zone: string): number[] {
  const hours = (endMs - startMs) / HOUR_MS;
  const stepMs = (hours <= 10 ? 1 : hours <= 16 ? 2 : 3) * HOUR_MS;
  const first = hourBefore(startMs, zone);
  const ticks: number[] = [];
  for (let at = first < startMs ? first + HOUR_MS : first; at <= endMs; at += stepMs) {
    ticks.push(at);
  }
  return ticks;
}

function summaryOf(view: DayView, marks: readonly TimelineMark[], gapMs: number, words: Words) {
  const { t, format } = words;
  const { zone } = view.figures;
  const stretches = marks.filter((mark) => mark.activity !== null);
  const first = stretches.at(0);
  const last = stretches.at(-1);
  const sentence =
    first && last
      ? t('day.timeline.summary', {
          count: stretches.length,
          total: durationOfMs(words, lengthMs(stretches)),
          from: format.time(first.startMs, zone),
          to: format.time(last.endMs, zone),
        })
      : t(view.isCondensed ? 'day.totals.summary' : 'day.timeline.summaryNone');
  const gap = t('day.timeline.summaryGap', { minutes: durationOfMs(words, gapMs) });
  return gapMs < 60_000 ? sentence : `${sentence} ${gap}`;
}

/** What is said of a span in some words, for as long as both are there: of all but the running one, it stays. */
const saidOf = new WeakMap<Words, WeakMap<Span, { zone: string; mark: SpokenMark }>>();

type SpokenMark = Pick<TimelineMark, 'label' | 'time' | 'length'>;

function textsOf(span: Span, zone: string, words: Words): SpokenMark {
  const said = saidOf.get(words) ?? new WeakMap<Span, { zone: string; mark: SpokenMark }>();
  saidOf.set(words, said);
  const before = said.get(span);
  if (before?.zone === zone) return before.mark;
  const { t } = words;
  const name = t(`activity.${span.activity}`);
  const mark = {
    label: [
      name,
      ...(span.relabelled ? [t('day.spans.relabelled')] : []),
      ...(span.manual ? [t('day.spans.manual')] : []),
    ].join(', '),
    ...timesOf({ startMs: span.startedAtMs, endMs: span.endedAtMs }, zone, words),
  };
  said.set(span, { zone, mark });
  return mark;
}

function timesOf({ startMs, endMs }: Interval, zone: string, words: Words) {
  const { t, format } = words;
  return {
    time: t('duration.span', {
      from: format.time(startMs, zone),
      to: format.time(endMs, zone),
    }),
    length: spanLengthText(words, endMs - startMs),
  };
}

/** Shapes a day as a timeline with one lane an activity. */
export function buildTimelineChart(view: DayView, words: Words): TimelineChart {
  const { t } = words;
  const { day, working, window, spans, nowMs, figures } = view;
  const { zone } = figures;
  const untilMs = Math.min(nowMs, day.endMs);
  const measured = union(
    spans.map(({ startedAtMs, endedAtMs }) => ({ startMs: startedAtMs, endMs: endedAtMs })),
  );
  const soFar = untilMs > day.startMs ? { startMs: day.startMs, endMs: untilMs } : undefined;
  // Of totals it is not known which time they were measured in.
  const notMeasured = (
    soFar && !view.isCondensed ? subtract(clip(soFar, working), measured) : []
  ).filter(({ startMs, endMs }) => endMs - startMs >= LEAST_GAP_MS);

  const present = new Set(spans.map((span) => span.activity));
  const lanes = LINKEDIN_ACTIVITIES.filter((activity) => present.has(activity)).map((activity) => ({
    activity,
    label: t(`activity.${activity}`),
  }));
  const marks = [
    ...spans.flatMap((span): TimelineMark[] => {
      const { startedAtMs: startMs, endedAtMs: endMs, activity } = span;
      if (!isLinkedIn(activity)) return [];
      const lane = lanes.findIndex((one) => one.activity === activity);
      return [{ startMs, endMs, lane, activity, ...textsOf(span, zone, words) }];
    }),
    ...notMeasured.map((gap): TimelineMark => ({
      ...gap,
      lane: null,
      activity: null,
      label: t('day.timeline.notMeasured'),
      ...timesOf(gap, zone, words),
    })),
  ].sort((a, b) => a.startMs - b.startMs);

  const isRunning = nowMs >= day.startMs && nowMs < day.endMs;
  const now = isRunning ? [{ startMs: nowMs, endMs: nowMs }] : [];
  const domain = domainOf(view, [...working, ...window, ...marks, ...now]);
  return {
    domain,
    ticks: ticksOf(domain, zone),
    lanes,
    marks,
    working,
    window,
    notMeasured,
    nowMs: isRunning ? nowMs : null,
    summary: summaryOf(view, marks, lengthMs(notMeasured), words),
  };
}
