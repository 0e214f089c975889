import { use, useLayoutEffect } from 'react';
import { activityColour, COLOURS, NOT_MEASURED_FILL } from '../../charts/chart-theme.ts';
import { useWords } from '../../i18n/words.ts';
import type { Interval } from '../../../shared/domain/interval.ts';
import type { TimelineChart as Timeline, TimelineMark } from './build-timeline-chart.ts';
import { TimelineContext, type TimelineState } from './timeline-context.ts';
import { markAt, type TimelinePlot, useTimelinePlot } from './timeline-plot.ts';
import { useTimelineDrag } from './use-timeline-drag.ts';
import classes from './timeline-chart.module.css';

/** Between the mark that is read and what is read of it, in pixels. */
const BESIDE = 10;

/** Working time, gaps, the agreed window, and the lines of the lanes. */
function Ground({ timeline, plot }: { readonly timeline: Timeline; readonly plot: TimelinePlot }) {
  const { lanes, working, window, notMeasured } = timeline;
  const { area, stretch, laneY } = plot;
  return (
    <>
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
          x1={area.x}
          x2={area.x + area.width}
          y1={laneY(lane)}
          y2={laneY(lane)}
          stroke={COLOURS.line}
        />
      ))}
    </>
  );
}

function Now({ nowMs, plot }: { readonly nowMs: number; readonly plot: TimelinePlot }) {
  const { t } = useWords();
  const { area, xOf } = plot;
  return (
    <g>
      <line
        x1={xOf(nowMs)}
        x2={xOf(nowMs)}
        y1={area.y}
        y2={area.y + area.height}
        stroke={COLOURS.accent}
        strokeWidth={1.5}
      />
      <text x={xOf(nowMs)} y={area.y - 6} textAnchor="middle" fill={COLOURS.accent} fontSize={12}>
        {t('day.timeline.now')}
      </text>
    </g>
  );
}

/** The spans, and a frame around the mark that is read. */
function Marks({
  marks,
  active,
  plot,
}: {
  readonly marks: readonly TimelineMark[];
  readonly active: TimelineMark | undefined;
  readonly plot: TimelinePlot;
}) {
  const { stretch, barOf } = plot;
  return (
    <>
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
    </>
  );
}

/** What is being dragged, with its times above it. */
function DraggedStretch({
  dragged,
  zone,
  plot,
}: {
  readonly dragged: Interval;
  readonly zone: string;
  readonly plot: TimelinePlot;
}) {
  const { t, format } = useWords();
  const { startMs, endMs } = dragged;
  return (
    <g pointerEvents="none">
      <rect
        {...plot.stretch(dragged)}
        fill={COLOURS.accent}
        fillOpacity={0.18}
        stroke={COLOURS.accent}
      />
      <text
        x={plot.xOf((startMs + endMs) / 2)}
        y={plot.area.y - 6}
        textAnchor="middle"
        fill={COLOURS.ink}
        fontSize={12}
      >
        {t('duration.span', {
          from: format.time(startMs, zone),
          to: format.time(endMs, zone),
        })}
      </text>
    </g>
  );
}

/** Tells where the mark that is read lies, so that what is said of it stands beside it. */
function usePlaceOf({ active, onPlace }: TimelineState, { area, xOf, laneY }: TimelinePlot): void {
  const { x: left, width } = area;
  const from = active && xOf(active.startMs);
  const to = active && xOf(active.endMs);
  const y = active && laneY(active.lane);
  useLayoutEffect(() => {
    if (from === undefined || to === undefined || y === undefined) return;
    onPlace({
      isRight: (from + to) / 2 > left + width / 2,
      toLeft: to + BESIDE,
      // The margin of the chart lies right of its last hour.
      toRight: left + width + 28 - from + BESIDE,
      y: Math.max(0, y - 34),
    });
  }, [from, to, y, left, width, onPlace]);
}

function PlottedTimeline({
  state,
  plot,
}: {
  readonly state: TimelineState;
  readonly plot: TimelinePlot;
}) {
  const { timeline, active, onPoint, open, zone } = state;
  const { marks, nowMs, domain } = timeline;
  const drag = useTimelineDrag(state, plot);
  usePlaceOf(state, plot);
  return (
    <g>
      <Ground timeline={timeline} plot={plot} />
      {nowMs === null ? null : <Now nowMs={nowMs} plot={plot} />}
      <Marks marks={marks} active={active} plot={plot} />
      {drag.dragged ? <DraggedStretch dragged={drag.dragged} zone={zone} plot={plot} /> : null}
      <rect
        className={
          drag.isOfSpan ? classes.movable : active?.activity ? classes.pressable : undefined
        }
        {...plot.stretch({ startMs: domain[0], endMs: domain[1] })}
        fill="transparent"
        {...drag.handlers}
        onMouseMove={(event) => {
          onPoint(drag.isDown ? null : (markAt(event, marks, plot)?.startMs ?? null));
        }}
        onClick={(event) => {
          const mark = markAt(event, marks, plot);
          if (mark && !drag.wasDrag()) open(mark);
        }}
      />
    </g>
  );
}

/** Working time, gaps, spans and now, where the axes put them. */
export function TimelineLayer() {
  const state = use(TimelineContext);
  const plot = useTimelinePlot(state?.timeline);
  return state && plot ? <PlottedTimeline state={state} plot={plot} /> : null;
}
