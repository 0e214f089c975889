import { PALETTES } from '../../palette.ts';
import { durationText, weekNumber, type Words } from '../../i18n/words.ts';
import { hasCounted, type WeekChart, type WeekPoint } from './build-week-chart.ts';

/** Size of the picture in pixels; twice what is read at its natural size, for sharp displays. */
export const PICTURE = { width: 1280, height: 860, scale: 2 } as const;

/** What the picture is drawn with: a part of what a canvas has, so that a test can look on. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  'fillRect' | 'strokeRect' | 'fillText' | 'measureText' | 'setLineDash'
> & {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  font: string;
  textAlign: CanvasTextAlign;
};

/** A picture goes to others: it is of paper, whatever the colours of the window. */
const INK = PALETTES.light;

const MARGIN = 28;
const AXIS_WIDTH = 30;
const CHART = { top: 92, bottom: 296 } as const;
const WIDTH = PICTURE.width / PICTURE.scale;
const BAR = 40;
/** The wedge of grey in which time outside working time is drawn. */
const OUTSIDE = INK.edge;

/** Where minutes and days lie. What is private has no place: it stretches no axis either. */
function scalesOf({ points, bands }: WeekChart) {
  const most = Math.max(
    20,
    ...points.map((point) => (hasCounted(point) ? point.countedMinutes * 1.1 : 0)),
    ...bands.map(({ max }) => max * 1.25),
  );
  const outside = Math.max(0, ...points.map(({ outsideMinutes }) => outsideMinutes));
  const height = CHART.bottom - CHART.top;
  const perMinute = height / (most + outside);
  const zero = CHART.top + most * perMinute;
  const slot = (WIDTH - 2 * MARGIN - AXIS_WIDTH) / points.length;
  return {
    most,
    y: (minutes: number) => zero - minutes * perMinute,
    left: (index: number) => MARGIN + AXIS_WIDTH + index * slot,
    slot,
  };
}

function drawBar(
  pen: Pen,
  point: WeekPoint,
  { series }: WeekChart,
  at: { x: number; y: (minutes: number) => number },
): void {
  let minutes = 0;
  for (const activity of series) {
    const more = point.counted[activity] ?? 0;
    if (more === 0) continue;
    pen.fillStyle = INK.activities[activity];
    pen.fillRect(at.x, at.y(minutes + more), BAR, at.y(minutes) - at.y(minutes + more));
    minutes += more;
  }
  if (point.outsideMinutes > 0) {
    pen.fillStyle = OUTSIDE;
    pen.fillRect(at.x, at.y(0), BAR, at.y(-point.outsideMinutes) - at.y(0));
  }
}

/** The signs below the chart, on as many lines as they need. */
function drawLegend(pen: Pen, week: WeekChart, { t }: Words, top: number): void {
  const signs = [
    ...week.series.map(
      (activity) => [INK.activities[activity], t(`activity.${activity}`)] as const,
    ),
    ...(week.hasOutside ? [[OUTSIDE, t('week.chart.outside')] as const] : []),
    ...week.bands.slice(0, 1).map(({ label }) => [INK.band, label] as const),
  ];
  let x = MARGIN;
  let y = top;
  for (const [colour, label] of signs) {
    const width = 16 + pen.measureText(label).width + 18;
    if (x + width > WIDTH - MARGIN + 18) {
      x = MARGIN;
      y += 20;
    }
    pen.fillStyle = colour;
    pen.fillRect(x, y - 9, 10, 10);
    pen.fillStyle = INK.muted;
    pen.fillText(label, x + 16, y);
    x += width;
  }
}

/** Size in pixels and weight of letters. */
interface Lettering {
  readonly size: number;
  readonly weight?: number;
}

function fontOf({ size, weight = 400 }: Lettering, family: string): string {
  return `${String(weight)} ${String(size)}px ${family}`;
}

/** Writes a text at a place of the picture. */
type Write = (
  text: string,
  x: number,
  y: number,
  look: Lettering & { readonly colour: string; readonly align?: CanvasTextAlign },
) => void;

function writerOn(pen: Pen, family: string): Write {
  return (text, x, y, { colour, align = 'left', ...lettering }) => {
    pen.font = fontOf(lettering, family);
    pen.fillStyle = colour;
    pen.textAlign = align;
    pen.fillText(text, x, y);
  };
}

/** The agreed blocks, and the lines of the minutes over them with their numbers. */
function drawGround(pen: Pen, write: Write, week: WeekChart, { format }: Words): void {
  const { y, left, slot, most } = scalesOf(week);
  for (const { from, to, min, max } of week.bands) {
    const first = week.points.findIndex(({ date }) => date === from);
    const last = week.points.findIndex(({ date }) => date === to);
    pen.fillStyle = INK.band;
    pen.fillRect(left(first), y(max), left(last) + slot - left(first), y(min) - y(max));
  }
  pen.strokeStyle = INK.line;
  pen.lineWidth = 1;
  pen.setLineDash([]);
  for (let tick = 0; tick <= most; tick += most > 120 ? 60 : 15) {
    pen.strokeRect(MARGIN + AXIS_WIDTH, y(tick), WIDTH - 2 * MARGIN - AXIS_WIDTH, 0);
    write(format.number(tick), MARGIN + AXIS_WIDTH - 8, y(tick) + 4, {
      size: 12,
      colour: INK.muted,
      align: 'right',
    });
  }
}

/** The bars of the days, each with its minutes above it and its name below. */
function drawDays(pen: Pen, write: Write, week: WeekChart, { t, format }: Words): void {
  const { y, left, slot } = scalesOf(week);
  for (const [index, point] of week.points.entries()) {
    const middle = left(index) + slot / 2;
    if (hasCounted(point)) {
      drawBar(pen, point, week, { x: middle - BAR / 2, y });
      write(format.number(point.countedMinutes), middle, y(point.countedMinutes) - 6, {
        size: 13,
        weight: 600,
        colour: INK.ink,
        align: 'center',
      });
    }
    write(`${point.weekday} ${point.dayOfMonth}`, middle, CHART.bottom + 18, {
      size: 13,
      weight: 500,
      colour: INK.ink,
      align: 'center',
    });
    write(point.notMeasured ? t('place.no-data') : '', middle, CHART.bottom + 34, {
      size: 11,
      colour: INK.muted,
      align: 'center',
    });
  }
}

/**
 * Draws a week as a picture to hand on: counted minutes by activity over the block, and what was outside working time.
 * Nothing private is in it, no note, and no length that would tell of them.
 *
 * @param range the days of the week, in words.
 * @param family of the font.
 */
export function drawWeekPicture(
  pen: Pen,
  week: WeekChart,
  {
    name,
    range,
    family,
  }: { readonly name: string; readonly range: string; readonly family: string },
  words: Words,
): void {
  const { t } = words;
  const write = writerOn(pen, family);
  pen.fillStyle = INK.panel;
  pen.fillRect(0, 0, WIDTH, PICTURE.height / PICTURE.scale);
  write(t('week.picture.title', { week: weekNumber(name) }), MARGIN, 40, {
    size: 20,
    weight: 600,
    colour: INK.ink,
  });
  write(range, MARGIN, 62, { size: 13, colour: INK.muted });
  drawGround(pen, write, week, words);
  drawDays(pen, write, week, words);
  pen.font = fontOf({ size: 12 }, family);
  pen.textAlign = 'left';
  drawLegend(pen, week, words, CHART.bottom + 56);
  const total = week.points.reduce((sum, point) => sum + point.countedMinutes, 0);
  const foot = t('week.picture.foot', { counted: durationText(words, total) });
  write(foot, MARGIN, PICTURE.height / PICTURE.scale - 16, { size: 12, colour: INK.muted });
}

/** The picture of a week as PNG, in base64. */
export function weekPicture(...[week, about, words]: Parameters<typeof drawnOn>): string {
  return drawnOn(week, about, words)
    .toDataURL('image/png')
    .replace(/^[^,]*,/, '');
}

function drawnOn(
  week: WeekChart,
  about: Omit<Parameters<typeof drawWeekPicture>[2], 'family'>,
  words: Words,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE.width;
  canvas.height = PICTURE.height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('There is no canvas to draw on');
  pen.scale(PICTURE.scale, PICTURE.scale);
  const family = getComputedStyle(document.body).fontFamily;
  drawWeekPicture(pen, week, { ...about, family }, words);
  return canvas;
}
