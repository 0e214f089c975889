import type { Interval } from '../../../shared/domain/interval.ts';
import { MINUTE_MS } from '../../../shared/domain/rounding.ts';
import type { TimelineMark } from './build-timeline-chart.ts';

/** How near to an end of a bar it is taken hold of, in pixels. */
const NEAR = 6;

/** So far the pointer moves before a press is a drag, in pixels. */
const LEAST_DRAG = 4;

/** What is being dragged: an end of a mark, or an end of new time. */
export interface Drag {
  /** The mark; null for new time. */
  readonly mark: TimelineMark | null;
  /** The end that stays where it is. */
  readonly fixedMs: number;
  /** The end that follows the pointer. */
  readonly movedMs: number;
  /** Where the pointer went down, in pixels. */
  readonly fromX: number;
  /** Whether the pointer has gone far enough for it to be no mere press. */
  readonly isMoved: boolean;
}

/** Where the timeline is in pixels. */
export interface Axis {
  xOf(atMs: number): number;
  msOf(x: number): number;
}

/** The end of a mark that is near to the pointer; of two alike near, the later one. */
export function endNear(
  marks: readonly TimelineMark[],
  x: number,
  axis: Pick<Axis, 'xOf'>,
): { readonly mark: TimelineMark; readonly end: 'startMs' | 'endMs' } | undefined {
  let best: { mark: TimelineMark; end: 'startMs' | 'endMs' } | undefined;
  let least = NEAR;
  for (const mark of marks) {
    if (mark.activity === null) continue;
    for (const end of ['startMs', 'endMs'] as const) {
      const distance = Math.abs(axis.xOf(mark[end]) - x);
      if (distance > least) continue;
      best = { mark, end };
      least = distance;
    }
  }
  return best;
}

/** What is taken hold of where the pointer goes down; undefined on a bar away from its ends. */
export function startDrag(marks: readonly TimelineMark[], x: number, axis: Axis): Drag | undefined {
  const near = endNear(marks, x, axis);
  if (near) {
    const { mark, end } = near;
    const other = end === 'startMs' ? 'endMs' : 'startMs';
    return { mark, fixedMs: mark[other], movedMs: mark[end], fromX: x, isMoved: false };
  }
  const isOnBar = marks.some(
    ({ activity, startMs, endMs }) =>
      activity !== null && axis.xOf(startMs) <= x && x <= axis.xOf(endMs),
  );
  if (isOnBar) return undefined;
  const atMs = wholeMinute(axis.msOf(x));
  return { mark: null, fixedMs: atMs, movedMs: atMs, fromX: x, isMoved: false };
}

function wholeMinute(atMs: number): number {
  return Math.round(atMs / MINUTE_MS) * MINUTE_MS;
}

/** The drag with its end at the pointer, in whole minutes, and never later than is known of. */
export function dragTo(drag: Drag, x: number, { msOf }: Axis, latestMs: number): Drag {
  if (!drag.isMoved && Math.abs(x - drag.fromX) < LEAST_DRAG) return drag;
  const movedMs = Math.min(wholeMinute(msOf(x)), latestMs);
  const { mark, fixedMs } = drag;
  // The end of a mark stays on its side of the other one.
  if (mark && movedMs < fixedMs !== drag.movedMs < fixedMs) return drag;
  return movedMs === fixedMs ? drag : { ...drag, movedMs, isMoved: true };
}

/** The stretch that a drag comes to. */
export function stretchOfDrag({ fixedMs, movedMs }: Drag): Interval {
  return { startMs: Math.min(fixedMs, movedMs), endMs: Math.max(fixedMs, movedMs) };
}
