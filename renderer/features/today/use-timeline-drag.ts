import { type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import type { Interval } from '../../../shared/domain/interval.ts';
import type { TimelineState } from './timeline-context.ts';
import { type Drag, dragTo, endNear, startDrag, stretchOfDrag } from './timeline-drag.ts';
import { marksInLane, pointOf, type TimelinePlot } from './timeline-plot.ts';

/** What the pointer drags on the timeline, and what it would take hold of. */
export interface TimelineDrag {
  /** Whether it is down, on an end of a span or where there is nothing. */
  readonly isDown: boolean;
  /** Whether an end of a span is dragged, or would be. */
  readonly isOfSpan: boolean;
  /** What it has come to; undefined until it has moved. */
  readonly dragged: Interval | undefined;
  /** Whether the press that just ended was a drag, which opens nothing. */
  wasDrag(): boolean;
  readonly handlers: Readonly<
    Record<
      'onPointerDown' | 'onPointerMove' | 'onPointerUp',
      (event: PointerEvent<SVGElement>) => void
    >
  > & { onPointerCancel(): void };
}

/** Follows the pointer over the plot, and tells of a drag when it has ended. */
export function useTimelineDrag(
  { timeline, onDragged }: Pick<TimelineState, 'timeline' | 'onDragged'>,
  plot: TimelinePlot,
): TimelineDrag {
  const [drag, setDrag] = useState<Drag>();
  const [isAtEnd, setAtEnd] = useState(false);
  const wasDragged = useRef(false);
  const { marks, nowMs, domain } = timeline;
  const latestMs = nowMs ?? domain[1];
  const nearEnd = (event: MouseEvent<SVGElement>) =>
    endNear(marksInLane(event, marks, plot), pointOf(event, plot).x, plot);
  return {
    isDown: drag !== undefined,
    isOfSpan: isAtEnd || (drag?.mark ?? null) !== null,
    dragged: drag?.isMoved ? stretchOfDrag(drag) : undefined,
    wasDrag: () => wasDragged.current,
    handlers: {
      onPointerDown: (event) => {
        wasDragged.current = false;
        if (!onDragged || event.button !== 0) return;
        // New time can begin in any lane where there is nothing.
        const near = nearEnd(event);
        setDrag(startDrag(near ? [near.mark] : marks, pointOf(event, plot).x, plot));
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event) => {
        if (drag) setDrag(dragTo(drag, pointOf(event, plot).x, plot, latestMs));
        else setAtEnd(onDragged !== undefined && nearEnd(event) !== undefined);
      },
      onPointerUp: (event) => {
        setDrag(undefined);
        // The last move may not have been drawn yet.
        const last = drag && dragTo(drag, pointOf(event, plot).x, plot, latestMs);
        wasDragged.current = last?.isMoved ?? false;
        if (!last?.isMoved) return;
        const ends = stretchOfDrag(last);
        if (ends.startMs === ends.endMs) return;
        onDragged?.(
          last.mark ? { kind: 'move', atMs: last.mark.startMs, ...ends } : { kind: 'new', ...ends },
        );
      },
      onPointerCancel: () => {
        setDrag(undefined);
      },
    },
  };
}
