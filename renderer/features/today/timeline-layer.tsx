import {
  createContext,
  type MouseEvent,
  type PointerEvent,
  use,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { usePlotArea, useYAxisScale } from 'recharts';
import { activityColour, COLOURS, NOT_MEASURED_FILL } from '../../charts/chart-theme.ts';
import { useWords } from '../../i18n/words.ts';
import type { Interval } from '../../../shared/domain/interval.ts';
import type { TimelineChart as Timeline, TimelineMark } from './build-timeline-chart.ts';
import type { Dragged } from './span-drag.tsx';
import { type Drag, dragTo, endNear, startDrag, stretchOfDrag } from './timeline-drag.ts';
import classes from './timeline-chart.module.css';

/** A span of a few seconds is still seen, and still to be pointed at. */
const LEAST_WIDTH = 3;
const MOST_BAR_HEIGHT = 18;
/** Between the mark that is read and what is read of it, in pixels. */
const BESIDE = 10;

/** Where a mark is, in pixels of the chart. */
export interface MarkPlace {
  /** Whether it lies in the right half, so that what is said of it stands at its left. */
  readonly isRight: boolean;
  readonly toLeft: number;
  readonly toRight: number;
  readonly y: number;
}

/** What the layer draws, and whom it tells. */
interface TimelineState {
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

/** Working time, gaps, spans and now, where the axes put them. */
export function TimelineLayer() {
  const { t, format } = useWords();
  const [drag, setDrag] = useState<Drag>();
  const [isAtEnd, setAtEnd] = useState(false);
  /** Whether the press that ends was a drag, which opens nothing. */
  const wasDragged = useRef(false);
  const state = use(TimelineContext);
  const area = usePlotArea();
  const yOf = useYAxisScale();
  const active = state?.active;
  const [fromMs, toMs] = state?.timeline.domain ?? [0, 1];
  const left = area?.x ?? 0;
  const width = area?.width ?? 0;
  const xOf = (atMs: number) => left + ((atMs - fromMs) / (toMs - fromMs)) * width;
  const laneY = (lane: number | null) => yOf?.(lane ?? 0) ?? 0;

  const onPlace = state?.onPlace;
  const activeFrom = active && xOf(active.startMs);
  const activeTo = active && xOf(active.endMs);
  const activeY = active && laneY(active.lane);
  useLayoutEffect(() => {
    if (activeFrom === undefined || activeTo === undefined || activeY === undefined) return;
    const right = left + width;
    const isRight = (activeFrom + activeTo) / 2 > left + width / 2;
    onPlace?.({
      isRight,
      toLeft: activeTo + BESIDE,
      // The margin of the chart lies right of its last hour.
      toRight: right + 28 - activeFrom + BESIDE,
      y: Math.max(0, activeY - 34),
    });
  }, [activeFrom, activeTo, activeY, left, width, onPlace]);

  if (!state || !area || !yOf) return null;
  const { timeline, onPoint, open, onDragged, zone } = state;
  const { lanes, marks, working, window, notMeasured, nowMs } = timeline;
  const bottom = area.y + area.height;
  const barHeight = Math.min(MOST_BAR_HEIGHT, area.height / Math.max(1, lanes.length) - 6);
  const stretch = ({ startMs, endMs }: Interval) => ({
    x: xOf(startMs),
    y: area.y,
    width: xOf(endMs) - xOf(startMs),
    height: area.height,
  });
  const barOf = ({ startMs, endMs, lane }: TimelineMark) => ({
    x: xOf(startMs),
    y: laneY(lane) - barHeight / 2,
    width: Math.max(LEAST_WIDTH, xOf(endMs) - xOf(startMs)),
    height: barHeight,
  });
  /** The mark nearest to the pointer; of those alike near, the one whose lane it is in. */
  const markAt = ({ clientX, clientY, currentTarget }: MouseEvent<SVGElement>) => {
    const box = currentTarget.getBoundingClientRect();
    const x = clientX - box.left + area.x;
    const y = clientY - box.top + area.y;
    const distance = (mark: TimelineMark) => {
      const bar = barOf(mark);
      const aside = Math.max(0, bar.x - x, x - bar.x - bar.width);
      const apart = mark.lane === null ? 0 : Math.abs(laneY(mark.lane) - y) / area.height;
      return Math.round(aside) + apart;
    };
    return marks.reduce<TimelineMark | undefined>(
      (best, mark) => (best && distance(best) <= distance(mark) ? best : mark),
      undefined,
    );
  };
  const axis = {
    xOf,
    msOf: (x: number) => fromMs + ((x - left) / width) * (toMs - fromMs),
  };
  const xAt = ({ clientX, currentTarget }: MouseEvent<SVGElement>) =>
    clientX - currentTarget.getBoundingClientRect().left + area.x;
  const inLane = ({ clientY, currentTarget }: MouseEvent<SVGElement>) => {
    const y = clientY - currentTarget.getBoundingClientRect().top + area.y;
    return marks.filter(
      ({ activity, lane }) => activity !== null && Math.abs(laneY(lane) - y) <= barHeight / 2 + 2,
    );
  };
  const press = (event: PointerEvent<SVGElement>) => {
    wasDragged.current = false;
    if (!onDragged || event.button !== 0) return;
    const x = xAt(event);
    // New time can begin in any lane where there is nothing.
    const near = endNear(inLane(event), x, axis);
    setDrag(startDrag(near ? [near.mark] : marks, x, axis));
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const moveTo = (event: PointerEvent<SVGElement>) => {
    const x = xAt(event);
    if (!drag) {
      setAtEnd(onDragged !== undefined && endNear(inLane(event), x, axis) !== undefined);
      return;
    }
    setDrag(dragTo(drag, x, axis, nowMs ?? toMs));
  };
  const release = (event: PointerEvent<SVGElement>) => {
    setDrag(undefined);
    // The last move may not have been drawn yet.
    const last = drag && dragTo(drag, xAt(event), axis, nowMs ?? toMs);
    wasDragged.current = last?.isMoved ?? false;
    if (!last?.isMoved) return;
    const ends = stretchOfDrag(last);
    if (ends.startMs === ends.endMs) return;
    onDragged?.(
      last.mark ? { kind: 'move', atMs: last.mark.startMs, ...ends } : { kind: 'new', ...ends },
    );
  };
  const dragged = drag?.isMoved ? stretchOfDrag(drag) : undefined;
  return (
    <g>
      {working.map((one) => (
        <rect key={one.startMs} {...stretch(one)} fill={COLOURS.shade} />
      ))}
      {notMeasured.map((one) => (
        <rect key={one.startMs} {...stretch(one)} fill={NOT_MEASURED_FILL} />
      ))}
      {window.map((one) => (
        <rect
          key={one.startMs}
          {...stretch(one)}
          fill="none"
          stroke={COLOURS.bandEdge}
          strokeDasharray="4 3"
        />
      ))}
      {lanes.map(({ activity }, lane) => (
        <line
          key={activity}
          x1={left}
          x2={left + width}
          y1={laneY(lane)}
          y2={laneY(lane)}
          stroke={COLOURS.line}
        />
      ))}
      {nowMs === null ? null : (
        <g>
          <line
            x1={xOf(nowMs)}
            x2={xOf(nowMs)}
            y1={area.y}
            y2={bottom}
            stroke={COLOURS.accent}
            strokeWidth={1.5}
          />
          <text
            x={xOf(nowMs)}
            y={area.y - 6}
            textAnchor="middle"
            fill={COLOURS.accent}
            fontSize={12}
          >
            {t('day.timeline.now')}
          </text>
        </g>
      )}
      {marks.map((mark) => {
        const bar = barOf(mark);
        return mark.activity === null ? null : (
          <rect
            key={mark.startMs}
            {...bar}
            rx={Math.min(3, bar.width / 2)}
            fill={activityColour(mark.activity)}
          />
        );
      })}
      {active ? (
        <rect
          {...(active.activity === null ? stretch(active) : barOf(active))}
          rx={3}
          fill="none"
          stroke={COLOURS.ink}
          strokeWidth={2}
        />
      ) : null}
      {dragged ? (
        <g pointerEvents="none">
          <rect
            {...stretch(dragged)}
            fill={COLOURS.accent}
            fillOpacity={0.18}
            stroke={COLOURS.accent}
          />
          <text
            x={xOf((dragged.startMs + dragged.endMs) / 2)}
            y={area.y - 6}
            textAnchor="middle"
            fill={COLOURS.ink}
            fontSize={12}
          >
            {t('duration.span', {
              from: format.time(dragged.startMs, zone),
              to: format.time(dragged.endMs, zone),
            })}
          </text>
        </g>
      ) : null}
      <rect
        className={
          isAtEnd || drag?.mark ? classes.movable : active?.activity ? classes.pressable : undefined
        }
        {...stretch({ startMs: fromMs, endMs: toMs })}
        fill="transparent"
        onMouseMove={(event) => {
          onPoint(drag ? null : (markAt(event)?.startMs ?? null));
        }}
        onPointerDown={press}
        onPointerMove={moveTo}
        onPointerUp={release}
        onPointerCancel={() => {
          setDrag(undefined);
        }}
        onClick={(event) => {
          const mark = markAt(event);
          if (mark && !wasDragged.current) open(mark);
        }}
      />
    </g>
  );
}
