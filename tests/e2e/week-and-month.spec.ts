/** @file A week handed on and noted, a month looked at, the timer in the rail and an agreement with its sheet, by mouse and by keyboard alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillWithExample } from '../../build/demo/example-folder.ts';
import { answerSaveDialog } from '../support/driver.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import { localZone } from '../../shared/local-zone.ts';
import { useDayThatStays } from '../support/day-that-stays.ts';
import { settled } from '../support/every-page.ts';
import { useScriptedApp } from '../support/scripted-tests.ts';
import { WAYS } from '../support/ways.ts';

useDayThatStays();
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

const PNG = 'iVBORw0KGgo';

describe.each(WAYS)('by $name', (way) => {
  test('the picture of a week goes to the clipboard and into a file', async () => {
    const { app, dir, page } = await openExampleOn('Week');
    const press = (name: string) => way.press(page.getByRole('button', { name }));
    await press('Previous week');
    await settled(page);
    await press('Copy picture');
    await page.getByText('Copied.').waitFor();
    const copied = await app.evaluate(async ({ clipboard }) => {
      const [item] = await clipboard.read();
      const blob = await item?.getType('image/png');
      return blob ? Buffer.from(await blob.arrayBuffer()).toString('base64') : '';
    });
    expect(copied.slice(0, PNG.length)).toBe(PNG);
    const file = join(dir, 'week.png');
    await answerSaveDialog(app, file);
    await press('Save as PNG …');
    await page.getByText('Saved.').waitFor();
    expect(readFileSync(file).toString('base64')).toBe(copied);
  });

  test('a week with a note is marked, and found in the list of notes', async () => {
    const { page } = await openExampleOn('Week');
    const press = (name: string | RegExp) => way.press(page.getByRole('button', { name }));
    await press('Previous week');
    await settled(page);
    await press(/^Review of week/);
    await way.fill(page.getByRole('textbox'), 'The fair, and who to call back');
    await way.press(page.getByRole('button', { name: 'To the week' }));
    await page
      .getByRole('button', { name: /^Review of week/, description: 'There is a note' })
      .waitFor();
    await press('Previous week');
    await settled(page);
    await press(/^Review of week/);
    await page.getByText('The fair, and who to call back').waitFor();
    await press(/^Week \d+, /);
    await page.waitForFunction(() =>
      document.querySelector('textarea')?.value.startsWith('The fair'),
    );
  });

  test('months stand side by side, and a month leads to its days and weeks', async () => {
    const { monday, page } = await openExampleOn('Trends');
    await way.press(page.getByRole('radio', { name: 'Months', exact: true }));
    await page.getByRole('heading', { name: 'Month by month' }).waitFor();
    const month = (isoDate: string) =>
      new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        Date.parse(isoDate),
      );
    const heading = (name: string) => page.getByRole('heading', { level: 2, name, exact: true });
    const today = isoDateAt(localZone(), Date.now());
    await heading(month(today)).waitFor();
    // To the month of the example, where that is an earlier one; the example may be of last year in January.
    if (month(monday) !== month(today)) {
      const isOfLastYear = monday.slice(0, 4) !== today.slice(0, 4);
      const name = isOfLastYear ? 'Previous year' : 'Previous month';
      await way.press(page.getByRole('button', { name }));
    }
    await heading(month(monday)).waitFor();
    // A row of the table leads to its month.
    const card = page.getByRole('region', { name: 'Month by month' });
    await way.press(card.getByRole('button', { name: 'Show as table' }));
    await way.press(card.getByRole('button', { name: `Open ${month(monday)}` }));
    await page.waitForFunction(() => document.activeElement?.id === 'month');
    const day = page.getByRole('button', {
      name: new RegExp(`^Open \\w+,? .*${String(Number(monday.slice(8)))}.*min`),
    });
    await way.press(day.first());
    await page
      .getByRole('rowheader', { name: /^Feed|^Messaging/ })
      .first()
      .waitFor();
  });

  test('the timer runs in the rail, and is asked there what it was', async () => {
    scripted.show({ app: 'Code', title: 'main.ts - project - Visual Studio Code' });
    const { page } = await scripted.launch(await scripted.dataDir());
    const rail = page.getByRole('region', { name: 'Measuring' });
    const open = (name: string) =>
      way.press(page.getByRole('navigation').getByRole('button', { name, exact: true }));
    await open('Settings');
    await way.press(rail.getByRole('button', { name: 'Timer' }));
    await rail.getByRole('button', { name: /^Stop, \d+ min$/ }).waitFor();
    await page.waitForTimeout(1_500);
    await way.press(rail.getByRole('button', { name: /^Stop, / }));
    await way.press(rail.getByRole('button', { name: 'What was it?' }));
    await way.press(page.getByRole('menuitem', { name: 'Messaging' }));
    await rail.getByRole('button', { name: 'Timer' }).waitFor();
    await open('Today');
    await page.getByRole('rowheader', { name: /^Messaging/ }).waitFor();
  });

  test('the sheet changes with the agreement beside it, and a change is named with its date', async () => {
    const { dir, page } = await openExampleOn('Agreement');
    const press = (name: string) => way.press(page.getByRole('button', { name, exact: true }));
    const sheet = page.getByRole('article').first();
    await sheet.getByText(/15–30\smin a working day/).waitFor();
    // What other roles take as their work is not listed.
    expect(await sheet.textContent()).not.toContain('Recruiter');
    await press('New version …');
    await way.fill(page.getByLabel('Block, up to'), '45');
    await sheet.getByText(/15–45\smin a working day/).waitFor();
    await way.fill(page.getByLabel('Look at it again on'), '2099-05-04');
    await sheet.getByText(/May 4, 2099|4 May 2099/).waitFor();
    await way.fill(page.getByLabel('Name', { exact: true }), 'Sam');
    await way.fill(page.getByLabel('Position', { exact: true }), 'Adviser');
    await way.fill(page.getByLabel('Date', { exact: true }), '2099-01-02');
    await sheet.getByText('Sam').waitFor();
    await sheet.getByText(/January 2, 2099|2 January 2099/).waitFor();
    const stored = () => JSON.parse(readFileSync(join(dir, 'settings.json'), 'utf8')) as object;
    expect(stored()).not.toHaveProperty('sheet.name');
    await way.press(page.getByRole('checkbox', { name: 'Keep name and position' }));
    await expect.poll(stored).toMatchObject({ sheet: { name: 'Sam', job: 'Adviser' } });

    // A block that does not fit its window is said while it is typed, and is not saved.
    await way.press(page.getByRole('switch', { name: 'Fixed window' }));
    await page.getByText('The block does not fit its fixed window.').waitFor();
    const save = page.getByRole('button', { name: 'Save', exact: true });
    expect(await save.isDisabled()).toBe(true);
    await way.fill(page.getByLabel('Block, up to'), '30');
    await page.getByText('No day that has been changes.').waitFor();
    await way.press(save);
    const added = page.getByText(/^The agreement from .* was added\.$/);
    await added.waitFor();
    await way.press(page.getByRole('button', { name: /^Undo: The agreement from/ }));
    await page.getByText('Undone.').waitFor();
    await added.waitFor({ state: 'detached' });
  });

  test('today has one line of the last working day, and Monday the way to last week', async () => {
    const { page } = await openExampleOn('Today', { reviewedWeek: null });
    await page.getByText(/^Your previous working day, .* counted \(.*\)\./).waitFor();
    await way.press(page.getByRole('button', { name: /^Open that day: \w+day / }));
    await page
      .getByRole('rowheader', { name: /^Networking/ })
      .first()
      .waitFor();
  });
});
