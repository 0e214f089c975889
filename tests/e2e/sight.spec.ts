/** @file What is not measured is said, with what would help; nothing of it is done unasked. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, launchApp, makeDataDir, setIdleSeconds } from '../support/driver.ts';
import { type ScriptedApp, scriptedApp } from '../support/scripted-window.ts';

/** A worker that sees something once GNOME Shell runs the extension. */
const WORKER = `
import { existsSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
const on = process.env.SHELL_STATE + '/on';
const sample = { app: 'firefox', title: 'Feed | LinkedIn — Mozilla Firefox' };
parentPort.on('message', () => {
  parentPort.postMessage({ sighting: existsSync(on) ? { kind: 'window', key: '1', sample } : null });
});
`;

/** Stands for `gdbus`, with a GNOME Shell behind it: what it has loaded, and whether that is on, are files. */
const GDBUS = `#!/bin/sh
cd "$SHELL_STATE" || exit 1
case "$*" in
  *ShellVersion*) echo "(<'$(cat version)'>,)" ;;
  *GetExtensionInfo*)
    if [ ! -f loaded ]; then echo '(@a{sv} {},)'
    elif [ -f on ]; then echo "({'version-name': <'$(cat loaded)'>, 'state': <1.0>},)"
    else echo "({'version-name': <'$(cat loaded)'>, 'state': <$(cat state).0>},)"; fi ;;
  *EnableExtension*) [ -f loaded ] && : > on; echo '(true,)' ;;
  *DisableExtension*) rm -f on; echo '(true,)' ;;
  *) exit 1 ;;
esac
`;

let scripted: ScriptedApp;
let app: TestApp;
let dataDir: string;
let home: string;
let shell: string;

/** Changes what GNOME Shell is. */
function set(file: 'loaded' | 'version' | 'state', text: string): void {
  writeFileSync(join(shell, file), text);
}

const folder = () => join(home, '.local/share/gnome-shell/extensions/x-win@miniben90.org');

/** What signing out and in does. */
function beginSession(): void {
  const metadata: unknown = JSON.parse(readFileSync(join(folder(), 'metadata.json'), 'utf8'));
  set('loaded', String(Reflect.get(Object(metadata), 'version-name')));
}

beforeAll(async () => {
  scripted = scriptedApp();
  writeFileSync(join(dirname(scripted.main), 'window-worker.js'), WORKER);
  dataDir = await makeDataDir();
  home = mkdtempSync(join(tmpdir(), 'sweetspot-home-'));
  shell = mkdtempSync(join(tmpdir(), 'sweetspot-shell-'));
  set('version', '46.2');
  set('state', '6');
  writeFileSync(join(shell, 'gdbus'), GDBUS);
  chmodSync(join(shell, 'gdbus'), 0o755);
  app = await launchApp({
    dataDir,
    main: scripted.main,
    headless: true,
    env: {
      XDG_SESSION_TYPE: 'wayland',
      WAYLAND_DISPLAY: 'wayland-9',
      XDG_CURRENT_DESKTOP: 'ubuntu:GNOME',
      HOME: home,
      SHELL_STATE: shell,
      PATH: `${shell}${delimiter}${process.env['PATH'] ?? ''}`,
    },
  });
});

/** Whether the timer by hand stands above the figures of the day, or below them. */
async function timerPlace(): Promise<string> {
  const titles = await app.page
    .getByRole('main')
    .getByRole('heading', { level: 2 })
    .allInnerTexts();
  const [timer, block] = [titles.indexOf('By hand'), titles.indexOf('Block')];
  return timer < 0 || block < 0 ? 'not there' : timer < block ? 'above' : 'below';
}

afterAll(async () => {
  await app.close();
  scripted.remove();
  for (const dir of [dataDir, home, shell]) rmSync(dir, { recursive: true, force: true });
});

test('a block is timed by hand where nothing can be seen, and told of afterwards', async () => {
  const { page } = app;
  const panel = page.getByRole('region', { name: 'Measuring' });
  await expect.poll(timerPlace).toBe('above');
  await page.getByRole('button', { name: 'Start a LinkedIn block' }).click();
  await panel.getByText('By hand since').waitFor();
  await page.getByText('A LinkedIn block has been running since').waitFor();
  expect(await timerPlace()).toBe('above');
  await expect
    .poll(async () => await page.getByRole('row', { name: /Other/ }).count(), { timeout: 20_000 })
    .toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Stop the block' }).click();
  await page.getByPlaceholder('What was it?').click();
  expect(await timerPlace()).toBe('above');
  await page.getByRole('option', { name: 'Messaging' }).click();
  await page.getByRole('row', { name: /Messaging.*corrected by you/ }).waitFor();
  await page.getByRole('button', { name: 'Start a LinkedIn block' }).waitFor();
  await page.getByText('Nothing is being measured').waitFor();
  expect(await timerPlace()).toBe('above');
});

test('where nothing can be seen, each page names the timer by hand but the one that it stands on', async () => {
  const { page } = app;
  const byHand = page.getByText('Meanwhile you can time a LinkedIn block by hand');
  await page.getByText('Not installed.').waitFor();
  expect(await byHand.count()).toBe(0);
  await page.getByRole('button', { name: 'Previous day' }).click();
  await byHand.waitFor();
  await page.getByRole('button', { name: 'Week', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Week' }).waitFor();
  expect(await byHand.count()).toBe(1);
  await page.getByRole('button', { name: 'Today', exact: true }).click();
  await byHand.waitFor({ state: 'detached' });
});

test('GNOME under Wayland is not measured until its extension was installed after a click, and again when it is removed', async () => {
  const { page } = app;
  await page.getByText('Nothing is being measured').waitFor();
  await page.getByText('Wayland does not show it').waitFor();
  await page.getByText('Not installed.').waitFor();
  expect(existsSync(folder())).toBe(false);

  await page.getByRole('button', { name: 'Install the extension' }).click();
  await page.getByText('GNOME loads it when you sign out and in again').waitFor();
  expect(existsSync(join(folder(), 'extension.js'))).toBe(true);
  beginSession();
  const pages = page.getByRole('navigation');
  const settings = pages.getByRole('button', { name: 'Settings', exact: true });
  await settings.click();
  await page.getByText('Installed, not on.').waitFor();
  await page.getByRole('button', { name: 'Switch it on' }).click();
  const panel = page.getByRole('region', { name: 'Measuring' });
  await panel.getByText('Feed since').waitFor();
  await page.getByText('Nothing is being measured').waitFor({ state: 'detached' });
  await page.getByText('On. If still nothing').waitFor();
  await pages.getByRole('button', { name: 'Today', exact: true }).click();
  await expect.poll(timerPlace).toBe('below');
  await settings.click();
  await page.getByText('On. If still nothing').waitFor();

  // Switched off in GNOME's own app, and on again.
  rmSync(join(shell, 'on'));
  await page.getByText('Nothing is being measured').waitFor();
  await page.getByText('Installed, not on.').first().waitFor();
  await page.getByRole('button', { name: 'Switch it on' }).first().click();
  await panel.getByText('Feed since').waitFor();

  await page.getByRole('button', { name: 'Remove it' }).click();
  await page.getByText('Nothing is being measured').waitFor();
  expect(existsSync(folder())).toBe(false);
});

test('a GNOME that became too new for the extension is told, offers to remove it, and may then be tried', async () => {
  const { page } = app;
  const today = page.getByRole('button', { name: 'Today', exact: true });
  // The session before knew it.
  rmSync(join(shell, 'loaded'), { force: true });
  await today.click();
  await page.getByRole('button', { name: 'Install the extension' }).click();
  await page.getByText('GNOME loads it when you sign out and in again').waitFor();
  beginSession();
  set('version', '99.0');
  set('state', '4');
  await page.getByRole('button', { name: 'Week', exact: true }).click();
  await today.click();
  await page.getByText('is of another version and does not load it').waitFor();
  expect(await page.getByRole('button', { name: 'Switch it on' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Remove it' }).click();
  await page.getByText('it has not been tried yet; you may try it').waitFor();
  expect(await page.getByRole('button', { name: 'Install the extension' }).count()).toBe(1);
  await page.getByRole('button', { name: 'Start a LinkedIn block' }).waitFor();
});

test('a system that never tells of being away is recognised and said, on Today and beside the setting, until it tells', async () => {
  const { page } = app;
  const settings = page.getByRole('button', { name: 'Settings', exact: true });
  await settings.click();
  await page.getByText('Away after').waitFor();
  const title = page.getByText('Being away cannot be noticed here');
  expect(await title.count()).toBe(0);

  // It says that the last input was just now, for a minute behind a locked screen, which passes fast here.
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 0;
    powerMonitor.emit('lock-screen');
    const now = performance.now.bind(performance);
    const fromMs = now();
    performance.now = () => fromMs + (now() - fromMs) * 20;
    const later = globalThis.setTimeout;
    Reflect.set(globalThis, 'setTimeout', (run: () => void, ms: number) => later(run, ms / 20));
    Reflect.set(globalThis, 'setTimeoutBefore', later);
  });
  await title.waitFor();
  await app.evaluate(({ powerMonitor }) => {
    Reflect.set(globalThis, 'setTimeout', Reflect.get(globalThis, 'setTimeoutBefore'));
    const aheadMs = performance.now();
    Reflect.deleteProperty(performance, 'now');
    const now = performance.now.bind(performance);
    const fromMs = now();
    performance.now = () => aheadMs + now() - fromMs;
    powerMonitor.emit('unlock-screen');
  });
  const told = page.getByText('This system does not tell when you last used keyboard or mouse');
  // The message, and the setting that is of no use.
  expect(await told.count()).toBe(2);
  await page.getByRole('button', { name: 'Today', exact: true }).click();
  await title.waitFor();
  expect(await told.count()).toBe(1);
  const timer = page.getByRole('region', { name: 'By hand' });
  await timer.getByText('when you lock or pause, and after two hours').waitFor();

  await setIdleSeconds(app, 5);
  await title.waitFor({ state: 'detached' });
  await timer.getByText('when you lock, pause or leave, and after two hours').waitFor();
  await settings.click();
  await page.getByText('Away after').waitFor();
  expect(await told.count()).toBe(0);
});
