/** @file The first minute, in a real browser: what is asked is kept, and all of it can be skipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useScriptedApp } from '../support/scripted-tests.ts';
import { WAYS } from '../support/ways.ts';

const scripted = useScriptedApp();
const { running } = scripted;

async function firstStart() {
  const dataDir = await scripted.dataDir();
  const start = () => scripted.launch(dataDir, { welcome: true });
  const settings = () =>
    JSON.parse(readFileSync(join(dataDir, 'settings.json'), 'utf8')) as Record<string, unknown>;
  return { start, settings };
}

test('a first start tells what can be seen, keeps the answers, and does not come again', async () => {
  scripted.show({ app: 'Code', title: 'main.ts - project - Visual Studio Code' });
  const { start, settings } = await firstStart();
  const app = await start();
  const { page } = app;
  await page.getByRole('heading', { level: 1, name: 'Your time on LinkedIn, for you' }).waitFor();
  await page.getByText('It works here. The window in front is not LinkedIn now.').waitFor();
  scripted.show({ app: 'Google Chrome', title: 'Feed | LinkedIn - Google Chrome' });
  await page.getByText('It works here. The window in front is LinkedIn now.').waitFor();

  await page.getByText('Nederlands', { exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Jouw tijd op LinkedIn, voor jou' }).waitFor();
  await page.getByText('English', { exact: true }).click();
  await page.getByRole('button', { name: 'Fri', exact: true }).click();
  await page.getByLabel('Break to', { exact: true }).fill('12:00');
  const save = page.getByRole('button', { name: 'Save and start' });
  await page.getByText('The break has to end after it begins.').waitFor();
  expect(await save.isDisabled()).toBe(true);
  const marked = page.locator('[aria-invalid="true"]');
  expect(await marked.evaluateAll((all) => all.map((one) => one.id))).toEqual([
    await page.getByLabel('Break to', { exact: true }).getAttribute('id'),
  ]);
  await page.getByLabel('Break to', { exact: true }).fill('13:15');
  await page.getByLabel('up to', { exact: true }).fill('40');
  await save.click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  const kept = settings();
  expect(kept).toMatchObject({
    welcomed: true,
    language: 'en',
    agreements: [{ minMinutes: 15, maxMinutes: 40 }],
    schedules: [
      {
        weeks: [
          {
            thursday: [
              { from: '09:00', to: '12:30' },
              { from: '13:15', to: '17:30' },
            ],
            friday: [],
          },
        ],
      },
    ],
  });

  await app.close();
  running.length = 0;
  const again = await start();
  await again.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  // It can be opened again.
  await again.page.getByRole('button', { name: 'Settings', exact: true }).click();
  await again.page.getByRole('button', { name: 'Open the first page again' }).click();
  await again.page.getByRole('button', { name: 'Skip' }).click();
  await again.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  expect(settings()).toEqual(kept);
});

test('all of it can be skipped', async () => {
  const { start, settings } = await firstStart();
  const app = await start();
  await app.page.getByRole('button', { name: 'Skip' }).click();
  await app.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await expect.poll(settings).toEqual({ welcomed: true });
});

test.each(WAYS)(
  'an example of the demo’s weeks is one press away and gone with one, by $name',
  async (way) => {
    scripted.show({ app: 'Code', title: 'main.ts - project - Visual Studio Code' });
    const { start, settings } = await firstStart();
    const { page } = await start();
    await page.setViewportSize({ width: 1120, height: 780 });
    const save = page.getByRole('button', { name: 'Save and start' });
    await save.waitFor();
    // In sight without scrolling.
    expect(
      await save.evaluate((button) => button.getBoundingClientRect().bottom <= innerHeight),
    ).toBe(true);
    await page.getByLabel('up to', { exact: true }).fill('40');
    const example = page.getByRole('complementary', { name: 'This is an example' });
    const press = (name: string) =>
      way.press(page.getByRole('button', { name, exact: true }).first());
    await press('See an example');
    await example.waitFor();
    await page.getByText(/counted on 5 measured working days/).waitFor();
    for (const name of ['Today', 'Trends', 'Week']) {
      await press(name);
      await example.waitFor();
    }
    // Nothing can be saved or changed there.
    expect(await page.getByRole('button', { name: 'Save as CSV …' }).count()).toBe(0);
    await press('Today');
    await page.getByRole('rowheader', { name: /^Messaging/ }).waitFor();
    expect(await page.getByRole('button', { name: /^Correct/ }).count()).toBe(0);
    await press('Close the example');
    await example.waitFor({ state: 'detached' });
    await save.waitFor();
    // What was typed before is still there.
    expect(await page.getByLabel('up to', { exact: true }).inputValue()).toBe('40');
    // Nothing was written until now.
    expect(settings).toThrow('ENOENT');
    await press('Save and start');
    await press('Week');
    await page.getByRole('heading', { level: 1, name: /^Week/ }).waitFor();
    expect(await page.getByText('This is an example').count()).toBe(0);
  },
);
