import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { BrowserContext } from 'playwright-core';
import { build } from 'vite';
import { ROOT } from '../../build/bundle.ts';

/** Where the preview answers; nothing of it goes over a network. */
export const PREVIEW_ORIGIN = 'http://preview.invalid';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Builds the window over a fake main process into a folder. */
export async function buildPreview(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: join(ROOT, 'tests/unit/renderer/preview'),
    logLevel: 'warn',
    plugins: [react()],
    // The scenes use the app's own views, whose CSV writer has an edition without Node's Buffer, and
    // which give the rest of the process its turn.
    resolve: {
      alias: {
        'csv-stringify/sync': 'csv-stringify/browser/esm/sync',
        'node:timers/promises': join(ROOT, 'tests/unit/renderer/preview/turns.ts'),
      },
    },
    build: { outDir, emptyOutDir: true, target: 'chrome150', chunkSizeWarningLimit: 4096 },
  });
}

/** Answers the page's requests from the folder, with the policy that the app gives its window. */
export async function servePreview(folder: string, context: BrowserContext): Promise<void> {
  await context.route(`${PREVIEW_ORIGIN}/**`, async (route) => {
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
