/** @file "Your data" over the built app: how long spans are kept, everything out and in again, and elsewhere. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { localZone } from '../../shared/local-zone.ts';
import { LAST_EXPORTED_DAY, writeActivityWatchExport } from '../bench/activitywatch-export.ts';
import { runCli } from '../support/cli.ts';
import {
  answerOpenDialog,
  answerSaveDialog,
  launchApp,
  makeDataDir,
  type TestApp,
} from '../support/driver.ts';
import { type ScriptedApp, scriptedApp } from '../support/scripted-window.ts';

const TRACE = join(import.meta.dirname, '../golden/amsterdam-march/trace.jsonl');
const RANGE = ['--from', '2026-03-01', '--to', '2026-04-30'];

let scripted: ScriptedApp;
const folders: string[] = [];
let app: TestApp | undefined;

beforeAll(() => {
  scripted = scriptedApp();
  scripted.show(null);
});
afterEach(async () => {
  await app?.close();
  app = undefined;
});
afterAll(() => {
  scripted.remove();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function openYourData({ page }: TestApp): Promise<void> {
  await page.getByRole('button', { name: 'Privacy', exact: true }).click();
  await page.getByRole('tab', { name: 'Your data' }).click();
}

test('older spans become day totals after a question, and every figure stays', async () => {
  const dir = await makeDataDir();
  folders.push(dir);
  expect((await runCli(['replay', TRACE, '--data', dir])).status).toBe(0);
  const report = async () =>
    (await runCli(['report', '--data', dir, ...RANGE, '--by', 'day', '--include-private'])).stdout;
  const before = await report();
  app = await launchApp({ dataDir: dir, main: scripted.main });
  const { page } = app;
  await page.getByText('How long do you want to keep the moments?').waitFor();
  await page.getByRole('button', { name: 'Choose', exact: true }).click();
  await page.getByRole('combobox', { name: 'Keep spans' }).click();
  await page.getByRole('option', { name: '13 weeks' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('button', { name: 'Yes, from now on' }).click();
  await page.getByText('Older days are totals now').waitFor();
  expect(await page.getByText('How long do you want to keep the moments?').count()).toBe(0);
  await app.close();
  app = undefined;
  expect(await report()).toBe(before);
  const database = new DatabaseSync(join(dir, 'spans.sqlite'), { readOnly: true });
  const old = database
    .prepare('SELECT count(*) AS n FROM spans WHERE ended_at < ?')
    .get(Date.UTC(2026, 4, 1));
  database.close();
  expect(old?.['n']).toBe(0);
  const spans = await runCli(['report', '--data', dir, ...RANGE, '--by', 'span']);
  expect(spans.stdout.trim()).toBe('[]');
  expect(spans.stderr).toContain('totals alone');
  expect(existsSync(join(dir, 'settings.json'))).toBe(true);
}, 90_000);

test('what was saved as one file is taken over by another app, after a look at it, and once', async () => {
  const [dir, other] = [await makeDataDir(), await makeDataDir()];
  folders.push(dir, other);
  expect((await runCli(['replay', TRACE, '--data', dir])).status).toBe(0);
  const file = join(dir, 'everything.json');
  app = await launchApp({ dataDir: dir, main: scripted.main });
  await answerSaveDialog(app, file);
  await openYourData(app);
  await app.page.getByRole('button', { name: 'Save everything …' }).click();
  await app.page.getByText('Saved.', { exact: true }).waitFor();
  await app.close();

  app = await launchApp({ dataDir: other, main: scripted.main });
  const { page } = app;
  await openYourData(app);
  const open = page.getByRole('button', { name: 'Take over a file …' });
  await answerOpenDialog(app, join(dir, 'spans.sqlite'));
  await open.click();
  await page.getByText('This file cannot be taken over').waitFor();
  await answerOpenDialog(app, file);
  await open.click();
  await page.getByText(/of them are new, in whole or in part, from/).waitFor();
  await page.getByRole('button', { name: 'Take over', exact: true }).click();
  await page.getByText(/^Taken over: \d+ spans/).waitFor();
  await open.click();
  await page.getByText('All of its time is here already.').waitFor();
  await app.close();
  app = undefined;
  const report = (data: string) =>
    runCli(['report', '--data', data, ...RANGE, '--by', 'day', '--include-private']);
  expect(await report(other)).toEqual(await report(dir));
}, 120_000);

const spansOf = async (dir: string) =>
  (await runCli(['report', '--data', dir, ...RANGE, '--by', 'span'])).stdout;

test('an export of ActivityWatch is read beside the tracker, shown, and taken over whole and once', async () => {
  const dir = await makeDataDir();
  folders.push(dir);
  const file = join(dir, 'export.json');
  writeActivityWatchExport(file, 4);
  app = await launchApp({ dataDir: dir, main: scripted.main });
  const { page } = app;
  await openYourData(app);
  const open = page.getByRole('button', { name: 'Choose an export …' });
  await answerOpenDialog(app, TRACE);
  await open.click();
  await page.getByText('This file cannot be taken over').waitFor();
  await answerOpenDialog(app, file);
  await open.click();
  const preview = page.getByRole('group', { name: 'What would come in' });
  await preview.getByText(/spans are new,\s+on \d+ days/).waitFor();
  await preview.getByRole('row', { name: /^Feed/ }).waitFor();
  expect(await spansOf(dir)).toBe('[]\n');
  await preview.getByRole('button', { name: 'Take over', exact: true }).click();
  await page.getByText(/^Taken over: [\d,]+ spans/).waitFor();
  await open.click();
  await preview.getByText('It has no time that is not here already.').waitFor();
  expect(await preview.getByRole('button', { name: 'Take over' }).isDisabled()).toBe(true);
  await app.close();
  app = undefined;

  const other = await makeDataDir();
  folders.push(other);
  // What comes in is of the place where it is read.
  const imported = await runCli(['import', 'activitywatch', file, '--data', other], {
    env: { TZ: localZone() },
  });
  expect(imported.status).toBe(0);
  // Not until today: in working time the running app measures too, and only one of both folders has it.
  const all = ['--from', '2020-01-01', '--to', LAST_EXPORTED_DAY, '--by', 'week'];
  const weeks = async (data: string) => (await runCli(['report', '--data', data, ...all])).stdout;
  const exported = await weeks(other);
  expect(exported).toContain('"feed"');
  expect(await weeks(dir)).toBe(exported);
  const database = new DatabaseSync(join(dir, 'spans.sqlite'), { readOnly: true });
  expect(database.prepare('SELECT kind, start_at FROM actions').all()).toEqual([
    { kind: 'imported', start_at: null },
  ]);
  database.close();
}, 120_000);

// Elsewhere the system says where an app's folder is, and no variable does.
test.runIf(process.platform === 'linux')(
  'the data go to another folder with the same figures, and the next start erases the old place',
  async () => {
    const root = await makeDataDir();
    folders.push(root);
    const home = join(root, 'Sweetspot');
    const next = join(root, 'next');
    mkdirSync(home, { mode: 0o700 });
    mkdirSync(next);
    expect((await runCli(['replay', TRACE, '--data', home])).status).toBe(0);
    const before = await spansOf(home);
    const start = {
      untold: true,
      env: { XDG_CONFIG_HOME: root },
      main: scripted.main,
    };

    app = await launchApp({ ...start, dataDir: home });
    await app.evaluate(({ app: electron }) => {
      electron.relaunch = () => undefined;
    });
    await openYourData(app);
    await answerOpenDialog(app, home);
    await app.page.getByRole('button', { name: 'Choose a folder' }).click();
    await app.page.getByText('is, or lies in, the one that your data are in').waitFor();
    await answerOpenDialog(app, next);
    await app.page.getByRole('button', { name: 'Choose a folder' }).click();
    await app.page.getByRole('button', { name: 'Move and start again' }).click();
    expect(await app.exited).toBe(0);

    app = await launchApp({ ...start, dataDir: next });
    await app.page.getByRole('button', { name: 'Privacy', exact: true }).click();
    await app.page.getByRole('button', { name: /^Technical:/ }).click();
    await app.page.getByText(next).first().waitFor();
    await app.close();
    app = undefined;
    expect(await spansOf(next)).toBe(before);
    expect(readdirSync(home)).toEqual(['folder.json']);
  },
);

test('a cloud folder is warned of with the way to move; with --data the page does not move it', async () => {
  const root = await makeDataDir();
  folders.push(root);
  const dataDir = join(root, 'Dropbox');
  mkdirSync(dataDir);
  app = await launchApp({ dataDir, main: scripted.main });
  const { page } = app;
  await page.getByRole('button', { name: 'Privacy', exact: true }).click();
  await page.getByText('in one that a cloud service copies').waitFor();
  await page.getByRole('button', { name: 'Move your data …' }).click();
  const choose = page.getByRole('button', { name: 'Choose a folder' });
  await choose.waitFor();
  expect(await choose.evaluate((button) => button.getBoundingClientRect().top)).toBeLessThan(
    await page.evaluate(() => window.innerHeight),
  );
  await choose.click();
  await page.getByText('was started with --data').waitFor();
});
