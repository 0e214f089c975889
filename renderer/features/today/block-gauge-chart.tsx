import {
  DefaultZIndexes,
  PolarAngleAxis,
  PolarRadiusAxis,
  RadialBar,
  RadialBarChart,
  ZIndexLayer,
} from 'recharts';
import { PLACES } from '../../../shared/domain/figures.ts';
import { COLOURS, MOTION } from '../../charts/chart-theme.ts';
import { steady } from '../../charts/steady.ts';
import { PlaceIcon } from '../../components/place-icon.tsx';
import { useWords } from '../../i18n/words.ts';
import classes from './block-gauge-chart.module.css';
import type { BlockGauge } from './build-block-gauge.ts';

/** The ring's square, in pixels; it keeps its size at every width. */
const SIDE = 208;
const CENTRE = SIDE / 2;
const OUTER = 84;
const INNER = 66;
/** The ring is open at the bottom: 270 degrees from the lower left to the lower right. */
const START_ANGLE = 225;
const END_ANGLE = -45;

/** Where a number of minutes stands just outside the ring. */
function pointAt(minutes: number, scaleMinutes: number, radius: number) {
  const share = Math.min(1, minutes / scaleMinutes);
  const angle = ((START_ANGLE + share * (END_ANGLE - START_ANGLE)) * Math.PI) / 180;
  return { x: CENTRE + radius * Math.cos(angle), y: CENTRE - radius * Math.sin(angle) };
}

function BandEdge({ minutes, gauge }: { readonly minutes: number; readonly gauge: BlockGauge }) {
  const { format } = useWords();
  const from = pointAt(minutes, gauge.scaleMinutes, INNER - 1);
  const to = pointAt(minutes, gauge.scaleMinutes, OUTER + 3);
  const label = pointAt(minutes, gauge.scaleMinutes, OUTER + 13);
  return (
    <g>
      <line
        x1={from.x}
        y1={from.y}
        x2={to.x}
        y2={to.y}
        stroke={COLOURS.bandEdge}
        strokeWidth={1.5}
      />
      <text
        x={label.x}
        y={label.y}
        textAnchor="middle"
        dominantBaseline="central"
        fill={COLOURS.muted}
        fontSize={12}
      >
        {format.number(minutes)}
      </text>
    </g>
  );
}

/** The ring: the whole of it, the agreed band, and what is counted, over each other. */
function Ring({ gauge }: { readonly gauge: BlockGauge }) {
  const { band, countedMinutes, scaleMinutes } = gauge;
  return (
    <RadialBarChart
      width={SIDE}
      height={SIDE}
      cx={CENTRE}
      cy={CENTRE}
      innerRadius={INNER}
      outerRadius={OUTER}
      startAngle={START_ANGLE}
      endAngle={END_ANGLE}
      barCategoryGap={0}
      accessibilityLayer={false}
      data={[{ counted: countedMinutes, band: band ?? [0, 0], whole: scaleMinutes }]}
    >
      <PolarAngleAxis type="number" domain={[0, scaleMinutes]} tick={false} axisLine={false} />
      <PolarRadiusAxis radiusAxisId="whole" type="category" tick={false} axisLine={false} />
      <PolarRadiusAxis radiusAxisId="band" type="category" tick={false} axisLine={false} />
      <PolarRadiusAxis radiusAxisId="counted" type="category" tick={false} axisLine={false} />
      <RadialBar
        {...MOTION}
        dataKey="whole"
        radiusAxisId="whole"
        fill={COLOURS.line}
        cornerRadius={9}
      />
      {band ? (
        <RadialBar {...MOTION} dataKey="band" radiusAxisId="band" fill="var(--sweet-bandsoft)" />
      ) : null}
      {countedMinutes > 0 ? (
        <RadialBar
          {...MOTION}
          dataKey="counted"
          radiusAxisId="counted"
          barSize={8}
          cornerRadius={4}
          fill={COLOURS.accent}
        />
      ) : null}
      {band ? (
        <ZIndexLayer zIndex={DefaultZIndexes.label}>
          {band[0] > 0 ? <BandEdge minutes={band[0]} gauge={gauge} /> : null}
          {band[1] === band[0] ? null : <BandEdge minutes={band[1]} gauge={gauge} />}
        </ZIndexLayer>
      ) : null}
    </RadialBarChart>
  );
}

/** The counted minutes of a day as a ring, over the agreed block. */
export const BlockGaugeChart = steady(function BlockGaugeChart({
  gauge,
}: {
  readonly gauge: BlockGauge;
}) {
  const place = PLACES.find((one) => one === gauge.standing);
  return (
    <div className={classes.gauge}>
      <div className={classes.ring} role="img" aria-label={gauge.summary}>
        <Ring gauge={gauge} />
        <div className={classes.centre}>
          <span className={classes.number}>{gauge.number}</span>
          <span className={classes.of}>{gauge.of}</span>
        </div>
      </div>
      <p className={classes.place}>
        {place ? <PlaceIcon place={place} /> : null}
        {gauge.words}
      </p>
      {gauge.inWindow === null ? null : <p className={classes.window}>{gauge.inWindow}</p>}
    </div>
  );
});
