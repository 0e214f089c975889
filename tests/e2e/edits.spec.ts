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

test('on the timeline an end is dragged, and time where there was none', async () => {
  const { dir, page, add } = await openYesterday();
  // Room for the timeline above what is said of a change.
  await page.setViewportSize({ width: 1200, height: 1100 });
  await add.click();
  await type(page, '12:10', '12:40');
  await page.getByRole('cell', { name: /12:10.+12:40/ }).waitFor();
  const timeline = page.getByRole('application', { name: 'Timeline' });
  const bar = timeline.locator('rect[fill*="networking"]');
  const boxOf = async (which = bar) => {
    // A dialog that closes gives the focus back, and the page follows it.
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await timeline.scrollIntoViewIfNeeded();
    const box = await which.boundingBox();
    if (!box) throw new Error('There is no bar');
    return { ...box, y: box.y + box.height / 2 };
  };
  const drag = async (from: { x: number; y: number }, toX: number) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(toX, from.y, { steps: 4 });
    await page.mouse.up();
  };
  const before = await boxOf();
  await drag({ x: before.x + before.width, y: before.y }, before.x + before.width * 2);
  await page.getByRole('cell', { name: /12:10.+\b(?:13|1):\d\d/ }).waitFor();
  const [longer = ''] = await reported(dir);
  expect(longer).toMatch(/^networking\* 12:10:00 13:\d\d:00$/);

  // Beside it there is nothing: what was there is asked for, and the times are filled in.
  const wider = await boxOf();
  await drag({ x: wider.x + wider.width + 20, y: wider.y }, wider.x + wider.width + 50);
  const dialog = page.getByRole('dialog', { name: 'Time that was not measured' });
  await dialog.waitFor();
  const filled = [
    await dialog.getByLabel('From').inputValue(),
    await dialog.getByLabel('Until').inputValue(),
  ];
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page
    .getByRole('rowheader', { name: /^Networking/ })
    .nth(1)
    .waitFor();
  expect((await reported(dir)).at(-1)).toBe(
    `networking* ${filled.map((time) => (time.length === 5 ? `${time}:00` : time)).join(' ')}`,
  );

  // What it would take the place of is said first.
  const box = await boxOf(bar.first());
  await drag({ x: box.x + box.width, y: box.y }, box.x + box.width + 35);
  await page.getByText('This takes the place of:').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  expect((await reported(dir))[0]).toBe(longer);
});
