/** @file The commonest jobs in as few clicks as they may take: more of them fail here. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { fillWithExample } from '../../build/demo/example-folder.ts';
import { type TestApp, answerSaveDialog, launchApp, makeDataDir } from '../support/driver.ts';
import { settled } from '../support/every-page.ts';

let app: TestApp;

beforeAll(async () => {
  const dataDir = await makeDataDir();
  fillWithExample(dataDir);
  app = await launchApp({ dataDir });
  await settled(app.page);
  return async () => {
    await app.close();
    rmSync(dataDir, { recursive: true });
  };
});

/** Clicks one after the other what has these names, whatever its role, and tells how many clicks that were. */
async function clicks(...names: readonly (string | RegExp)[]): Promise<number> {
  const { page } = app;
  for (const name of names) {
    const exact = typeof name === 'string' ? { name, exact: true } : { name };
    await page
      .getByRole('button', exact)
      .or(page.getByRole('menuitem', exact))
      .or(page.getByRole('option', exact))
      .or(page.getByRole('combobox', exact))
      .or(page.getByRole('radio', exact).locator('xpath=following-sibling::label'))
      .first()
      .click();
    await settled(page);
  }
  return names.length;
}

test('a pause takes 2', async () => {
  // The example is paused.
  await clicks('Resume');
  expect(await clicks('Pause', '15 minutes')).toBe(2);
  await app.page.getByRole('button', { name: 'Resume' }).click();
});

test('the timer by hand takes 1, wherever one is', async () => {
  const { page } = app;
  await clicks('Settings');
  expect(await clicks('Timer')).toBe(1);
  const stop = page.getByRole('button', { name: /^Stop, / });
  await stop.waitFor();
  await stop.click();
});

test('saying that a span was something else takes 2', async () => {
  const { page } = app;
  await clicks('Today');
  while ((await page.getByRole('button', { name: /^Correct / }).count()) === 0) {
    await clicks('Previous day');
  }
  expect(await clicks(/^Correct Networking/, 'Learning')).toBe(2);
  await page.getByRole('button', { name: 'Undo: Networking is now Learning.' }).waitFor();
});

test('last week as CSV takes 2', async () => {
  const dir = await makeDataDir();
  onTestFinished(() => {
    rmSync(dir, { recursive: true });
  });
  const file = join(dir, 'last-week.csv');
  await answerSaveDialog(app, file);
  expect(await clicks('Report', /^Save …/)).toBe(2);
  await expect.poll(() => existsSync(file)).toBe(true);
});

test('a day off takes 2, where it is today', async () => {
  expect(await clicks('Working time', 'Add')).toBe(2);
  await app.page.getByRole('button', { name: /^Undo: Day off/ }).waitFor();
});

test('the holidays of a country take 3', async () => {
  expect(await clicks('Working time', 'Country', 'Netherlands')).toBe(3);
  const isOn = app.page.getByRole('switch', { name: /King/ });
  await isOn.waitFor({ state: 'attached' });
  expect(await isOn.isChecked()).toBe(true);
});

test('the holidays of the system’s own country take 2', async () => {
  await app.page.evaluate(() => window.api.setSettings({ holidays: null }));
  expect(await clicks('Working time', 'Choose United States')).toBe(2);
  await app.page.getByRole('switch', { name: /Independence/ }).waitFor({ state: 'attached' });
});

test('another language takes 2', async () => {
  expect(await clicks('Settings', 'Nederlands')).toBe(2);
  await app.page.getByRole('heading', { level: 1, name: 'Instellingen' }).waitFor();
});
