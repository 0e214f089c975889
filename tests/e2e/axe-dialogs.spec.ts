/** @file Every dialog, menu, question and message under axe-core, in light, dark and forced colours. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { writeMoved } from '../../electron/data-folder/moved-folder.ts';
import { writeActivityWatchExport } from '../bench/activitywatch-export.ts';
import { answerOpenDialog, answerSaveDialog } from '../support/driver.ts';
import { settled } from '../support/every-page.ts';
import { useExampleApp } from '../support/example-app.ts';
import { startFakeAccessibilityBus } from '../support/fake-accessibility-bus.ts';
import { fakeDesktop } from '../support/fake-desktop.ts';
import { button, foundIn, openPage } from '../support/looks.ts';
import { useScriptedApp } from '../support/scripted-tests.ts';

const example = useExampleApp();

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

/** A bar of the timeline: from where to where, and its middle. */
async function barOf(page: Page) {
  const timeline = page.getByRole('application', { name: 'Timeline' });
  await timeline.scrollIntoViewIfNeeded();
  const box = await timeline.locator('rect[fill*="networking"]').first().boundingBox();
  if (!box) throw new Error('There is no bar');
  return { ...box, y: box.y + box.height / 2 };
}

/** Drags from a point to another at the same height. */
async function drag(page: Page, from: { x: number; y: number }, toX: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(toX, from.y, { steps: 4 });
  await page.mouse.up();
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
  'what was dragged': async (page) => {
    const bar = await barOf(page);
    await drag(page, { x: bar.x - 24, y: bar.y }, bar.x - 12);
    await page.getByRole('dialog', { name: 'Time that was not measured' }).waitFor();
  },
  'what would be replaced by what was dragged': async (page) => {
    const bar = await barOf(page);
    await drag(page, { x: bar.x + bar.width, y: bar.y }, bar.x + bar.width + 24);
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
  const { page } = example.app;
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
  'what a saved file would bring in': async (page) => {
    const file = join(example.dir, 'everything.json');
    await answerSaveDialog(example.app, file);
    await button(page, 'Save everything …').click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    await answerOpenDialog(example.app, file);
    await button(page, 'Take over a file …').click();
    await page.getByText('All of its time is here already.').waitFor();
    return () => Promise.resolve();
  },
  'a file that cannot be taken over': async (page) => {
    await answerOpenDialog(example.app, join(example.dir, 'settings.json'));
    await button(page, 'Take over a file …').click();
    await page.getByText('This file cannot be taken over').waitFor();
    return () => Promise.resolve();
  },
  'what an export of ActivityWatch would bring in': async (page) => {
    const file = join(example.dir, 'export.json');
    writeActivityWatchExport(file, 2);
    await answerOpenDialog(example.app, file);
    await button(page, 'Choose an export …').click();
    const preview = page.getByRole('group', { name: 'What would come in' });
    await preview.getByRole('row', { name: /^Feed/ }).waitFor();
    return () => Promise.resolve();
  },
  'rules of a file': async (page) => {
    await openPage(page, 'Rules');
    const rule = { field: 'title', match: 'contains', text: 'wiki', activity: 'feed' };
    const file = join(example.dir, 'rules.json');
    const rules = { format: 'sweetspot-rules', version: 1, rules: [rule], browsers: ['Min'] };
    await writeFile(file, JSON.stringify(rules));
    await answerOpenDialog(example.app, file);
    await button(page, 'Import …').click();
    await page.getByText('1 rule and 1 browser.').waitFor();
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
  const { page } = example.app;
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

const lacks = process.platform === 'linux' ? '' : ' (skipped: for Linux alone)';

describe.skipIf(lacks !== '')(`where browsers can be asked for addresses${lacks}`, () => {
  const scripted = useScriptedApp();
  test.each([
    ['waits for a browser', 'On. No browser has told an address yet: start yours again.', true],
    ['has no bus', 'On, but the accessibility bus cannot be reached', false],
  ])('axe finds nothing before and after, where it %s', async (name, status, hasBus) => {
    scripted.show({ app: 'Code', title: 'main.ts - project - Visual Studio Code' });
    const bus = hasBus ? (await startFakeAccessibilityBus()).path : '/nowhere';
    const env = fakeDesktop(await scripted.dataDir(), bus);
    const { page } = await scripted.launch(await scripted.dataDir(), { env });
    await openPage(page, 'Settings');
    const section = page.getByRole('region', { name: /accessibility interface/ });
    await section.getByText('Off. Titles decide.').waitFor();
    const found = await foundIn(page, 'not asked yet');
    await button(page, 'Ask browsers for addresses').click();
    await section.getByText(status).waitFor();
    Object.assign(found, await foundIn(page, name));
    expect(found).toEqual({});
  });
});

// Elsewhere the system says where an app's folder is, and no variable does.
describe.runIf(process.platform === 'linux')('where the app finds its data by itself', () => {
  const scripted = useScriptedApp();
  /** The app's own folder within a new one, and an app that looks for its data there. */
  const places = async () => {
    const root = await scripted.dataDir();
    const home = join(root, 'Sweetspot');
    await mkdir(home, { mode: 0o700 });
    const start = (dataDir: string) =>
      scripted.launch(dataDir, { untold: true, env: { XDG_CONFIG_HOME: root } });
    return { root, home, start };
  };

  test('axe finds nothing in the question before data are moved, to a cloud folder too', async () => {
    const { root, home, start } = await places();
    const found: Record<string, unknown> = {};
    const moving = await start(home);
    const { page } = moving;
    await openPage(page, 'Privacy');
    await page.getByRole('tab', { name: 'Your data' }).click();
    for (const name of ['next', 'Dropbox']) {
      const folder = join(root, name);
      await mkdir(folder);
      await answerOpenDialog(moving, folder);
      await button(page, 'Choose a folder …').click();
      const question = page.getByRole('alertdialog');
      await question.getByText(folder).waitFor();
      Object.assign(found, await foundIn(page, `the move to ${name}`));
      await question.getByRole('button', { name: 'Leave it' }).click();
    }
    await answerOpenDialog(moving, home);
    await button(page, 'Choose a folder …').click();
    await page.getByText('is, or lies in, the one that your data are in').waitFor();
    Object.assign(found, await foundIn(page, 'a move that cannot be'));
    expect(found).toEqual({});
  });

  test('axe finds nothing where the data are away, and in the question whether to go on', async () => {
    const { root, home, start } = await places();
    writeMoved(home, { dir: join(root, 'disk') });
    const { page } = await start(join(root, 'disk'));
    await page.getByText('Your data cannot be reached', { exact: true }).waitFor();
    await button(page, 'Look again').click();
    await page.getByText('Still not there.').waitFor();
    const found = await foundIn(page, 'data that are away');
    await button(page, 'Go on in the app’s own folder …').click();
    await page.getByRole('alertdialog').waitFor();
    Object.assign(found, await foundIn(page, 'the question whether to go on'));
    expect(found).toEqual({});
  });
});
