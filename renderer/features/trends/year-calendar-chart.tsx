import { type CellBox, CellChart } from '../../charts/cell-chart.tsx';
import { COLOURS, NOT_MEASURED_FILL } from '../../charts/chart-theme.ts';
import { steady } from '../../charts/steady.ts';
import { useWords } from '../../i18n/words.ts';
import type { CalendarCell, CalendarStanding, YearCalendar } from './build-year-calendar.ts';

const ROW_HEIGHT = 18;

interface Look {
  readonly fill: string;
  readonly stroke: string;
  /** Height of the dot in the cell, 0 at the top to 1; null draws none. */
  readonly dotAt: number | null;
  readonly dot: string;
}

const PLAIN: Look = { fill: 'none', stroke: COLOURS.line, dotAt: null, dot: 'none' };

/** A day below, inside or above its block has its dot there, and a fill that grows with it. */
const LOOKS: Readonly<Record<CalendarStanding, Look>> = {
  room: { fill: COLOURS.band, stroke: COLOURS.bandEdge, dotAt: 0.76, dot: COLOURS.ink },
  'sweet-spot': {
    fill: 'var(--sweet-bandsoft)',
    stroke: COLOURS.bandEdge,
    dotAt: 0.5,
    dot: COLOURS.ink,
  },
  over: { fill: COLOURS.accent, stroke: COLOURS.accent, dotAt: 0.24, dot: 'var(--sweet-onaccent)' },
  'no-data': { fill: NOT_MEASURED_FILL, stroke: COLOURS.line, dotAt: null, dot: 'none' },
  'day-off': { fill: COLOURS.shade, stroke: 'none', dotAt: null, dot: 'none' },
  'to-come': PLAIN,
  'not-yet': PLAIN,
  none: PLAIN,
};

function Day({
  standing,
  isToday,
  box,
}: {
  readonly standing: CalendarStanding;
  readonly isToday: boolean;
  readonly box: CellBox;
}) {
  const { fill, stroke, dotAt, dot } = LOOKS[standing];
  return (
    <g className="day">
      <rect
        {...box}
        rx={3}
        fill={fill}
        stroke={isToday ? COLOURS.ink : stroke}
        strokeWidth={isToday ? 2 : 1}
      />
      {dotAt === null ? null : (
        <circle
          cx={box.x + box.width / 2}
          cy={box.y + box.height * dotAt}
          r={Math.min(2.2, box.width / 5)}
          fill={dot}
        />
      )}
    </g>
  );
}

/** A small sample of how a day is drawn. */
export function DaySwatch({ standing }: { readonly standing: CalendarStanding }) {
  return (
    <svg className="swatch" width={15} height={15} aria-hidden="true" focusable="false">
      <Day standing={standing} isToday={false} box={{ x: 0.5, y: 0.5, width: 14, height: 14 }} />
    </svg>
  );
}

/** The days of a year by where each lies next to its block. */
export const YearCalendarChart = steady(function YearCalendarChart({
  calendar,
  onOpenWeek,
}: {
  readonly calendar: YearCalendar;
  onOpenWeek(isoDate: string): void;
}) {
  const { t } = useWords();
  return (
    <CellChart<CalendarCell>
      label={t('trends.year.title')}
      cells={calendar.cells}
      columns={calendar.columns}
      columnLabels={calendar.months.map(({ column, label }) => ({ at: column, label }))}
      rowLabels={calendar.weekdays}
      rowHeight={ROW_HEIGHT}
      minWidth={600}
      startColumn={calendar.cells.find(({ isToday }) => isToday)?.column}
      gap={3}
      hint={t('trends.year.hint')}
      draw={({ standing, isToday }, box) => <Day standing={standing} isToday={isToday} box={box} />}
      onOpen={({ date, standing }) => {
        if (standing !== 'to-come') onOpenWeek(date);
      }}
    />
  );
});
