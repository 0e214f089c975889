/** @file Dated versions of the agreement: what each change says it will do is what the report then has. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillWithExample } from '../../build/demo/example-folder.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { runCli } from '../support/cli.ts';
import { type TestApp, answerSaveDialog, launchApp, makeDataDir } from '../support/driver.ts';
import { settled } from '../support/every-page.ts';
import { readCalendar } from '../support/read-calendar.ts';

let app: TestApp;
let dir: string;
let monday: string;

beforeAll(async () => {
  dir = await makeDataDir();
  ({ monday } = fillWithExample(dir));
  app = await launchApp({ dataDir: dir });
  await app.page.getByRole('navigation').getByRole('button', { name: 'Agreement' }).click();
  await settled(app.page);
});
afterAll(async () => {
  await app.close();
  rmSync(dir, { recursive: true });
});

/** The place of each day of the two weeks, and the least minutes that were agreed on it, as the report has them. */
async function reported(): Promise<(readonly [string | null, number | undefined])[]> {
  const range = ['--from', addDays(monday, -7), '--to', addDays(monday, 6)];
  const { stdout, stderr } = await runCli(['report', '--data', dir, ...range, '--by', 'day'], {
    env: { TZ: process.env['TZ'] ?? 'UTC' },
  });
  expect(stderr).toBe('');
  const days = JSON.parse(stdout) as {
    place: string | null;
    agreement: { minMinutes: number } | null;
  }[];
  return days.map(({ place, agreement }) => [place, agreement?.minMinutes] as const);
}

const button = (name: string) => app.page.getByRole('button', { name, exact: true });
/** What the change that is being made says of days that have been. */
const effect = (text: string) => app.page.getByRole('status').filter({ hasText: text });

/** Takes the latest change back. */
async function undo(): Promise<void> {
  await app.page.getByRole('button', { name: /^Undo/ }).first().click();
}

test('a correction says which days change place before it is saved, and can be taken back', async () => {
  const { page } = app;
  const before = await reported();
  await button('Correct …').first().click();
  const least = page.getByRole('textbox', { name: 'Block, from' });
  await least.fill('18');
  await effect('from “Sweet spot” to “Room”').waitFor();
  expect(await reported()).toEqual(before);
  const text = (await effect('working days').textContent()) ?? '';
  await button('Save').click();
  await least.waitFor({ state: 'detached' });

  const after = await reported();
  const changed = after.filter(([place], index) => place !== before[index]?.[0]);
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.every(([place]) => place === 'room')).toBe(true);
  expect(text).toContain(`${String(changed.length)} days from “Sweet spot” to “Room”`);
  await undo();
  await expect.poll(reported).toEqual(before);
});

test('a new version leaves the days before it alone; it is ended and deleted again', async () => {
  const { page } = app;
  const before = await reported();
  const versions = page.getByRole('listitem').filter({ has: button('Correct …') });
  await expect.poll(() => versions.count()).toBe(1);
  await button('New version …').click();
  await page.getByRole('textbox', { name: 'Block, up to' }).fill('45');
  await page.getByRole('textbox', { name: 'Agreed with' }).fill('My team lead');
  await effect('No day that has been changes.').waitFor();
  await button('Save').click();
  await page.getByText('My team lead').first().waitFor();
  await expect.poll(() => versions.count()).toBe(2);
  expect(await reported()).toEqual(before);

  await button('End …').first().click();
  await effect('No day that has been changes.').waitFor();
  await button('End it').click();
  await versions.first().getByText(/until/).waitFor();

  await button('Delete …').first().click();
  await effect('No day that has been changes.').waitFor();
  await button('Delete it').click();
  await expect.poll(() => versions.count()).toBe(1);
  expect(await reported()).toEqual(before);
});

test('deleting the only version says that its days lose their place', async () => {
  const before = await reported();
  await button('Delete …').click();
  await effect('to no place').waitFor();
  await button('Delete it').click();
  await app.page.getByText('There is no agreement today.').waitFor();
  expect((await reported()).every(([place]) => place === null)).toBe(true);
  await undo();
  await expect.poll(reported).toEqual(before);
});

test('a block whose ends are the wrong way round is not saved', async () => {
  await button('Correct …').click();
  await app.page.getByRole('textbox', { name: 'Block, from' }).fill('60');
  await app.page.getByRole('alert').getByText('is above the second').waitFor();
  expect(await button('Save').isDisabled()).toBe(true);
  await button('Cancel').click();
});

test('the block is saved as a calendar file, with the time and title that were chosen', async () => {
  const { page } = app;
  const file = join(dir, 'network.ics');
  await answerSaveDialog(app, file);
  const card = page.getByRole('region', { name: 'In your calendar' });
  const told =
    (await card.getByRole('status').filter({ hasText: 'times, from' }).textContent()) ?? '';
  await card.getByRole('combobox', { name: 'Time' }).click();
  await page.getByRole('option', { name: 'A time of your own' }).click();
  const time = card.getByRole('textbox', { name: 'Start of the block' });
  await time.fill('03:00');
  await time.press('Enter');
  await card.getByRole('alert').filter({ hasText: 'You work at that time on no day' }).waitFor();
  expect(await button('Save the calendar file …').isDisabled()).toBe(true);
  await time.fill('13:30');
  await time.press('Enter');
  await card.getByRole('status').filter({ hasText: told }).waitFor();
  await card.getByRole('textbox', { name: 'Title' }).fill('Coffee, and people');
  await button('Save the calendar file …').click();
  await card.getByText('Saved. Open the file with your calendar.').waitFor();
  const entries = readCalendar(readFileSync(file, 'utf8'));
  expect(told).toContain(`${String(entries.length)} times`);
  expect(new Set(entries.map(({ title }) => title))).toEqual(new Set(['Coffee, and people']));
  expect(new Set(entries.map(({ startMs, endMs }) => endMs - startMs))).toEqual(
    new Set([30 * 60_000]),
  );
});
