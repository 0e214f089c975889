import { Bar, BarChart, Tooltip, XAxis, YAxis } from 'recharts';
import { COLOURS, MOTION, PURPOSE_FILLS, TICK } from '../../charts/chart-theme.ts';
import { ChartTooltip } from '../../charts/chart-tooltip.tsx';
import { PressableChart } from '../../charts/pressable-chart.tsx';
import { steady } from '../../charts/steady.ts';
import { durationText, useWords } from '../../i18n/words.ts';
import type { MixPoint, PurposeMix } from './build-purpose-mix.ts';
import { openWeekOf } from './open-week-of.ts';
import { weekAxis } from './week-axis.ts';

const HEIGHT = 200;

function isPoint(value: unknown): value is MixPoint {
  return typeof value === 'object' && value !== null && 'shares' in value;
}

function MixTooltip({ point, mix }: { readonly point: MixPoint; readonly mix: PurposeMix }) {
  const words = useWords();
  const { t, format } = words;
  return (
    <ChartTooltip
      title={point.name}
      lines={[
        {
          label: t('trends.mix.total'),
          value: durationText(words, point.totalMinutes),
          strong: true,
        },
        ...[...mix.purposes].reverse().map((purpose) => ({
          kind: purpose,
          label: t(`purpose.${purpose}`),
          value: `${durationText(words, point.minutes[purpose])} · ${format.percent(point.shares[purpose])}`,
        })),
      ]}
    />
  );
}

/** What each week's LinkedIn time in working time was for, as shares of the whole. */
export const MixChart = steady(function MixChart({
  mix,
  onOpenWeek,
}: {
  readonly mix: PurposeMix;
  onOpenWeek(isoDate: string): void;
}) {
  const { t, format } = useWords();
  const { points, purposes } = mix;
  const open = openWeekOf(points, onOpenWeek);
  return (
    <PressableChart onOpen={open}>
      {(active) => (
        <BarChart
          responsive
          style={{ width: '100%', height: HEIGHT, cursor: 'pointer' }}
          data={[...points]}
          margin={{ top: 6, right: 4, bottom: 0, left: 0 }}
          barCategoryGap="12%"
          onClick={({ activeLabel }) => {
            open(String(activeLabel));
          }}
        >
          <XAxis {...weekAxis(points)} />
          <YAxis
            domain={[0, 1]}
            ticks={[0, 0.5, 1]}
            tickFormatter={(share: number) => format.percent(share)}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            width={48}
          />
          <Tooltip
            cursor={{ fill: COLOURS.shade, fillOpacity: 0.6 }}
            isAnimationActive={false}
            content={({ payload }) => {
              const point: unknown = payload[0]?.payload;
              return isPoint(point) ? <MixTooltip point={point} mix={mix} /> : null;
            }}
          />
          {purposes.map((purpose) => (
            <Bar
              {...MOTION}
              key={purpose}
              name={t(`purpose.${purpose}`)}
              dataKey={(point: MixPoint) => point.shares[purpose]}
              stackId="week"
              fill={PURPOSE_FILLS[purpose]}
              stroke={COLOURS.panel}
              strokeWidth={1}
            />
          ))}
          {active}
        </BarChart>
      )}
    </PressableChart>
  );
});
