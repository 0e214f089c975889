/** @file Starting with the session, on Linux as it is installed: the file that the session reads. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { clickTray, readTray, startApp, type TestApp } from '../support/driver.ts';
import { useScriptedApp } from '../support/scripted-tests.ts';
import { withDatabase } from '../support/stored-spans.ts';

const scripted = useScriptedApp();

const HOUR_MS = 60 * 60_000;
const ALWAYS = { from: '00:00', to: '24:00' };

/** Working time around the clock, so that an hour of yesterday is one whatever the day. */
const SETTINGS = {
  language: 'en',
  schedules: [
    {
      weeks: [
        Object.fromEntries(
          ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(
            (day) => [day, [ALWAYS]],
          ),
        ),
      ],
    },
  ],
};

async function setUp() {
  const dir = await scripted.dataDir();
  const config = await scripted.dataDir();
  writeFileSync(join(dir, 'settings.json'), JSON.stringify(SETTINGS));
  withDatabase(dataFolder(dir), (database) => {
    const startedAtMs = Date.now() - 26 * HOUR_MS;
    const span = { activity: 'elsewhere', zone: 'UTC', relabelled: false, manual: false } as const;
    createSpanRepository(database).apply({
      saved: [{ ...span, startedAtMs, endedAtMs: startedAtMs + 2 * HOUR_MS }],
      removed: [],
    });
  });
  const env = { ELECTRON_FORCE_IS_PACKAGED: 'true', XDG_CONFIG_HOME: config };
  const start = (args: readonly string[] = []) => scripted.launch(dir, { env, args });
  return { dir, env, start, file: join(config, 'autostart/sweetspot.desktop') };
}

const QUESTION = 'Start when you log in?';

async function openSettings({ page }: TestApp) {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  return page.getByRole('switch', { name: 'Start when I log in' });
}

describe.runIf(process.platform === 'linux')('starting with the session', () => {
  test('is off, is asked once, and can be declined for good', async () => {
    const { start, file } = await setUp();
    const app = await start();
    await app.page.getByText(QUESTION).waitFor();
    expect(existsSync(file)).toBe(false);
    await app.page.getByRole('button', { name: 'No', exact: true }).click();
    await app.page.getByText(QUESTION).waitFor({ state: 'hidden' });
    await app.close();
    scripted.running.length = 0;
    const again = await start();
    const row = await openSettings(again);
    await row.waitFor();
    expect(await row.isChecked()).toBe(false);
    expect(await again.page.getByText(QUESTION).count()).toBe(0);
    expect(existsSync(file)).toBe(false);
  });

  test('is a file of the session, which the user’s own desktop can switch off', async () => {
    const { start, file } = await setUp();
    const app = await start();
    await app.page.getByRole('button', { name: 'Start when I log in' }).click();
    await expect.poll(() => existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toMatch(/^Exec=.* --hidden$/m);
    const row = await openSettings(app);
    await expect.poll(() => row.isChecked()).toBe(true);
    // As desktops do when it is switched off in their settings.
    writeFileSync(file, `${readFileSync(file, 'utf8')}Hidden=true\n`);
    await app.page.getByRole('button', { name: 'Today', exact: true }).click();
    const seen = await openSettings(app);
    await expect.poll(() => seen.isChecked()).toBe(false);
    await seen.press(' ');
    await expect.poll(() => readFileSync(file, 'utf8')).not.toContain('Hidden=true');
    await expect.poll(() => seen.isChecked()).toBe(true);
    await seen.press(' ');
    await expect.poll(() => existsSync(file)).toBe(false);
    rmSync(file, { force: true });
  });

  test('comes to the tray without a window', async () => {
    const { dir, env } = await setUp();
    const app = await startApp({ dataDir: dir, env, main: scripted.main, args: ['--hidden'] });
    try {
      await expect.poll(() => readTray(app).catch(() => []), { timeout: 60_000 }).not.toEqual([]);
      const windows = () =>
        app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().map((one) => one.isVisible()),
        );
      expect(await windows()).toEqual([]);
      // A page that is chosen brings the window, which begins with it.
      await clickTray(app, 'This week');
      const page = await app.attach();
      await page.getByRole('heading', { level: 1, name: /^Week/ }).waitFor();
      expect(await windows()).toEqual([true]);
    } finally {
      await app.close();
    }
  });
});
