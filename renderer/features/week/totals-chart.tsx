import { Bar, BarChart, type BarShapeProps, LabelList, Rectangle, XAxis, YAxis } from 'recharts';
import { activityFill, COLOURS, MOTION, TICK } from '../../charts/chart-theme.ts';
import { steady } from '../../charts/steady.ts';
import type { TotalBar } from '../../components/build-week-facts.ts';

const ROW_HEIGHT = 30;

function fillOf(fill: TotalBar['fill']): string {
  if (fill === 'now') return COLOURS.accent;
  if (fill === 'before' || fill === 'mean') return 'url(#fill-share)';
  return activityFill(fill);
}

/** One bar. The chart leaves out bars of no length, so it is found by its name, not by its index. */
function TotalShape({ bars, ...props }: BarShapeProps & { readonly bars: readonly TotalBar[] }) {
  const id: unknown = Reflect.get(Object(props.payload), 'id');
  const bar = bars.find((one) => one.id === id);
  return <Rectangle {...props} fill={fillOf(bar?.fill ?? 'now')} />;
}

/** Bars with their names at the left and their lengths in words at the right. */
export const TotalsChart = steady(function TotalsChart({
  bars,
  longestMinutes,
}: {
  readonly bars: readonly TotalBar[];
  readonly longestMinutes: number;
}) {
  return (
    <BarChart
      responsive
      style={{ width: '100%', height: bars.length * ROW_HEIGHT }}
      layout="vertical"
      // The lengths stand beside the bars: there is nothing more to find in them.
      accessibilityLayer={false}
      data={[...bars]}
      margin={{ top: 0, right: 92, bottom: 0, left: 0 }}
    >
      <XAxis type="number" domain={[0, Math.max(1, longestMinutes)]} hide />
      <YAxis
        type="category"
        dataKey="label"
        width="auto"
        interval={0}
        tick={{ ...TICK, fontSize: 13, fill: COLOURS.ink }}
        tickLine={false}
        axisLine={{ stroke: COLOURS.axis }}
      />
      <Bar
        {...MOTION}
        dataKey="minutes"
        barSize={14}
        radius={[0, 3, 3, 0]}
        shape={(props: BarShapeProps) => <TotalShape {...props} bars={bars} />}
      >
        <LabelList dataKey="length" position="right" fill={COLOURS.ink} fontSize={13} />
      </Bar>
    </BarChart>
  );
});
