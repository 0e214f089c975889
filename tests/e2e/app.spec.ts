/** @file The main job, through the built main process, preload and window, in a real browser. */
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { DayRow, WeekRow } from '../../shared/domain/report.ts';
import { runCli } from '../support/cli.ts';
import {
  answerSaveDialog,
  clickTray,
  launchAgain,
  readTray,
  setIdleSeconds,
} from '../support/driver.ts';
import { report, spansNow } from '../support/reported.ts';
import { useScriptedApp } from '../support/scripted-tests.ts';
import { touchedFiles } from '../support/touched-files.ts';

const BROWSER = 'Google Chrome';
const FEED = { app: BROWSER, title: '(3) Feed | LinkedIn - Google Chrome' };
const EDITOR = { app: 'Code', title: 'main.ts - project - Visual Studio Code' };

const TRACE = join(import.meta.dirname, '../golden/amsterdam-march/trace.jsonl');

const scripted = useScriptedApp();
const { running, dataDir, launch } = scripted;

describe('what runs', () => {
  test('idle time ends the span at the last input', async () => {
    const dir = await dataDir();
    writeFileSync(join(dir, 'settings.json'), '{"idleSeconds":60}');
    scripted.show(FEED);
    const app = await launch(dir);
    await app.page.getByText(/^Feed since/).waitFor();
    await wait(3000);
    await setIdleSeconds(app, 61);
    await app.page.getByText('No input; nothing runs').waitFor({ timeout: 5000 });
    expect(await spansNow(dir)).toEqual([]);
  });

  test('pause and resume, from the window and from the tray', async () => {
    const dir = await dataDir();
    scripted.show(FEED);
    const app = await launch(dir);
    const { page } = app;
    await page.getByText(/^Feed since/).waitFor();
    await wait(1500);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('menuitem', { name: '1 hour' }).click();
    await page.getByText(/^Until \d/).waitFor();
    const paused = await spansNow(dir);
    expect(paused).toHaveLength(1);
    await wait(2500);
    expect(await spansNow(dir)).toEqual(paused);

    await clickTray(app, 'Resume');
    await page.getByText(/^Feed since/).waitFor();
    await clickTray(app, 'Until I resume');
    await page.getByText('Until you resume').waitFor();
    expect((await readTray(app)).map(({ label }) => label)).toContain('Resume');

    // A pause outlasts a restart.
    await app.close();
    running.length = 0;
    const again = await launch(dir);
    await again.page.getByText('Until you resume').waitFor();
    await again.page.getByRole('button', { name: 'Resume' }).click();
    await again.page.getByText(/^Feed since/).waitFor();
  });
});

describe('what is stored', () => {
  test('is the same after a restart, and after the power was cut', async () => {
    const dir = await dataDir();
    scripted.show(FEED);
    const app = await launch(dir);
    await app.page.getByText(/^Feed since/).waitFor();
    await wait(7000);
    const killedAt = Date.now();
    await app.kill();
    running.length = 0;
    const [span] = await spansNow(dir);
    expect(span?.activity).toBe('feed');
    expect(killedAt - Date.parse(span?.end ?? '')).toBeLessThan(10_000);

    scripted.show(EDITOR);
    const again = await launch(dir);
    await again.page.getByRole('rowheader', { name: /^Feed/ }).first().waitFor();
    await again.close();
    running.length = 0;
    expect(await spansNow(dir)).toEqual([span]);
  });

  test('has nothing of what was on the screen', async () => {
    const dir = await dataDir();
    const planted = ['Zyxwvut Qponmlk', 'zebra-crossing-4711', 'Xylophone Browser'];
    scripted.show({
      app: BROWSER,
      title: `${planted[0] ?? ''} | LinkedIn - Google Chrome`,
      url: `https://www.linkedin.com/in/${planted[1] ?? ''}/`,
    });
    const app = await launch(dir);
    await app.page.getByText(/^Networking since/).waitFor();
    scripted.show({ app: planted[2] ?? '', title: planted[0] ?? '' });
    await app.page.getByText('Not on LinkedIn now').waitFor();
    await wait(6000);
    if (process.platform === 'linux') {
      // Open and mapped for writing now: databases, profile, logs, shared memory between processes.
      const touched = touchedFiles(app.pid);
      expect(touched.map(({ path }) => path)).toContain(join(dir, 'spans.sqlite'));
      // What is stored is found that way, so what is not could have been.
      expect(touched.some(({ bytes }) => bytes.includes('networking'))).toBe(true);
      const found = touched.filter(({ bytes }) =>
        planted.some((needle) =>
          [Buffer.from(needle), Buffer.from(needle, 'utf16le')].some((form) =>
            bytes.includes(form),
          ),
        ),
      );
      expect(found.map(({ path }) => path)).toEqual([]);
    }
    await app.close();
    running.length = 0;
    expect(await spansNow(dir)).toHaveLength(1);
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(dir, name))
      .filter((file) => statSync(file).isFile());
    expect(files.length).toBeGreaterThan(2);
    for (const needle of planted) {
      for (const form of [Buffer.from(needle), Buffer.from(needle, 'utf16le')]) {
        expect(files.filter((file) => readFileSync(file).includes(form))).toEqual([]);
      }
    }
    for (const needle of planted) expect(app.output()).not.toContain(needle);
  });
});

describe('weeks', () => {
  /** An app over two weeks of March and April 2026. */
  async function launchMarch() {
    const dir = await dataDir();
    writeFileSync(join(dir, 'settings.json'), '{"pause":{"untilMs":null}}');
    expect((await runCli(['replay', TRACE, '--data', dir])).status).toBe(0);
    return { app: await launch(dir), dir };
  }

  /** The card of 2026, whatever year it is. */
  async function showYear(page: Page) {
    await page.getByRole('button', { name: 'Trends', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Trends' }).waitFor();
    const shown = page.getByText(/^\d{4}, and the twelve weeks/);
    for (let text = await shown.textContent(); text?.startsWith('2026') !== true;) {
      await page.getByRole('button', { name: 'Previous year' }).click();
      await expect.poll(() => shown.textContent()).not.toBe(text);
      text = await shown.textContent();
    }
    return page.getByRole('region', { name: 'The year' });
  }

  /** Goes on from the year to the second of the weeks. */
  async function openApril(page: Page) {
    const year = page.getByRole('region', { name: 'The year' });
    // The first key goes to the first day, Thursday 1 January; then a column is a week.
    await year.getByRole('application').focus();
    for (const key of ['ArrowUp', 'ArrowRight']) await page.keyboard.press(key);
    for (let column = 2; column <= 13; column += 1) await page.keyboard.press('ArrowRight');
    await year.getByRole('paragraph').filter({ hasText: 'Thursday, April 2, 2026' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Week 14' }).waitFor();
  }

  /** The same app, opened on the second of them. */
  async function openMarch() {
    const { app, dir } = await launchMarch();
    await showYear(app.page);
    await openApril(app.page);
    return { app, dir };
  }

  test('show the figures of the report, and the one before', async () => {
    const { app, dir } = await openMarch();
    const { page } = app;
    const weeks = await report<WeekRow>(dir, '2026-03-23', '2026-04-05', 'week');
    const days = await report<DayRow>(dir, '2026-03-30', '2026-04-05', 'day');
    const chart = page.getByRole('region', { name: 'Minutes a day, by activity' });
    await chart.getByRole('button', { name: 'Show as table' }).click();
    const rows = (await chart.getByRole('row').allTextContents()).map((row) =>
      row.replaceAll(/\s/g, ' '),
    );
    const counted = days
      .filter(({ workingDay }) => workingDay)
      .map(({ countedMs }) => Math.round(countedMs / 60_000));
    counted.forEach((minutes, index) => {
      expect(rows[index + 1]).toContain(`${minutes} min`);
    });
    const [before, week] = weeks.map(({ countedMs }) => Math.round(countedMs / 60_000));
    const text = async () =>
      ((await page.getByRole('main').textContent()) ?? '').replaceAll(/\s/g, ' ');
    const duration = (minutes = 0) => `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    expect(await text()).toContain(duration(week));
    await page.getByRole('button', { name: 'Previous week' }).click();
    await page.getByRole('heading', { level: 1, name: 'Week 13' }).waitFor();
    await expect.poll(text).toContain(duration(before));
  });

  test('lead there from the year, and on to the day', async () => {
    const { app, dir } = await launchMarch();
    const { page } = app;
    const [week] = await report<WeekRow>(dir, '2026-03-30', '2026-04-05', 'week');
    const year = await showYear(page);
    await year.getByRole('button', { name: 'Show as table' }).click();
    const days = await report<DayRow>(dir, '2026-01-01', '2026-12-31', 'day');
    const measured = days.filter((day) => day.workingDay && day.measuredMs > 0);
    // A head and a row for each measured working day, with the minutes of the report.
    const rows = (await year.getByRole('row').allTextContents()).slice(1);
    const total = rows.reduce((sum, row) => sum + Number(/(\d+)\smin/.exec(row)?.[1]), 0);
    expect(rows).toHaveLength(measured.length);
    expect(total).toBe(measured.reduce((sum, day) => sum + Math.round(day.countedMs / 60_000), 0));
    await openApril(page);
    const minutes = Math.round((week?.countedMs ?? 0) / 60_000);
    await page
      .getByText(`${Math.floor(minutes / 60)} h ${minutes % 60} min`)
      .first()
      .waitFor();
  });

  test('are saved as CSV, byte for byte what the command line writes', async () => {
    const { app, dir } = await openMarch();
    const { page } = app;
    const file = join(dir, 'saved.csv');
    await answerSaveDialog(app, null);
    await page.getByRole('button', { name: /Save as CSV/ }).click();
    await answerSaveDialog(app, file);
    await page.getByRole('button', { name: /Save as CSV/ }).click();
    await page.getByText(/Saved/).waitFor();
    const args = [
      'report',
      '--data',
      dir,
      '--from',
      '2026-03-30',
      '--to',
      '2026-04-05',
      '--by',
      'day',
    ];
    const { stdout } = await runCli([...args, '--format', 'csv']);
    expect(readFileSync(file, 'utf8')).toBe(stdout);
    expect(stdout.split('\r\n')).toHaveLength(9);
  });

  test('are in Dutch where the system is', async () => {
    const dir = await dataDir();
    const app = await launch(dir, { locale: 'nl-NL', colorScheme: 'dark' });
    await app.page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor();
    expect((await readTray(app)).map(({ label }) => label)).toContain('Afsluiten');
    expect(await app.page.evaluate(() => document.documentElement.lang)).toBe('nl');
  });
});

describe('a bad start', () => {
  test('settings that cannot be read are set aside and told', async () => {
    const dir = await dataDir();
    writeFileSync(join(dir, 'settings.json'), '{"idleSeconds": 12');
    const app = await launch(dir);
    await app.page.getByText('Your settings could not be read').waitFor();
    expect(
      readdirSync(dir).filter((name) => name.startsWith('settings.json.corrupt-')),
    ).toHaveLength(1);
  });

  test('a database that cannot be read is set aside and told, and measuring goes on', async () => {
    const dir = await dataDir();
    writeFileSync(join(dir, 'spans.sqlite'), 'This is no database. '.repeat(500));
    scripted.show(FEED);
    const app = await launch(dir);
    await app.page.getByText('A fresh start, not by choice').waitFor();
    await app.page.getByText(/^Feed since/).waitFor();
    expect(readdirSync(dir).filter((name) => name.includes('.corrupt-'))).toHaveLength(1);
  });

  test('a second start shows the first', async () => {
    const dir = await dataDir();
    const app = await launch(dir);
    await app.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await launchAgain({ dataDir: dir, main: scripted.main })).toBe(0);
    await app.page.getByRole('heading', { level: 1 }).waitFor();
  });
});

test('quitting from the tray ends the app and stores what runs', async () => {
  const dir = await dataDir();
  scripted.show(FEED);
  const app = await launch(dir);
  await app.page.getByText(/^Feed since/).waitFor();
  await wait(1200);
  await clickTray(app, 'Quit');
  expect(await app.exited).toBe(0);
  running.length = 0;
  expect((await spansNow(dir)).map(({ activity }) => activity)).toEqual(['feed']);
});
