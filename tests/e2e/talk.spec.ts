/** @file The pages of a talk: what was agreed, what was measured, what the user wants to change, on paper in either language. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillWithExample } from '../../build/demo/example-folder.ts';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { createNotes } from '../../electron/storage/notes.ts';
import { addDays, isoWeekOf, mondayOf } from '../../shared/domain/calendar.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import { localZone } from '../../shared/local-zone.ts';
import { parseSettings } from '../../shared/settings/settings.ts';
import { useDayThatStays } from '../support/day-that-stays.ts';
import { violationsOf } from '../support/axe.ts';
import { runCli } from '../support/cli.ts';
import { type TestApp, answerSaveDialog, launchApp, makeDataDir } from '../support/driver.ts';
import { settled } from '../support/every-page.ts';
import { withDatabase } from '../support/stored-spans.ts';

const hasPdfToText = spawnSync('pdftotext', ['-v']).status === 0;
if (!hasPdfToText) console.warn('Skipped: no pdftotext (poppler) to read the printed pages with.');

const GOAL = 'Klanten van nu en later';
const WISH = 'Xyloglyf op dinsdag:\n20 tot 40 minuten.';

const TEXTS = {
  en: {
    choose: 'English',
    agreed: 'LinkedIn at work: what we agreed',
    block: '15–30 min a working day',
    before: 'Agreed earlier in these days10–20 min',
    measured: 'My LinkedIn time at work',
    leftOut: 'and all private time.',
    privateTime: 'Private',
    wish: 'What I would like to change',
    foot: (page: number, pages: number) => `Page ${page} of ${pages} · a self-report, no proof`,
    duration: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
  },
  nl: {
    choose: 'Nederlands',
    agreed: 'LinkedIn op het werk: wat we afspraken',
    block: '15–30 min per werkdag',
    before: 'Eerder in deze periode afgesproken10–20 min',
    measured: 'Mijn LinkedIn-tijd op het werk',
    leftOut: 'en alle privétijd.',
    privateTime: 'Privé',
    wish: 'Wat ik wil veranderen',
    foot: (page: number, pages: number) =>
      `Pagina ${page} van ${pages} · een zelfrapportage, geen bewijs`,
    duration: (hours: number, minutes: number) => `${hours} u ${minutes} min`,
  },
} as const;

let app: TestApp;
let dir: string;
let paper: string;
let monday: string;

useDayThatStays();
beforeAll(async () => {
  [dir, paper] = [await makeDataDir(), await makeDataDir()];
  monday = addDays(mondayOf(isoDateAt(localZone(), Date.now())), -7);
  const { agreements } = parseSettings({
    agreements: [
      { from: '2020-01-01', minMinutes: 10, maxMinutes: 20 },
      { from: addDays(monday, 2), goal: GOAL },
    ],
  }).settings;
  fillWithExample(dir, { agreements });
  app = await launchApp({ dataDir: dir });
  const { page } = app;
  await page.getByRole('navigation').getByRole('button', { name: 'Report' }).click();
  await settled(page);
  await page.getByRole('radiogroup', { name: 'What it is for' }).getByText('For my talk').click();
  await page.getByRole('region', { name: 'The pages' }).waitFor();
});
afterAll(async () => {
  await app.close();
  for (const folder of [dir, paper]) rmSync(folder, { recursive: true });
});

const wishField = () => app.page.getByRole('textbox', { name: TEXTS.en.wish });
const savePdf = () => app.page.getByRole('button', { name: 'Save as PDF …' });
const plain = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

/** The text of each page that would be printed now. */
async function printed(): Promise<string[]> {
  const pages = await app.page.locator('body > .print-sheet > section').allTextContents();
  return pages.map(plain);
}

/** Saves the pages as a PDF, and gives its file. */
async function saved(name: string): Promise<string> {
  const file = join(paper, name);
  await answerSaveDialog(app, file);
  await savePdf().click();
  await app.page.getByText('Saved as PDF.').waitFor({ timeout: 20_000 });
  return file;
}

const pagesOf = (file: string) =>
  readFileSync(file, 'latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length;

/** Files under a folder that have a text, in the encodings of the app's own files. */
function holding(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && readFileSync(file).includes(text));
}

async function countedLastWeek(): Promise<readonly [hours: number, minutes: number]> {
  const range = ['--from', monday, '--to', addDays(monday, 6), '--by', 'week', '--round', '1'];
  const { stdout } = await runCli(['report', '--data', dir, ...range], {
    env: { TZ: process.env['TZ'] ?? 'UTC' },
  });
  const [week] = JSON.parse(stdout) as { countedMs: number }[];
  const minutes = (week?.countedMs ?? 0) / 60_000;
  return [Math.floor(minutes / 60), minutes % 60];
}

describe.each(['nl', 'en'] as const)('in %s', (language) => {
  const texts = TEXTS[language];

  test('there is a page of what was agreed, one of what was measured, and one of wishes', async () => {
    await wishField().fill(WISH);
    await app.page
      .getByRole('radiogroup', { name: 'Language of the page' })
      .getByText(texts.choose)
      .click();
    await app.page.getByRole('heading', { name: texts.agreed }).waitFor();
    const [agreed = '', measured = '', wish = '', ...more] = await printed();
    expect(more).toEqual([]);
    for (const text of [texts.agreed, GOAL, texts.block, texts.before, texts.foot(1, 3)]) {
      expect(agreed).toContain(text);
    }
    const counted = texts.duration(...(await countedLastWeek()));
    for (const text of [texts.measured, counted, texts.leftOut, texts.foot(2, 3)]) {
      expect(measured).toContain(text);
    }
    const legend = await app.page
      .locator('body > .print-sheet > section')
      .nth(1)
      .locator('li')
      .allTextContents();
    expect(legend.length).toBeGreaterThan(3);
    expect(legend.map(plain)).not.toContain(texts.privateTime);
    expect(wish).toBe(`${texts.wish}${plain(WISH)}${texts.foot(3, 3)}`);
    // What is seen is what is printed.
    const seen = await app.page
      .getByRole('region', { name: 'The pages' })
      .locator('section')
      .allTextContents();
    expect(seen.map(plain)).toEqual([agreed, measured, wish]);
    expect(await violationsOf(app.page)).toEqual([]);
  });

  test.runIf(hasPdfToText)('a reader of PDF finds each of them on its own page', async () => {
    const file = await saved(`talk-${language}.pdf`);
    const { stdout } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    const pages = stdout.split('\f').map(plain).slice(0, -1);
    const counted = texts.duration(...(await countedLastWeek()));
    const expected = [
      [texts.agreed, GOAL, texts.block],
      [texts.measured, counted, texts.leftOut],
      [texts.wish, plain(WISH)],
    ];
    expect(pages).toHaveLength(expected.length);
    expected.forEach((parts, index) => {
      for (const part of [...parts, texts.foot(index + 1, 3)]) expect(pages[index]).toContain(part);
    });
  });
});

test('what was typed is stored nowhere, until it is wanted in the note of this week', async () => {
  const { page } = app;
  await saved('kept.pdf');
  expect(holding(dir, 'Xyloglyf')).toEqual([]);
  // It outlasts a look at another page.
  await page.getByRole('navigation').getByRole('button', { name: 'Agreement' }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Report' }).click();
  await page.getByRole('radiogroup', { name: 'What it is for' }).getByText('For my talk').click();
  await wishField().waitFor();
  expect(await wishField().inputValue()).toBe(WISH);
  const notes = () =>
    withDatabase(dataFolder(dir), (database) =>
      createNotes(database)
        .all()
        .map(({ week, text }) => ({ week, text })),
    );
  expect(notes()).toEqual([]);
  const today = isoDateAt(localZone(), Date.now());
  await page.getByRole('button', { name: 'Keep it in my note of this week' }).click();
  await page.getByText('It is in your private note of this week.').waitFor();
  expect(notes()).toEqual([{ week: isoWeekOf(today), text: WISH }]);
});

test('what is more than a page is not printed, and nothing is a page less', async () => {
  const { page } = app;
  await wishField().fill('a\n'.repeat(60));
  await page.getByText('This is more than one page. Make it shorter.').waitFor();
  expect(await savePdf().isDisabled()).toBe(true);
  await wishField().fill(' \n');
  await expect.poll(() => savePdf().isDisabled()).toBe(false);
  expect(await printed()).toHaveLength(2);
  expect(pagesOf(await saved('two.pdf'))).toBe(2);
});

test('as much as can be typed, and a quarter of weeks, are a page each', async () => {
  const { page } = app;
  await wishField().fill('W'.repeat(1_500));
  await page.getByRole('combobox', { name: 'Days' }).click();
  await page.getByRole('option', { name: 'This quarter' }).click();
  const weeks = page.locator('body > .print-sheet').locator('tbody tr');
  await expect.poll(() => weeks.count()).toBeGreaterThan(12);
  expect(pagesOf(await saved('quarter.pdf'))).toBe(3);
});

test('paper is white to its edges, whatever the colours of the window', async () => {
  const { page } = app;
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.waitForFunction(
    () => document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark',
  );
  // What lies outside the page's own boxes has the colour of the root's scheme.
  const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await page.emulateMedia({ media: null, colorScheme: 'light' });
  expect(scheme).toBe('light');
});
