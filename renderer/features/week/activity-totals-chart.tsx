import { Bar, BarChart, Cell, LabelList, XAxis, YAxis } from 'recharts';
import { activityFill, COLOURS, MOTION, TICK } from '../../charts/chart-theme.ts';
import type { ActivityTotals } from './build-week-facts.ts';

const ROW_HEIGHT = 30;

/** Minutes by activity, longest first, each with its name and its minutes beside the bar. */
export function ActivityTotalsChart({ totals }: { readonly totals: ActivityTotals }) {
  return (
    <BarChart
      responsive
      style={{ width: '100%', height: totals.totals.length * ROW_HEIGHT }}
      layout="vertical"
      data={[...totals.totals]}
      margin={{ top: 0, right: 84, bottom: 0, left: 0 }}
    >
      <XAxis type="number" domain={[0, totals.longestMinutes]} hide />
      <YAxis
        type="category"
        dataKey="label"
        width={124}
        interval={0}
        tick={{ ...TICK, fontSize: 13, fill: COLOURS.ink }}
        tickLine={false}
        axisLine={false}
      />
      <Bar {...MOTION} dataKey="minutes" barSize={14} radius={3}>
        {totals.totals.map(({ activity }) => (
          <Cell key={activity} fill={activityFill(activity)} />
        ))}
        <LabelList dataKey="length" position="right" fill={COLOURS.ink} fontSize={13} />
      </Bar>
    </BarChart>
  );
}
