/** @file Time that is put right by hand, by keyboard and with the mouse, through the built app. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { SpanRow } from '../../shared/domain/report.ts';
import { runCli } from '../support/cli.ts';
import { useScriptedApp } from '../support/scripted-tests.ts';

const scripted = useScriptedApp();

/** Spans as the command line reports them: from when on the wall until when, with `*` where by hand. */
async function reported(dir: string): Promise<string[]> {
  const day = (offset: number) =>
    new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const args = ['report', '--data', dir, '--from', day(-3), '--to', day(1), '--by', 'span'];
  const { stdout } = await runCli(args, { env: { TZ: process.env['TZ'] ?? 'UTC' } });
  const rows = JSON.parse(stdout) as SpanRow[];
  return rows.map(({ activity, start, end, manual }) => {
    return `${activity}${manual ? '*' : ''} ${start.slice(11, 19)} ${end.slice(11, 19)}`;
  });
}

/** Types times into the dialog that is open, and saves with Enter. */
async function type(page: Page, from: string, until: string): Promise<void> {
  await page.getByLabel('From').fill(from);
  await page.getByLabel('Until').fill(until);
  await page.getByLabel('Until').press('Enter');
}

async function openYesterday() {
  scripted.show({ app: 'Code', title: 'main.ts - project - Visual Studio Code' });
  const dir = await scripted.dataDir();
  const { page } = await scripted.launch(dir);
  await page.getByRole('button', { name: 'Previous day' }).click();
  const add = page.getByRole('button', { name: 'Add time' });
  await add.waitFor();
  return { dir, page, add };
}

test('time that was not measured is added by keyboard, marked, and replaces nothing unsaid', async () => {
  const { dir, page, add } = await openYesterday();
  await add.focus();
  await page.keyboard.press('Enter');
  await type(page, '12:10', '12:25');
  await page
    .getByRole('rowheader', { name: /^Networking/ })
    .getByText('entered by hand')
    .waitFor();
  expect(await reported(dir)).toEqual(['networking* 12:10:00 12:25:00']);

  await add.focus();
  await page.keyboard.press('Enter');
  await type(page, '12:20', '12:30');
  await page.getByText('This takes the place of:').waitFor();
  await page.getByText(/Networking, 12:20.+12:25/).waitFor();
  expect(await reported(dir)).toEqual(['networking* 12:10:00 12:25:00']);
  await page.getByRole('button', { name: 'Replace' }).press('Enter');
  await page.getByRole('cell', { name: /12:10.+12:30/ }).waitFor();
  expect(await reported(dir)).toEqual(['networking* 12:10:00 12:30:00']);

  await page.keyboard.press('Control+z');
  await page.getByRole('cell', { name: /12:10.+12:25/ }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('rowheader', { name: /^Networking/ }).waitFor({ state: 'detached' });
  expect(await reported(dir)).toEqual([]);
});

test('with the mouse a span gets other times, and is split', async () => {
  const { dir, page, add } = await openYesterday();
  await add.click();
  await type(page, '12:10', '12:25');
  const menu = page.getByRole('button', { name: /^Correct Networking/ });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Change times' }).click();
  await page.getByLabel('Until').fill('12:05');
  await page.getByText('The end has to come after the start.').waitFor();
  await page.getByLabel('Until').fill('12:40');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('cell', { name: /12:10.+12:40/ }).waitFor();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Change times' }).click();
  await page.getByLabel('Split at').fill('12:30');
  await page.getByRole('button', { name: 'Split' }).click();
  await page.getByRole('cell', { name: /12:30.+12:40/ }).waitFor();
  expect(await reported(dir)).toEqual([
    'networking* 12:10:00 12:30:00',
    'networking* 12:30:00 12:40:00',
  ]);
});
