import type { ReactNode } from 'react';
import classes from './chart-tooltip.module.css';
import { Swatch, type SwatchKind } from './swatch.tsx';

/** One line of a tooltip. */
export interface TooltipLine {
  readonly kind?: SwatchKind;
  readonly label: string;
  readonly value: string;
  /** Whether the line is the sum of those around it. */
  readonly strong?: boolean;
}

/** What the pointer or the arrow keys are on, to the minute. */
export function ChartTooltip({
  title,
  lines,
  note,
}: {
  readonly title: string;
  readonly lines: readonly TooltipLine[];
  readonly note?: ReactNode;
}) {
  return (
    <div className={classes.box}>
      <p className={classes.title}>{title}</p>
      <dl className={classes.lines}>
        {lines.map(({ kind, label, value, strong }) => (
          <div key={label} className={strong ? classes.strong : undefined}>
            <dt>
              {kind === undefined ? null : <Swatch kind={kind} />}
              {label}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {note === undefined ? null : <p className={classes.note}>{note}</p>}
    </div>
  );
}
