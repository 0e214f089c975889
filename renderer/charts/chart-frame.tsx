import { Collapse, UnstyledButton } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { HelpTip } from '../components/help-tip.tsx';
import { ChevronIcon } from '../components/icons.tsx';
import { useWords } from '../i18n/words.ts';
import classes from './chart-frame.module.css';

/** The same numbers as a chart, as a table. */
export interface ChartTable {
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly ReactNode[])[];
}

export interface ChartFrameProps {
  readonly title: string;
  /** One sentence, true to the figures. */
  readonly summary: string;
  /** Makes the table twin, once it is asked for: the texts of a year take longer than its chart. */
  table(): ChartTable;
  readonly help?: string;
  /** What stands in place of the chart where there is nothing to draw. */
  readonly empty?: ReactNode;
  readonly legend?: ReactNode;
  /** What can be done with the chart. */
  readonly tools?: ReactNode;
  /** Whether the summary is only for those who cannot see the chart. */
  readonly quietSummary?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

function TwinTable({ title, table }: Pick<ChartFrameProps, 'title' | 'table'>) {
  const { columns, rows } = table();
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={title}>
      <table className={classes.table}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // Rows have no identity of their own; they are redrawn as a whole.
            <tr key={row}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The table twin, closed until someone asks for it. */
function Twin({
  id,
  title,
  table,
}: {
  readonly id: string;
  readonly title: string;
  table(): ChartTable;
}) {
  const { t } = useWords();
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <>
      <UnstyledButton
        className={classes.toggle}
        onClick={toggle}
        aria-expanded={opened}
        aria-controls={id}
      >
        <ChevronIcon turned={opened} />
        {opened ? t('chart.hideTable') : t('chart.showTable')}
      </UnstyledButton>
      {/* A year of rows that nobody sees would be made anew at every change. */}
      <div id={id}>
        <Collapse expanded={opened} keepMounted={false}>
          <TwinTable title={title} table={table} />
        </Collapse>
      </div>
    </>
  );
}

/** Title, one-sentence summary, chart and table twin: what every chart has around it. */
export function ChartFrame({
  title,
  summary,
  table,
  help,
  empty,
  legend,
  tools,
  quietSummary = false,
  className,
  children,
}: ChartFrameProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <section
      className={`card ${classes.frame ?? ''} ${className ?? ''}`}
      aria-labelledby={`${id}-title`}
    >
      <header className={classes.header}>
        <div className={classes.title}>
          <h2 id={`${id}-title`}>{title}</h2>
          {help === undefined ? null : <HelpTip text={help} about={title} />}
        </div>
        {tools === undefined ? null : <div className={classes.tools}>{tools}</div>}
      </header>
      <p className={quietSummary ? 'visually-hidden' : classes.summary} id={`${id}-summary`}>
        {summary}
      </p>
      {empty ?? (
        <>
          <div
            className={classes.chart}
            role="group"
            aria-labelledby={`${id}-title`}
            aria-describedby={`${id}-summary ${id}-keys`}
          >
            {children}
          </div>
          <p className="visually-hidden" id={`${id}-keys`}>
            {t('chart.keyboard')}
          </p>
        </>
      )}
      {legend}
      {empty === undefined ? <Twin id={`${id}-table`} title={title} table={table} /> : null}
    </section>
  );
}
