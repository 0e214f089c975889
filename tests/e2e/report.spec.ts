/** @file A report from the page to the disk, the clipboard and paper, through the built app. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCsv } from '../../renderer/features/report/read-file.ts';
import { runCli } from '../support/cli.ts';
import { type TestApp, answerSaveDialog, launchApp, makeDataDir } from '../support/driver.ts';
import { tableCells } from '../support/table-cells.ts';
import { WAYS } from '../support/ways.ts';

const TRACE = join(import.meta.dirname, '../golden/amsterdam-march/trace.jsonl');

let app: TestApp;
let dir: string;

beforeAll(async () => {
  dir = await makeDataDir();
  expect((await runCli(['replay', TRACE, '--data', dir])).status).toBe(0);
  app = await launchApp({ dataDir: dir });
});
afterAll(async () => {
  await app.close();
  await rm(dir, { recursive: true, force: true });
});

test('what is shown is what is saved, and what the command line gives', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Report', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Report' }).waitFor();
  await page.getByRole('combobox', { name: 'Days' }).click();
  await page.getByRole('option', { name: 'Choose days' }).click();
  await page.getByLabel('From', { exact: true }).fill('2026-03-23');
  await page.getByLabel('Up to and including').fill('2026-04-05');
  await page.getByRole('heading', { name: 'sweetspot-2026-03-23-2026-04-05.csv' }).waitFor();
  expect(await page.getByRole('checkbox', { name: 'With private time' }).isChecked()).toBe(false);
  const shown = await tableCells(page.getByRole('table').first());
  expect(shown).toHaveLength(15);

  const file = join(dir, 'report.csv');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: 'Save …', exact: true }).click();
  await page.getByText('Saved.', { exact: true }).waitFor();
  const saved = await readFile(file, 'utf8');
  expect(parseCsv(saved, ',')).toEqual(shown);
  const range = ['--from', '2026-03-23', '--to', '2026-04-05', '--by', 'day'];
  const { stdout } = await runCli(
    ['report', '--data', dir, ...range, '--format', 'csv', '--delimiter', ','],
    { env: { TZ: process.env['TZ'] ?? 'UTC' } },
  );
  expect(saved).toBe(stdout);

  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByText('Copied.').waitFor();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(saved.slice(1));

  const paper = join(dir, 'report.pdf');
  await answerSaveDialog(app, paper);
  await page.getByRole('button', { name: 'Save as PDF …' }).click();
  await page.getByText('Saved as PDF.').waitFor({ timeout: 20_000 });
  const pdf = await readFile(paper, 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
});

test('private time is off again after the file that it was asked for', async () => {
  const { page } = app;
  const tick = page.getByRole('checkbox', { name: 'With private time' });
  await tick.click();
  await page.getByRole('columnheader', { name: 'private_min' }).waitFor();
  const file = join(dir, 'private.csv');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: 'Save …', exact: true }).click();
  await page.getByText('Saved.', { exact: true }).waitFor();
  expect(await readFile(file, 'utf8')).toContain('private_min');
  await page.getByRole('columnheader', { name: 'private_min' }).waitFor({ state: 'detached' });
  expect(await tick.isChecked()).toBe(false);
});

describe.each(WAYS)('by $name', (way) => {
  test('it opens on the last whole week, for a spreadsheet; a preset chooses the rest', async () => {
    const { page } = app;
    const open = (name: string) =>
      way.press(page.getByRole('navigation').getByRole('button', { name, exact: true }));
    await open('Today');
    await open('Report');
    const days = page.getByRole('combobox', { name: 'Days' });
    expect(await days.inputValue()).toBe('Last week');
    const preset = (name: string) => page.getByRole('radio', { name, exact: true });
    expect(await preset('For a spreadsheet').isChecked()).toBe(true);
    await page
      .getByRole('main')
      .getByText(/^This is a self-report/)
      .waitFor();

    await way.press(preset('All data'));
    await page.getByRole('heading', { name: /^sweetspot-.*\.json$/ }).waitFor();
    await way.press(preset('For a spreadsheet'));
    await way.choose(days, 'Last quarter');
    await page.getByRole('columnheader', { name: 'date', exact: true }).waitFor();
    await way.press(page.locator('summary').filter({ hasText: 'More' }));
    const language = page.getByRole('combobox', { name: 'Language of the headers' });
    await way.choose(language, 'Nederlands');
    await page.getByRole('columnheader', { name: 'Datum', exact: true }).waitFor();
    const file = join(dir, `${way.name}.csv`);
    await answerSaveDialog(app, file);
    await way.press(page.getByRole('button', { name: 'Save …', exact: true }));
    await page.getByText('Saved.', { exact: true }).waitFor();
    expect(await readFile(file, 'utf8')).toMatch(/^\uFEFFDatum/);

    await way.press(preset('For my talk (PDF)'));
    await way.fill(page.getByRole('textbox', { name: 'What I would like to change' }), 'Tuesdays');
    await page.getByRole('region', { name: 'The pages' }).getByText('Tuesdays').waitFor();
  });
});
