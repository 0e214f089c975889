import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';

/** More stops than any page has. */
const MOST_STOPS = 400;
/** More than any menu or list has. */
const MOST_ITEMS = 60;

/** One of the two ways in which the window is driven: each thing that can be done can be done in both. */
export interface Way {
  readonly name: string;
  /** Presses a button, an item of the menu that is open, a switch, a tick or a choice. */
  press(what: Locator): Promise<void>;
  /** Chooses from a list that opens. */
  choose(field: Locator, option: string): Promise<void>;
  /** Points at a value of a chart by its name under it, until that is told; `open` goes on to what it stands for. */
  point(chart: Locator, name: string, open?: boolean): Promise<void>;
  /** Puts a text, a number, a date or a time into a field. */
  fill(field: Locator, text: string): Promise<void>;
}

/** Whether something has the focus. */
async function isFocused(what: Locator): Promise<boolean> {
  return await what.evaluateAll((all) => all.some((one) => one === document.activeElement));
}

/** What something is: its role where it says one, or its type as a field, or `button`. */
async function kindOf(what: Locator): Promise<string> {
  await what.first().waitFor({ state: 'attached' });
  return await what
    .first()
    .evaluate((one) => one.getAttribute('role') ?? one.getAttribute('type') ?? 'button');
}

/** The page that a locator is of, and a key pressed there until something has the focus. */
async function until(what: Locator, key: string, most: number): Promise<void> {
  const page: Page = what.page();
  for (let tries = 0; tries <= most; tries += 1) {
    if (await isFocused(what)) return;
    await page.keyboard.press(key);
  }
  expect.fail(`${String(what)} is not reached with ${key}`);
}

/** Goes to something with the tabulator, from where the focus is. */
async function tabTo(what: Locator): Promise<void> {
  await what.first().waitFor({ state: 'attached' });
  await until(what, 'Tab', MOST_STOPS);
}

/** What a chart tells of a value that is pointed at. */
function toldOf(chart: Locator, name: string): Locator {
  return chart.locator('xpath=..').locator('.recharts-tooltip-wrapper').filter({ hasText: name });
}

const mouse: Way = {
  name: 'mouse',
  press: async (what) => {
    const kind = await kindOf(what);
    // Of these the field itself is not drawn; its label beside it, or what is drawn around it, is.
    if (kind === 'radio') await what.locator('xpath=following-sibling::label').click();
    else if (kind === 'switch' || kind === 'checkbox') await what.locator('xpath=..').click();
    else await what.first().click();
  },
  choose: async (field, option) => {
    await field.click();
    await field.page().getByRole('option', { name: option, exact: true }).click();
  },
  point: async (chart, name, open = false) => {
    const { mouse: pointer } = chart.page();
    await chart.scrollIntoViewIfNeeded();
    const ticks = chart.locator('.recharts-xAxis-tick-labels text');
    const under = await ticks.filter({ hasText: name }).first().boundingBox();
    const whole = await chart.boundingBox();
    if (!under || !whole) return expect.fail(`Nothing is called ${name} under the chart`);
    await pointer.move(under.x + under.width / 2, whole.y + whole.height / 2, { steps: 3 });
    await toldOf(chart, name).waitFor();
    if (open) await pointer.click(under.x + under.width / 2, whole.y + whole.height / 2);
  },
  fill: async (field, text) => {
    await field.click();
    await field.fill(text);
  },
};

const keys: Way = {
  name: 'keyboard',
  press: async (what) => {
    const { keyboard } = what.page();
    const kind = await kindOf(what);
    if (kind === 'menuitem') {
      await until(what, 'ArrowDown', MOST_ITEMS);
      await keyboard.press('Enter');
    } else if (kind === 'radio') {
      // Of a group the chosen one alone is a stop; the arrows choose.
      const name = await what.getAttribute('name');
      await tabTo(what.page().locator(`input[name="${String(name)}"]`));
      await until(what, 'ArrowRight', MOST_ITEMS);
    } else {
      await tabTo(what);
      await keyboard.press(kind === 'switch' || kind === 'checkbox' ? 'Space' : 'Enter');
    }
  },
  choose: async (field, option) => {
    const page = field.page();
    await tabTo(field);
    const wanted = page.getByRole('option', { name: option, exact: true });
    // A long list is looked through by typing; the whole name of what is chosen already would show all of it.
    if (await field.isEditable()) await field.fill(option.slice(0, -1));
    else await page.keyboard.press('ArrowDown');
    // A value that arrives while one types takes the place of what was typed; the arrow opens the list all the same.
    await wanted.waitFor({ timeout: 2_000 }).catch(() => page.keyboard.press('ArrowDown'));
    await wanted.waitFor();
    // It marks an option a moment after its key.
    for (let tries = 0; tries < MOST_ITEMS; tries += 1) {
      if ((await wanted.getAttribute('data-combobox-selected')) !== null) break;
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(20);
    }
    await page.keyboard.press('Enter');
    await wanted.waitFor({ state: 'hidden' });
  },
  point: async (chart, name, open = false) => {
    const { keyboard } = chart.page();
    await tabTo(chart);
    const told = chart.locator('xpath=..').locator('.recharts-tooltip-wrapper');
    for (let tries = 0; tries < MOST_ITEMS; tries += 1) {
      const before = await told.textContent();
      if (before?.includes(name)) break;
      await keyboard.press('ArrowRight');
      // It is told a moment after its key.
      for (let waits = 0; waits < 20 && (await told.textContent()) === before; waits += 1) {
        await chart.page().waitForTimeout(25);
      }
    }
    await toldOf(chart, name).waitFor();
    if (open) await keyboard.press('Enter');
  },
  fill: async (field, text) => {
    await tabTo(field);
    await field.fill(text);
  },
};

/** Both, for a journey that is made twice. */
export const WAYS: readonly Way[] = [mouse, keys];
