/** @file How the app sits on the desktop: its menu, and its window where no tray is shown. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, clickTray, launchAgain, launchApp, makeDataDir } from '../support/driver.ts';
import { showingTray } from '../support/tray-shower.ts';

let app: TestApp;
let dir: string;

beforeAll(async () => {
  dir = await makeDataDir();
  // No bus, so nobody who shows a tray: plain GNOME.
  app = await launchApp({ dataDir: dir, env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' } });
  await app.page.getByRole('heading', { level: 1 }).waitFor();
});
afterAll(async () => {
  await app.close();
  await rm(dir, { recursive: true, force: true });
});

/** Labels of the application menu, a list a menu. */
const menus = () =>
  app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(({ submenu }) =>
      (submenu?.items ?? []).map(({ label }) => label),
    ),
  );

test('the menu opens pages, and follows the language', async () => {
  const { page } = app;
  expect((await menus()).flat()).toContain('Settings …');
  await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((one) => one.submenu?.items ?? []) ?? [];
    items.find(({ label }) => label === 'Settings …')?.click();
  });
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  await page.getByText('Nederlands', { exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Instellingen' }).waitFor();
  await expect.poll(async () => (await menus()).flat()).toContain('Instellingen …');
  await page.getByText('English', { exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
});

test.runIf(process.platform === 'linux')(
  'closing the window leaves it where it can be reached, if no tray is shown',
  async () => {
    const state = () =>
      app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        return { visible: window?.isVisible(), minimized: window?.isMinimized() };
      });
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.close();
    });
    await expect.poll(state).toMatchObject({ minimized: true });
    expect(await launchAgain({ dataDir: dir })).toBe(0);
    await expect.poll(state).toEqual({ visible: true, minimized: false });
  },
);

test.runIf(process.platform === 'linux')(
  'a window that was closed into the tray soon is none, and the next begins where it was',
  async () => {
    const folder = await makeDataDir();
    const hidden = await launchApp({ dataDir: folder, env: showingTray(folder) });
    try {
      const { page } = hidden;
      const windows = () =>
        hidden.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().map((one) => one.isVisible()),
        );
      const close = () =>
        hidden.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      const pageNamed = (name: string) =>
        page.getByRole('navigation').getByRole('button', { name });
      // What is typed and not saved holds the window.
      await pageNamed('Working time').click();
      await page.getByLabel('First day', { exact: true }).fill('2030-05-06');
      await close();
      await expect.poll(windows).toEqual([false]);
      await new Promise((resolve) => setTimeout(resolve, 12_000));
      expect(await windows()).toEqual([false]);
      await clickTray(hidden, 'Open Sweetspot');
      await expect.poll(windows).toEqual([true]);
      await pageNamed('Working time').click();
      expect(await page.getByLabel('First day', { exact: true }).inputValue()).toBe('2030-05-06');
      const cancel = page.getByRole('button', { name: 'Cancel', exact: true });
      await cancel.and(page.locator(':enabled')).click();

      await pageNamed('Rules').click();
      await close();
      await expect.poll(windows, { timeout: 20_000 }).toEqual([]);
      expect(await launchAgain({ dataDir: folder })).toBe(0);
      const next = await hidden.reattach();
      await next.getByRole('heading', { level: 1, name: 'Rules' }).waitFor();
      expect(await windows()).toEqual([true]);
    } finally {
      await hidden.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
);
