/** @file The privacy page over the built app: it shows what the file has, and what it erases is gone. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { type TestApp } from '../support/driver.ts';
import { useScriptedApp } from '../support/scripted-tests.ts';

const BROWSER = 'Google Chrome';
const FEED = { app: BROWSER, title: '(3) Feed | LinkedIn - Google Chrome' };
const MESSAGING = { app: BROWSER, title: 'Messaging | LinkedIn - Google Chrome' };
const TRACE = join(import.meta.dirname, '../golden/amsterdam-march/trace.jsonl');

const scripted = useScriptedApp();
const { running, dataDir } = scripted;

async function launch(dir: string): Promise<TestApp> {
  const app = await scripted.launch(dir);
  await app.page.getByRole('button', { name: 'Privacy', exact: true }).click();
  await app.page.getByRole('heading', { level: 1, name: 'Privacy' }).waitFor();
  await app.page.getByRole('heading', { name: 'What is stored' }).waitFor();
  return app;
}

interface Row {
  readonly started_at: number;
  readonly ended_at: number;
  readonly activity: string;
}

function storedRows(dir: string): Row[] {
  const database = new DatabaseSync(join(dir, 'spans.sqlite'), { readOnly: true });
  try {
    const rows: unknown = database.prepare('SELECT * FROM spans ORDER BY started_at').all();
    return rows as Row[];
  } finally {
    database.close();
  }
}

async function erase(app: TestApp, kind: string): Promise<void> {
  const { page } = app;
  await page.getByRole('tab', { name: 'Your data' }).click();
  await page.getByRole('combobox', { name: 'What to erase' }).click();
  await page.getByRole('option', { name: kind, exact: true }).click();
  await page.getByRole('button', { name: 'Erase …' }).click();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByText(/^Erased: |^There was nothing/).waitFor();
}

test('shows the rows, files and ports as the system has them', async () => {
  const dir = await dataDir();
  expect((await runCli(['replay', TRACE, '--data', dir])).status).toBe(0);
  scripted.show(null);
  const { page } = await launch(dir);
  const rows = storedRows(dir);
  await page.getByText(`${rows.length} rows in the table “spans”`).waitFor();
  const newest = rows.at(-1);
  const cells = page
    .getByRole('group', { name: 'spans' })
    .getByRole('row')
    .nth(1)
    .getByRole('cell');
  const [start = '', end = '', activity] = await cells.allInnerTexts();
  // The number as it lies in the file, and the moment that it is.
  expect(start).toMatch(new RegExp(`^${String(newest?.started_at)}\\s+\\S.*, \\d`));
  expect(end).toContain(String(newest?.ended_at));
  expect(activity).toBe(newest?.activity);
  await page.getByText(/^The tables “actions”, .* are empty\.$/).waitFor();
  await page.getByRole('button', { name: /^Technical:/ }).click();
  if (process.platform !== 'win32') {
    for (const name of ['spans.sqlite', 'settings.json']) {
      const row = page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });
      if (!readdirSync(dir).includes(name)) continue;
      expect(statSync(join(dir, name)).mode & 0o777).toBe(0o600);
      expect(await row.innerText()).toContain('rw-------');
    }
  }
});

test('erasing the last minutes ends what runs, and the tracker writes none of it back', async () => {
  const dir = await dataDir();
  scripted.show(FEED);
  const app = await launch(dir);
  await app.page.getByText(/^Feed since/).waitFor();
  await wait(3000);
  await erase(app, 'The last 15 minutes');
  const erasedAt = Date.now();
  await wait(7000);
  scripted.show(MESSAGING);
  await app.page.getByText(/^Messaging since/).waitFor();
  await app.close();
  running.length = 0;
  const rows = storedRows(dir).filter(({ activity }) => activity !== 'elsewhere');
  expect(rows.map(({ activity }) => activity)).toEqual(['feed', 'messaging']);
  // The click comes a little before this moment.
  expect(rows[0]?.started_at).toBeGreaterThan(erasedAt - 2000);
});

test('erasing everything leaves no byte of it, copies included', async () => {
  const dir = await dataDir();
  expect((await runCli(['replay', TRACE, '--data', dir])).status).toBe(0);
  scripted.show(null);
  const app = await launch(dir);
  await expect.poll(() => readdirSync(dir).includes('backups')).toBe(true);
  const files = () =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(dir, name))
      .filter((file) => statSync(file).isFile());
  const holds = () =>
    files().filter((file) => readFileSync(file).includes('networking' + 'Europe/Amsterdam'));
  expect(holds().length).toBeGreaterThan(1);
  await erase(app, 'Everything');
  expect(holds()).toEqual([]);
  expect(storedRows(dir).filter(({ started_at }) => started_at < Date.now() - 60_000)).toEqual([]);
});

test('refusals are counted over all starts', async () => {
  const dir = await dataDir();
  scripted.show(null);
  const app = await launch(dir);
  await app.page.evaluate(() => fetch('https://outside.example/').catch(() => undefined));
  const view = () => app.page.evaluate(() => window.api.getPrivacy());
  await expect.poll(async () => (await view()).refusedSinceStart).toBeGreaterThan(0);
  const { refusedEver } = await view();
  await app.close();
  running.length = 0;
  const again = await launch(dir);
  const after = await again.page.evaluate(() => window.api.getPrivacy());
  expect([after.refusedSinceStart, after.refusedEver]).toEqual([0, refusedEver]);
  await again.page.getByText(`${refusedEver} ever`).waitFor();
});
