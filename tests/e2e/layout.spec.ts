/** @file Every page in both languages, in a narrow, a middling and a wide window: nothing is cut or lies over another thing. */
import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fillWithExample } from '../../build/demo/example-folder.ts';
import { en } from '../../renderer/i18n/en.ts';
import { nl } from '../../renderer/i18n/nl.ts';
import { launchApp, makeDataDir } from '../support/driver.ts';
import { everyPage, settled } from '../support/every-page.ts';
import { layoutFaults } from '../support/layout.ts';

const LANGUAGES = { en, nl } as const;
const WIDTHS = [480, 900, 1440];

/** Looks at every page and tab, the last week, its review and a day with spans. */
async function lookAtAll(page: Page, language: keyof typeof LANGUAGES, isFilled: boolean) {
  const text = LANGUAGES[language];
  const found: Record<string, string[]> = {};
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const look = async (name: string) => {
      const faults = await layoutFaults(page);
      if (faults.length > 0) found[`${name} at ${String(width)}`] = faults;
    };
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).first().click();
      await settled(page);
    };
    await everyPage(page, look);
    if (!isFilled) continue;
    await press(text.page.week);
    await press(text.page.week);
    const heading = page.getByRole('heading', { level: 1 });
    const present = await heading.textContent();
    await press(text.week.previous);
    await expect.poll(() => heading.textContent()).not.toBe(present);
    await settled(page);
    await look('last week');
    await page.getByRole('button', { name: text.chart.showTable }).first().click();
    // Thursday, the fourth row, which has LinkedIn time.
    await page.getByRole('rowheader').nth(3).getByRole('button').click();
    await page.getByRole('button', { name: text.correct.add }).waitFor();
    await settled(page);
    await look('a day with spans');
  }
  return found;
}

describe.each(['en', 'nl'] as const)('in %s', (language) => {
  test.each([
    ['with weeks to look at', true],
    ['of somebody new', false],
  ])('every page fits, %s', { timeout: 120_000 }, async (_, isFilled) => {
    const dataDir = await makeDataDir();
    if (isFilled) fillWithExample(dataDir, { language });
    const app = await launchApp({ dataDir, locale: language === 'nl' ? 'nl-NL' : 'en-GB' });
    onTestFinished(async () => {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    });
    await settled(app.page);
    expect(await lookAtAll(app.page, language, isFilled)).toEqual({});
  });
});
