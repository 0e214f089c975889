/** @file What the app does where its folder, its disk or its database is not as it should be. */
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { TestContext } from 'vitest';
import type { Locator } from 'playwright-core';
import { writeDataFile } from '../../electron/data-file/data-file.ts';
import { dataFolder, listSetAside } from '../../electron/data-folder/data-folder.ts';
import { openDatabase, openMemoryDatabase, readDatabase } from '../../electron/storage/database.ts';
import { SCHEMA_VERSION } from '../../electron/storage/schema.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { readUntold } from '../../electron/storage/untold.ts';
import type { Span } from '../../shared/domain/span.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { writeActivityWatchExport } from '../bench/activitywatch-export.ts';
import { type TestApp, answerOpenDialog, clickTray } from '../support/driver.ts';
import { movedToDisk } from '../support/pullable-disk.ts';
import { fillDisk, mount, mountSmallDisk } from '../support/small-disk.ts';
import { useScriptedApp } from '../support/scripted-tests.ts';
import { allSpans, someSpans, withDatabase } from '../support/stored-spans.ts';

const FEED = { app: 'Google Chrome', title: 'Feed | LinkedIn - Google Chrome' };
const NOT_SAVED = 'Nothing can be saved at the moment';

const scripted = useScriptedApp();
const { running } = scripted;

async function launch(dataDir: string): Promise<TestApp> {
  scripted.show(FEED);
  return await scripted.launch(dataDir);
}

/** A folder with spans of an earlier month. */
async function usedFolder(): Promise<string> {
  const dir = await scripted.dataDir();
  withDatabase(dataFolder(dir), (database) =>
    createSpanRepository(database).apply({ saved: someSpans(20), removed: [] }),
  );
  return dir;
}

const storedIn = (dir: string): Span[] => withDatabase(dataFolder(dir), allSpans);

/** Waits until the app measures, and says that it cannot save. */
async function measuresUnsaved({ page }: TestApp): Promise<void> {
  await page.getByText(NOT_SAVED).waitFor();
  await page.getByText(/^Feed since/).waitFor();
}

/** Quits the app, and finds what it measured, from before it could be saved on. */
async function quitAndFind(app: TestApp, dir: string, sinceMs: number): Promise<void> {
  await app.page.getByText(NOT_SAVED).waitFor({ state: 'detached', timeout: 20_000 });
  await app.close();
  running.length = 0;
  const spans = storedIn(dir);
  expect(spans.slice(0, 20)).toEqual(someSpans(20));
  const [measured, ...more] = spans.slice(20);
  expect(more).toEqual([]);
  expect(measured?.activity).toBe('feed');
  expect(measured?.startedAtMs).toBeLessThan(sinceMs);
}

test('a database that another program holds is left to it, and nothing is lost', async () => {
  const dir = await usedFolder();
  const other = new DatabaseSync(dataFolder(dir).database);
  // It writes what is there already, which takes and keeps the lock.
  other.exec(
    `PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`,
  );
  const app = await launch(dir);
  await measuresUnsaved(app);
  const freedMs = Date.now();
  other.close();
  await quitAndFind(app, dir, freedMs);
});

/** Whether something is where the user sees it, not above or below what the window shows. */
const isInSight = (what: Locator) =>
  what.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

describe('a disk', () => {
  /** Makes a small disk of its own in a folder with spans. */
  async function smallDisk(context: TestContext): Promise<string> {
    const dir = await scripted.dataDir();
    mountSmallDisk(context, dir, '4m');
    const database = openDatabase(dataFolder(dir));
    createSpanRepository(database).apply({ saved: someSpans(20), removed: [] });
    database.close();
    // The first run is over: where nothing can be written, its page would come back at each start.
    writeFileSync(join(dir, 'settings.json'), '{"welcomed":true}');
    return dir;
  }

  test('that nothing can be written to does not keep the app from starting', async (context) => {
    const dir = await smallDisk(context);
    mount('-o', 'remount,ro', dir);
    const app = await launch(dir);
    await measuresUnsaved(app);
    // A pause holds where it cannot be written down.
    await clickTray(app, 'For 15 minutes');
    await app.page.getByText(/^Until \d/).waitFor();
    await clickTray(app, 'Resume');
    await app.page.getByText(/^Feed since/).waitFor();
    const freedMs = Date.now();
    mount('-o', 'remount,rw', dir);
    await app.page.getByText(NOT_SAVED).waitFor({ state: 'detached', timeout: 20_000 });
    await app.close();
    running.length = 0;
    const spans = storedIn(dir);
    expect(spans.slice(0, 20)).toEqual(someSpans(20));
    expect(spans[20]?.startedAtMs).toBeLessThan(freedMs);
  });

  test('that is full takes what was measured once there is room', async (context) => {
    const dir = await smallDisk(context);
    const filler = fillDisk(dir);
    const app = await launch(dir);
    await measuresUnsaved(app);
    const freedMs = Date.now();
    rmSync(filler);
    await quitAndFind(app, dir, freedMs);
  });

  test('that is full keeps what is taken over out, says so in sight, and is tried again', async (context) => {
    const dir = await smallDisk(context);
    const elsewhere = await scripted.dataDir();
    const [history, everything] = [join(elsewhere, 'h.json'), join(elsewhere, 'e.json')];
    writeActivityWatchExport(history, 1);
    const other = openMemoryDatabase();
    createSpanRepository(other).apply({ saved: someSpans(30, 1_000), removed: [] });
    writeFileSync(everything, [...writeDataFile(DEFAULT_SETTINGS, other)].join(''));
    const app = await launch(dir);
    const { page } = app;
    await page.getByText(/^Feed since/).waitFor();
    await page.getByRole('button', { name: 'Privacy', exact: true }).click();
    await page.getByRole('tab', { name: 'Your data' }).click();
    const take = page.getByRole('button', { name: 'Take over', exact: true });
    for (const [file, name] of [
      [history, 'Choose an export …'],
      [everything, 'Take over a file …'],
    ] as const) {
      await answerOpenDialog(app, file);
      await page.getByRole('button', { name }).click();
      await take.waitFor();
      const filler = fillDisk(dir);
      await take.click();
      const why = page.getByText('It could not be saved.');
      await why.waitFor();
      await expect.poll(() => isInSight(why)).toBe(true);
      rmSync(filler);
      await take.click();
      await take.waitFor({ state: 'detached' });
      await why.waitFor({ state: 'detached' });
    }
    await expect.poll(() => page.getByText(/^Taken over: [\d,]+ spans/).count()).toBe(2);
    await app.close();
    running.length = 0;
    const spans = storedIn(dir);
    for (const span of someSpans(30, 1_000)) expect(spans).toContainEqual(span);
  });
});

describe('while the app runs', () => {
  /** Waits until what is measured is stored on the disk beyond a moment. */
  async function storedBeyond(dir: string, atMs: number): Promise<void> {
    const latest = () => readDatabase(dataFolder(dir).database, 2_000, allSpans).at(20)?.endedAtMs;
    await expect.poll(() => latest() ?? 0, { timeout: 20_000 }).toBeGreaterThan(atMs);
  }

  /** Starts the app, and waits until it has stored something on the disk. */
  async function storing(dir: string): Promise<TestApp> {
    const app = await launch(dir);
    await app.page.getByText(/^Feed since/).waitFor();
    await storedBeyond(dir, 0);
    return app;
  }

  /** Ends the app as a power cut does, and finds what it had stored since before a moment. */
  async function killAndFind(app: TestApp, dir: string, sinceMs: number): Promise<void> {
    await storedBeyond(dir, sinceMs);
    await app.kill();
    running.length = 0;
    const spans = storedIn(dir);
    expect(spans.slice(0, 20)).toEqual(someSpans(20));
    expect(spans).toHaveLength(21);
    expect(spans[20]?.startedAtMs).toBeLessThan(sinceMs);
  }

  // Windows keeps a file that is open.
  test.skipIf(process.platform === 'win32')(
    'a database that is deleted is written anew with everything',
    async () => {
      const dir = await usedFolder();
      const app = await storing(dir);
      rmSync(dataFolder(dir).database);
      const deletedMs = Date.now();
      await app.page.getByText('Your data file was written anew').waitFor({ timeout: 20_000 });
      await killAndFind(app, dir, deletedMs);
    },
  );

  test.skipIf(process.platform === 'win32')(
    'a folder that is deleted is made anew, with the settings that hold',
    async () => {
      const dir = await usedFolder();
      const { settings } = dataFolder(dir);
      writeFileSync(settings, '{"welcomed":true,"idleSeconds":240}');
      const app = await storing(dir);
      rmSync(dir, { recursive: true });
      const deletedMs = Date.now();
      await app.page.getByText('Your data file was written anew').waitFor({ timeout: 20_000 });
      await killAndFind(app, dir, deletedMs);
      expect(JSON.parse(readFileSync(settings, 'utf8'))).toMatchObject({ idleSeconds: 240 });
    },
  );

  test('a database that is damaged is restored, with all that was measured', async () => {
    const dir = await usedFolder();
    const app = await storing(dir);
    const file = openSync(dataFolder(dir).database, 'r+');
    writeSync(file, Buffer.alloc(100, 'no database '), 0, 100, 0);
    closeSync(file);
    const damagedMs = Date.now();
    await app.page.getByText('Your data came back from a copy').waitFor({ timeout: 20_000 });
    await killAndFind(app, dir, damagedMs);
    expect(listSetAside(dataFolder(dir))).not.toEqual([]);
  });

  test('a disk that is pulled is waited for, and takes what was measured when it is back', async (context) => {
    const dir = await usedFolder();
    const folder = dataFolder(dir);
    const disk = movedToDisk(context, folder, '64m');
    const app = await storing(dir);
    disk.pull();
    await app.page
      .getByText('Your data cannot be reached', { exact: true })
      .waitFor({ timeout: 20_000 });
    // The settings in force are the user's own, and the folder was told on the command line.
    expect(await app.page.getByText('first settings').count()).toBe(0);
    expect(await app.page.getByRole('button', { name: 'Show where they are …' }).count()).toBe(0);
    expect(existsSync(folder.database)).toBe(false);
    const pulledMs = Date.now();
    disk.plug();
    await app.page.getByRole('button', { name: 'Look again' }).click();
    await app.page.getByText('Your data are back').waitFor();
    await app.close();
    running.length = 0;
    const spans = storedIn(dir);
    expect(spans.slice(0, 20)).toEqual(someSpans(20));
    expect(spans[20]?.endedAtMs).toBeGreaterThan(pulledMs);
  });
});

test('what was done for a damaged database is told at each start until a window in sight had it', async () => {
  const dir = await usedFolder();
  const { database } = dataFolder(dir);
  const notice = 'A fresh start, not by choice';
  const untold = () => readDatabase(database, 2_000, readUntold);
  writeFileSync(database, 'garbage');
  const first = await launch(dir);
  await first.page.getByText(/^Feed since/).waitFor();
  await first.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide();
  });
  await first.kill();
  expect(untold()).toBe('database-new');
  running.length = 0;
  const second = await launch(dir);
  await second.page.getByText(notice).waitFor();
  await expect.poll(untold, { timeout: 20_000 }).toBe(null);
  await second.close();
  running.length = 0;
  const third = await launch(dir);
  await third.page.getByText(/^Feed since/).waitFor();
  expect(await third.page.getByText(notice).count()).toBe(0);
});

test('a database of a newer version is refused in one sentence', async () => {
  const dir = await usedFolder();
  withDatabase(dataFolder(dir), (database) => database.exec('PRAGMA user_version = 99'));
  await expect(launch(dir)).rejects.toThrow(/sweetspot: .* was written by a newer Sweetspot/);
});
