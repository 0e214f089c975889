/**
 * @file Pictures of every scene, to look at: `node tests/unit/renderer/preview/shoot.ts FOLDER [NAME [PAGE]]`.
 * Under the page's own policy, so that what breaks it is seen here too. With NAME, only scenes of it; with PAGE, that page.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildPreview, PREVIEW_ORIGIN, servePreview } from '../../../support/preview-site.ts';
import { WINDOW_PAGES } from '../../../../shared/ipc/place.ts';
import { SCENES } from './scenes.ts';

const SIZES = [
  { width: 1100, height: 760 },
  { width: 1440, height: 900 },
  { width: 900, height: 700 },
];

const [folder, only, onlyPage] = process.argv.slice(2);
// The page `privacy-data` is a tab.
const pages = [...WINDOW_PAGES, 'privacy-data'].filter(
  (page) => onlyPage === undefined || page === onlyPage,
);
if (folder === undefined) {
  console.error('Which folder?');
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const dist = await mkdtemp(join(tmpdir(), 'sweetspot-preview-'));
await buildPreview(dist);
const installed = '/usr/bin/chromium';
const browser = await chromium.launch({
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  ...(existsSync(installed) ? { executablePath: installed } : {}),
});
for (const scene of Object.keys(SCENES)) {
  if (only !== undefined && scene !== only) continue;
  for (const viewport of SIZES) {
    for (const theme of ['light', 'dark'] as const) {
      for (const language of ['en', 'nl']) {
        const context = await browser.newContext({
          viewport,
          colorScheme: theme,
          timezoneId: 'Europe/Amsterdam',
        });
        await servePreview(dist, context);
        const page = await context.newPage();
        page.on('console', (message) => console.error(scene, message.text()));
        page.on('pageerror', (error) => console.error(scene, error.message));
        for (const name of pages) {
          await page.goto(
            `${PREVIEW_ORIGIN}/?scene=${scene}&theme=${theme}&language=${language}&page=${name}`,
          );
          await page.getByRole('heading', { level: 1 }).waitFor();
          await page.waitForTimeout(300);
          const path = join(folder, `${scene}-${name}-${viewport.width}-${theme}-${language}.png`);
          await page.screenshot({ path, fullPage: true });
        }
        await context.close();
      }
    }
  }
}
await browser.close();
await rm(dist, { recursive: true, force: true });
