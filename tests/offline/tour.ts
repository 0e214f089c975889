/**
 * @file A whole tour of the built app, and then what a page that was taken over could try. Prints on
 * stdout, as JSON, what it did. `node tour.ts MAIN DATA_DIR`, with WINDOW_FILE of the scripted window.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { answerSaveDialog, clickTray, launchApp, readTray } from '../support/driver.ts';
import { join } from 'node:path';
import { renameSync, writeFileSync } from 'node:fs';
import type { WindowSample } from '../../shared/domain/window-sample.ts';
import { tryEveryWayOut, WAYS_OUT } from './ways-out.ts';

/** How long the app stands still on a page, so that what comes late is seen too. */
const REST_MS = Number(process.env['SWEETSPOT_PROOF_REST_MS'] ?? 8_000);

/** What the tour did. */
export interface Toured {
  readonly steps: readonly string[];
  readonly chromium: string;
  /** Ways out that the page could begin at all. */
  readonly begun: readonly string[];
  /** Requests that the app says it refused. */
  readonly refused: number;
}

const [main = '', dataDir = ''] = process.argv.slice(2);
const steps: string[] = [];

function show(sample: WindowSample): void {
  const file = join(main, '..', 'window.json');
  writeFileSync(`${file}.new`, JSON.stringify(sample));
  renameSync(`${file}.new`, file);
}

const app = await launchApp({ main, dataDir });
const { page } = app;
await page.getByRole('heading', { level: 1 }).waitFor();
steps.push('start');

for (const title of ['(3) Feed | LinkedIn', 'Messaging | LinkedIn', 'Jobs | LinkedIn']) {
  show({ app: 'Google Chrome', title: `${title} - Google Chrome` });
  await wait(2500);
}
steps.push('measure');

const pages = page.getByRole('navigation').getByRole('button');
for (const link of await pages.all()) {
  await link.click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  steps.push(`open ${(await link.textContent()) ?? ''}`);
}

await pages.nth(1).click();
await answerSaveDialog(app, join(dataDir, 'week.csv'));
await page.getByRole('button', { name: /Save as CSV/ }).click();
await page.getByText(/Saved/).waitFor();
steps.push('save a week');

await page.evaluate(() => window.api.setSettings({ theme: 'dark', language: 'nl' }));
await page.getByRole('heading', { level: 1, name: /Week/ }).waitFor();
await page.evaluate(() => window.api.setSettings({ theme: 'system', language: 'en' }));
steps.push('change language and colours');

await clickTray(app, 'For 15 minutes');
await page.getByRole('button', { name: 'Resume' }).click();
await readTray(app);
steps.push('pause from the tray, resume from the window');

// What Chromium's spell checker would fetch its dictionary for.
await page.evaluate(() => {
  const field = Object.assign(document.createElement('textarea'), { spellcheck: true });
  document.body.append(field);
  field.focus();
});
await page.keyboard.type('speling mistaek ');
steps.push('type in a field');
await wait(REST_MS);
steps.push(`stand still for ${REST_MS / 1000} s`);

const begun = await page.evaluate(tryEveryWayOut, WAYS_OUT);
await wait(REST_MS);
const refused = await page
  .evaluate(async () => (await window.api.getInfo()).refusedRequests)
  .catch(() => -1);
const chromium = await page.evaluate(() => navigator.userAgent);
// Last, since an unguarded page goes away with it.
await page.evaluate(() => location.assign('https://navigation.example/')).catch(() => undefined);
await wait(1500);
await app.close();
steps.push('quit');

const toured: Toured = {
  steps,
  chromium: /Chrome\/([\d.]+)/.exec(chromium)?.[1] ?? '',
  begun,
  refused,
};
console.log(JSON.stringify(toured));
process.exit(0);
