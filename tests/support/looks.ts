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

/**
 * Waits until nothing fades any more on a page, two frames long: a colour that a child inherits from one that
 * fades begins to fade after it. What has faded and stays so is at rest.
 */
export async function restOf(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let still = 0; still < 2; await frame()) {
      const fades = document.getAnimations().some(({ playState }) => playState === 'running');
      still = fades ? 0 : still + 1;
    }
  });
}

/** Gives a page one of the looks, and waits until its colours have followed. */
export async function wear(page: Page, media: (typeof LOOKS)[keyof typeof LOOKS]): Promise<void> {
  await page.emulateMedia(media);
  // The page is told of it a moment later.
  await page.waitForFunction(
    (scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme,
    media.colorScheme,
  );
  await restOf(page);
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
