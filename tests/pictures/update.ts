/**
 * @file Draws the committed pictures of the charts anew: `npm run pictures`. Look at what changed before you
 * commit it; that is the whole use of them.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openChartGallery, PICTURES } from '../support/chart-pictures.ts';

mkdirSync(PICTURES, { recursive: true });
const gallery = await openChartGallery();
try {
  const pictures = await gallery.pictures();
  for (const file of readdirSync(PICTURES)) {
    if (file.endsWith('.png')) rmSync(join(PICTURES, file));
  }
  for (const { name, png } of pictures) {
    writeFileSync(join(PICTURES, `${name}.png`), Buffer.from(png, 'base64'));
  }
  console.log(`Wrote ${pictures.length} pictures to tests/pictures.`);
} finally {
  await gallery.close();
}
