/** @file What is drawn by hand on the chart of a week: days with their places, numbers, the week before. */
import {
  DefaultZIndexes,
  useXAxisScale,
  useYAxisScale,
  type XAxisTickContentProps,
  ZIndexLayer,
} from 'recharts';
import { PLACES } from '../../../shared/domain/figures.ts';
import { PlaceShape } from '../../components/place-icon.tsx';
import { COLOURS } from '../../charts/chart-theme.ts';
import { useWords } from '../../i18n/words.ts';
import type { WeekPoint } from './build-week-chart.ts';

/** The most that a bar is wide, in pixels. */
export const BAR_WIDTH = 46;
/** Width of a day, in pixels, from which the name of its place has the full size. */
const ROOMY = 82;
/** Below this, in pixels, the shape of a place stands for its name. */
const TIGHT = 64;
/** Below this, in pixels, the number of a day stands under its name. */
const NARROW = 52;

/** The place of a day in words, or as its shape where there is no room for words. */
function PlaceBelow({
  standing,
  width,
}: {
  readonly standing: WeekPoint['standing'];
  readonly width: number;
}) {
  const { t } = useWords();
  if (standing === 'none') return null;
  if (width >= TIGHT) {
    return (
      <text dy={31} fill={COLOURS.muted} fontSize={width < ROOMY ? 11 : 12}>
        {t(`place.${standing}`)}
      </text>
    );
  }
  const place = PLACES.find((one) => one === standing);
  return place ? (
    <g transform={`translate(-8,${width < NARROW ? 27 : 21})`} color={COLOURS.muted}>
      <PlaceShape place={place} />
    </g>
  ) : null;
}

/** Name of the day and its place below it, so that no bar needs a colour to say where it lies. */
export function DayTick({
  x,
  y,
  payload,
  points,
}: XAxisTickContentProps & { readonly points: readonly WeekPoint[] }) {
  const scale = useXAxisScale();
  const point = points.find(({ date }) => date === payload.value);
  if (!point) return null;
  const width = scale
    ? Number(scale(point.date, { position: 'end' })) -
      Number(scale(point.date, { position: 'start' }))
    : ROOMY;
  const weight = point.isToday ? 700 : 400;
  return (
    <g transform={`translate(${x},${y})`} textAnchor="middle">
      {width < NARROW ? (
        <text fill={COLOURS.ink} fontSize={12} fontWeight={weight}>
          <tspan x={0} y={12}>
            {point.weekday}
          </tspan>
          <tspan x={0} y={25}>
            {point.dayOfMonth}
          </tspan>
        </text>
      ) : (
        <text dy={14} fill={COLOURS.ink} fontSize={13} fontWeight={weight}>
          {`${point.weekday} ${point.dayOfMonth}`}
        </text>
      )}
      {point.isToday ? (
        <rect x={-18} y={-2} width={36} height={3} rx={1.5} fill={COLOURS.accent} />
      ) : null}
      <PlaceBelow standing={point.standing} width={width} />
    </g>
  );
}

/** The counted minutes above each bar. */
export function CountedLabels({ points }: { readonly points: readonly WeekPoint[] }) {
  const { format } = useWords();
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {points
        .filter(({ countedMinutes }) => countedMinutes > 0)
        .map(({ date, countedMinutes }) => ({
          date,
          countedMinutes,
          left: x(date, { position: 'middle' }),
          top: y(countedMinutes),
        }))
        // For a moment, the axis still has the days of the week that was shown before.
        .filter(({ left, top }) => Number.isFinite(left) && Number.isFinite(top))
        .map(({ date, countedMinutes, left = 0, top = 0 }) => (
          <text
            key={date}
            x={left}
            y={top - 7}
            textAnchor="middle"
            fill={COLOURS.ink}
            fontSize={13}
            fontWeight={600}
            stroke={COLOURS.panel}
            strokeWidth={3}
            paintOrder="stroke"
          >
            {format.number(countedMinutes)}
          </text>
        ))}
    </ZIndexLayer>
  );
}

/** The counted time of the week before, as the outline of a bar behind each day's. */
export function GhostBars({ points }: { readonly points: readonly WeekPoint[] }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  const bottom = y(0);
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.cursorRectangle}>
      {points.map(({ date, beforeMinutes }) => {
        const from = x(date, { position: 'start' });
        const to = x(date, { position: 'end' });
        const top = beforeMinutes === null ? undefined : y(beforeMinutes);
        // For a moment, the axis still has the days of the week that was shown before.
        if (from === undefined || to === undefined) return null;
        if (top === undefined || bottom === undefined || !(bottom > top)) return null;
        const width = Math.min(BAR_WIDTH, (to - from) * 0.74) + 12;
        const left = (from + to - width) / 2;
        return (
          <path
            key={date}
            d={`M${left},${bottom}V${top}h${width}V${bottom}`}
            fill="none"
            stroke={COLOURS.axis}
            strokeWidth={1.25}
            strokeDasharray="4 3"
          />
        );
      })}
    </ZIndexLayer>
  );
}
