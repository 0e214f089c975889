/** @file Every page, tab, table and overlay under axe-core, in light, dark and forced colours. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillWithExample } from '../../build/demo/example-folder.ts';
import { violationsOf } from '../support/axe.ts';
import { writeGuidelineFile } from '../../shared/settings/guideline-file.ts';
import { type TestApp, answerOpenDialog, launchApp, makeDataDir } from '../support/driver.ts';
import { everyPage, settled } from '../support/every-page.ts';
import { useScriptedApp } from '../support/scripted-tests.ts';

const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced light colours': { colorScheme: 'light', forcedColors: 'active' },
  'forced dark colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

let app: TestApp;
let dir: string;
let guideline: string;

beforeAll(async () => {
  dir = await makeDataDir();
  fillWithExample(dir);
  guideline = join(dir, 'guideline.json');
  const roles = { other: { goal: 'Customers', block: { minMinutes: 20, maxMinutes: 40 } } };
  const file = { format: 'sweetspot-guideline', version: 1, roles } as const;
  await writeFile(guideline, writeGuidelineFile(file));
  app = await launchApp({ dataDir: dir });
  await settled(app.page);
});
afterAll(async () => {
  await app.close();
  await rm(dir, { recursive: true, force: true });
});

/** Waits until nothing fades any more on a page. What has faded and stays so is at rest. */
async function restOf(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
}

/** Waits until nothing fades any more: what is half transparent has no contrast yet. */
async function atRest(): Promise<void> {
  await restOf(app.page);
}

/** Opens what is folded on a page: tables, lists, explanations of a row. */
async function unfold(): Promise<void> {
  const folded = app.page.getByRole('main').locator('[aria-expanded="false"]:not([aria-haspopup])');
  while ((await folded.count()) > 0) await folded.first().click();
}

describe.each(Object.entries(LOOKS))('in %s', (_, media) => {
  beforeAll(async () => {
    await app.page.emulateMedia(media);
    await atRest();
  });

  test('axe finds nothing on any page, with what can be unfolded there', async () => {
    const { page } = app;
    const found: Record<string, unknown> = {};
    let visited = 0;
    const look = async (name: string) => {
      await unfold();
      await atRest();
      const violations = await violationsOf(page);
      if (violations.length > 0) found[name] = violations;
    };
    await everyPage(page, async (name) => {
      visited += 1;
      await look(name);
    });
    // It has no place of its own in the rail.
    await page.getByRole('button', { name: 'Week', exact: true }).click();
    await page.getByRole('button', { name: /^Review of week \d/ }).click();
    await settled(page);
    await look('Review');
    const open = async (name: string) => {
      await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
      await settled(page);
    };
    await open('Agreement');
    await page.getByRole('button', { name: 'Write a guideline …' }).click();
    const roles = page.getByRole('switch', { name: /Suggest something/ });
    for (const role of await roles.all()) if (!(await role.isChecked())) await role.press('Space');
    await page.getByRole('region', { name: 'What an employee sees' }).waitFor();
    await look('Guideline');
    await page.getByRole('button', { name: 'Back to my agreement' }).click();
    await answerOpenDialog(app, guideline);
    await page.getByRole('button', { name: 'Open a guideline …' }).click();
    await page.getByRole('checkbox', { name: 'Take over: Block' }).check();
    await look('Guideline of an employer');
    await page.getByRole('button', { name: 'New version …' }).click();
    await look('New version');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await open('Report');
    await page.getByText('For my talk (PDF)').click();
    await page.getByRole('textbox', { name: 'What I would like to change' }).fill('Tuesdays');
    await page.getByRole('region', { name: 'The pages' }).waitFor();
    await look('Talk');
    expect(found).toEqual({});
    expect(visited).toBeGreaterThan(7);
  });

  test('axe finds nothing in any overlay', async () => {
    const { page } = app;
    const found: Record<string, unknown> = {};
    const seen = new Set<string>();
    let opened = 0;
    await everyPage(page, async (name) => {
      for (const opener of await page.locator('[aria-haspopup]:enabled:visible').all()) {
        const label = String(
          (await opener.getAttribute('aria-label')) ?? (await opener.textContent()),
        );
        // One that stands on every page is looked at once.
        if (seen.has(label)) continue;
        seen.add(label);
        await opener.click();
        await atRest();
        opened += 1;
        const violations = await violationsOf(page);
        if (violations.length > 0) found[`${name}: ${label}`] = violations;
        await page.keyboard.press('Escape');
      }
    });
    expect(found).toEqual({});
    expect(opened).toBeGreaterThan(5);
  });
});

/** What is found in each of the looks, of what is open. */
async function foundIn(page: Page, name: string): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [look, media] of Object.entries(LOOKS)) {
    await page.emulateMedia(media);
    // The colours follow a moment later, and some of them fade.
    await page.waitForFunction(
      (scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme,
      media.colorScheme,
    );
    await page.waitForTimeout(50);
    await restOf(page);
    const violations = await violationsOf(page);
    if (violations.length > 0) found[`${name} in ${look}`] = violations;
  }
  return found;
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).first();

/** Opens a page of the rail. */
async function openPage(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  await settled(page);
}

/** Opens Thursday of the example's last week, which has LinkedIn time. */
async function openThursday(page: Page): Promise<void> {
  // A second press goes to the running week, from wherever the look before was.
  await openPage(page, 'Week');
  await openPage(page, 'Week');
  await button(page, 'Previous week').click();
  await settled(page);
  await button(page, 'Show as table').click();
  await button(page, /^Open Thu/).click();
  await button(page, /^Correct /).waitFor();
}

/** Opens what no button of a page leads to at once; each is closed with Escape. */
const DIALOGS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the keys': async (page) => {
    await page.keyboard.press('Shift+?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  },
  'what is looked for': async (page) => {
    await page.keyboard.press('Control+k');
    await page
      .getByRole('dialog')
      .getByRole('searchbox')
      .or(page.getByRole('textbox'))
      .first()
      .waitFor();
  },
  'the menu of a span': async (page) => {
    await button(page, /^Correct /).click();
    await page.getByRole('menuitem', { name: 'Change times' }).waitFor();
  },
  'the adding of time': async (page) => {
    await button(page, 'Add time …').click();
    await page.getByRole('dialog', { name: 'Time that was not measured' }).waitFor();
  },
  'what would be replaced': async (page) => {
    await button(page, 'Add time …').click();
    await page.getByLabel('From').fill('09:06');
    await page.getByLabel('Until').fill('09:10');
    await button(page, 'Save').click();
    await page.getByText('This takes the place of:').waitFor();
  },
  'the change of times': async (page) => {
    await button(page, /^Correct /).click();
    await page.getByRole('menuitem', { name: 'Change times' }).click();
    await page.getByRole('dialog', { name: 'Change when it was' }).waitFor();
    await page.getByRole('menu').waitFor({ state: 'detached' });
  },
};

test('axe finds nothing in a dialog', { timeout: 120_000 }, async () => {
  const { page } = app;
  await openThursday(page);
  const found: Record<string, unknown> = {};
  for (const [name, open] of Object.entries(DIALOGS)) {
    await open(page);
    Object.assign(found, await foundIn(page, name));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').or(page.getByRole('menu')).waitFor({ state: 'detached' });
  }
  expect(found).toEqual({});
});

/** Questions, forms and messages that open within a page, each with what puts it away. */
const PANELS: Readonly<Record<string, (page: Page) => Promise<() => Promise<void>>>> = {
  'a tooltip of a chart': async (page) => {
    await openPage(page, 'Week');
    await page.getByRole('application').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('Counted', { exact: true }).first().waitFor();
    return () => page.keyboard.press('Escape');
  },
  'the question before erasing': async (page) => {
    await openPage(page, 'Privacy');
    await page.getByRole('tab', { name: 'Your data' }).click();
    await button(page, 'Erase …').click();
    await page.getByRole('alertdialog').waitFor();
    return () => button(page, 'Keep it').click();
  },
  'the question before days are shortened': async (page) => {
    await page.getByRole('combobox', { name: 'Keep spans' }).click();
    await page.getByRole('option', { name: '13 weeks' }).click();
    await button(page, 'Apply').click();
    await page.getByRole('alertdialog').waitFor();
    return () => button(page, 'Leave it').click();
  },
  'a rule that is written': async (page) => {
    await openPage(page, 'Rules');
    await button(page, 'Add a rule').click();
    await page.getByLabel('Text', { exact: true }).fill('Quarterly');
    return () => button(page, 'Cancel').click();
  },
  'the end of an agreement': async (page) => {
    await openPage(page, 'Agreement');
    await button(page, 'End …').click();
    await page.getByLabel('Last day', { exact: true }).waitFor();
    return () => button(page, 'Cancel').click();
  },
  'an agreement to be deleted': async (page) => {
    await button(page, 'Delete …').click();
    await page.getByRole('heading', { name: /^Delete the version/ }).waitFor();
    return () => button(page, 'Cancel').click();
  },
  'what can be undone': async (page) => {
    await openPage(page, 'Working time');
    await button(page, 'Add').click();
    await button(page, /^Undo: /).waitFor();
    return () => button(page, /^Undo: /).click();
  },
  'the eight weeks of a review': async (page) => {
    await openPage(page, 'Week');
    await button(page, /^Review of week/).click();
    await button(page, 'Show the eight weeks').click();
    await button(page, 'Hide the eight weeks').waitFor();
    return () => openPage(page, 'Settings');
  },
  'the companion': async (page) => {
    // It can be had on Linux alone.
    const open = button(page, 'Connect a browser …');
    if ((await open.count()) > 0) await open.click();
    await settled(page);
    return () => openPage(page, 'Today');
  },
};

test('axe finds nothing in what opens within a page', { timeout: 180_000 }, async () => {
  const { page } = app;
  const found: Record<string, unknown> = {};
  for (const [name, open] of Object.entries(PANELS)) {
    const close = await open(page);
    Object.assign(found, await foundIn(page, name));
    await close();
  }
  expect(found).toEqual({});
});

describe('of a running day', () => {
  const scripted = useScriptedApp();
  test('axe finds nothing in why a span is what it is, and in the question what was timed', async () => {
    scripted.show({ app: 'Google Chrome', title: 'Berichten | LinkedIn - Google Chrome' });
    const { page } = await scripted.launch(await scripted.dataDir());
    await button(page, /^Why Messaging at/).click({ timeout: 20_000 });
    await page.getByRole('combobox', { name: 'Not right? It was …' }).waitFor();
    const found = await foundIn(page, 'why');
    await page.keyboard.press('Escape');
    await button(page, 'Timer').click();
    await page.waitForTimeout(1_500);
    await button(page, /^Stop, /).click();
    await button(page, 'What was it?').click();
    await page.getByRole('menuitem', { name: 'Messaging' }).waitFor();
    Object.assign(found, await foundIn(page, 'what was timed'));
    expect(found).toEqual({});
  });
});

test('axe finds nothing on the first page and in the example, and does find what is wrong', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Open the first page again' }).click();
  await settled(page);
  for (const media of Object.values(LOOKS)) {
    await page.emulateMedia(media);
    await atRest();
    expect(await violationsOf(page)).toEqual([]);
  }
  await page.getByRole('button', { name: 'See an example' }).click();
  await settled(page);
  for (const media of Object.values(LOOKS)) {
    await page.emulateMedia(media);
    await atRest();
    expect(await violationsOf(page)).toEqual([]);
  }
  await page.evaluate(() => {
    document.querySelector('main, #root')?.insertAdjacentHTML('beforeend', '<button></button>');
  });
  expect((await violationsOf(page)).map(({ rule }) => rule)).toContain('button-name');
});
