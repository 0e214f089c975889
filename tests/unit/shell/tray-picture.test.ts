import { describe, expect, test } from 'vitest';
import { drawTrayIcon } from '../../../electron/shell/tray-picture.ts';

const ICONS = ['tracking', 'paused', 'not-measured'] as const;
const SIZES = [16, 20, 24, 32, 48, 64];

/** Opacity of each pixel, 0 to 1. */
function opacities(picture: Parameters<typeof drawTrayIcon>[0]): number[] {
  const pixels = drawTrayIcon(picture);
  return Array.from(
    { length: picture.size ** 2 },
    (_, index) => (pixels[index * 4 + 3] ?? 0) / 255,
  );
}

const difference = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;

describe.each(SIZES)('at %i pixels', (size) => {
  test('the states differ in shape, however much of the block is used', () => {
    for (const used of [0, 0.5, 1]) {
      const shapes = ICONS.map((icon) => opacities({ icon, used, ink: 'black', size }));
      for (const [index, shape] of shapes.entries()) {
        for (const other of shapes.slice(index + 1)) {
          expect(difference(shape, other)).toBeGreaterThan(0.03);
        }
      }
    }
  });

  test('the ring fills with the block, in a pause too', () => {
    for (const icon of ['tracking', 'paused'] as const) {
      const sums = [0, 0.25, 0.5, 0.75, 1, 2].map((used) =>
        opacities({ icon, used, ink: 'black', size }).reduce((sum, value) => sum + value, 0),
      );
      expect(sums.slice(0, 5)).toEqual(sums.slice(0, 5).toSorted((a, b) => a - b));
      expect(new Set(sums.slice(0, 5)).size).toBe(5);
      expect(sums[5]).toBe(sums[4]);
    }
  });

  test('it has the same shape on a light and on a dark bar', () => {
    for (const icon of ICONS) {
      const shape = (ink: 'black' | 'white') => opacities({ icon, used: 0.4, ink, size });
      expect(shape('white')).toEqual(shape('black'));
      const white = drawTrayIcon({ icon, used: 0.4, ink: 'white', size });
      // Premultiplied: no colour above its opacity.
      for (let at = 0; at < white.length; at += 4) expect(white[at]).toBe(white[at + 3]);
    }
  });

  test('it reaches into no edge, where a bar would cut it', () => {
    const shape = opacities({ icon: 'tracking', used: 1, ink: 'black', size });
    const corners = [0, size - 1, size * (size - 1), size * size - 1];
    expect(corners.map((at) => shape[at])).toEqual([0, 0, 0, 0]);
  });
});
