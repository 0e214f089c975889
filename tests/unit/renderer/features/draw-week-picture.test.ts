import { expect, test } from 'vitest';
import { buildWeekChart } from '../../../../renderer/features/week/build-week-chart.ts';
import {
  drawWeekPicture,
  PICTURE,
  type Pen,
} from '../../../../renderer/features/week/draw-week-picture.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/settings/settings.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { EXAMPLE_NOW_MS, EXAMPLE_SPANS, viewsOver } from '../../../support/example-weeks.ts';
import { DUTCH, ENGLISH } from '../words.ts';

/** What is drawn of the week of some spans: every text, and every rectangle with its colour. */
function drawn(spans: readonly Span[], words = ENGLISH) {
  const view = viewsOver(spans, EXAMPLE_NOW_MS, () => DEFAULT_SETTINGS).week(null);
  const texts: string[] = [];
  const rectangles: unknown[] = [];
  const pen: Pen = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    font: '',
    textAlign: 'left',
    setLineDash: () => undefined,
    strokeRect: (...at) => rectangles.push([pen.strokeStyle, ...at]),
    fillRect: (...at) => rectangles.push([pen.fillStyle, ...at]),
    fillText: (text) => texts.push(text.replaceAll('\u00a0', ' ')),
    measureText: (text) => ({ width: text.length * 6 }) as TextMetrics,
  };
  const about = { name: view.week.week, range: '16 – 22', family: 'sans-serif' };
  drawWeekPicture(pen, buildWeekChart(view, words), about, words);
  return { texts, rectangles };
}

test('the picture has the counted minutes of each measured day', () => {
  const { texts } = drawn(EXAMPLE_SPANS);
  expect(texts).toContain('LinkedIn at work, week 47');
  expect(texts.some((text) => text.includes('counted'))).toBe(true);
  const view = viewsOver(EXAMPLE_SPANS, EXAMPLE_NOW_MS, () => DEFAULT_SETTINGS).week(null);
  for (const { countedMinutes } of buildWeekChart(view, ENGLISH).points) {
    if (countedMinutes > 0) expect(texts).toContain(String(countedMinutes));
  }
  expect(drawn(EXAMPLE_SPANS, DUTCH).texts).toContain('LinkedIn op het werk, week 47');
});

test('nothing in it depends on private time, whether it is drawn, written or makes room', () => {
  const without = EXAMPLE_SPANS.map((span) =>
    span.activity === 'private' ? { ...span, activity: 'elsewhere' as const } : span,
  );
  expect(without).not.toEqual(EXAMPLE_SPANS);
  expect(drawn(EXAMPLE_SPANS)).toEqual(drawn(without));
  expect(JSON.stringify(drawn(EXAMPLE_SPANS).texts)).not.toContain(ENGLISH.t('activity.private'));
});

test('all of it lies on the sheet', () => {
  for (const [, x, y, width, height] of drawn(EXAMPLE_SPANS).rectangles as [
    string,
    number,
    number,
    number,
    number,
  ][]) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(PICTURE.width / PICTURE.scale);
    expect(y + height).toBeLessThanOrEqual(PICTURE.height / PICTURE.scale);
  }
});
