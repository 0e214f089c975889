/** @file What the user corrects, deletes and takes back, through the built app in a real browser. */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SpanRow } from '../../shared/domain/report.ts';
import type { WindowApi } from '../../shared/ipc/window-api.ts';
import { runCli } from '../support/cli.ts';
import { type LaunchOptions, type TestApp, launchApp, makeDataDir } from '../support/driver.ts';
import { type ScriptedApp, scriptedApp } from '../support/scripted-window.ts';
import { touchedFiles } from '../support/touched-files.ts';

declare global {
  interface Window {
    readonly api: WindowApi;
  }
}

const BROWSER = 'Google Chrome';
const FEED = { app: BROWSER, title: '(3) Feed | LinkedIn - Google Chrome' };
const MESSAGING = { app: BROWSER, title: 'Messaging | LinkedIn - Google Chrome' };
const EDITOR = { app: 'Code', title: 'main.ts - project - Visual Studio Code' };

let scripted: ScriptedApp;
const folders: string[] = [];
const running: TestApp[] = [];

beforeAll(() => {
  scripted = scriptedApp();
});
afterEach(async () => {
  for (const app of running.splice(0)) await app.close();
});
afterAll(() => {
  scripted.remove();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function launch(settings: object = {}, options: Partial<LaunchOptions> = {}) {
  const dir = await makeDataDir();
  folders.push(dir);
  writeFileSync(join(dir, 'settings.json'), JSON.stringify(settings));
  const app = await launchApp({ dataDir: dir, main: scripted.main, ...options });
  running.push(app);
  return { app, dir, page: app.page };
}

/** Spans as the command line reports them, with the days around for midnight. */
async function spansOf(dir: string): Promise<SpanRow[]> {
  const day = (offset: number) =>
    new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const range = ['--from', day(-1), '--to', day(1)];
  const args = ['report', '--data', dir, ...range, '--by', 'span', '--include-private'];
  const { stdout, stderr } = await runCli(args, { env: { TZ: process.env['TZ'] ?? 'UTC' } });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as SpanRow[];
}

const brief = (spans: readonly SpanRow[]) =>
  spans.map(({ activity, relabelled }) => (relabelled ? `${activity}*` : activity));

/** Is for a while on the feed, then in the messages, then elsewhere. */
async function visitBoth(app: TestApp): Promise<void> {
  const rail = app.page.getByRole('region', { name: 'Measuring' });
  await rail.getByText(/^Feed since/).waitFor({ timeout: 10_000 });
  await wait(2500);
  scripted.show(MESSAGING);
  await rail.getByText(/^Messaging since/).waitFor({ timeout: 10_000 });
  await wait(2500);
  scripted.show(EDITOR);
  await rail.getByText('Not on LinkedIn now').waitFor({ timeout: 10_000 });
}

describe('a span in the list of the day', () => {
  test('is re-labelled by keyboard, everywhere, and back', async () => {
    scripted.show(FEED);
    const { app, dir, page } = await launch();
    await visitBoth(app);
    const open = page.getByRole('button', { name: /^Correct Feed/ });
    await open.focus();
    await page.keyboard.press('Enter');
    const learning = page.getByRole('menuitem', { name: 'Learning' });
    await learning.waitFor();
    // Job search is shielded: it has no name here.
    expect(await page.getByRole('menuitem').allTextContents()).not.toContainEqual(
      expect.stringContaining('Job'),
    );
    await learning.focus();
    await page.keyboard.press('Enter');
    const row = page.getByRole('rowheader', { name: /^Learning/ });
    await row.getByText('corrected by you').waitFor();
    expect(brief(await spansOf(dir))).toEqual(['learning*', 'messaging']);

    await page.getByRole('button', { name: 'Show as table' }).last().click();
    await page.getByText('Learning, corrected by you').waitFor();
    // The way back stays on another page, and the keyboard reaches it.
    await page.getByRole('button', { name: 'Week' }).click();
    await page.getByRole('heading', { level: 1, name: 'Week' }).waitFor();
    await page.getByRole('button', { name: 'Undo: Feed is now Learning.' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Undone.').waitFor();
    expect(brief(await spansOf(dir))).toEqual(['feed', 'messaging']);
  });

  test('is deleted at once, comes back whole, and says so in the log', async () => {
    scripted.show(FEED);
    const { app, dir, page } = await launch();
    await visitBoth(app);
    const before = await spansOf(dir);
    expect(readdirSync(join(dir, 'backups'))).toHaveLength(1);
    await page.getByRole('button', { name: /^Correct Messaging/ }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    const undo = page.getByRole('button', { name: /^Undo: Messaging was deleted/ });
    await undo.waitFor();
    await page.getByText(/undo this for 30 seconds, while Sweetspot stays open/).waitFor();
    expect(brief(await spansOf(dir))).toEqual(['feed']);
    // The copy that had it went with it.
    expect(readdirSync(dir)).not.toContain('backups');
    await undo.click();
    await page.getByRole('rowheader', { name: /^Messaging/ }).waitFor();
    expect(await spansOf(dir)).toEqual(before);
    const actions = await page.evaluate(async () => (await window.api.getActions()).actions);
    expect(actions.map(({ kind, spans, startMs }) => [kind, spans, startMs])).toEqual([
      ['undone', 1, null],
      ['deleted', 1, null],
    ]);
  });
});

test('one activity is erased, and the log of it, each after a question that names what goes with it', async () => {
  scripted.show(FEED);
  const { app, dir, page } = await launch();
  await visitBoth(app);
  await page.getByRole('button', { name: 'Privacy' }).click();
  await page.getByRole('tab', { name: 'Your data' }).click();
  const choose = async (name: string, option: string) => {
    await page.getByRole('combobox', { name }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await choose('What to erase', 'One activity');
  await choose('Activity', 'Messaging');
  await page.getByRole('button', { name: 'Erase …' }).click();
  const question = await page.getByRole('alertdialog').textContent();
  expect(question).toMatch(/all time of “Messaging”.*every back-up\?.*for 30 seconds/);
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByText('Erased: one stretch of time.').waitFor();
  expect(brief(await spansOf(dir))).toEqual(['feed']);
  expect(readdirSync(dir)).not.toContain('backups');

  const log = page.getByRole('region', { name: 'What you did with your data' });
  await log.getByRole('cell', { name: 'Erased', exact: true }).waitFor();
  await page.getByRole('button', { name: /^Undo: / }).click();
  await log.getByRole('cell', { name: 'Undone' }).waitFor();
  const cells = await log.getByRole('row').locator('td:nth-child(2)').allTextContents();
  expect(cells).toEqual(['Undone', 'Erased']);
  expect(brief(await spansOf(dir))).toEqual(['feed', 'messaging']);

  await choose('What to erase', 'The log of your actions');
  await page.getByRole('button', { name: 'Erase …' }).click();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByText('The log was erased.').waitFor();
  await log.getByText('Nothing yet.').waitFor();
  expect(brief(await spansOf(dir))).toEqual(['feed', 'messaging']);
});

describe('the rule that would have done it', () => {
  const PLANTED = 'Zyxwvut Qponmlk';
  const WINDOW = { app: BROWSER, title: `(3) ${PLANTED} | LinkedIn - Google Chrome` };

  /** Whether bytes hold the words of the title, in either form. */
  const holdsWords = (bytes: Buffer) =>
    [Buffer.from(PLANTED), Buffer.from(PLANTED, 'utf16le')].some((form) => bytes.includes(form));

  /** Says of the latest span that it was on learning, and goes to the rule that is offered. */
  async function askForRule(app: TestApp): Promise<void> {
    const { page } = app;
    const rail = page.getByRole('region', { name: 'Measuring' });
    await rail.getByText(/^Networking since/).waitFor({ timeout: 10_000 });
    await wait(2500);
    scripted.show(EDITOR);
    await rail.getByText('Not on LinkedIn now').waitFor({ timeout: 10_000 });
    await page.getByRole('button', { name: /^Correct Networking/ }).click();
    await page.getByRole('menuitem', { name: 'Learning' }).click();
    const offer = page.getByRole('button', { name: 'Make a rule …' });
    await offer.waitFor();
    if (process.platform === 'linux') {
      // Open and mapped for writing while the window is remembered.
      const touched = touchedFiles(app.pid);
      expect(touched.some(({ bytes }) => bytes.includes('learning'))).toBe(true);
      expect(touched.filter(({ bytes }) => holdsWords(bytes)).map(({ path }) => path)).toEqual([]);
    }
    await offer.click();
    await page.getByRole('heading', { name: 'A new rule' }).waitFor();
  }

  /** The files of a folder that hold them. */
  const holding = (dir: string) =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => {
      const file = join(dir, name);
      return statSync(file).isFile() && holdsWords(readFileSync(file));
    });

  test('is offered with its words, tried, saved, and holds from then on', async () => {
    scripted.show(WINDOW);
    const { app, dir, page } = await launch();
    await askForRule(app);
    await page.getByText('nothing of it is kept unless you save this rule').waitFor();
    const text = page.getByLabel('Text', { exact: true });
    expect(await text.inputValue()).toBe(`${PLANTED} | LinkedIn`);
    const verdict = page.getByRole('status', { name: 'What it is by the rules' });
    await verdict.getByText('Learning', { exact: true }).waitFor();
    expect(holding(dir)).toEqual([]);

    await page.getByRole('button', { name: 'Save rule' }).click();
    await page.getByText('The rule was added.').waitFor();
    expect(holding(dir)).toEqual(['settings.json']);
    scripted.show({ ...WINDOW, title: WINDOW.title.replace('(3)', '(4)') });
    await page.getByText(/^Learning since/).waitFor({ timeout: 10_000 });
  });

  test('leaves nothing behind where it is not saved, on disk or on the page', async () => {
    scripted.show(WINDOW);
    const { app, dir, page } = await launch();
    await askForRule(app);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Today' }).click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await page.getByRole('button', { name: 'Rules' }).click();
    await page.getByText('No rules of your own.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Title', exact: true }).inputValue()).toBe('');
    // A change of the settings is among what makes the app forget the window itself.
    await page.evaluate(async () => await window.api.setSettings({ theme: 'dark' }));
    await page.getByRole('button', { name: 'Make a rule …' }).click();
    await page.getByText('The window is not known any more.').waitFor();
    expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('');
    expect(await page.getByRole('combobox', { name: 'Activity' }).inputValue()).toBe('Learning');
    await app.close();
    running.splice(0);
    expect(readdirSync(dir)).toContain('spans.sqlite');
    expect(holding(dir)).toEqual([]);
    expect(app.output()).not.toContain(PLANTED);
  });
});
