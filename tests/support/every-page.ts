import type { Locator, Page } from 'playwright-core';

/** The rail's buttons, one a page. New pages are found by themselves. */
function railOf(page: Page): Locator {
  return page.getByRole('navigation').getByRole('button');
}

/** Waits until nothing that is fetched is outstanding on the page that is shown. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(
    () => document.querySelector('.mantine-Skeleton-root, [aria-busy="true"]') === null,
  );
}

/**
 * Opens every page of the rail and every tab on it, one after the other.
 *
 * @param visit is given the name of what is open.
 */
export async function everyPage(page: Page, visit: (name: string) => Promise<void>): Promise<void> {
  const rail = railOf(page);
  await rail.first().waitFor();
  for (const link of await rail.all()) {
    const name = ((await link.textContent()) ?? '').trim();
    await link.click();
    await settled(page);
    const tabs = await page.getByRole('main').getByRole('tab').all();
    if (tabs.length === 0) await visit(name);
    for (const tab of tabs) {
      await tab.click();
      await settled(page);
      await visit(`${name}, ${((await tab.textContent()) ?? '').trim()}`);
    }
  }
}
