/**
 * @file Pictures of every scene, to look at: `node tests/unit/renderer/preview/shoot.ts FOLDER [NAME [PAGE]]`.
 * Under the page's own policy, so that what breaks it is seen here too. With NAME, only scenes of it; with PAGE, that page.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { type BrowserContext, chromium } from 'playwright-core';
import { build } from 'vite';
import { SCENES } from './scenes.ts';

const ORIGIN = 'http://preview.invalid';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
const SIZES = [
  { width: 1100, height: 760 },
  { width: 1440, height: 900 },
  { width: 900, height: 700 },
];

/** Builds the preview into a folder. */
async function buildPreview(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'warn',
    plugins: [react()],
    // The scenes use the app's own views, whose CSV writer has an edition without Node's Buffer.
    resolve: { alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' } },
    build: { outDir, emptyOutDir: true, target: 'chrome150', chunkSizeWarningLimit: 4096 },
  });
}

/** Answers the page's requests from the folder, with the policy that the app gives its window. */
async function serveFrom(folder: string, context: BrowserContext): Promise<void> {
  await context.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = join(folder, pathname === '/' ? 'index.html' : pathname);
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    const nonce = randomBytes(16).toString('base64');
    const text = await readFile(file, 'utf8');
    return route.fulfill({
      body: text.replace('__CSP_NONCE__', nonce),
      contentType: TYPES[extname(file)] ?? 'application/octet-stream',
      headers: {
        'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'none'`,
      },
    });
  });
}

const [folder, only, onlyPage] = process.argv.slice(2);
const pages = [
  'today',
  'week',
  'trends',
  'report',
  'agreement',
  'hours',
  'privacy',
  'privacy-data',
  'rules',
  'settings',
  'welcome',
].filter((page) => onlyPage === undefined || page === onlyPage);
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
        await serveFrom(dist, context);
        const page = await context.newPage();
        page.on('console', (message) => console.error(scene, message.text()));
        page.on('pageerror', (error) => console.error(scene, error.message));
        for (const name of pages) {
          await page.goto(
            `${ORIGIN}/?scene=${scene}&theme=${theme}&language=${language}&page=${name}`,
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
