import type { Activity } from './activity.ts';
import { type Correction, difference, isSame, joinChanged, leftBeside } from './correction.ts';
import { type Interval, intersect } from './interval.ts';
import type { Span } from './span.ts';

/** A change by hand of when something was. */
export type SpanEdit =
  /** Other ends for the span at a moment. */
  | {
      readonly kind: 'move';
      readonly atMs: number;
      readonly startMs: number;
      readonly endMs: number;
    }
  /** Two spans of the one around a moment. */
  | { readonly kind: 'split'; readonly atMs: number }
  /** Time that was not measured. */
  | {
      readonly kind: 'add';
      readonly startMs: number;
      readonly endMs: number;
      readonly activity: Activity;
      /** IANA zone that it is told in. */
      readonly zone: string;
    };

/** What an edit comes to. */
export interface EditStep {
  readonly change: Correction;
  /** The time of other spans that it takes the place of, by time. */
  readonly replaced: readonly Span[];
}

const NOTHING: EditStep = { change: { before: [], after: [] }, replaced: [] };

/** Puts a span in the place of whatever is there. */
function put(around: readonly Span[], others: readonly Span[], span: Span): EditStep {
  const after = joinChanged([...leftBeside(others, [span]), span], new Set([span]));
  const time: Interval = { startMs: span.startedAtMs, endMs: span.endedAtMs };
  const replaced = others.flatMap((other) => {
    const shared = intersect({ startMs: other.startedAtMs, endMs: other.endedAtMs }, time);
    return shared ? [{ ...other, startedAtMs: shared.startMs, endedAtMs: shared.endMs }] : [];
  });
  return { change: difference(around, after), replaced };
}

/**
 * What an edit makes of spans. What is entered or moved is marked as entered by hand; the halves of a span that is split
 * stay what they are.
 *
 * @param around the spans, by time, in and beside the time that the span has and gets.
 * @returns undefined where there is no span at the moment of the edit, or it would be left empty.
 */
export function editSpans(around: readonly Span[], edit: SpanEdit): EditStep | undefined {
  if (edit.kind === 'add') {
    const { startMs: startedAtMs, endMs: endedAtMs, activity, zone } = edit;
    if (startedAtMs >= endedAtMs) return undefined;
    const span = { startedAtMs, endedAtMs, activity, zone, relabelled: false, manual: true };
    return put(around, around, span);
  }
  const { atMs } = edit;
  const target = around.find((span) => span.startedAtMs <= atMs && atMs < span.endedAtMs);
  if (!target) return undefined;
  if (edit.kind === 'split') {
    if (atMs === target.startedAtMs) return undefined;
    const halves = [
      { ...target, endedAtMs: atMs },
      { ...target, startedAtMs: atMs },
    ];
    return { change: { before: [target], after: halves }, replaced: [] };
  }
  const { startMs: startedAtMs, endMs: endedAtMs } = edit;
  if (startedAtMs >= endedAtMs) return undefined;
  const moved = { ...target, startedAtMs, endedAtMs, manual: true };
  if (isSame(moved, { ...target, manual: true })) return NOTHING;
  return put(
    around,
    around.filter((span) => span !== target),
    moved,
  );
}
