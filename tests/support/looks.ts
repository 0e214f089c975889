import type { Locator, Page } from 'playwright-core';
import { violationsOf } from './axe.ts';
import { settled } from './every-page.ts';

/** How the system may want the window to look. */
export const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced light colours': { colorScheme: 'light', forcedColors: 'active' },
  'forced dark colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

/** Gives a page one of the looks, and waits until it was told of it, which is a moment later. */
export async function wear(page: Page, media: (typeof LOOKS)[keyof typeof LOOKS]): Promise<void> {
  await page.emulateMedia(media);
  await page.waitForFunction(
    (scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme,
    media.colorScheme,
  );
}

/** What is found in each of the looks, of what is open. */
export async function foundIn(page: Page, name: string): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [look, media] of Object.entries(LOOKS)) {
    await wear(page, media);
    const violations = await violationsOf(page);
    if (violations.length > 0) found[`${name} in ${look}`] = violations;
  }
  return found;
}

/** The first button of a name; a text is the whole of it. */
export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).first();

/** Opens a page of the rail. */
export async function openPage(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  await settled(page);
}
