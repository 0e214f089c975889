/** @file A moved data folder that cannot be reached: the app starts, measures, says so, and saves once it is back. */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeMoved } from '../../electron/data-folder/moved-folder.ts';
import { runCli } from '../support/cli.ts';
import {
  answerOpenDialog,
  launchApp,
  makeDataDir,
  readTray,
  type TestApp,
} from '../support/driver.ts';
import { type ScriptedApp, scriptedApp } from '../support/scripted-window.ts';

const TRACE = join(import.meta.dirname, '../golden/amsterdam-march/trace.jsonl');
const TODAY = ['--from', '2026-01-01', '--to', '2150-01-01', '--by', 'span'];

const scripted: ScriptedApp = scriptedApp();
const folders: string[] = [];
let app: TestApp | undefined;

scripted.show({ app: 'Google Chrome', title: 'Feed | LinkedIn - Google Chrome' });
afterAll(async () => {
  await app?.close();
  scripted.remove();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An app's own folder that says that the data were moved to a disk, and that disk's folder away. */
async function places() {
  const root = await makeDataDir();
  folders.push(root);
  const home = join(root, 'Sweetspot');
  const disk = join(root, 'disk');
  const away = join(root, 'unplugged');
  mkdirSync(home, { mode: 0o700 });
  expect((await runCli(['replay', TRACE, '--data', away])).status).toBe(0);
  writeMoved(home, { dir: disk });
  const start = {
    untold: true,
    env: { XDG_CONFIG_HOME: root },
    main: scripted.main,
    dataDir: disk,
  };
  return { home, disk, away, start };
}

const spansOf = async (dir: string): Promise<unknown[]> => {
  const { stdout } = await runCli(['report', '--data', dir, ...TODAY]);
  return JSON.parse(stdout) as unknown[];
};

// Elsewhere the system says where an app's folder is, and no variable does.
const onLinux = test.runIf(process.platform === 'linux');

onLinux(
  'the app starts without its disk, measures, and saves once the disk is back',
  async () => {
    const { home, disk, away, start } = await places();
    const before = await spansOf(away);
    app = await launchApp(start);
    const { page } = app;
    await page.getByText('Your data cannot be reached', { exact: true }).waitFor();
    await page.getByText(disk).waitFor();
    expect((await readTray(app))[0]?.label).toBe('Your data cannot be reached …');
    // Nothing invites to begin anew, and nothing does by itself.
    expect(await page.getByText('Working hours').count()).toBe(0);
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('Still not there.').waitFor();
    expect(existsSync(disk)).toBe(false);
    // A span is measured that nothing can store yet.
    await expect
      .poll(
        async () => await page.evaluate(async () => (await window.api.getDay(null)).spans.length),
        { timeout: 15_000 },
      )
      .toBeGreaterThan(0);

    renameSync(away, disk);
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('Your data are back').waitFor();
    expect(await page.getByText('Your data cannot be reached', { exact: true }).count()).toBe(0);
    expect((await readTray(app)).map(({ label }) => label)).not.toContain(
      'Your data cannot be reached …',
    );
    await app.close();
    app = undefined;
    expect((await spansOf(disk)).length).toBeGreaterThan(before.length);
    expect((await spansOf(disk)).slice(0, before.length)).toEqual(before);
    expect(readdirSync(home)).toEqual(['folder.json']);
  },
  90_000,
);

onLinux(
  'the user shows where the data are now, in Dutch',
  async () => {
    const { home, disk, away, start } = await places();
    app = await launchApp({ ...start, locale: 'nl-NL' });
    const { page } = app;
    await app.evaluate(({ app: electron }) => {
      electron.relaunch = () => undefined;
    });
    await page.getByText('Je gegevens zijn niet te bereiken', { exact: true }).waitFor();
    expect((await readTray(app))[0]?.label).toBe('Je gegevens zijn niet te bereiken …');
    await answerOpenDialog(app, home);
    await page.getByRole('button', { name: 'Aanwijzen waar ze staan …' }).click();
    await page.getByText('In die map staan geen gegevens van Sweetspot.').waitFor();
    await answerOpenDialog(app, away);
    await page.getByRole('button', { name: 'Aanwijzen waar ze staan …' }).click();
    expect(await app.exited).toBe(0);
    app = undefined;
    expect(JSON.parse(readFileSync(join(home, 'folder.json'), 'utf8'))).toEqual({ dir: away });
    expect(existsSync(disk)).toBe(false);
  },
  60_000,
);

onLinux(
  "the user goes on in the app's own folder, after a question",
  async () => {
    const { home, disk, away, start } = await places();
    const before = await spansOf(away);
    app = await launchApp(start);
    const { page } = app;
    await app.evaluate(({ app: electron }) => {
      electron.relaunch = () => undefined;
    });
    await page.getByRole('button', { name: 'Go on in the app’s own folder …' }).click();
    await page.getByText('with nothing of what is in the other one').waitFor();
    await page.getByRole('button', { name: 'Go on there' }).click();
    expect(await app.exited).toBe(0);
    app = undefined;
    expect(readdirSync(home)).toContain('spans.sqlite');
    expect(readdirSync(home)).not.toContain('folder.json');
    expect(existsSync(disk)).toBe(false);
    expect(await spansOf(away)).toEqual(before);
  },
  60_000,
);
