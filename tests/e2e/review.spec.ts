/** @file Looking back on a week in the real app: figures, question, and a note that outlasts a restart. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { fillWithExample } from '../../build/demo/example-folder.ts';
import { findElectron } from '../../build/electron-binary.ts';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { createNotes } from '../../electron/storage/notes.ts';
import { settled } from '../support/every-page.ts';
import { useScriptedApp } from '../support/scripted-tests.ts';
import { withDatabase } from '../support/stored-spans.ts';
import { WAYS } from '../support/ways.ts';

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

const CLOCK = pathToFileURL(join(import.meta.dirname, '../anytime/shifted-clock.ts')).href;
const ON_ELECTRON = findElectron() !== undefined;
const lacks = ON_ELECTRON ? ' (skipped: the clock of real Electron’s window cannot be set)' : '';

/** The data of an app whose clock says that it is the Monday to come at ten, with the example in the weeks before. */
async function onMonday() {
  const dir = await scripted.dataDir();
  const monday = new Date();
  monday.setDate(monday.getDate() + 7 - ((monday.getDay() + 6) % 7));
  monday.setHours(10, 0, 0, 0);
  const shiftedMs = Number(process.env['SWEETSPOT_TEST_AHEAD_MS'] ?? 0);
  const aheadMs = shiftedMs + monday.getTime() - Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: monday });
  fillWithExample(dir);
  vi.useRealTimers();
  const env = {
    SWEETSPOT_TEST_AHEAD_MS: String(Math.round(aheadMs)),
    NODE_OPTIONS: `--import=${CLOCK}`,
  };
  const start = async () => {
    const { page } = await scripted.launch(dir, { env });
    await settled(page);
    return page;
  };
  const stop = async () => {
    for (const app of scripted.running.splice(0)) await app.close();
  };
  return { start, stop };
}

describe.skipIf(ON_ELECTRON).each(WAYS)(`on Monday, by $name${lacks}`, (way) => {
  test('the way to last week’s review stays on every page and over a restart, until it was opened', async () => {
    const { start, stop } = await onMonday();
    await start();
    await stop();
    const page = await start();
    const rail = page.getByRole('navigation');
    const look = page.getByRole('button', { name: 'Look back', exact: true });
    const title = page.getByText(/^Week \d+ is done$/);
    for (const name of ['Trends', 'Report', 'Today']) {
      await way.press(rail.getByRole('button', { name, exact: true }));
      await title.waitFor();
    }
    const [week] = /\d+/.exec((await title.textContent()) ?? '') ?? [];
    await way.press(look);
    await page
      .getByRole('heading', { level: 1, name: `Review of week ${String(week)}`, exact: true })
      .waitFor();
    await way.press(rail.getByRole('button', { name: 'Today', exact: true }));
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    expect(await title.count()).toBe(0);
    await stop();
    const again = await start();
    await again.getByText(/^Your previous working day, /).waitFor();
    expect(await again.getByText(/^Week \d+ is done$/).count()).toBe(0);
  });

  test('the way to last week’s review is put away, and stays so', async () => {
    const { start, stop } = await onMonday();
    const page = await start();
    const hint = page.getByRole('alert').filter({ hasText: /Week \d+ is done/ });
    await way.press(hint.getByRole('button', { name: 'Close this message' }));
    await hint.waitFor({ state: 'detached' });
    await stop();
    const again = await start();
    await again.getByText(/^Your previous working day, /).waitFor();
    expect(await again.getByText(/^Week \d+ is done$/).count()).toBe(0);
  });
});
