import {
  Bar,
  CartesianGrid,
  ComposedChart,
  ReferenceArea,
  Scatter,
  type ScatterShapeProps,
  Tooltip,
  useXAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import {
  activityFill,
  COLOURS,
  MOTION,
  NOT_MEASURED_FILL,
  PURPOSE_FILLS,
  TICK,
} from '../../charts/chart-theme.ts';
import { ChartTooltip, type TooltipLine } from '../../charts/chart-tooltip.tsx';
import { PressableChart } from '../../charts/pressable-chart.tsx';
import { steady } from '../../charts/steady.ts';
import { durationText, useWords, type Words } from '../../i18n/words.ts';
import type { TrendPoint, TrendSeries, WeeksTrend } from './build-weeks-trend.ts';
import { openWeekOf } from './open-week-of.ts';
import { weekAxis } from './week-axis.ts';

const HEIGHT = 280;
const BAR_WIDTH = 40;

function isPoint(value: unknown): value is TrendPoint {
  return typeof value === 'object' && value !== null && 'allowanceMinutes' in value;
}

/** What a part of a bar is called. */
export function seriesText({ t }: Words, series: TrendSeries): string {
  return series === 'business' || series === 'neutral'
    ? t(`purpose.${series}`)
    : t(`activity.${series}`);
}

function fillOf(series: TrendSeries): string {
  return series === 'business' || series === 'neutral'
    ? PURPOSE_FILLS[series]
    : activityFill(series);
}

function linesOf(point: TrendPoint, series: readonly TrendSeries[], words: Words): TooltipLine[] {
  const { t } = words;
  const text = (minutes: number) => durationText(words, minutes);
  return [
    {
      label: t('trends.weeks.counted'),
      value: point.notMeasured
        ? t('place.no-data')
        : point.isRunning && !point.isMeasured
          ? t('place.not-yet')
          : text(point.countedMinutes),
      strong: true,
    },
    ...[...series].reverse().flatMap((kind) => {
      const minutes = point.counted[kind] ?? 0;
      return minutes > 0 ? [{ kind, label: seriesText(words, kind), value: text(minutes) }] : [];
    }),
    ...(point.allowanceMinutes === null
      ? []
      : [{ label: t('trends.weeks.allowance'), value: text(point.allowanceMinutes) }]),
  ];
}

/** What was agreed for a week, as a line across its bar. */
function AllowanceLine({ cx, cy, payload }: ScatterShapeProps) {
  const scale = useXAxisScale();
  if (!isPoint(payload) || payload.allowanceMinutes === null || !scale) return null;
  if (cx === undefined || cy === undefined) return null;
  const band =
    Number(scale(payload.week, { position: 'end' })) -
    Number(scale(payload.week, { position: 'start' }));
  const half = Math.min(BAR_WIDTH, band * 0.72) / 2 + 4;
  return <path d={`M${cx - half},${cy}h${half * 2}`} stroke={COLOURS.ink} strokeWidth={2} />;
}

function WeekTooltip({ point, trend }: { readonly point: TrendPoint; readonly trend: WeeksTrend }) {
  const words = useWords();
  return <ChartTooltip title={point.name} lines={linesOf(point, trend.series, words)} />;
}

/** Weeks of which nothing was measured. */
function NotMeasured({ trend: { points, highest } }: { readonly trend: WeeksTrend }) {
  return (
    <>
      {points
        .filter((point) => point.notMeasured)
        .map(({ week }) => (
          <ReferenceArea
            key={week}
            x1={week}
            x2={week}
            y1={0}
            y2={highest}
            fill={NOT_MEASURED_FILL}
            fillOpacity={1}
          />
        ))}
    </>
  );
}

/** A stack a week, and what was agreed for it. */
function Bars({ trend: { series } }: { readonly trend: WeeksTrend }) {
  const words = useWords();
  return (
    <>
      {series.map((kind) => (
        <Bar
          {...MOTION}
          key={kind}
          name={seriesText(words, kind)}
          dataKey={(point: TrendPoint) => point.counted[kind] ?? 0}
          stackId="week"
          maxBarSize={BAR_WIDTH}
          fill={fillOf(kind)}
          stroke={COLOURS.panel}
          strokeWidth={1}
        />
      ))}
      <Scatter
        {...MOTION}
        dataKey="allowanceMinutes"
        shape={(props: ScatterShapeProps) => <AllowanceLine {...props} />}
      />
    </>
  );
}

/** The counted time of twelve weeks as stacked bars, each with what was agreed as a line across. */
export const WeeksChart = steady(function WeeksChart({
  trend,
  onOpenWeek,
}: {
  readonly trend: WeeksTrend;
  onOpenWeek(isoDate: string): void;
}) {
  const { format } = useWords();
  const { points, ticks, highest } = trend;
  const open = openWeekOf(points, onOpenWeek);
  return (
    <PressableChart onOpen={open}>
      {(active) => (
        <ComposedChart
          responsive
          style={{ width: '100%', height: HEIGHT, cursor: 'pointer' }}
          data={[...points]}
          margin={{ top: 10, right: 4, bottom: 0, left: 0 }}
          barCategoryGap="28%"
          onClick={({ activeLabel }) => {
            open(String(activeLabel));
          }}
        >
          <CartesianGrid vertical={false} stroke={COLOURS.line} />
          <XAxis
            {...weekAxis(points)}
            // By itself it has no width for a week without a bar, and could not show that it was not measured.
            scale="band"
          />
          <YAxis
            domain={[0, highest]}
            ticks={[...ticks]}
            tickFormatter={(minutes: number) => format.number(minutes)}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            width={40}
          />
          <NotMeasured trend={trend} />
          <Tooltip
            cursor={{ fill: COLOURS.shade, fillOpacity: 0.6 }}
            isAnimationActive={false}
            content={({ payload }) => {
              const point: unknown = payload[0]?.payload;
              return isPoint(point) ? <WeekTooltip point={point} trend={trend} /> : null;
            }}
          />
          <Bars trend={trend} />
          {active}
        </ComposedChart>
      )}
    </PressableChart>
  );
});
