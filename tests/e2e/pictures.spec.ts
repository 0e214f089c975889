/**
 * @file The charts against committed pictures. Each is an eighth as large, and without its texts, so that
 * another font or another way of smoothing edges changes little, and a bar, a band or a fill much.
 * `npm run pictures` draws them anew.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type ChartGallery,
  type ChartPicture,
  openChartGallery,
  PICTURES,
} from '../support/chart-pictures.ts';

let gallery: ChartGallery;

beforeAll(async () => {
  gallery = await openChartGallery();
});
afterAll(async () => {
  await gallery.close();
});

/** How each picture differs from the committed one; nothing where all are alike. */
async function differences(pictures: readonly ChartPicture[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const picture of pictures) {
    const committed = readFileSync(join(PICTURES, `${picture.name}.png`), 'base64');
    const difference = await gallery.difference(picture, committed);
    if (difference !== undefined) found[picture.name] = difference;
  }
  return found;
}

test('every chart looks as it did', async () => {
  const pictures = await gallery.pictures();
  expect(pictures.map(({ name }) => `${name}.png`).sort()).toEqual(
    readdirSync(PICTURES)
      .filter((file) => file.endsWith('.png'))
      .sort(),
  );
  expect(await differences(pictures)).toEqual({});
});

test('a series that is gone is seen', async () => {
  const pictures = await gallery.pictures('week', () => {
    document.querySelectorAll('.recharts-bar-rectangle:first-of-type').forEach((bar) => {
      bar.setAttribute('visibility', 'hidden');
    });
  });
  const found = Object.keys(await differences(pictures));
  expect(found).toEqual(expect.arrayContaining(['week-1-light', 'week-1-dark']));
});
