import {
  ComposedChart,
  ReferenceArea,
  ReferenceLine,
  Scatter,
  type ScatterShapeProps,
  Tooltip,
  useXAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartTooltip } from '../../charts/chart-tooltip.tsx';
import {
  activityColour,
  COLOURS,
  MOTION,
  NOT_MEASURED_FILL,
  TICK,
} from '../../charts/chart-theme.ts';
import { useWords } from '../../i18n/words.ts';
import type { TimelineChart as Timeline, TimelineMark } from './build-timeline-chart.ts';

const HEIGHT = 228;
/** A span of a few seconds is still seen. */
const LEAST_WIDTH = 3;
const MOST_BAR_HEIGHT = 18;

function isMark(value: unknown): value is TimelineMark {
  return typeof value === 'object' && value !== null && 'length' in value;
}

/** A mark that draws and says nothing. */
function anchorAt(atMs: number): TimelineMark {
  return {
    startMs: atMs,
    endMs: atMs,
    midMs: atMs,
    lane: null,
    activity: null,
    label: '',
    time: '',
    length: '',
  };
}

/** One span as a bar from its start to its end, which a scatter's own shapes cannot be. */
function SpanBar({ payload, cy, height }: ScatterShapeProps & { readonly height: number }) {
  const scale = useXAxisScale();
  if (!isMark(payload) || payload.activity === null || !scale || cy === undefined) return null;
  const from = Number(scale(payload.startMs));
  const width = Math.max(LEAST_WIDTH, Number(scale(payload.endMs)) - from);
  return (
    <rect
      x={from}
      y={cy - height / 2}
      width={width}
      height={height}
      rx={Math.min(3, width / 2)}
      fill={activityColour(payload.activity)}
    />
  );
}

/** A day from left to right, one lane an activity. */
export function TimelineChart({
  timeline,
  zone,
}: {
  readonly timeline: Timeline;
  readonly zone: string;
}) {
  const { t, format } = useWords();
  const { domain, ticks, lanes, marks, working, window, notMeasured, nowMs } = timeline;
  const laneCount = Math.max(1, lanes.length);
  const barHeight = Math.min(MOST_BAR_HEIGHT, (HEIGHT - 40) / laneCount - 6);
  return (
    <ComposedChart
      responsive
      style={{ width: '100%', height: HEIGHT }}
      // Without any data the chart would draw no axis and no working time either.
      data={marks.length > 0 ? [...marks] : [anchorAt(domain[0])]}
      // Without lanes there is no axis at the left, into which the first hour could reach.
      margin={{ top: 18, right: 28, bottom: 0, left: lanes.length === 0 ? 28 : 0 }}
    >
      <XAxis
        type="number"
        dataKey="midMs"
        domain={[...domain]}
        ticks={[...ticks]}
        interval="equidistantPreserveStart"
        tickFormatter={(at: number) => format.time(at, zone)}
        tick={TICK}
        tickLine={false}
        axisLine={{ stroke: COLOURS.axis }}
        minTickGap={14}
      />
      <YAxis
        type="number"
        dataKey={(mark: TimelineMark) => mark.lane ?? 0}
        domain={[-0.5, laneCount - 0.5]}
        reversed
        ticks={lanes.map((_, lane) => lane)}
        interval={0}
        tickFormatter={(lane: number) => lanes[lane]?.label ?? ''}
        tick={{ ...TICK, fill: COLOURS.ink }}
        tickLine={false}
        axisLine={false}
        width="auto"
      />
      {working.map(({ startMs, endMs }) => (
        <ReferenceArea key={startMs} x1={startMs} x2={endMs} fill={COLOURS.shade} fillOpacity={1} />
      ))}
      {notMeasured.map(({ startMs, endMs }) => (
        <ReferenceArea
          key={startMs}
          x1={startMs}
          x2={endMs}
          fill={NOT_MEASURED_FILL}
          fillOpacity={1}
        />
      ))}
      {window.map(({ startMs, endMs }) => (
        <ReferenceArea
          key={startMs}
          x1={startMs}
          x2={endMs}
          fill="none"
          stroke={COLOURS.bandEdge}
          strokeDasharray="4 3"
        />
      ))}
      {lanes.map(({ activity }, lane) => (
        <ReferenceLine key={activity} y={lane} stroke={COLOURS.line} />
      ))}
      {nowMs === null ? null : (
        <ReferenceLine
          x={nowMs}
          stroke={COLOURS.accent}
          strokeWidth={1.5}
          label={{
            value: t('day.timeline.now'),
            position: 'top',
            fill: COLOURS.accent,
            fontSize: 12,
          }}
        />
      )}
      <Tooltip
        cursor={{ stroke: COLOURS.axis, strokeDasharray: '2 3' }}
        isAnimationActive={false}
        content={({ payload }) => {
          const mark: unknown = payload[0]?.payload;
          if (!isMark(mark) || mark.startMs === mark.endMs) return null;
          return (
            <ChartTooltip
              title={mark.time}
              lines={[
                {
                  kind: mark.activity ?? 'not-measured',
                  label: mark.label,
                  value: mark.length,
                },
              ]}
            />
          );
        }}
      />
      <Scatter
        {...MOTION}
        dataKey={(mark: TimelineMark) => mark.lane ?? 0}
        shape={(props: ScatterShapeProps) => <SpanBar {...props} height={barHeight} />}
      />
    </ComposedChart>
  );
}
