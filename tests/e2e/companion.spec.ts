import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOST_NAME, readState } from '../../companion/contract.ts';
import { HOST_SWITCH } from '../../companion/host/run-host.ts';
import { ownFolder, runtimeFolder } from '../../companion/runtime-folder.ts';
import { violationsOf } from '../support/axe.ts';
import { launchAgain, launchApp, makeDataDir } from '../support/driver.ts';
import { HELLO } from '../support/native-messages.ts';
import { tempDir } from '../support/temp-dir.ts';

const isLinux = process.platform === 'linux';

test.skipIf(!isLinux)(
  'a browser is connected and taken away on its page, which tells who speaks',
  async () => {
    const [home, session] = [tempDir(), tempDir()];
    mkdirSync(join(home, '.config/chromium'), { recursive: true });
    const env = { HOME: home, XDG_CONFIG_HOME: '', XDG_DATA_HOME: '', XDG_RUNTIME_DIR: session };
    const app = await launchApp({ dataDir: await makeDataDir(), env });
    try {
      const { page } = app;
      await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('button', { name: 'Connect a browser …' }).click();
      await page.getByText('Not connected.').waitFor();
      const hosts = join(home, '.config/chromium/NativeMessagingHosts');
      expect(existsSync(hosts)).toBe(false);

      await page.getByRole('button', { name: 'Connect Chromium' }).click();
      await page.getByText('No extension speaks').waitFor();
      expect(readdirSync(hosts).sort()).toEqual([`${HOST_NAME}.json`, `${HOST_NAME}.sh`]);
      const folder = join(home, '.local/share/sweetspot-companion');
      await page.getByText(folder).waitFor();
      expect(readdirSync(folder)).toContain('manifest.json');

      const states = runtimeFolder(env);
      expect(ownFolder(states)).toBe(true);
      const state = {
        ...HELLO,
        browser: 'chromium',
        pid: process.pid,
        word: 'feed',
        atMs: Date.now(),
      };
      expect(readState(JSON.stringify(state))).toEqual(state);
      const file = join(states, 'state.json');
      writeFileSync(file, JSON.stringify(state));
      // The app may have another clock than the file system.
      utimesSync(file, new Date(), new Date());
      await page.getByText('The companion speaks.').waitFor();

      expect(await violationsOf(page)).toEqual([]);
      await page.evaluate(() => window.api.setSettings({ language: 'nl', theme: 'dark' }));
      await page.getByText('De companion spreekt.').waitFor();
      await page.waitForFunction(() => document.getAnimations().length === 0);
      expect(await violationsOf(page)).toEqual([]);
      await page.evaluate(() => window.api.setSettings({ language: 'en', theme: 'light' }));

      await page.getByRole('button', { name: 'Remove the connection with Chromium' }).click();
      await expect.poll(() => readdirSync(hosts)).toEqual([]);
      expect(existsSync(folder)).toBe(false);
    } finally {
      await app.close();
    }
  },
);

test.skipIf(!isLinux)(
  'started as a host, the app opens no data, and ends with its input',
  async () => {
    const [dataDir, session] = [await makeDataDir(), tempDir()];
    const args = [`${HOST_SWITCH}firefox`, 'manifest.json', 'companion@sweetspot.app'];
    const env = { XDG_RUNTIME_DIR: session };
    expect(await launchAgain({ dataDir, args, env })).toBe(0);
    expect(readdirSync(dataDir)).toEqual([]);
    expect(readdirSync(runtimeFolder(env))).toEqual([]);
  },
);
