import { createContext } from 'react';
import type { TimelineChart as Timeline, TimelineMark } from './build-timeline-chart.ts';
import type { Dragged } from './span-drag.tsx';

/** Where a mark is, in pixels of the chart. */
export interface MarkPlace {
  /** Whether it lies in the right half, so that what is said of it stands at its left. */
  readonly isRight: boolean;
  readonly toLeft: number;
  readonly toRight: number;
  readonly y: number;
}

/** What the layer draws, and whom it tells. */
export interface TimelineState {
  readonly timeline: Timeline;
  /** The mark that is read. */
  readonly active: TimelineMark | undefined;
  onPoint(startMs: number | null): void;
  onPlace(place: MarkPlace): void;
  open(mark: TimelineMark): void;
  /** Told of what was dragged; left out, nothing can be. */
  readonly onDragged: ((dragged: Dragged) => void) | undefined;
  /** IANA zone in which times are told. */
  readonly zone: string;
}

/** Carries the spans past the axes, which are not drawn anew when a span grows. */
export const TimelineContext = createContext<TimelineState | undefined>(undefined);
