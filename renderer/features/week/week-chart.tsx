import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceArea,
  ReferenceLine,
  DefaultZIndexes,
  Tooltip,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  type XAxisTickContentProps,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { PLACES } from '../../../shared/domain/figures.ts';
import { PlaceShape } from '../../components/place-icon.tsx';
import {
  activityFill,
  COLOURS,
  MOTION,
  NOT_MEASURED_FILL,
  OUTSIDE_FILL,
  TICK,
} from '../../charts/chart-theme.ts';
import { ChartTooltip, type TooltipLine } from '../../charts/chart-tooltip.tsx';
import { PressableChart } from '../../charts/pressable-chart.tsx';
import { steady } from '../../charts/steady.ts';
import { blockText, durationText, useWords, type Words } from '../../i18n/words.ts';
import { type WeekChart as Week, type WeekPoint, hasCounted } from './build-week-chart.ts';

const HEIGHT = 348;
const BAR_WIDTH = 46;
/** Width of a day, in pixels, from which the name of its place has the full size. */
const ROOMY = 82;
/** Below this, in pixels, the shape of a place stands for its name. */
const TIGHT = 64;

function isPoint(value: unknown): value is WeekPoint {
  return typeof value === 'object' && value !== null && 'countedMinutes' in value;
}

/** The place of a day in words, or as its shape where there is no room for words. */
function PlaceBelow({
  standing,
  width,
}: {
  readonly standing: WeekPoint['standing'];
  readonly width: number;
}) {
  const { t } = useWords();
  if (standing === 'none') return null;
  if (width >= TIGHT) {
    return (
      <text dy={31} fill={COLOURS.muted} fontSize={width < ROOMY ? 11 : 12}>
        {t(`place.${standing}`)}
      </text>
    );
  }
  const place = PLACES.find((one) => one === standing);
  return place ? (
    <g transform="translate(-8,21)" color={COLOURS.muted}>
      <PlaceShape place={place} />
    </g>
  ) : null;
}

/** Name of the day and its place below it, so that no bar needs a colour to say where it lies. */
function DayTick({
  x,
  y,
  payload,
  points,
}: XAxisTickContentProps & { readonly points: readonly WeekPoint[] }) {
  const scale = useXAxisScale();
  const point = points.find(({ date }) => date === payload.value);
  if (!point) return null;
  const width = scale
    ? Number(scale(point.date, { position: 'end' })) -
      Number(scale(point.date, { position: 'start' }))
    : ROOMY;
  return (
    <g transform={`translate(${x},${y})`} textAnchor="middle">
      <text dy={14} fill={COLOURS.ink} fontSize={13} fontWeight={point.isToday ? 700 : 400}>
        {`${point.weekday} ${point.dayOfMonth}`}
      </text>
      {point.isToday ? (
        <rect x={-18} y={-2} width={36} height={3} rx={1.5} fill={COLOURS.accent} />
      ) : null}
      <PlaceBelow standing={point.standing} width={width} />
    </g>
  );
}

/** The counted minutes above each bar. */
function CountedLabels({ points }: { readonly points: readonly WeekPoint[] }) {
  const { format } = useWords();
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {points
        .filter(({ countedMinutes }) => countedMinutes > 0)
        .map(({ date, countedMinutes }) => ({
          date,
          countedMinutes,
          left: x(date, { position: 'middle' }),
          top: y(countedMinutes),
        }))
        // For a moment, the axis still has the days of the week that was shown before.
        .filter(({ left, top }) => Number.isFinite(left) && Number.isFinite(top))
        .map(({ date, countedMinutes, left = 0, top = 0 }) => (
          <text
            key={date}
            x={left}
            y={top - 7}
            textAnchor="middle"
            fill={COLOURS.ink}
            fontSize={13}
            fontWeight={600}
            stroke={COLOURS.panel}
            strokeWidth={3}
            paintOrder="stroke"
          >
            {format.number(countedMinutes)}
          </text>
        ))}
    </ZIndexLayer>
  );
}

/** The counted time of the week before, as the outline of a bar behind each day's. */
function GhostBars({ points }: { readonly points: readonly WeekPoint[] }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  const bottom = y(0);
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.cursorRectangle}>
      {points.map(({ date, beforeMinutes }) => {
        const from = x(date, { position: 'start' });
        const to = x(date, { position: 'end' });
        const top = beforeMinutes === null ? undefined : y(beforeMinutes);
        // For a moment, the axis still has the days of the week that was shown before.
        if (from === undefined || to === undefined) return null;
        if (top === undefined || bottom === undefined || !(bottom > top)) return null;
        const width = Math.min(BAR_WIDTH, (to - from) * 0.74) + 12;
        const left = (from + to - width) / 2;
        return (
          <path
            key={date}
            d={`M${left},${bottom}V${top}h${width}V${bottom}`}
            fill="none"
            stroke={COLOURS.axis}
            strokeWidth={1.25}
            strokeDasharray="4 3"
          />
        );
      })}
    </ZIndexLayer>
  );
}

function linesOf(point: WeekPoint, series: Week['series'], words: Words): TooltipLine[] {
  const { t } = words;
  const line = (label: string, minutes: number, kind?: TooltipLine['kind']): TooltipLine[] =>
    minutes > 0
      ? [{ label, value: durationText(words, minutes), ...(kind === undefined ? {} : { kind }) }]
      : [];
  return [
    ...(hasCounted(point)
      ? [
          {
            label: t('week.chart.counted'),
            value: durationText(words, point.countedMinutes),
            strong: true,
          },
        ]
      : []),
    ...[...series].reverse().flatMap((id) => line(t(`activity.${id}`), point.counted[id] ?? 0, id)),
    ...line(t('week.chart.outside'), point.outsideMinutes, 'outside'),
    ...line(t('activity.private'), point.privateMinutes, 'private'),
    ...line(t('week.chart.privateOutside'), point.privateOutsideMinutes, 'private'),
    ...line(t('week.chart.ownWork'), point.ownWorkMinutes),
    ...line(t('week.chart.before'), point.beforeMinutes ?? 0, 'before'),
  ];
}

function DayTooltip({ point, week }: { readonly point: WeekPoint; readonly week: Week }) {
  const words = useWords();
  const { t } = words;
  const { block, standing } = point;
  const place = standing === 'none' ? '' : t(`place.${standing}`);
  const agreed =
    block === null ? '' : t('week.chart.band', { range: blockText(words, block[0], block[1]) });
  const note = [place, agreed].filter(Boolean).join(' · ');
  return (
    <ChartTooltip
      title={point.name}
      lines={linesOf(point, week.series, words)}
      {...(note === '' ? {} : { note })}
    />
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
  const words = useWords();
  const { t, format } = words;
  const { points, series, bands, domain, ticks } = week;
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
            .filter((point) => point.notMeasured)
            .map(({ date }) => (
              <ReferenceArea
                key={date}
                x1={date}
                x2={date}
                y1={0}
                y2={domain[1]}
                fill={NOT_MEASURED_FILL}
                fillOpacity={1}
              />
            ))}
          <ReferenceLine y={0} stroke={COLOURS.axis} />
          <Tooltip
            cursor={{ fill: COLOURS.shade, fillOpacity: 0.6 }}
            isAnimationActive={false}
            content={({ payload }) => {
              const point: unknown = payload[0]?.payload;
              return isPoint(point) ? <DayTooltip point={point} week={week} /> : null;
            }}
          />
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
          {withBefore ? <GhostBars points={points} /> : null}
          <CountedLabels points={points} />
          {active}
        </BarChart>
      )}
    </PressableChart>
  );
});
