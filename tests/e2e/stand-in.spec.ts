/**
 * @file What holds of the built app's ground, be it Electron or its stand-in, shown with a tiny app
 * that has the product's own security.
 */
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  answerSaveDialog,
  clickTray,
  launchAgain,
  launchApp,
  type LaunchOptions,
  makeDataDir,
  readTray,
  type TestApp,
} from '../support/driver.ts';
import { buildFixtureApp } from '../support/fixture-app.ts';

/** What the preload of the fixture app exposes. */
interface Fixture {
  readonly list: { readonly nested: { readonly values: readonly number[] } };
  echo(...values: unknown[]): Promise<{ values: unknown[]; trusted: boolean }>;
  fail(): Promise<never>;
  ask(): Promise<{ canceled: boolean; filePath: string }>;
  refusals(): Promise<number>;
  missing(): Promise<never>;
  sendFunction(): Promise<never>;
  rejectNamed(): Promise<never>;
  onTold(listener: (payload: { at: Date }) => void): () => void;
}

declare global {
  interface Window {
    readonly fixture: Fixture;
    told: unknown[];
  }
}

let main: string;
beforeAll(async () => {
  main = (await buildFixtureApp()).main;
});

const folders: string[] = [];
const running: TestApp[] = [];

async function launch(options: Partial<LaunchOptions> = {}): Promise<TestApp> {
  const dataDir = options.dataDir ?? (await makeDataDir());
  folders.push(dataDir);
  const app = await launchApp({ main, args: [`--data=${dataDir}`], ...options, dataDir });
  running.push(app);
  return app;
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describe('one running app', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await launch();
  });
  afterAll(async () => {
    await app.close();
  });

  test('shows the page, and runs its script and the style that has the nonce', async () => {
    expect(await app.page.title()).toBe('Fixture');
    expect(await app.page.evaluate(() => document.body.dataset['ran'])).toBe('yes');
    const styles = await app.page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return ['--allowed', '--refused'].map((name) => style.getPropertyValue(name));
    });
    expect(styles).toEqual(['yes', '']);
  });

  test('gives the page nothing of Node or Electron', async () => {
    const types = await app.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'electron'].map(
        (name) => typeof Reflect.get(window, name),
      ),
    );
    expect(types).toEqual(types.map(() => 'undefined'));
  });

  test('exposes a frozen copy', async () => {
    const frozen = await app.page.evaluate(() => [
      Object.isFrozen(window.fixture),
      Object.isFrozen(window.fixture.list.nested.values),
      Reflect.set(window.fixture, 'echo', null),
      Reflect.set(window, 'fixture', null),
    ]);
    expect(frozen).toEqual([true, true, false, false]);
  });

  test('carries calls both ways, with all that a structured clone keeps', async () => {
    const result = await app.page.evaluate(async () => {
      const { values, trusted } = await window.fixture.echo(
        undefined,
        new Date(5),
        new Map([['k', new Set([1n])]]),
        -0,
        Number.NaN,
        JSON.parse('{"__proto__":{"a":1}}') as unknown,
      );
      const [nothing, date, map, zero, nan, odd] = values;
      return {
        trusted,
        nothing: nothing === undefined,
        date: date instanceof Date && date.getTime() === 5,
        map: map instanceof Map && map.get('k') instanceof Set,
        zero: Object.is(zero, -0),
        nan: Number.isNaN(nan),
        odd: typeof odd === 'object' && odd !== null && Object.hasOwn(odd, '__proto__'),
      };
    });
    expect(result).toEqual({
      trusted: true,
      nothing: true,
      date: true,
      map: true,
      zero: true,
      nan: true,
      odd: true,
    });
  });

  test('refuses what cannot be cloned, and tells of failures', async () => {
    const messages = await app.page.evaluate(async () => {
      const attempts = [
        window.fixture.sendFunction(),
        window.fixture.fail(),
        window.fixture.missing(),
        window.fixture.rejectNamed(),
      ];
      const results = await Promise.allSettled(attempts);
      return results.map((result) =>
        result.status === 'rejected'
          ? `${String(Reflect.get(Object(result.reason), 'name'))}: ${String(Reflect.get(Object(result.reason), 'message'))}`
          : 'no failure',
      );
    });
    expect(messages[0]).toMatch(/could not be cloned/);
    expect(messages[1]).toMatch(/Error invoking remote method 'fail'.*on purpose/);
    expect(messages[2]).toMatch(/No handler registered for 'missing'/);
    // [electron_api_context_bridge.cc] Of an Error the message alone crosses.
    expect(messages[3]).toBe('Error: a message');
  });

  test('lets the tray push to the page until the page has had enough', async () => {
    expect((await readTray(app)).map(({ label }) => label)).toEqual(['Tell', 'Quit']);
    await app.page.evaluate(() => {
      window.told = [];
      const stop = window.fixture.onTold((payload) => {
        window.told.push(payload.at.getTime());
        stop();
      });
    });
    await clickTray(app, 'Tell');
    await expect.poll(() => app.page.evaluate(() => window.told)).toEqual([0]);
    await clickTray(app, 'Tell');
    await app.page.evaluate(() => window.fixture.echo());
    expect(await app.page.evaluate(() => window.told)).toEqual([0]);
  });

  test('cancels dialogs until a test answers them', async () => {
    const ask = () => app.page.evaluate(() => window.fixture.ask());
    await answerSaveDialog(app, null);
    expect(await ask()).toEqual({ canceled: true, filePath: '' });
    await answerSaveDialog(app, '/somewhere/report.csv');
    expect(await ask()).toEqual({ canceled: false, filePath: '/somewhere/report.csv' });
  });

  test('stops what the policy forbids, in the page', async () => {
    const outcome = await app.page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        violations.push(event.effectiveDirective);
      });
      const fetched = await fetch('https://example.com/').then(
        () => 'loaded',
        () => 'failed',
      );
      const image = new Image();
      const loaded = new Promise((resolve) => {
        image.onload = () => {
          resolve('loaded');
        };
        image.onerror = () => {
          resolve('failed');
        };
      });
      image.src = 'https://example.com/pixel.png';
      const inline = document.createElement('script');
      inline.textContent = 'window.inline = true';
      document.body.append(inline);
      // What a test evaluates may do more than the page's own script, which tried this at start.
      const evaluated = document.body.dataset['eval'];
      const result = [fetched, await loaded, typeof Reflect.get(window, 'inline'), evaluated];
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { result, violations: violations.sort() };
    });
    expect(outcome.result).toEqual(['failed', 'failed', 'undefined', 'refused']);
    expect(outcome.violations).toEqual(['connect-src', 'img-src', 'script-src-elem']);
  });

  test('stays where it is, opens nothing, and counts the attempts', async () => {
    const { page } = app;
    const before = await page.evaluate(() => window.fixture.refusals());
    const url = page.url();
    await page.evaluate(() => {
      window.location.href = 'https://example.com/elsewhere';
    });
    await expect.poll(() => page.evaluate(() => window.fixture.refusals())).toBe(before + 1);
    await page.evaluate(() => window.open('https://example.com/popup'));
    await expect.poll(() => page.evaluate(() => window.fixture.refusals())).toBe(before + 2);
    await page.evaluate(() => {
      window.location.href = '/assets/none.js';
    });
    await page.evaluate(() => window.fixture.echo());
    expect(page.url()).toBe(url);
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
    expect(await page.title()).toBe('Fixture');
  });

  test('loads a page anew while it is still loading', async () => {
    const outcome = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const url = window?.webContents.getURL() ?? '';
      const first = window?.loadURL(url).catch(() => undefined);
      const second = window?.loadURL(url).then(() => 'loaded', String);
      await first;
      return await second;
    });
    expect(outcome).toBe('loaded');
    await expect.poll(() => app.page.title()).toBe('Fixture');
  });

  test('lets no permission through', async () => {
    const states = await app.page.evaluate(async () =>
      Promise.all(
        (['geolocation', 'notifications', 'camera', 'microphone'] as const).map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    );
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
  });

  test('follows the theme that the app sets', async () => {
    const isDark = () =>
      app.page.evaluate(() => window.matchMedia('(prefers-color-scheme: dark)').matches);
    const set = (source: 'light' | 'dark') =>
      app.evaluate(({ nativeTheme }, wanted) => {
        nativeTheme.themeSource = wanted;
        return nativeTheme.shouldUseDarkColors;
      }, source);
    expect(await set('dark')).toBe(true);
    await expect.poll(isDark).toBe(true);
    expect(await set('light')).toBe(false);
    await expect.poll(isDark).toBe(false);
  });

  test('guards a second session as well', async () => {
    const before = await app.page.evaluate(() => window.fixture.refusals());
    const outcome = await app.evaluate(async ({ BrowserWindow, session }) => {
      const other = new BrowserWindow({ show: false, webPreferences: { partition: 'other' } });
      const loaded = await other.loadURL('https://example.com/').then(
        () => 'loaded',
        () => 'refused',
      );
      other.destroy();
      return { loaded, spelling: session.fromPartition('other').isSpellCheckerEnabled() };
    });
    expect(outcome).toEqual({ loaded: 'refused', spelling: false });
    expect(await app.page.evaluate(() => window.fixture.refusals())).toBe(before + 1);
  });

  test('has its switches in the running process', async () => {
    const values = await app.evaluate(({ app: electronApp }) =>
      ['host-resolver-rules', 'webrtc-ip-handling-policy'].map((name) =>
        electronApp.commandLine.getSwitchValue(name),
      ),
    );
    expect(values).toEqual(['MAP * ~NOTFOUND', 'disable_non_proxied_udp']);
  });
});

describe('starting and ending', () => {
  beforeEach(() => {
    running.length = 0;
  });
  afterEach(async () => {
    for (const app of running) await app.kill();
  });

  test('hides when its window is closed, and shows again for a second start', async () => {
    const app = await launch();
    const dataDir = folders.at(-1) ?? '';
    const isVisible = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.isVisible()));
    await expect.poll(isVisible).toEqual([true]);
    await app.page.close();
    await expect.poll(isVisible).toEqual([false]);

    expect(await launchAgain({ dataDir, main, args: [`--data=${dataDir}`] })).toBe(0);
    await expect.poll(isVisible).toEqual([true]);
    expect(await (await app.reattach()).title()).toBe('Fixture');
  });

  test('quits from the tray with status 0', async () => {
    const app = await launch();
    await clickTray(app, 'Quit');
    expect(await app.exited).toBe(0);
  });

  test('takes its language and colours from the system', async () => {
    const app = await launch({ locale: 'nl-NL', colorScheme: 'dark' });
    const told = await app.evaluate(({ app: electronApp, nativeTheme }) => ({
      languages: electronApp.getPreferredSystemLanguages(),
      locale: electronApp.getSystemLocale(),
      dark: nativeTheme.shouldUseDarkColors,
    }));
    expect(told).toEqual({ languages: ['nl-NL'], locale: 'nl-NL', dark: true });
    const seen = await app.page.evaluate(() => [
      navigator.language,
      String(window.matchMedia('(prefers-color-scheme: dark)').matches),
    ]);
    expect(seen).toEqual([expect.stringMatching(/^nl/), 'true']);
  });
});
