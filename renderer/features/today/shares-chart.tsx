import { Bar, BarChart, XAxis, YAxis } from 'recharts';
import { COLOURS, MOTION } from '../../charts/chart-theme.ts';
import { steady } from '../../charts/steady.ts';
import { HelpTip } from '../../components/help-tip.tsx';
import type { Share, Shares } from './build-shares.ts';
import classes from './shares-chart.module.css';

/** Fills from dark to light, told apart by lightness and texture, and by the words below. */
const FILLS = ['var(--sweet-accent)', 'url(#fill-share)', 'url(#fill-private)'] as const;

function ShareSwatch({ index }: { readonly index: number }) {
  return (
    <svg className="swatch" width={14} height={14} aria-hidden="true" focusable="false">
      <rect width={14} height={14} rx={3} fill={FILLS[index] ?? FILLS[0]} />
    </svg>
  );
}

/** A whole as one bar. */
const ShareBar = steady(function ShareBar({ parts }: { readonly parts: readonly Share<string>[] }) {
  const drawn = parts.filter((part) => part.minutes > 0);
  return (
    <BarChart
      responsive
      style={{ width: '100%', height: 14 }}
      layout="vertical"
      data={[Object.fromEntries(parts.map(({ id, share }) => [id, share]))]}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis type="number" domain={[0, 1]} hide />
      <YAxis type="category" hide />
      {parts.map((part, index) => (
        <Bar
          {...MOTION}
          key={part.id}
          dataKey={part.id}
          stackId="whole"
          barSize={14}
          fill={FILLS[index] ?? FILLS[0]}
          stroke={COLOURS.panel}
          strokeWidth={drawn.length > 1 ? 1 : 0}
        />
      ))}
    </BarChart>
  );
});

/** A whole as one bar in parts, and the parts in words and whole minutes below it. */
export function SharesChart<Id extends string>({
  title,
  shares,
  help,
}: {
  readonly title: string;
  readonly help?: string;
  readonly shares: Shares<Id>;
}) {
  return (
    <div className={classes.shares}>
      <header className={classes.header}>
        <h2 className={classes.title}>{title}</h2>
        {help === undefined ? null : <HelpTip text={help} about={title} />}
      </header>
      <p className="visually-hidden">{shares.summary}</p>
      <div className={classes.bar} aria-hidden="true">
        <ShareBar parts={shares.parts} />
      </div>
      <table className={classes.table}>
        <caption className="visually-hidden">{title}</caption>
        <tbody>
          {shares.parts.map((part, index) => (
            <tr key={part.id}>
              <th scope="row">
                <span>
                  <ShareSwatch index={index} />
                  {part.label}
                </span>
              </th>
              <td>{part.length}</td>
              <td className={classes.percent}>{part.percent}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
