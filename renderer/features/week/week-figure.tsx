import type { WeekView } from '../../../shared/ipc/views.ts';
import { useWords } from '../../i18n/words.ts';
import { buildWeekChart } from './build-week-chart.ts';
import { WeekChart } from './week-chart.tsx';
import { WeekLegend } from './week-legend.tsx';

/** The chart of a week with its legend and sentence, to stand on paper. */
export function WeekFigure({ view }: { readonly view: WeekView }) {
  const week = buildWeekChart(view, useWords());
  return (
    <figure style={{ margin: 0 }}>
      <figcaption className="muted">{week.summary}</figcaption>
      <WeekChart week={week} onOpenDay={() => undefined} />
      <WeekLegend week={week} />
    </figure>
  );
}
