import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  XAxis,
  type XAxisTickContentProps,
  YAxis,
} from 'recharts';
import {
  activityFill,
  COLOURS,
  MOTION,
  NOT_MEASURED_FILL,
  OUTSIDE_FILL,
  TICK,
} from '../../charts/chart-theme.ts';
import { PressableChart } from '../../charts/pressable-chart.tsx';
import { steady } from '../../charts/steady.ts';
import { useWords } from '../../i18n/words.ts';
import type { WeekChart as Week, WeekPoint } from './build-week-chart.ts';
import { BAR_WIDTH, CountedLabels, DayTick, GhostBars } from './week-chart-marks.tsx';
import { DayTooltip } from './week-chart-tooltip.tsx';

const HEIGHT = 348;

function isPoint(value: unknown): value is WeekPoint {
  return typeof value === 'object' && value !== null && 'countedMinutes' in value;
}

/** Days below, minutes at the left. */
function Axes({ week: { points, domain, ticks } }: { readonly week: Week }) {
  const { format } = useWords();
  return (
    <>
      <CartesianGrid vertical={false} stroke={COLOURS.line} />
      <XAxis
        dataKey="date"
        interval={0}
        height={44}
        tickLine={false}
        axisLine={false}
        tick={(props: XAxisTickContentProps) => <DayTick {...props} points={points} />}
      />
      <YAxis
        domain={[...domain]}
        ticks={[...ticks]}
        tickFormatter={(minutes: number) => format.number(Math.abs(minutes))}
        tick={TICK}
        tickLine={false}
        axisLine={false}
        width={40}
      />
    </>
  );
}

/** Below the bars: the agreed blocks, and how much of each day was not measured. */
function Ground({ week: { points, bands, domain } }: { readonly week: Week }) {
  return (
    <>
      {bands.map(({ from, to, min, max }) => (
        <ReferenceArea
          key={from}
          x1={from}
          x2={to}
          y1={min}
          y2={max}
          fill={COLOURS.band}
          fillOpacity={1}
          stroke={COLOURS.bandEdge}
          strokeOpacity={0.55}
        />
      ))}
      {points
        .filter(({ unmeasuredFrom }) => unmeasuredFrom < 1)
        .map(({ date, unmeasuredFrom }) => (
          <ReferenceArea
            key={date}
            x1={date}
            x2={date}
            y1={domain[1] * unmeasuredFrom}
            y2={domain[1]}
            fill={NOT_MEASURED_FILL}
            fillOpacity={1}
          />
        ))}
      <ReferenceLine y={0} stroke={COLOURS.axis} />
    </>
  );
}

/** A stack a day: counted activities above the line, what stands apart below it. */
function Bars({ week: { series } }: { readonly week: Week }) {
  const { t } = useWords();
  return (
    <>
      {series.map((activity) => (
        <Bar
          {...MOTION}
          key={activity}
          name={t(`activity.${activity}`)}
          dataKey={(point: WeekPoint) => point.counted[activity] ?? 0}
          stackId="day"
          maxBarSize={BAR_WIDTH}
          fill={activityFill(activity)}
          stroke={COLOURS.panel}
          strokeWidth={1}
        />
      ))}
      <Bar
        {...MOTION}
        name={t('week.chart.outside')}
        dataKey={(point: WeekPoint) => -point.outsideMinutes}
        stackId="day"
        maxBarSize={BAR_WIDTH}
        fill={OUTSIDE_FILL}
        stroke={COLOURS.axis}
        strokeWidth={1}
      />
      <Bar
        {...MOTION}
        name={t('activity.private')}
        dataKey={(point: WeekPoint) => -(point.privateMinutes + point.privateOutsideMinutes)}
        stackId="day"
        maxBarSize={BAR_WIDTH}
        fill={activityFill('private')}
        stroke={COLOURS.panel}
        strokeWidth={1}
      />
    </>
  );
}

/** A week as stacked bars over the agreed block; what stands apart from the block hangs below. */
export const WeekChart = steady(function WeekChart({
  week,
  withBefore = false,
  onOpenDay,
}: {
  readonly week: Week;
  /** Whether the week before is drawn behind; not on paper, which tells of the chosen days alone. */
  readonly withBefore?: boolean;
  onOpenDay(isoDate: string): void;
}) {
  const { points } = week;
  return (
    <PressableChart onOpen={onOpenDay}>
      {(active) => (
        <BarChart
          responsive
          style={{ width: '100%', height: HEIGHT }}
          data={[...points]}
          margin={{ top: 22, right: 4, bottom: 0, left: 0 }}
          stackOffset="sign"
          barCategoryGap="26%"
          onClick={({ activeLabel }) => {
            if (typeof activeLabel === 'string') onOpenDay(activeLabel);
          }}
        >
          <Axes week={week} />
          <Ground week={week} />
          <Tooltip
            cursor={{ fill: COLOURS.shade, fillOpacity: 0.6 }}
            isAnimationActive={false}
            content={({ payload }) => {
              const point: unknown = payload[0]?.payload;
              return isPoint(point) ? <DayTooltip point={point} week={week} /> : null;
            }}
          />
          <Bars week={week} />
          {withBefore ? <GhostBars points={points} /> : null}
          <CountedLabels points={points} />
          {active}
        </BarChart>
      )}
    </PressableChart>
  );
});
