import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ROOT } from '../../build/bundle.ts';
import { candidates, oneFont } from '../stand-in/chromium/candidates.ts';
import { settled } from './every-page.ts';
import { buildPreview, PREVIEW_ORIGIN, servePreview } from './preview-site.ts';

/** The committed pictures. */
export const PICTURES = join(ROOT, 'tests/pictures');

/** Pixels of a chart that become one of its picture, along each edge. */
const SHRINK = 8;
/** Charts begin to differ here; a bar that is missing differs by 60 and more, another font by 10. */
const BLOCK = 36;
/** Share of blocks that may differ that much: edges that another font moved by a few pixels. */
const SHARE = 0.02;
/** Mean difference of all blocks. */
const MEAN = 4;

/** The pages with charts, each over a scene whose days never change. */
const SHOTS = [
  { scene: 'window', page: 'today' },
  { scene: 'year', page: 'week' },
  { scene: 'year', page: 'trends' },
] as const;

type ChartPage = (typeof SHOTS)[number]['page'];

/** A chart, an eighth as large, its texts left out. */
export interface ChartPicture {
  /** As in `week-1-dark`: page, number of the chart on it, theme. */
  readonly name: string;
  /** A PNG in base 64. */
  readonly png: string;
}

/** A browser on the charts of the preview. */
export interface ChartGallery {
  /**
   * @param only takes the charts of one page.
   * @param breakIt is run in each page first, to see that a difference is one.
   */
  pictures(only?: ChartPage, breakIt?: () => void): Promise<ChartPicture[]>;
  /** How two pictures differ, or undefined where they are alike. */
  difference(taken: ChartPicture, committed: string): Promise<string | undefined>;
  close(): Promise<void>;
}

async function startBrowser(): Promise<Browser> {
  const font = await oneFont();
  for await (const candidate of candidates()) {
    const { executablePath } = candidate;
    const env = { ...process.env, ...candidate.env, ...font };
    const args = [
      '--force-color-profile=srgb',
      '--disable-lcd-text',
      '--hide-scrollbars',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ];
    try {
      return await chromium.launch({ executablePath, args, env });
    } catch {
      // The next one may start.
    }
  }
  throw new Error('There is no Chromium that starts');
}

/** Draws a picture, smaller, and reads it. Runs in a page. */
async function shrinkIn(page: Page, png: string, size: { width: number; height: number } | null) {
  return await page.evaluate(
    async ([source, wanted, shrink]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
      const width = wanted?.width ?? Math.round(image.width / shrink);
      const height = wanted?.height ?? Math.round(image.height / shrink);
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('No canvas');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
      return { width, height, pixels: [...data], png: btoa(text) };
    },
    [png, size, SHRINK] as const,
  );
}

async function sizeOf(page: Page, png: string): Promise<{ width: number; height: number }> {
  return await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    return { width: image.width, height: image.height };
  }, png);
}

/** Builds the preview, and opens a browser on it. */
export async function openChartGallery(): Promise<ChartGallery> {
  const dist = await mkdtemp(join(tmpdir(), 'sweetspot-charts-'));
  await buildPreview(dist);
  const browser = await startBrowser();
  const blank = await browser.newPage();

  async function chartsOf(
    { scene, page: name }: (typeof SHOTS)[number],
    theme: 'light' | 'dark',
    breakIt: (() => void) | undefined,
  ): Promise<ChartPicture[]> {
    const context = await browser.newContext({
      viewport: { width: 1100, height: 900 },
      colorScheme: theme,
      timezoneId: 'Europe/Amsterdam',
      reducedMotion: 'reduce',
    });
    try {
      await servePreview(dist, context);
      const page = await context.newPage();
      await page.goto(`${PREVIEW_ORIGIN}/?scene=${scene}&theme=${theme}&language=en&page=${name}`);
      const charts = page.locator('main .recharts-wrapper');
      await charts.first().waitFor();
      await settled(page);
      // What is written differs from font to font, and is tested elsewhere.
      await page.evaluate(() => {
        for (const text of document.querySelectorAll('.recharts-wrapper text')) {
          text.setAttribute('visibility', 'hidden');
        }
      });
      if (breakIt) await page.evaluate(breakIt);
      const pictures: ChartPicture[] = [];
      for (const [index, chart] of (await charts.all()).entries()) {
        const shot = await chart.screenshot({ animations: 'disabled' });
        const { png } = await shrinkIn(blank, shot.toString('base64'), null);
        pictures.push({ name: `${name}-${index + 1}-${theme}`, png });
      }
      return pictures;
    } finally {
      await context.close();
    }
  }

  return {
    async pictures(only, breakIt) {
      const all: ChartPicture[] = [];
      for (const shot of SHOTS.filter(({ page }) => only === undefined || page === only)) {
        for (const theme of ['light', 'dark'] as const) {
          all.push(...(await chartsOf(shot, theme, breakIt)));
        }
      }
      return all;
    },
    async difference(taken, committed) {
      const wanted = await sizeOf(blank, committed);
      const size = await sizeOf(blank, taken.png);
      if (Math.abs(size.width - wanted.width) > 3 || Math.abs(size.height - wanted.height) > 3) {
        return `${size.width} × ${size.height} in place of ${wanted.width} × ${wanted.height}`;
      }
      const { pixels: now } = await shrinkIn(blank, taken.png, wanted);
      const { pixels: before } = await shrinkIn(blank, committed, wanted);
      const differences = now.map((value, index) => Math.abs(value - (before[index] ?? 0)));
      const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length;
      const share = differences.filter((one) => one > BLOCK).length / differences.length;
      return mean <= MEAN && share <= SHARE
        ? undefined
        : `mean ${mean.toFixed(2)}, ${(share * 100).toFixed(2)} % of it by more than ${BLOCK}`;
    },
    async close() {
      await browser.close();
      await rm(dist, { recursive: true, force: true });
    },
  };
}
