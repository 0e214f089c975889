import { describe, expect, test } from 'vitest';
import { TEXTURES } from '../../../renderer/charts/chart-theme.ts';
import { PALETTES } from '../../../renderer/palette.ts';
import { LINKEDIN_ACTIVITIES } from '../../../shared/domain/activity.ts';
import { contrast, distance, VISIONS } from '../../support/colour.ts';

/** WCAG 2.2: text at 4.5:1 (1.4.3), graphics that carry meaning at 3:1 (1.4.11). */
const TEXT = 4.5;
const GRAPHICS = 3;
/** Two fills that touch in a stack, and any two fills of a chart. */
const NEIGHBOURS = 8;
const ANY_TWO = 6;

/** What stands in the stack of a bar, from the bottom; `jobs` and `private` share a fill. */
const STACK = LINKEDIN_ACTIVITIES.filter((activity) => activity !== 'jobs');

test('the reckoning knows black from white, and red from green only for those who can', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(distance('#000000', '#ffffff', 'common')).toBeCloseTo(100, 1);
  const [red, green] = ['#b35900', '#6b7a00'] as const;
  expect(distance(red, green, 'deuteranopia')).toBeLessThan(distance(red, green, 'common') / 2);
});

describe.each(Object.entries(PALETTES))('the %s palette', (_, palette) => {
  const surfaces = [palette.body, palette.panel, palette.shade, palette.band];

  test.each(['ink', 'muted', 'accent'] as const)('%s can be read as text', (name) => {
    for (const surface of surfaces) {
      expect(contrast(palette[name], surface)).toBeGreaterThanOrEqual(TEXT);
    }
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(TEXT);
  });

  test('edges that carry meaning can be seen', () => {
    for (const surface of [palette.body, palette.panel]) {
      expect(contrast(palette.axis, surface)).toBeGreaterThanOrEqual(GRAPHICS);
      expect(contrast(palette.bandEdge, surface)).toBeGreaterThanOrEqual(GRAPHICS);
    }
    // The counted arc lies on the ring's track and on the band's part of it.
    expect(contrast(palette.accent, palette.line)).toBeGreaterThanOrEqual(GRAPHICS);
    expect(contrast(palette.accent, palette.bandSoft)).toBeGreaterThanOrEqual(GRAPHICS);
  });

  test.each(LINKEDIN_ACTIVITIES)('%s can be seen on every surface', (activity) => {
    for (const surface of surfaces) {
      expect(contrast(palette.activities[activity], surface)).toBeGreaterThanOrEqual(GRAPHICS);
    }
  });

  test.each(VISIONS)('activities can be told apart with %s vision', (vision) => {
    const close: string[] = [];
    for (const [index, first] of STACK.entries()) {
      for (const [offset, second] of STACK.slice(index + 1).entries()) {
        const apart = distance(palette.activities[first], palette.activities[second], vision);
        const least = offset === 0 ? NEIGHBOURS : ANY_TWO;
        if (apart < least) close.push(`${first} and ${second}: ${apart.toFixed(1)}`);
      }
    }
    expect(close).toEqual([]);
  });
});

test('two activities that touch in a stack differ in texture too, or are both plain by far', () => {
  const alike = STACK.slice(1).flatMap((activity, index) => {
    const below = STACK[index];
    return below && TEXTURES[below] === TEXTURES[activity] ? [`${below} and ${activity}`] : [];
  });
  expect(alike).toEqual([]);
});
