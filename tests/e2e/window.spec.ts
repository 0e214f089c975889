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

test('what was typed is kept until it is saved or cancelled, and the page says so', async () => {
  const app = await start();
  const { page } = app;
  const open = async (name: string) => {
    await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
    await settled(page);
  };
  const kept = page.getByText(/^Not saved yet\./);
  await open('Working time');
  await page.getByLabel('Monday, from', { exact: true }).first().fill('07:45');
  await page.getByLabel('First day', { exact: true }).fill('2030-05-06');
  await open('Agreement');
  await page.getByRole('button', { name: 'New version …' }).click();
  await page.getByRole('textbox', { name: 'Agreed with' }).fill('the team');
  await open('Rules');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByLabel('Text', { exact: true }).fill('Quarterly');
  expect(await kept.count()).toBe(1);

  await open('Working time');
  expect(await page.getByLabel('Monday, from', { exact: true }).first().inputValue()).toMatch(/7:45/);
  expect(await page.getByLabel('First day', { exact: true }).inputValue()).toBe('2030-05-06');
  expect(await kept.count()).toBe(2);
  for (let left = 1; left >= 0; left -= 1) {
    await page.getByRole('button', { name: 'Cancel', exact: true }).and(page.locator(':enabled')).first().click();
    await expect.poll(() => kept.count()).toBe(left);
  }
  await open('Agreement');
  expect(await page.getByRole('textbox', { name: 'Agreed with' }).inputValue()).toBe('the team');
  expect(await kept.count()).toBe(1);
  await open('Rules');
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('Quarterly');
  await page.getByRole('button', { name: 'Save rule' }).click();
  await expect.poll(() => kept.count()).toBe(0);
  await open('Working time');
  expect(await kept.count()).toBe(0);
});
