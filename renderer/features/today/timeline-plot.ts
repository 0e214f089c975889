/** @file Where the axes of the timeline put things, in pixels of the chart, and what lies where. */
import type { MouseEvent } from 'react';
import { usePlotArea, useYAxisScale } from 'recharts';
import type { Interval } from '../../../shared/domain/interval.ts';
import type { TimelineChart as Timeline, TimelineMark } from './build-timeline-chart.ts';
import type { Axis } from './timeline-drag.ts';

/** A span of a few seconds is still seen, and still to be pointed at. */
const LEAST_WIDTH = 3;
const MOST_BAR_HEIGHT = 18;

/** A rectangle in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The timeline in pixels. */
export interface TimelinePlot extends Axis {
  /** What lies between the axes. */
  readonly area: Box;
  /** The middle of a lane; of the first for what is in none. */
  laneY(lane: number | null): number;
  /** A stretch of time over all lanes. */
  stretch(interval: Interval): Box;
  /** A mark in its lane. */
  barOf(mark: TimelineMark): Box;
}

/** The plot of what is drawn within the chart; undefined until the chart has a size. */
export function useTimelinePlot(timeline: Timeline | undefined): TimelinePlot | undefined {
  const area = usePlotArea();
  const yOf = useYAxisScale();
  if (!timeline || !area || !yOf) return undefined;
  const [fromMs, toMs] = timeline.domain;
  const { x: left, y: top, width, height } = area;
  const xOf = (atMs: number) => left + ((atMs - fromMs) / (toMs - fromMs)) * width;
  const laneY = (lane: number | null) => yOf(lane ?? 0) ?? 0;
  const barHeight = Math.min(MOST_BAR_HEIGHT, height / Math.max(1, timeline.lanes.length) - 6);
  return {
    area,
    xOf,
    msOf: (x) => fromMs + ((x - left) / width) * (toMs - fromMs),
    laneY,
    stretch: ({ startMs, endMs }) => ({
      x: xOf(startMs),
      y: top,
      width: xOf(endMs) - xOf(startMs),
      height,
    }),
    barOf: ({ startMs, endMs, lane }) => ({
      x: xOf(startMs),
      y: laneY(lane) - barHeight / 2,
      width: Math.max(LEAST_WIDTH, xOf(endMs) - xOf(startMs)),
      height: barHeight,
    }),
  };
}

/** Where the pointer is, told by an event of what covers the whole plot. */
export function pointOf(
  { clientX, clientY, currentTarget }: MouseEvent<SVGElement>,
  { area }: TimelinePlot,
): { readonly x: number; readonly y: number } {
  const box = currentTarget.getBoundingClientRect();
  return { x: clientX - box.left + area.x, y: clientY - box.top + area.y };
}

/** The mark nearest to the pointer; of those alike near, the one whose lane it is in. */
export function markAt(
  event: MouseEvent<SVGElement>,
  marks: readonly TimelineMark[],
  plot: TimelinePlot,
): TimelineMark | undefined {
  const { x, y } = pointOf(event, plot);
  const distance = (mark: TimelineMark) => {
    const bar = plot.barOf(mark);
    const aside = Math.max(0, bar.x - x, x - bar.x - bar.width);
    const apart = mark.lane === null ? 0 : Math.abs(plot.laneY(mark.lane) - y) / plot.area.height;
    return Math.round(aside) + apart;
  };
  return marks.reduce<TimelineMark | undefined>(
    (best, mark) => (best && distance(best) <= distance(mark) ? best : mark),
    undefined,
  );
}

/** The spans in whose lane the pointer is. */
export function marksInLane(
  event: MouseEvent<SVGElement>,
  marks: readonly TimelineMark[],
  plot: TimelinePlot,
): readonly TimelineMark[] {
  const { y } = pointOf(event, plot);
  return marks.filter((mark) => {
    const reach = plot.barOf(mark).height / 2 + 2;
    return mark.activity !== null && Math.abs(plot.laneY(mark.lane) - y) <= reach;
  });
}
