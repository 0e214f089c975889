/**
 * @file Draws the app's icons from `icons/icon.svg`: `node build/icons.ts`. Needs a Chromium; what it
 * makes is kept in the repository, so that packaging needs none.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { candidates } from '../tests/stand-in/chromium/candidates.ts';
import { ROOT } from './bundle.ts';
import { type Picture, toIcns, toIco } from './icon-files.ts';

const FOLDER = join(ROOT, 'build', 'icons');

/** Edges in pixels of the pictures, as the icon themes of Linux have them. */
const PNG_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
const ICNS_SIZES = [32, 64, 128, 256, 512, 1024];

/** The part of its square that an icon of macOS fills; the rest is for its shadow. */
const MAC_SHARE = 824 / 1024;

const svg = await readFile(join(FOLDER, 'icon.svg'), 'utf8');
const whole = await draw(svg, PNG_SIZES, 1);
const mac = await draw(svg, ICNS_SIZES, MAC_SHARE);

const png = join(FOLDER, 'png');
await mkdir(png, { recursive: true });
for (const { size, data } of whole) await writeFile(join(png, `${size}x${size}.png`), data);
await writeFile(
  join(FOLDER, 'icon.ico'),
  toIco(whole.filter(({ size }) => ICO_SIZES.includes(size))),
);
await writeFile(join(FOLDER, 'icon.icns'), toIcns(mac));

/** Draws an SVG in several sizes. @param share part of the square's edge that it fills. */
async function draw(source: string, sizes: readonly number[], share: number): Promise<Picture[]> {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const pictures: Picture[] = [];
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>
           body { margin: 0; display: grid; place-items: center; height: 100vh; overflow: hidden }
           svg { width: ${size * share}px; height: ${size * share}px }
         </style>${source}`,
      );
      pictures.push({ size, data: await page.screenshot({ omitBackground: true }) });
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

async function launch() {
  for await (const { executablePath, env } of candidates()) {
    const all = { ...process.env, ...env };
    return await chromium.launch({
      executablePath,
      env: Object.fromEntries(
        Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
      chromiumSandbox: process.getuid?.() !== 0,
    });
  }
  throw new Error('There is no Chromium to draw with');
}
