/** @file Looking back on a week in the real app: figures, question, and a note that outlasts a restart. */
import { expect, test } from 'vitest';
import { fillWithExample } from '../../build/demo/example-folder.ts';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { createNotes } from '../../electron/storage/notes.ts';
import { useScriptedApp } from '../support/scripted-tests.ts';
import { withDatabase } from '../support/stored-spans.ts';

const scripted = useScriptedApp();

const NOTE = 'Answer the two recruiters of the fair\nand leave the feed to Thursday';

test('a week is looked back on from its page, and the note is there the next time', async () => {
  const dir = await scripted.dataDir();
  fillWithExample(dir);
  const review = async () => {
    const { page } = await scripted.launch(dir);
    await page.getByRole('button', { name: 'Week', exact: true }).click();
    await page.getByRole('button', { name: 'Previous week' }).click();
    await page.getByRole('button', { name: /^Review of week \d/ }).click();
    await page.getByRole('heading', { level: 1, name: /^Review of week \d+$/ }).waitFor();
    return page;
  };
  const page = await review();
  expect(await page.getByRole('region', { name: 'Three facts' }).locator('dt').count()).toBe(3);
  const note = page.getByRole('textbox', { name: /^Note on week/ });
  await note.fill(NOTE);
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();
  // What is typed right before the page is left is saved too.
  await note.fill(`${NOTE}.`);
  await page.getByRole('button', { name: 'To the week' }).click();
  await page.getByRole('heading', { level: 1, name: /^Week \d+$/ }).waitFor();
  await Promise.all(scripted.running.map((app) => app.close()));
  scripted.running.length = 0;
  withDatabase(dataFolder(dir), (database) => {
    expect(
      createNotes(database)
        .all()
        .map(({ text }) => text),
    ).toEqual([`${NOTE}.`]);
  });
  const again = await review();
  const shown = again.getByRole('textbox', { name: /^Note on week/ });
  await shown.waitFor();
  expect(await shown.inputValue()).toBe(`${NOTE}.`);
});

test('what was typed right before the window closes is saved', async () => {
  const dir = await scripted.dataDir();
  fillWithExample(dir);
  const app = await scripted.launch(dir);
  await app.page.getByRole('button', { name: 'Week', exact: true }).click();
  await app.page.getByRole('button', { name: /^Review of week \d/ }).click();
  await app.page.getByRole('textbox', { name: /^Note on week/ }).fill(NOTE);
  // As a window closes that the user closes: with its last events.
  await app.page.close({ runBeforeUnload: true });
  const notes = () =>
    withDatabase(dataFolder(dir), (database) =>
      createNotes(database)
        .all()
        .map(({ text }) => text),
    );
  await expect.poll(notes).toEqual([NOTE]);
});
