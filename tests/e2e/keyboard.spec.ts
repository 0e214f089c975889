/** @file The app without a mouse, at 200 % zoom, and for those who want nothing to move. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { fillWithExample } from '../../build/demo/example-folder.ts';
import { type TestApp, answerSaveDialog, launchApp, makeDataDir } from '../support/driver.ts';
import { everyPage, settled } from '../support/every-page.ts';
import { layoutFaults } from '../support/layout.ts';
import { focusOf } from '../support/visible-focus.ts';

/** More stops than any page has. */
const MOST_STOPS = 400;

let app: TestApp;
let dir: string;

/** Starts the app over the example, on its first page or past it. */
async function start(welcome: boolean): Promise<void> {
  dir = await makeDataDir();
  fillWithExample(dir, { welcomed: !welcome });
  app = await launchApp({ dataDir: dir, welcome });
  await settled(app.page);
  // Focus is shown at once then, and not faded in.
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
}
async function stop(): Promise<void> {
  await app.close();
  await rm(dir, { recursive: true, force: true });
}

/** Presses Tab until the control of a name has the focus. Each stop on the way has to be seen. */
async function tabTo(name: RegExp): Promise<void> {
  const { page } = app;
  const stops: string[] = [];
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    const focus = await focusOf(page);
    stops.push(focus.name);
    if (focus.name === '') continue;
    expect(focus).toMatchObject({ visible: true, inView: true });
    if (name.test(focus.name)) return;
  }
  throw new Error(`Nothing is called ${String(name)} among: ${[...new Set(stops)].join(' | ')}`);
}

test('from the first start to a saved report by keyboard alone', { timeout: 240_000 }, async () => {
  await start(true);
  onTestFinished(stop);
  const { page } = app;
  await page.getByRole('heading', { level: 1, name: 'Your time on LinkedIn, for you' }).waitFor();
  await tabTo(/^Save and start$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();

  await tabTo(/^Week$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Week \d+$/ }).waitFor();
  await tabTo(/^Previous week$/);
  await page.keyboard.press('Enter');
  // In the chart, the arrow keys tell the minutes of a day.
  const chart = page.getByRole('region', { name: 'Minutes a day, by activity' });
  await chart.getByText(/measured working days/).waitFor();
  await tabTo(/^Save as PNG/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await chart.getByText('Counted', { exact: true }).first().waitFor();

  await tabTo(/^Report$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Report' }).waitFor();
  await tabTo(/^Days$/);
  await page.keyboard.press('Enter');
  const field = page.getByRole('combobox', { name: 'Days' });
  // The list opens, and marks an option, a moment after its key: a person waits to see that.
  const lastWeek = page.getByRole('option', { name: 'Last week' });
  await lastWeek.waitFor();
  for (let tries = 0; tries < 20; tries += 1) {
    if ((await lastWeek.getAttribute('data-combobox-selected')) !== null) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect.poll(() => field.inputValue()).toBe('Last week');
  const file = join(dir, 'by-keyboard.csv');
  await answerSaveDialog(app, file);
  await tabTo(/^Save …$/);
  await page.keyboard.press('Enter');
  await page.getByText('Saved.', { exact: true }).waitFor();
  expect((await readFile(file, 'utf8')).split('\r\n')).toHaveLength(9);
});

describe('on every page', () => {
  beforeAll(async () => start(false));
  afterAll(stop);

  test('every control of every page is reached, seen, and left again', async () => {
    const { page } = app;
    const found: Record<string, string[]> = {};
    await everyPage(page, async (name) => {
      const lost: string[] = [];
      let stops = 0;
      // Once round, until what came first comes again.
      await page.evaluate(() => {
        (document.activeElement as HTMLElement | null)?.blur();
        getSelection()?.collapse(document.body, 0);
      });
      for (; stops < MOST_STOPS; stops += 1) {
        await page.keyboard.press('Tab');
        const focus = await focusOf(page);
        if (focus.name === '') continue;
        const isFirst = await page.evaluate((start) => {
          const { activeElement } = document;
          if (start) Reflect.set(window, 'firstStop', activeElement);
          return !start && Reflect.get(window, 'firstStop') === activeElement;
        }, stops === 0);
        if (isFirst) break;
        if (!focus.visible || !focus.inView) lost.push(focus.name);
      }
      if (lost.length > 0 || stops === MOST_STOPS) found[name] = [`${stops} stops`, ...lost];
    });
    expect(found).toEqual({});
  });

  test('a page begins at its top, however far down the one before was read', async () => {
    const { page } = app;
    const from = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click();
      await settled(page);
      return await page.evaluate(() => scrollY);
    };
    await from('Settings');
    await page.evaluate(() => {
      scrollTo(0, 400);
    });
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
    expect(await from('Trends')).toBe(0);
  });

  test('nothing moves for those who want that', async () => {
    const { page } = app;
    await everyPage(page, async (name) => {
      const running = await page.evaluate(() =>
        document
          .getAnimations()
          .filter(({ playState, effect }) => {
            return playState === 'running' && Number(effect?.getComputedTiming().duration) > 1;
          })
          .map((one) => String(one.effect?.getComputedTiming().duration)),
      );
      expect(running, name).toEqual([]);
    });
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) => {
        const { transitionDuration, transitionProperty, animationName } = getComputedStyle(element);
        const fades = transitionDuration.split(',').some((one) => Number.parseFloat(one) > 0.001);
        return (fades && transitionProperty !== 'none') || animationName !== 'none'
          ? [`${element.tagName}.${String(element.getAttribute('class'))} ${transitionProperty}`]
          : [];
      }),
    );
    expect(moving).toEqual([]);
  });

  test('at 200 % zoom in a window of 900 pixels nothing is cut or scrolls sideways', async () => {
    const { page } = app;
    // Twice as large leaves half as many CSS pixels.
    await page.setViewportSize({ width: 450, height: 350 });
    const found: Record<string, string[]> = {};
    /** Looks at what is open. */
    const look = async (name: string): Promise<void> => {
      const cut = await layoutFaults(page);
      if (cut.length > 0) found[name] = cut;
    };
    await everyPage(page, look);
    // A day with spans, one of which is corrected, so that there is something to undo.
    await page.getByRole('navigation').getByRole('button', { name: 'Today', exact: true }).click();
    const spans = page.getByRole('button', { name: /^Correct / });
    while ((await spans.count()) === 0) {
      await page.getByRole('button', { name: 'Previous day' }).click();
      await settled(page);
    }
    await spans.first().click();
    await page.getByRole('menuitem', { name: 'Learning' }).click();
    await page.getByRole('button', { name: /^Undo: / }).waitFor();
    await look('A day with spans');
    expect(found).toEqual({});
  });
});
