import { type CellBox, CellChart } from '../../charts/cell-chart.tsx';
import { COLOURS, NOT_MEASURED_FILL } from '../../charts/chart-theme.ts';
import { steady } from '../../charts/steady.ts';
import { useWords } from '../../i18n/words.ts';
import type { HeatCell, HeatMap } from './build-heat-map.ts';

const ROW_HEIGHT = 30;
/** Width of a cell, in pixels, from which its minutes are written in it. */
const ROOM_FOR_TEXT = 26;

/** Share of the accent in the fill of each level, in per cent. */
const STRENGTH = [0, 14, 30, 46, 100] as const;

/** Fill of a level of the heat map. */
function heatFill(level: number): string {
  if (level === 0) return COLOURS.shade;
  const strength = STRENGTH[level] ?? 100;
  return `color-mix(in srgb, ${COLOURS.accent} ${strength}%, ${COLOURS.panel})`;
}

function Hour({ cell, box, text }: { cell: HeatCell; box: CellBox; text: string }) {
  const isDark = cell.level === STRENGTH.length - 1;
  return (
    <g className="heat">
      <rect
        {...box}
        rx={4}
        fill={cell.minutes === null ? NOT_MEASURED_FILL : heatFill(cell.level)}
        stroke={cell.minutes === null ? COLOURS.line : 'none'}
      />
      {text !== '' && box.width >= ROOM_FOR_TEXT ? (
        <text
          x={box.x + box.width / 2}
          y={box.y + box.height / 2}
          dy="0.36em"
          textAnchor="middle"
          fontSize={12}
          fill={isDark ? 'var(--sweet-onaccent)' : COLOURS.ink}
        >
          {text}
        </text>
      ) : null}
    </g>
  );
}

/** LinkedIn time by weekday and hour: the fuller the hour, the stronger its colour, with its minutes. */
export const HeatMapChart = steady(function HeatMapChart({ map }: { readonly map: HeatMap }) {
  const { t, format } = useWords();
  const { hours, weekdays, cells } = map;
  return (
    <CellChart
      label={t('trends.hours.title')}
      cells={cells}
      columns={hours.length}
      columnLabels={hours.map(({ label }, at) => ({ at, label }))}
      rowLabels={weekdays.map(({ short }) => short)}
      rowHeight={ROW_HEIGHT}
      minWidth={240}
      gap={3}
      hint={t('trends.hours.hint')}
      draw={(cell, box) => (
        <Hour cell={cell} box={box} text={cell.minutes ? format.number(cell.minutes) : ''} />
      )}
    />
  );
});
