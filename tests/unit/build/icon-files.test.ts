import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../build/bundle.ts';

const ICONS = join(ROOT, 'build/icons');

/** Edge of a PNG picture in pixels. */
function edgeOf(png: Buffer): number {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(png.readUInt32BE(16)).toBe(png.readUInt32BE(20));
  return png.readUInt32BE(16);
}

test.each([16, 24, 32, 48, 64, 128, 256, 512, 1024])(
  'the picture of %i pixels is that size',
  (size) => {
    expect(edgeOf(readFileSync(join(ICONS, `png/${size}x${size}.png`)))).toBe(size);
  },
);

test('the icon of Windows holds pictures of the sizes that it names', () => {
  const ico = readFileSync(join(ICONS, 'icon.ico'));
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
  const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => 6 + index * 16);
  const sizes = entries.map((at) => {
    const named = ico.readUInt8(at) === 0 ? 256 : ico.readUInt8(at);
    const dataAt = ico.readUInt32LE(at + 12);
    expect(edgeOf(ico.subarray(dataAt, dataAt + ico.readUInt32LE(at + 8)))).toBe(named);
    return named;
  });
  expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  const last = entries.at(-1) ?? 0;
  expect(ico.readUInt32LE(last + 12) + ico.readUInt32LE(last + 8)).toBe(ico.length);
});

test('the icon of macOS holds a picture of each size, in both densities', () => {
  const icns = readFileSync(join(ICONS, 'icon.icns'));
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const found: Record<string, number> = {};
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    found[icns.toString('latin1', at, at + 4)] = edgeOf(icns.subarray(at + 8));
  }
  expect(found).toEqual({
    ic11: 32,
    ic12: 64,
    ic07: 128,
    ic13: 256,
    ic08: 256,
    ic14: 512,
    ic09: 512,
    ic10: 1024,
  });
});
