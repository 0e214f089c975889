/** @file Each chart by mouse and by keyboard: to the minute, with its twin, and on to the week, the day and the span. */
import { rm } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillWithExample } from '../../build/demo/example-folder.ts';
import { isoWeekOf } from '../../shared/domain/calendar.ts';
import { type TestApp, launchApp, makeDataDir } from '../support/driver.ts';
import { settled } from '../support/every-page.ts';
import { tableCells } from '../support/table-cells.ts';
import { WAYS } from '../support/ways.ts';

let app: TestApp;
let dir: string;
beforeAll(async () => {
  dir = await makeDataDir();
  fillWithExample(dir);
  app = await launchApp({ dataDir: dir, locale: 'en-GB' });
  await settled(app.page);
});
afterAll(async () => {
  await app.close();
  await rm(dir, { recursive: true, force: true });
});

const plain = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ');
const card = (name: string) => app.page.getByRole('region', { name, exact: true });
const heading = () => app.page.getByRole('heading', { level: 1 }).textContent();

async function open(name: string): Promise<void> {
  await app.page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  await settled(app.page);
}

/** The last working day of the example, which has spans. */
async function openDay(): Promise<void> {
  await open('Week');
  await app.page.getByRole('button', { name: 'Previous week' }).click();
  await settled(app.page);
  await card('Minutes a day, by activity').getByRole('button', { name: 'Show as table' }).click();
  await card('Minutes a day, by activity')
    .getByRole('button', { name: /^Open Thu/u })
    .press('Enter');
  await app.page.getByRole('heading', { level: 1, name: 'Thursday' }).waitFor();
  await settled(app.page);
}

/** Rows of a card's table twin, which is unfolded for it. */
async function twinOf(title: string): Promise<string[][]> {
  await card(title).getByRole('button', { name: 'Show as table' }).click();
  const table = card(title).getByRole('table', { includeHidden: true });
  await table.waitFor({ state: 'attached' });
  const rows = (await tableCells(table)).map((row) => row.map(plain));
  await card(title).getByRole('button', { name: 'Hide table' }).click();
  await table.waitFor({ state: 'detached' });
  return rows;
}

test.each([
  ['Week', 'Previous week', 'This week'],
  ['Today', 'Previous day', 'Today'],
])(
  '%s: %s, pressed twice before the first has come, goes back by both',
  async (name, label, now) => {
    const { page } = app;
    await open(name);
    const detail = () => page.locator('header h1 + p').textContent();
    const back = page.getByRole('button', { name: label });
    const once: (string | null)[] = [];
    for (let press = 0; press < 2; press += 1) {
      await back.click();
      await settled(page);
      once.push(await detail());
    }
    expect(new Set(once).size).toBe(2);
    await page.getByRole('button', { name: now, exact: true }).last().click();
    await settled(page);
    // Nothing can come between the two.
    await back.evaluate(async (button: HTMLElement) => {
      button.click();
      await Promise.resolve();
      button.click();
    });
    await settled(page);
    expect(await detail()).toBe(once.at(-1));
    await page.getByRole('button', { name: now, exact: true }).last().click();
    await settled(page);
  },
);

test.each([
  ['Week', ['Minutes a day, by activity', 'By activity', 'Next to the weeks before']],
  ['Trends', ['Week by week', 'The year', 'When in the week', 'What it was for']],
])('every chart of %s has a sentence and a table twin', async (page, titles) => {
  await open(page);
  if (page === 'Week') {
    await app.page.getByRole('button', { name: 'Previous week' }).click();
    await settled(app.page);
  }
  for (const title of titles) {
    const described = card(title).getByRole('group').first();
    const [summary = ''] = ((await described.getAttribute('aria-describedby')) ?? '').split(' ');
    const sentence = plain(await app.page.locator(`[id="${summary}"]`).textContent());
    expect(sentence).toMatch(/^[^{}]+\.$/u);
    const [head = [], ...rows] = await twinOf(title);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
  }
});

/** Focuses a chart, as Tab does. */
async function reach(chart: Locator): Promise<void> {
  await chart.scrollIntoViewIfNeeded();
  await chart.focus();
}

test('the timeline tells each span to the minute and leads to its row, by keyboard and by mouse', async () => {
  await openDay();
  const stretches = (await twinOf('Timeline')).slice(1);
  const spans = stretches.filter(([activity]) => activity !== 'Not measured');
  const [first, second] = [stretches.indexOf(spans[0] ?? []), stretches.indexOf(spans[1] ?? [])];
  const timeline = card('Timeline').getByRole('application');
  const focused = () =>
    app.page.evaluate(() =>
      document.activeElement?.tagName === 'TR' ? document.activeElement.textContent : null,
    );

  await reach(timeline);
  for (let step = 0; step <= second; step += 1) await app.page.keyboard.press('ArrowRight');
  const [activity = '', time = '', length = ''] = spans[1] ?? [];
  const readout = timeline.locator('[aria-live]');
  expect(plain(await readout.textContent())).toBe(`${time}${activity}${length}`);
  await app.page.keyboard.press('Enter');
  await expect.poll(async () => plain(await focused())).toContain(`${time}${activity}`);
  expect(
    await app.page.evaluate(() => {
      const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
      return top >= 0 && bottom <= innerHeight;
    }),
  ).toBe(true);

  // The first span of the day is the last of its list, which is longer than what is shown of it.
  await reach(timeline);
  await app.page.keyboard.press('Home');
  for (let step = 0; step < first; step += 1) await app.page.keyboard.press('ArrowRight');
  const [firstActivity = '', firstTime = ''] = spans[0] ?? [];
  await app.page.keyboard.press('Enter');
  await expect.poll(async () => plain(await focused())).toContain(`${firstTime}${firstActivity}`);

  await timeline.scrollIntoViewIfNeeded();
  const bars = timeline.locator('rect[fill^="var(--activity"]');
  const box = await bars.nth(1).boundingBox();
  await app.page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 2);
  await expect
    .poll(async () => plain(await readout.textContent()))
    .toBe(`${time}${activity}${length}`);
  await app.page.mouse.down();
  await app.page.mouse.up();
  await expect.poll(async () => plain(await focused())).toContain(`${time}${activity}`);
});

test.each(['Week by week', 'What it was for'])(
  'the bars of “%s” tell their week to the minute and open it by Enter',
  async (title) => {
    await open('Trends');
    const [, ...rows] = await twinOf(title);
    const chart = card(title).getByRole('application');
    await reach(chart);
    await app.page.keyboard.press('End');
    const steps = rows.map(() => 'ArrowRight');
    for (const key of steps) await app.page.keyboard.press(key);
    await app.page.keyboard.press('ArrowLeft');
    const [week = ''] = rows.at(-2) ?? [];
    const told = () => card(title).locator('.recharts-tooltip-wrapper').textContent();
    await expect.poll(async () => plain(await told())).toContain(`Week ${week.slice(1)},`);
    const [, counted, ...parts] = rows.at(-2) ?? [];
    const total = title === 'Week by week' ? counted : parts.at(-1);
    expect(plain(await told())).toContain(total);
    await app.page.keyboard.press('Enter');
    await expect.poll(heading).toBe(`Week ${week.slice(1)}`);
  },
);

test('a day of the year opens its week, and a bar of the week its day, by keyboard alone', async () => {
  await open('Trends');
  const year = card('The year').getByRole('application');
  await reach(year);
  await app.page.keyboard.press('ArrowRight');
  const told = plain(await card('The year').locator('[aria-live]').textContent());
  expect(told).toMatch(/1 January/u);
  await app.page.keyboard.press('Enter');
  const [, week] = isoWeekOf(`${String(new Date().getFullYear())}-01-01`).split('-W');
  await expect.poll(heading).toBe(`Week ${String(Number(week))}`);

  await open('Trends');
  await open('Week');
  await settled(app.page);
  const bars = card('Minutes a day, by activity').getByRole('application');
  await reach(bars);
  await app.page.keyboard.press('ArrowRight');
  await app.page.keyboard.press('ArrowLeft');
  await app.page.keyboard.press('Enter');
  await expect.poll(heading).not.toMatch(/^Week/u);
});

test.each(WAYS)(
  'by $name: a bar tells how much of its day was measured, and the rows of the day add up to its dial',
  async (way) => {
    const title = 'Minutes a day, by activity';
    await open('Week');
    await open('Week');
    const present = await heading();
    await way.press(app.page.getByRole('button', { name: 'Previous week' }));
    await expect.poll(heading).not.toBe(present);
    const [head = [], ...rows] = await twinOf(title);
    const thursday = rows.find(([day]) => day?.startsWith('Thu')) ?? [];
    const measured = thursday[head.indexOf('Measured')] ?? '';
    expect(measured).toMatch(/^9\d%$/u);
    const chart = card(title).getByRole('application');
    await way.point(chart, 'Thu');
    const told = card(title).locator('.recharts-tooltip-wrapper');
    expect(plain(await told.textContent())).toContain(`Measured${measured}`);
    await way.point(chart, 'Thu', true);
    await app.page.getByRole('heading', { level: 1, name: 'Thursday' }).waitFor();
    await settled(app.page);
    const list = card('On LinkedIn');
    const sum = plain(await list.getByRole('row', { name: /^In all/ }).textContent());
    const [, counted, outside] =
      /(\d+) min counted, (\d+) min outside working time$/u.exec(sum) ?? [];
    expect(plain(await card('Block').textContent())).toContain(`${String(counted)}of`);
    const lengths = (await tableCells(list.getByRole('table'))).slice(1, -1).map((cells) => ({
      isOutside: cells.join(' ').includes('outside working time'),
      minutes: Number.parseInt(plain(cells[3] ?? ''), 10),
    }));
    const total = (isOutside: boolean) =>
      lengths
        .filter((one) => one.isOutside === isOutside)
        .reduce((all, one) => all + one.minutes, 0);
    expect([String(total(false)), String(total(true))]).toEqual([counted, outside]);
  },
);
