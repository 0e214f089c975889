/** @file How the app sits on the desktop: its menu, and its window where no tray is shown. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, launchAgain, launchApp, makeDataDir } from '../support/driver.ts';

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
