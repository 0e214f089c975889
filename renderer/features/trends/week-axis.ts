import { COLOURS, TICK } from '../../charts/chart-theme.ts';

/** The axis of weeks under a chart: each by its name, and as many names as there is room for. */
export function weekAxis(points: readonly { readonly week: string; readonly short: string }[]) {
  return {
    dataKey: 'week',
    type: 'category',
    tickFormatter: (week: string) => points.find((point) => point.week === week)?.short ?? '',
    interval: 'equidistantPreserveStart',
    minTickGap: 4,
    tick: TICK,
    tickLine: false,
    axisLine: { stroke: COLOURS.axis },
  } as const;
}
