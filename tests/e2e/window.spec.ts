/** @file Getting about in the window: where a page begins, and what is kept of what was typed. */
import { afterEach, expect, test } from 'vitest';
import { type TestApp, launchApp, makeDataDir } from '../support/driver.ts';
import { settled } from '../support/every-page.ts';
import { rm } from 'node:fs/promises';

const running: { app: TestApp; dir: string }[] = [];
afterEach(async () => {
  for (const { app, dir } of running.splice(0)) {
    await app.close();
    await rm(dir, { recursive: true, force: true });
  }
});

async function start(options: { readonly welcome?: boolean } = {}): Promise<TestApp> {
  const dir = await makeDataDir();
  const app = await launchApp({ dataDir: dir, ...options });
  running.push({ app, dir });
  await settled(app.page);
  return app;
}

/** How far down the page is, and what has the focus. */
async function standing({ page }: TestApp) {
  return await page.evaluate(() => ({
    scrollY,
    focus: `${String(document.activeElement?.tagName)} ${String(document.activeElement?.textContent)}`,
  }));
}

test('a page begins at its top with the focus on its heading, the one after the first page too', async () => {
  const app = await start({ welcome: true });
  const { page } = app;
  await page.setViewportSize({ width: 1120, height: 780 });
  const save = page.getByRole('button', { name: 'Save and start' });
  await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight);
  });
  expect((await standing(app)).scrollY).toBeGreaterThan(0);
  await save.click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await expect.poll(() => standing(app)).toEqual({ scrollY: 0, focus: 'H1 Today' });

  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await expect.poll(() => standing(app)).toEqual({ scrollY: 0, focus: 'H1 Settings' });
  await page.getByRole('button', { name: 'Open the first page again' }).click();
  await expect
    .poll(() => standing(app))
    .toEqual({ scrollY: 0, focus: 'H1 Your time on LinkedIn, for you' });
});
