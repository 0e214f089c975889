/** @file A week handed on and noted, a month looked at, the timer in the rail and an agreement with its sheet, through the built app. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fillWithExample } from '../../build/demo/example-folder.ts';
import { answerSaveDialog } from '../support/driver.ts';
import { settled } from '../support/every-page.ts';
import { useScriptedApp } from '../support/scripted-tests.ts';

const scripted = useScriptedApp();

/** The app over the example's two weeks, on a page of the rail. */
async function openExampleOn(name: string, settings: object = {}) {
  scripted.show({ app: 'Code', title: 'main.ts - project - Visual Studio Code' });
  const dir = await scripted.dataDir();
  const { monday } = fillWithExample(dir, settings);
  const app = await scripted.launch(dir);
  const { page } = app;
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  await settled(page);
  return { app, dir, monday, page };
}

/** Presses a button with the keyboard alone. */
async function pressByKey(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
}

const PNG = 'iVBORw0KGgo';

test('the picture of a week goes to the clipboard and into a file', async () => {
  const { app, dir, page } = await openExampleOn('Week');
  await page.getByRole('button', { name: 'Previous week' }).click();
  await settled(page);
  await page.getByRole('button', { name: 'Copy picture' }).click();
  await page.getByText('Copied.').waitFor();
  const copied = await app.evaluate(async ({ clipboard }) => {
    const [item] = await clipboard.read();
    const blob = await item?.getType('image/png');
    return blob ? Buffer.from(await blob.arrayBuffer()).toString('base64') : '';
  });
  expect(copied.slice(0, PNG.length)).toBe(PNG);
  const file = join(dir, 'week.png');
  await answerSaveDialog(app, file);
  await pressByKey(page, 'Save as PNG …');
  await page.getByText('Saved.').waitFor();
  expect(readFileSync(file).toString('base64')).toBe(copied);
});

test('a week with a note is marked, and found in the list of notes', async () => {
  const { page } = await openExampleOn('Week');
  await page.getByRole('button', { name: 'Previous week' }).click();
  await settled(page);
  await page.getByRole('button', { name: /^Review of week/ }).click();
  await page.getByRole('textbox').fill('The fair, and who to call back');
  await page.getByRole('textbox').blur();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'To the week' }).click();
  await page
    .getByRole('button', { name: /^Review of week/, description: 'There is a note' })
    .waitFor();
  await page.getByRole('button', { name: 'Previous week' }).click();
  await settled(page);
  await pressByKey(page, /^Review of week/);
  await page.getByText('The fair, and who to call back').waitFor();
  await pressByKey(page, /^Week \d+, /);
  await page.waitForFunction(() =>
    document.querySelector('textarea')?.value.startsWith('The fair'),
  );
});

test('months stand side by side, and a month leads to its days and weeks', async () => {
  const { monday, page } = await openExampleOn('Trends');
  await page.getByText('Months', { exact: true }).click();
  await page.getByRole('heading', { name: 'Month by month' }).waitFor();
  const month = (isoDate: string) =>
    new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      Date.parse(isoDate),
    );
  const heading = (name: string) => page.getByRole('heading', { level: 2, name, exact: true });
  const today = new Date().toISOString();
  await heading(month(today)).waitFor();
  // To the month of the example, where that is an earlier one; the example may be of last year in January.
  if (month(monday) !== month(today)) {
    if (monday.slice(0, 4) !== today.slice(0, 4)) {
      await page.getByRole('button', { name: 'Previous year' }).click();
    } else await pressByKey(page, 'Previous month');
  }
  await heading(month(monday)).waitFor();
  const day = page.getByRole('button', {
    name: new RegExp(`^Open \\w+,? .*${String(Number(monday.slice(8)))}.*min`),
  });
  await day.first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page
    .getByRole('rowheader', { name: /^Feed|^Messaging/ })
    .first()
    .waitFor();
});

test('the timer runs in the rail, and is asked there what it was', async () => {
  scripted.show({ app: 'Code', title: 'main.ts - project - Visual Studio Code' });
  const { page } = await scripted.launch(await scripted.dataDir());
  const rail = page.getByRole('region', { name: 'Measuring' });
  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await rail.getByRole('button', { name: 'Timer' }).click();
  await rail.getByRole('button', { name: /^Stop, \d+ min$/ }).waitFor();
  await page.waitForTimeout(1_500);
  await rail.getByRole('button', { name: /^Stop, / }).focus();
  await page.keyboard.press('Enter');
  await rail.getByRole('button', { name: 'What was it?' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Messaging' }).press('Enter');
  await rail.getByRole('button', { name: 'Timer' }).waitFor();
  await page.getByRole('navigation').getByRole('button', { name: 'Today' }).click();
  await page.getByRole('rowheader', { name: /^Messaging/ }).waitFor();
});

test('the sheet changes with the agreement beside it, and a change is named with its date', async () => {
  const { dir, page } = await openExampleOn('Agreement');
  const sheet = page.getByRole('article').first();
  await sheet.getByText(/15–30\smin a working day/).waitFor();
  // What other roles take as their work is not listed.
  expect(await sheet.textContent()).not.toContain('Recruiter');
  await page.getByRole('button', { name: 'New version …' }).click();
  await page.getByLabel('Block, up to').fill('45');
  await sheet.getByText(/15–45\smin a working day/).waitFor();
  await page.getByLabel('Name', { exact: true }).fill('Sam');
  await page.getByLabel('Position', { exact: true }).fill('Adviser');
  await sheet.getByText('Sam').waitFor();
  const stored = () => JSON.parse(readFileSync(join(dir, 'settings.json'), 'utf8')) as object;
  expect(stored()).not.toHaveProperty('sheet.name');
  await page.getByLabel('Keep name and position on this computer').press('Space');
  await expect.poll(stored).toMatchObject({ sheet: { name: 'Sam', job: 'Adviser' } });

  // A block that does not fit its window is said while it is typed, and is not saved.
  await page.getByRole('switch', { name: 'Fixed window' }).press('Space');
  await page.getByText('The block does not fit its fixed window.').waitFor();
  const save = page.getByRole('button', { name: 'Save', exact: true });
  expect(await save.isDisabled()).toBe(true);
  await page.getByLabel('Block, up to').fill('30');
  await page.getByText('No day that has been changes.').waitFor();
  await save.press('Enter');
  await page.getByText(/^The agreement from .* was added\.$/).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('Undone.').waitFor();
});

test('today has one line of the last working day, and Monday the way to last week', async () => {
  const { page } = await openExampleOn('Today', { reviewedWeek: null });
  await page.getByText(/^Your previous working day, .* counted \(.*\)\./).waitFor();
  await page.getByRole('button', { name: /^Open that day: \w+day / }).click();
  await page
    .getByRole('rowheader', { name: /^Networking/ })
    .first()
    .waitFor();
});
