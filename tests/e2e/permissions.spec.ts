/**
 * @file The permissions of macOS, in the built app on a stand-in that passes for a Mac: its user gives and takes
 * them, and it counts how often macOS would have asked. What macOS itself does is not shown by this.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findElectron } from '../../build/electron-binary.ts';
import { type TestApp, launchApp, makeDataDir } from '../support/driver.ts';
import { type ScriptedApp, scriptedApp } from '../support/scripted-window.ts';

/** A worker that writes down how deep it was told to look, each time. */
const WORKER = `
import { writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
const sample = { app: 'Safari', title: 'Feed | LinkedIn' };
parentPort.on('message', (depth) => {
  writeFileSync(new URL('./depth', import.meta.url), depth);
  parentPort.postMessage({ sighting: { kind: 'window', key: '1', sample } });
});
`;

const ON_ELECTRON = findElectron() !== undefined;
const lacks = ON_ELECTRON ? ' (skipped: real Electron passes for no other system)' : '';

let scripted: ScriptedApp;
let app: TestApp;
let dataDir: string;

beforeAll(async () => {
  if (ON_ELECTRON) return;
  scripted = scriptedApp();
  writeFileSync(join(dirname(scripted.main), 'window-worker.js'), WORKER);
  dataDir = await makeDataDir();
  app = await launchApp({
    dataDir,
    main: scripted.main,
    headless: true,
    env: { SWEETSPOT_TEST_PLATFORM: 'darwin' },
  });
  // What the app would start is written down in place of being started.
  await app.evaluate(() => {
    const programs = process.getBuiltinModule('node:child_process');
    const started: string[] = [];
    Reflect.set(globalThis, 'startedPrograms', started);
    Reflect.set(programs, 'execFile', (file: string, args: string[], done: (e: Error) => void) => {
      started.push([file, ...args].join(' '));
      done(new Error('Not started'));
    });
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
  });
});
afterAll(async () => {
  if (ON_ELECTRON) return;
  await app.close();
  scripted.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What the user gives, or takes back, in the settings of macOS. */
async function give(permission: 'screen' | 'accessibility', isGiven: boolean): Promise<void> {
  await app.evaluate(
    (electron, [name, value]) =>
      void Reflect.set(Reflect.get(electron, 'permissions') as object, name, value),
    [permission, isGiven] as const,
  );
}

/** How often it was looked at what is given, and how often the user was asked. */
async function count(): Promise<{ looks: number; prompts: number }> {
  return await app.evaluate((electron) => {
    const { looks, prompts } = Reflect.get(electron, 'permissions') as {
      looks: number;
      prompts: number;
    };
    return { looks, prompts };
  });
}

/** Waits for some samples more. */
async function samples(more: number): Promise<void> {
  const { looks } = await count();
  await expect
    .poll(async () => (await count()).looks, { timeout: 20_000 })
    .toBeGreaterThan(looks + more);
}

const started = () =>
  app.evaluate(() => [...(Reflect.get(globalThis, 'startedPrograms') as string[])]);

/** How deep the worker was told to look; empty where it was not. */
function depth(): string {
  const file = join(dirname(scripted.main), 'depth');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

test.skipIf(ON_ELECTRON)(
  `nothing is looked at and nobody is asked before a click${lacks}`,
  async () => {
    const { page } = app;
    await page.getByText('Nothing is being measured').waitFor();
    await page.getByText('A permission is missing').waitFor();
    await samples(5);
    expect((await count()).prompts).toBe(0);
    expect(depth()).toBe('');
    expect(await started()).toEqual([]);

    const ask = page.getByRole('button', { name: 'Ask macOS' });
    await ask.first().click();
    await expect.poll(async () => (await started()).at(-1)).toMatch(/^\/usr\/bin\/open x-apple/);
    expect((await started()).at(-1)).toMatch(/Privacy_ScreenCapture$/);
    expect((await count()).prompts).toBe(0);
    await ask.last().click();
    await expect.poll(async () => (await started()).at(-1)).toMatch(/Privacy_Accessibility$/);
    expect((await count()).prompts).toBe(1);
  },
);

test.skipIf(ON_ELECTRON)(
  `what is given is used within seconds, and what is taken back is said, without a question${lacks}`,
  async () => {
    const { page } = app;
    const panel = page.getByRole('region', { name: 'Measuring' });
    const programs = await started();
    await give('screen', true);
    await panel.getByText('Feed since').waitFor();
    await page.getByText('Nothing is being measured').waitFor({ state: 'detached' });
    expect(depth()).toBe('title');
    await give('accessibility', true);
    await expect.poll(depth, { timeout: 20_000 }).toBe('address');

    await give('accessibility', false);
    await expect.poll(depth, { timeout: 20_000 }).toBe('title');
    await panel.getByText('Feed since').waitFor();
    await give('screen', false);
    await page.getByText('Nothing is being measured').waitFor();
    await page.getByText('A permission is missing').waitFor();
    rmSync(join(dirname(scripted.main), 'depth'));
    await samples(5);
    expect(depth()).toBe('');
    expect((await count()).prompts).toBe(1);
    expect(await started()).toEqual(programs);

    await give('screen', true);
    await panel.getByText('Feed since').waitFor();
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    const titles = page.getByRole('listitem').filter({ hasText: 'Titles of windows' });
    await titles.getByText('Given', { exact: true }).waitFor();

    await give('screen', false);
    await titles.getByText('Not given', { exact: true }).waitFor();
    await page.getByText('Meanwhile you can time a LinkedIn block by hand').waitFor();
  },
);
