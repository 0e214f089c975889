import { type Interval, subtract } from './interval.ts';
import type { Activity } from './activity.ts';
import type { Span } from './span.ts';

/** A change of the user's: the spans that it touched as they were, and what they became. */
export interface Correction {
  readonly before: readonly Span[];
  readonly after: readonly Span[];
}

/** Whether two spans are alike in all. */
export function isSame(a: Span, b: Span): boolean {
  return (
    a.startedAtMs === b.startedAtMs &&
    a.endedAtMs === b.endedAtMs &&
    a.activity === b.activity &&
    a.zone === b.zone &&
    a.relabelled === b.relabelled &&
    a.manual === b.manual
  );
}

/**
 * Whether two spans are one: no gap, one activity and zone, both re-labelled or neither, and both entered by
 * hand or neither. What the user said of a stretch is never spread over one of which they said nothing.
 */
export function areOne(first: Span, second: Span): boolean {
  return (
    first.endedAtMs === second.startedAtMs &&
    first.activity === second.activity &&
    first.zone === second.zone &&
    first.relabelled === second.relabelled &&
    first.manual === second.manual
  );
}

/** Spans by time, in which those that changed are joined with the neighbours that they are one with. */
export function joinChanged(
  spans: readonly Span[],
  changed: ReadonlySet<Span>,
  mayJoin: (atMs: number) => boolean = () => true,
): Span[] {
  const joined: Span[] = [];
  const isChanged = new Set(changed);
  for (const span of [...spans].sort((a, b) => a.startedAtMs - b.startedAtMs)) {
    const last = joined.at(-1);
    const isTouched = last && (isChanged.has(last) || isChanged.has(span));
    if (isTouched && areOne(last, span) && mayJoin(span.startedAtMs)) {
      const one = { ...last, endedAtMs: span.endedAtMs };
      isChanged.add(one);
      joined[joined.length - 1] = one;
    } else joined.push(span);
  }
  return joined;
}

/** Tells whether a span is among some, just as it is. */
function among(spans: readonly Span[]): (span: Span) => boolean {
  const byStart = new Map(spans.map((span) => [span.startedAtMs, span]));
  return (span) => {
    const other = byStart.get(span.startedAtMs);
    return other !== undefined && isSame(other, span);
  };
}

/** What differs between two states of the same stretch of time. */
export function difference(before: readonly Span[], after: readonly Span[]): Correction {
  const isAfter = among(after);
  const isBefore = among(before);
  return {
    before: before.filter((span) => !isAfter(span)),
    after: after.filter((span) => !isBefore(span)),
  };
}

/** What is left of spans where others are; both by time, and neither with overlaps. */
export function leftBeside(spans: readonly Span[], others: readonly Span[]): Span[] {
  let first = 0;
  return spans.flatMap((span) => {
    while ((others[first]?.endedAtMs ?? Infinity) <= span.startedAtMs) first += 1;
    const holes: Interval[] = [];
    for (let at = first; ; at += 1) {
      const other = others[at];
      if (!other || other.startedAtMs >= span.endedAtMs) break;
      holes.push({ startMs: other.startedAtMs, endMs: other.endedAtMs });
    }
    const whole = { startMs: span.startedAtMs, endMs: span.endedAtMs };
    return subtract([whole], holes).map(({ startMs, endMs }) => ({
      ...span,
      startedAtMs: startMs,
      endedAtMs: endMs,
    }));
  });
}

/**
 * Says what a span was. It is marked as re-labelled and keeps its ends; of its neighbours only one that is
 * re-labelled too, as the same, becomes one with it.
 *
 * @param around the span, with those that touch it.
 */
export function relabel(around: readonly Span[], target: Span, activity: Activity): Correction {
  if (target.activity === activity) return { before: [], after: [] };
  const changed = { ...target, activity, relabelled: true };
  const spans = around.map((span) => (isSame(span, target) ? changed : span));
  return difference(around, joinChanged(spans, new Set([changed])));
}

/**
 * Takes a correction back: what it made goes, and what was there before stands there again, but where
 * something else was recorded in the meantime.
 *
 * @param mayJoin whether what is put back becomes one again with its like at a moment.
 * @param now the spans that lie in, or touch, the time of the correction, by time, the running one included.
 */
export function undoCorrection(
  now: readonly Span[],
  { before, after }: Correction,
  mayJoin: (atMs: number) => boolean = () => true,
): Correction {
  const isMade = among(after);
  const kept = now.filter((span) => !isMade(span));
  const back = leftBeside(before, kept);
  // What stood side by side before does so again.
  const ends = new Set(before.map(({ endedAtMs }) => endedAtMs));
  const apart = new Set(before.map((span) => span.startedAtMs).filter((atMs) => ends.has(atMs)));
  const joined = joinChanged([...kept, ...back], new Set(back), (atMs) => {
    return !apart.has(atMs) && mayJoin(atMs);
  });
  return difference(now, joined);
}

/** The time of a correction: from the first start to the last end. Undefined where nothing changed. */
export function extentOf({ before, after }: Correction): Interval | undefined {
  let startMs = Infinity;
  let endMs = -Infinity;
  for (const spans of [before, after]) {
    for (const span of spans) {
      startMs = Math.min(startMs, span.startedAtMs);
      endMs = Math.max(endMs, span.endedAtMs);
    }
  }
  return startMs < endMs ? { startMs, endMs } : undefined;
}
