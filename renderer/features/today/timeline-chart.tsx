import { type KeyboardEvent, useState } from 'react';
import { ComposedChart, Scatter, XAxis, YAxis } from 'recharts';
import { ChartTooltip } from '../../charts/chart-tooltip.tsx';
import { COLOURS, MOTION, TICK } from '../../charts/chart-theme.ts';
import { steady } from '../../charts/steady.ts';
import { useWords } from '../../i18n/words.ts';
import type { TimelineChart as Timeline, TimelineMark } from './build-timeline-chart.ts';
import type { Dragged } from './span-drag.tsx';
import { type MarkPlace, TimelineContext } from './timeline-context.ts';
import { TimelineLayer } from './timeline-layer.tsx';
import classes from './timeline-chart.module.css';

const HEIGHT = 228;

/** Time from left to right and a lane an activity; what lies in between comes from around it. */
const TimelineFrame = steady(
  ({
    domain,
    ticks,
    lanes,
    zone,
  }: Pick<Timeline, 'domain' | 'ticks' | 'lanes'> & { readonly zone: string }) => {
    const { format } = useWords();
    return (
      <ComposedChart
        responsive
        accessibilityLayer={false}
        style={{ width: '100%', height: HEIGHT }}
        // Without any data the chart would draw no axis.
        data={[{ at: domain[0], lane: 0 }]}
        // Without lanes there is no axis at the left, into which the first hour could reach.
        margin={{ top: 18, right: 28, bottom: 0, left: lanes.length === 0 ? 28 : 0 }}
      >
        <XAxis
          type="number"
          dataKey="at"
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
          dataKey="lane"
          domain={[-0.5, Math.max(1, lanes.length) - 0.5]}
          reversed
          ticks={lanes.map((_, lane) => lane)}
          interval={0}
          tickFormatter={(lane: number) => lanes[lane]?.label ?? ''}
          tick={{ ...TICK, fill: COLOURS.ink }}
          tickLine={false}
          axisLine={false}
          width="auto"
        />
        <Scatter {...MOTION} dataKey="lane" shape={() => <g />} />
        <TimelineLayer />
      </ComposedChart>
    );
  },
);

/** Where the arrow keys lead among some marks. */
function stepped(key: string, index: number | null, count: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return index === null ? count - 1 : Math.max(0, index - 1);
    case 'ArrowRight':
      return index === null ? 0 : Math.min(count - 1, index + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** What is read of a mark, beside it. */
function MarkText({ mark, place }: { readonly mark: TimelineMark; readonly place: MarkPlace }) {
  const { y, isRight, toLeft, toRight } = place;
  return (
    <div
      className={classes.tooltip}
      style={isRight ? { top: y, right: toRight } : { top: y, left: toLeft }}
    >
      <ChartTooltip
        title={mark.time}
        lines={[{ kind: mark.activity ?? 'not-measured', label: mark.label, value: mark.length }]}
      />
    </div>
  );
}

/** A day from left to right, one lane an activity. A span opens by a press or Enter. */
export function TimelineChart({
  timeline,
  zone,
  onOpenSpan,
  onDragged,
}: {
  readonly timeline: Timeline;
  readonly zone: string;
  onOpenSpan(startMs: number): void;
  /** Told of what was dragged; left out, nothing can be. */
  readonly onDragged?: ((dragged: Dragged) => void) | undefined;
}) {
  const { t } = useWords();
  const { domain, ticks, lanes, marks } = timeline;
  /** By its start, since others may come before it while it is looked at. */
  const [activeMs, setActiveMs] = useState<number | null>(null);
  const [place, setPlace] = useState<MarkPlace | null>(null);
  const index = marks.findIndex(({ startMs }) => startMs === activeMs);
  const active = marks[index];

  const open = ({ activity, startMs }: TimelineMark) => {
    if (activity !== null) onOpenSpan(startMs);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && active) open(active);
    if (event.key === 'Escape') setActiveMs(null);
    const next = stepped(event.key, active ? index : null, marks.length);
    if (next === undefined) return;
    event.preventDefault();
    setActiveMs(marks[next]?.startMs ?? null);
  };
  const leave = () => {
    setActiveMs(null);
  };
  return (
    <div
      className={classes.timeline}
      role="application"
      aria-label={t('day.timeline.title')}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={leave}
      onMouseLeave={leave}
    >
      <TimelineContext
        value={{
          timeline,
          active,
          onPoint: setActiveMs,
          onPlace: setPlace,
          open,
          onDragged,
          zone,
        }}
      >
        <TimelineFrame domain={domain} ticks={ticks} lanes={lanes} zone={zone} />
      </TimelineContext>
      <div aria-live="polite">
        {active && place ? <MarkText mark={active} place={place} /> : null}
      </div>
    </div>
  );
}
