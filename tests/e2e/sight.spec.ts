/** @file What is not measured is said, with what would help; nothing of it is done unasked. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, launchApp, makeDataDir } from '../support/driver.ts';
import { type ScriptedApp, scriptedApp } from '../support/scripted-window.ts';

/** A worker as if GNOME Shell under Wayland stood behind it: it sees nothing until the extension is on. */
const WORKER = `
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
const installed = new URL('./extension-installed', import.meta.url);
const on = new URL('./extension-on', import.meta.url);
const action = workerData.extension;
if (action) {
  if (action === 'install') writeFileSync(installed, '');
  if (action === 'enable' && existsSync(installed)) writeFileSync(on, '');
  if (action === 'remove') for (const file of [installed, on]) rmSync(file, { force: true });
  const state = existsSync(on) ? 'on' : existsSync(installed) ? 'off' : 'absent';
  parentPort.postMessage({ extension: state });
} else {
  const sample = { app: 'firefox', title: 'Feed | LinkedIn — Mozilla Firefox' };
  parentPort.on('message', () => {
    parentPort.postMessage({ sighting: existsSync(on) ? { kind: 'window', key: '1', sample } : null });
  });
}
`;

let scripted: ScriptedApp;
let app: TestApp;
let dataDir: string;

beforeAll(async () => {
  scripted = scriptedApp();
  writeFileSync(join(dirname(scripted.main), 'window-worker.js'), WORKER);
  dataDir = await makeDataDir();
  app = await launchApp({
    dataDir,
    main: scripted.main,
    headless: true,
    env: {
      XDG_SESSION_TYPE: 'wayland',
      WAYLAND_DISPLAY: 'wayland-9',
      XDG_CURRENT_DESKTOP: 'ubuntu:GNOME',
    },
  });
});
afterAll(async () => {
  await app.close();
  scripted.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

test('a block is timed by hand where nothing can be seen, and told of afterwards', async () => {
  const { page } = app;
  const panel = page.getByRole('region', { name: 'Measuring' });
  await page.getByRole('button', { name: 'Start a LinkedIn block' }).click();
  await panel.getByText('By hand since').waitFor();
  await page.getByText('A LinkedIn block has been running since').waitFor();
  await expect
    .poll(async () => await page.getByRole('row', { name: /Other/ }).count(), { timeout: 20_000 })
    .toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Stop the block' }).click();
  await page.getByPlaceholder('What was it?').click();
  await page.getByRole('option', { name: 'Messaging' }).click();
  await page.getByRole('row', { name: /Messaging.*corrected by you/ }).waitFor();
  await page.getByRole('button', { name: 'Start a LinkedIn block' }).waitFor();
  await page.getByText('Nothing is being measured').waitFor();
});

test('GNOME under Wayland is not measured until its extension was installed after a click, and again when it is removed', async () => {
  const { page } = app;
  const installed = () => existsSync(join(dirname(scripted.main), 'extension-installed'));
  await page.getByText('Nothing is being measured').waitFor();
  await page.getByText('Wayland does not show it').waitFor();
  await page.getByText('Not installed.').waitFor();
  expect(installed()).toBe(false);

  await page.getByRole('button', { name: 'Install the extension' }).click();
  await page.getByText('Installed, not on. Sign out and in again').waitFor();
  expect(installed()).toBe(true);
  await page.getByRole('button', { name: 'Switch it on' }).click();
  const panel = page.getByRole('region', { name: 'Measuring' });
  await panel.getByText('Feed since').waitFor();
  await page.getByText('Nothing is being measured').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await page.getByText('Nothing is being measured').waitFor();
  expect(installed()).toBe(false);
});
