/** @file Getting about in the window: where a page begins, and what is kept of what was typed. */
import { afterEach, describe, expect, test } from 'vitest';
import { fillWithExample } from '../../build/demo/example-folder.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import { localZone } from '../../shared/local-zone.ts';
import { violationsOf } from '../support/axe.ts';
import { contrast } from '../support/colour.ts';
import { type TestApp, launchApp, makeDataDir } from '../support/driver.ts';
import { settled } from '../support/every-page.ts';
import { WAYS } from '../support/ways.ts';
import { rm } from 'node:fs/promises';

const running: { app: TestApp; dir: string }[] = [];
afterEach(async () => {
  for (const { app, dir } of running.splice(0)) {
    await app.close();
    await rm(dir, { recursive: true, force: true });
  }
});

/** @param example whether there are weeks to look at. */
async function start({
  example = false,
  ...options
}: { readonly welcome?: boolean; readonly example?: boolean } = {}): Promise<TestApp> {
  const dir = await makeDataDir();
  if (example) fillWithExample(dir);
  const app = await launchApp({ dataDir: dir, ...options });
  running.push({ app, dir });
  await settled(app.page);
  return app;
}

/** How far down the page is, and what has the focus. */
async function standing({ page }: TestApp) {
  return await page.evaluate(() => ({
    scrollY,
    focus: `${String(document.activeElement?.tagName)} ${String(document.activeElement?.textContent)}`,
  }));
}

test('a page begins at its top with the focus on its heading, the one after the first page too', async () => {
  const app = await start({ welcome: true });
  const { page } = app;
  await page.setViewportSize({ width: 1120, height: 780 });
  const save = page.getByRole('button', { name: 'Save and start' });
  await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight);
  });
  expect((await standing(app)).scrollY).toBeGreaterThan(0);
  await save.click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await expect.poll(() => standing(app)).toEqual({ scrollY: 0, focus: 'H1 Today' });

  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await expect.poll(() => standing(app)).toEqual({ scrollY: 0, focus: 'H1 Settings' });
  await page.getByRole('button', { name: 'Open the first page again' }).click();
  await expect
    .poll(() => standing(app))
    .toEqual({ scrollY: 0, focus: 'H1 Your time on LinkedIn, for you' });
});

test('what was typed is kept until it is saved or cancelled, and the page says so', async () => {
  const app = await start();
  const { page } = app;
  const open = async (name: string) => {
    await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
    await settled(page);
  };
  const kept = page.getByText(/^Not saved yet\./);
  await open('Working time');
  await page.getByLabel('Monday, from', { exact: true }).first().fill('07:45');
  await page.getByLabel('First day', { exact: true }).fill('2030-05-06');
  await open('Agreement');
  await page.getByRole('button', { name: 'New version …' }).click();
  await page.getByRole('textbox', { name: 'Agreed with' }).fill('the team');
  await open('Rules');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByLabel('Text', { exact: true }).fill('Quarterly');
  expect(await kept.count()).toBe(1);

  await open('Working time');
  expect(await page.getByLabel('Monday, from', { exact: true }).first().inputValue()).toMatch(
    /7:45/,
  );
  expect(await page.getByLabel('First day', { exact: true }).inputValue()).toBe('2030-05-06');
  expect(await kept.count()).toBe(2);
  for (let left = 1; left >= 0; left -= 1) {
    await page
      .getByRole('button', { name: 'Cancel', exact: true })
      .and(page.locator(':enabled'))
      .first()
      .click();
    await expect.poll(() => kept.count()).toBe(left);
  }
  await open('Agreement');
  expect(await page.getByRole('textbox', { name: 'Agreed with' }).inputValue()).toBe('the team');
  expect(await kept.count()).toBe(1);
  await open('Rules');
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('Quarterly');
  await page.getByRole('button', { name: 'Save rule' }).click();
  await expect.poll(() => kept.count()).toBe(0);
  await open('Working time');
  expect(await kept.count()).toBe(0);
});

/** A colour as the browser writes it, as `#rrggbb`. */
function hexOf(rgb: string): string {
  const channels = rgb.match(/\d+/g) ?? [];
  return `#${channels
    .slice(0, 3)
    .map((one) => Number(one).toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Opens a page of the rail. */
async function open({ page }: TestApp, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  await settled(page);
}

test('at 480 pixels the names of days stand apart, and a chart shows where it goes on', async () => {
  const app = await start({ example: true });
  const { page } = app;
  await page.setViewportSize({ width: 480, height: 800 });
  await open(app, 'Week');
  const chart = page.getByRole('region', { name: 'Minutes a day, by activity' });
  await chart.getByText('Mon').first().waitFor();
  const overlaps = await chart.getByRole('application').evaluate((svg) => {
    const ticks = [...svg.querySelectorAll('.recharts-xAxis-tick-labels text')].map((one) =>
      one.getBoundingClientRect(),
    );
    if (ticks.length < 7) return -1;
    return ticks.filter(({ right, top }, at) =>
      ticks.some(
        (other, place) => place > at && Math.abs(other.top - top) < 4 && other.left < right,
      ),
    ).length;
  });
  expect(overlaps).toBe(0);

  await open(app, 'Trends');
  const grid = (name: string) =>
    page
      .getByRole('application', { name })
      .locator('..')
      .evaluate((box) => ({
        isWhole: box.scrollWidth <= box.clientWidth + 1,
        left: box.scrollLeft / box.scrollWidth,
        right: (box.scrollLeft + box.clientWidth) / box.scrollWidth,
        tellsOfMore: box.hasAttribute('data-more-before') || box.hasAttribute('data-more-after'),
      }));
  // The year is longer than the window: it is shown where today is.
  const year = await grid('The year');
  const today = isoDateAt(localZone(), Date.now());
  const passed = (Date.parse(today) - Date.parse(today.slice(0, 4))) / (366 * 24 * 3_600_000);
  // A week wide as a column is, and beside the names of the days.
  const column = 1 / 40;
  expect(year.left).toBeLessThan(passed + column);
  expect(year.right).toBeGreaterThan(passed - column);
  expect(year.isWhole || year.tellsOfMore).toBe(true);
  expect((await grid('When in the week')).isWhole).toBe(true);
});

test('what is offered to be undone covers nothing that can be pressed at the end of a page', async () => {
  const app = await start({ example: true });
  const { page } = app;
  await page.setViewportSize({ width: 900, height: 500 });
  await open(app, 'Settings');
  await page.getByRole('switch').first().locator('..').click();
  await open(app, 'Working time');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const undo = page.getByRole('button', { name: /^Undo: / }).first();
  await undo.waitFor();
  await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight);
  });
  const { top } = await undo.evaluate(
    (one) => one.parentElement?.getBoundingClientRect() ?? { top: 0 },
  );
  const last = await page
    .getByRole('main')
    .evaluate((main) =>
      Math.max(
        ...[...main.querySelectorAll('button, input')].map(
          (one) => one.getBoundingClientRect().bottom,
        ),
      ),
    );
  expect(last).toBeLessThanOrEqual(top);
});

test('a switch that is off has the contrast of a control', async () => {
  const app = await start();
  const { page } = app;
  await open(app, 'Settings');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = await page.evaluate(() =>
      [
        ...document.querySelectorAll('input:not(:checked):not(:disabled) + .mantine-Switch-track'),
      ].map((track) => ({
        edge: getComputedStyle(track).borderTopColor,
        behind: getComputedStyle(track.closest('.card') ?? track).backgroundColor,
      })),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { edge, behind } of found) {
      expect(contrast(hexOf(edge), hexOf(behind)), `${edge} on ${behind}`).toBeGreaterThan(3);
    }
  }
});

test('"Week" pressed again leads to the present week', async () => {
  const app = await start({ example: true });
  const { page } = app;
  await open(app, 'Week');
  const heading = page.getByRole('heading', { level: 1 });
  const present = await heading.textContent();
  await page.getByRole('button', { name: 'Previous week' }).click();
  await expect.poll(() => heading.textContent()).not.toBe(present);
  await open(app, 'Week');
  await expect.poll(() => heading.textContent()).toBe(present);
});

test('every page, day and action is reached by keys, and "?" lists them', async () => {
  const app = await start({ example: true });
  const { page } = app;
  const heading = page.getByRole('heading', { level: 1 });
  const shown = () => heading.textContent();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(shown).not.toBe('Today');
  await page.keyboard.press('t');
  await expect.poll(shown).toBe('Today');
  await page.keyboard.press('Control+2');
  await expect.poll(shown).toMatch(/^Week/);
  const present = await shown();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(shown).not.toBe(present);
  await page.keyboard.press('ArrowRight');
  await expect.poll(shown).toBe(present);
  // A field in which something is typed keeps its keys.
  await page.keyboard.press('Control+8');
  await expect.poll(shown).toBe('Rules');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.keyboard.type('t?');
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('t?');
  await page.keyboard.press('Control+9');
  await expect.poll(shown).toBe('Settings');

  await page.keyboard.press('Shift+?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await keys.getByText('Ctrl+K').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });

  const find = page.getByPlaceholder('Find a page, an action or a day');
  const choose = async (text: string) => {
    await page.keyboard.press('Control+k');
    await find.waitFor();
    await expect.poll(() => find.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type(text);
    await page.getByRole('dialog').getByRole('button').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await find.waitFor({ state: 'detached' });
  };
  await choose('trends');
  await expect.poll(shown).toBe('Trends');
  // The example is paused, so that nothing real is measured into it.
  await choose('resume');
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  await choose('15 min');
  await page.getByRole('button', { name: 'Resume' }).waitFor();
  await choose('last week');
  await expect.poll(shown).not.toBe(present);
  await expect.poll(shown).toMatch(/^Week/);
});

test('keys hold on a switch and on a choice too, which take no letters', async () => {
  const app = await start({ example: true });
  const { page } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(app, 'Working time');
  await page.evaluate(() =>
    window.api.setSettings({
      holidays: { country: 'NL', region: null, part: null, without: [], with: [] },
    }),
  );
  const king = page.getByRole('switch', { name: /King/ });
  await king.press('Space');
  await expect.poll(() => king.isChecked()).toBe(false);
  await page.keyboard.press('Control+z');
  await expect.poll(() => king.isChecked()).toBe(true);
  // That it was undone goes from sight by itself, for those too who want nothing to move.
  const done = page.getByText('Undone.', { exact: true });
  await done.waitFor();
  await done.waitFor({ state: 'hidden', timeout: 8_000 });

  await open(app, 'Trends');
  const months = page.getByRole('radio', { name: 'Months', exact: true });
  await page.getByRole('radio', { name: 'Weeks', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  // The arrows choose here, and go to no other year.
  await expect.poll(() => months.isChecked()).toBe(true);
  expect(await page.getByRole('button', { name: 'This year' }).isDisabled()).toBe(true);
  await page.keyboard.press('Shift+?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  // What is typed stays typed.
  await open(app, 'Rules');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.keyboard.type('abc');
  await page.keyboard.press('Control+z');
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).not.toBe('abc');
});

describe.each(WAYS)('by $name', (way) => {
  test('a date leads to its day and to its week', async () => {
    const app = await start({ example: true });
    const { page } = app;
    const shown = () => page.getByRole('heading', { level: 1 }).textContent();
    await way.fill(page.getByLabel('Go to a day'), '2026-01-07');
    await expect.poll(shown).toBe('Wednesday');
    await way.press(
      page.getByRole('navigation').getByRole('button', { name: 'Week', exact: true }),
    );
    await way.fill(page.getByLabel('Go to the week of a day'), '2026-01-07');
    await expect.poll(shown).toBe('Week 2');
  });

  test('what can be found, and the list of keys, are opened from the rail', async () => {
    const app = await start({ example: true });
    const { page } = app;
    const shown = () => page.getByRole('heading', { level: 1 }).textContent();
    const press = (name: string) => way.press(page.getByRole('button', { name, exact: true }));
    await press('Keys');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await keys.getByText('Ctrl+K').waitFor();
    await way.press(keys.getByRole('button', { name: 'Close' }));
    await keys.waitFor({ state: 'detached' });

    const find = page.getByPlaceholder('Find a page, an action or a day');
    const choose = async (text: string, name: string) => {
      await press('Find a page, an action or a day');
      await way.fill(find, text);
      const found = page.getByRole('dialog').getByRole('button', { name, exact: true });
      await found.waitFor();
      if (way.name === 'mouse') await found.click();
      else {
        // The focus stays in the field there; the arrows mark what Enter takes.
        for (let tries = 0; tries < 20; tries += 1) {
          if ((await found.getAttribute('data-selected')) !== null) break;
          await page.keyboard.press('ArrowDown');
          await page.waitForTimeout(20);
        }
        await page.keyboard.press('Enter');
      }
      await find.waitFor({ state: 'detached' });
    };
    await choose('tren', 'Trends');
    await expect.poll(shown).toBe('Trends');
    // The example is paused, so that nothing real is measured into it.
    await choose('res', 'Resume');
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await choose('week', 'Last week');
    await expect.poll(shown).toMatch(/^Week/);
  });
});
