import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Scatter, ScatterChart, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import classes from './cell-chart.module.css';
import { COLOURS, MOTION, TICK } from './chart-theme.ts';

/** A cell in a grid: where it stands, and what is read of it. */
export interface GridCell {
  readonly column: number;
  readonly row: number;
  readonly name: string;
  readonly value: string;
}

/** Where a cell is drawn. */
export interface CellBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Label {
  readonly at: number;
  readonly label: string;
}

export interface CellChartProps<Cell extends GridCell> {
  /** Said of the grid as a whole. */
  readonly label: string;
  readonly cells: readonly Cell[];
  readonly columns: number;
  readonly columnLabels: readonly Label[];
  readonly rowLabels: readonly string[];
  /** Height of a row in pixels. */
  readonly rowHeight: number;
  /** Least width of the grid in pixels; below it, the grid scrolls. */
  readonly minWidth: number;
  /** A column that is in sight at first, where not all of them are. */
  readonly startColumn?: number | undefined;
  readonly gap: number;
  /** Stands in the readout until a cell is pointed at. */
  readonly hint: string;
  draw(cell: Cell, box: CellBox): ReactNode;
  onOpen?(cell: Cell): void;
}

const TOP = 20;
const LEFT = 44;

const STEPS: Readonly<Record<string, readonly [columns: number, rows: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What the grid draws, and which of its cells is read. */
interface GridProps<Cell extends GridCell> {
  readonly chart: CellChartProps<Cell>;
  readonly activeIndex: number | null;
  onPoint(index: number): void;
}

/** Index of the cell to which a key leads; -1 where there is none, undefined where the key leads nowhere. */
function steppedTo(
  key: string,
  cells: readonly GridCell[],
  active: GridCell | undefined,
): number | undefined {
  const step = STEPS[key];
  if (!step) return undefined;
  if (!active) return 0;
  const column = active.column + step[0];
  const row = active.row + step[1];
  return cells.findIndex((cell) => cell.column === column && cell.row === row);
}

/** Draws the cells where the axes put them: all at once, since a year of them is many. */
function Cells<Cell extends GridCell>({
  chart: { cells, rowHeight, gap, draw, onOpen },
  activeIndex,
  onPoint,
}: GridProps<Cell>) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  const width = Number(x(1)) - Number(x(0)) - gap;
  const height = rowHeight - gap;
  const boxOf = ({ column, row }: Cell): CellBox => ({
    x: Number(x(column)) - width / 2,
    y: Number(y(row)) - height / 2,
    width,
    height,
  });
  const active = activeIndex === null ? undefined : cells[activeIndex];
  return (
    <>
      {cells.map((cell, index) => (
        <g
          key={index}
          onMouseEnter={() => {
            onPoint(index);
          }}
          onClick={() => {
            onOpen?.(cell);
          }}
        >
          {draw(cell, boxOf(cell))}
        </g>
      ))}
      {active ? (
        <rect
          {...boxOf(active)}
          rx={4}
          fill="none"
          stroke={COLOURS.ink}
          strokeWidth={2}
          pointerEvents="none"
        />
      ) : null}
    </>
  );
}

/**
 * Scrolls a box so that a place in it is in its middle, and marks the sides at which it goes on.
 *
 * @param share where the place is, 0 for the left edge of what is in the box, 1 for the right.
 */
function useScrollTo(share: number) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const mark = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element;
      element.toggleAttribute('data-more-before', scrollLeft > 1);
      element.toggleAttribute('data-more-after', scrollLeft + clientWidth < scrollWidth - 1);
    };
    element.scrollLeft = share * element.scrollWidth - element.clientWidth / 2;
    mark();
    element.addEventListener('scroll', mark, { passive: true });
    const sizes = new ResizeObserver(mark);
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', mark);
      sizes.disconnect();
    };
  }, [share]);
  return box;
}

/** The axes with their labels, and the cells between them. */
function Grid<Cell extends GridCell>({ chart, activeIndex, onPoint }: GridProps<Cell>) {
  const { columns, columnLabels, rowLabels, rowHeight } = chart;
  return (
    <ScatterChart
      responsive
      accessibilityLayer={false}
      style={{ width: '100%', height: TOP + rowLabels.length * rowHeight }}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
    >
      <XAxis
        type="number"
        dataKey="column"
        orientation="top"
        height={TOP}
        domain={[-0.5, columns - 0.5]}
        ticks={columnLabels.map(({ at }) => at)}
        tickFormatter={(at: number) => columnLabels.find((label) => label.at === at)?.label ?? ''}
        interval="preserveStart"
        minTickGap={6}
        tick={TICK}
        tickLine={false}
        axisLine={false}
      />
      <YAxis
        type="number"
        dataKey="row"
        reversed
        width={LEFT}
        domain={[-0.5, rowLabels.length - 0.5]}
        ticks={rowLabels.map((_, row) => row)}
        tickFormatter={(row: number) => rowLabels[row] ?? ''}
        interval={0}
        tick={{ ...TICK, fill: COLOURS.ink }}
        tickLine={false}
        axisLine={false}
      />
      {/* An axis without any data is not drawn. */}
      <Scatter {...MOTION} data={[{ column: 0, row: 0 }]} shape={() => <g />} />
      <Cells chart={chart} activeIndex={activeIndex} onPoint={onPoint} />
    </ScatterChart>
  );
}

/**
 * Cells in columns and rows, one of which is read at a time: by pointing at it, or with the arrow keys.
 * Enter opens it.
 */
export function CellChart<Cell extends GridCell>(props: CellChartProps<Cell>) {
  const { cells, columns, minWidth, hint, onOpen } = props;
  const [activeIndex, setActiveIndex] = useState<number | null>(null);
  const active = activeIndex === null ? undefined : cells[activeIndex];
  const scroller = useScrollTo((props.startColumn ?? 0) / columns);

  const move = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && active) {
      onOpen?.(active);
      return;
    }
    const next = steppedTo(event.key, cells, active);
    if (next === undefined) return;
    event.preventDefault();
    if (next >= 0) setActiveIndex(next);
  };

  return (
    <>
      <div className={classes.scroll} ref={scroller}>
        <div
          className={`${classes.cells ?? ''} ${onOpen ? (classes.pressable ?? '') : ''}`}
          style={{ minWidth }}
          role="application"
          aria-label={props.label}
          tabIndex={0}
          onKeyDown={move}
          onBlur={() => {
            setActiveIndex(null);
          }}
          onMouseLeave={() => {
            setActiveIndex(null);
          }}
        >
          <Grid chart={props} activeIndex={activeIndex} onPoint={setActiveIndex} />
        </div>
      </div>
      <p className={classes.readout} aria-live="polite">
        {active ? (
          <>
            {active.name}
            <strong>{active.value}</strong>
          </>
        ) : (
          hint
        )}
      </p>
    </>
  );
}
