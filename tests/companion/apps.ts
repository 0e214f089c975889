/** @file The app as built, beside the browsers: with the companion, and without. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { openDatabaseForReading } from '../../electron/storage/database.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { en } from '../../renderer/i18n/en.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { launchApp, makeDataDir, type TestApp } from '../support/driver.ts';
import type { Stretch } from '../x11/compare.ts';

/** Longer than any step rests: nobody is away here. */
const IDLE_SECONDS = 900;

/** An app that is started and ended as often as it takes, on the same data. */
export interface AppUnderTest {
  readonly name: string;
  readonly dataDir: string;
  start(): Promise<TestApp>;
  stop(): Promise<void>;
  /** What it stored, once it has ended. */
  spans(): readonly Stretch[];
  remove(): Promise<void>;
}

/** What an app that has ended stored in a data folder. */
export function storedSpans(dataDir: string): readonly Stretch[] {
  const database = openDatabaseForReading(dataFolder(dataDir));
  const spans = database ? createSpanRepository(database).between(0, Number.MAX_SAFE_INTEGER) : [];
  database?.close();
  return spans.map(({ activity, startedAtMs: startMs, endedAtMs: endMs }) => {
    return { activity, startMs, endMs };
  });
}

/** @param env where its home, its session and the desktop are. @param more settings of it. */
export async function prepareApp(
  name: string,
  env: Readonly<Record<string, string>>,
  more: Partial<Settings> = {},
): Promise<AppUnderTest> {
  const dataDir = await makeDataDir();
  const settings = { idleSeconds: IDLE_SECONDS, ...more };
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(settings));
  for (const folder of ['HOME', 'XDG_RUNTIME_DIR']) {
    mkdirSync(env[folder] ?? dataDir, { recursive: true, mode: 0o700 });
  }
  let app: TestApp | undefined;
  const start = async () => {
    const blank = { DISPLAY: '', WAYLAND_DISPLAY: '', XDG_CONFIG_HOME: '', XDG_DATA_HOME: '' };
    app = await launchApp({ dataDir, headless: true, env: { ...blank, ...env } });
    // Until it knows how it sees.
    await wait(2_000);
    return app;
  };
  const stop = async () => {
    await app?.close();
    app = undefined;
  };
  return {
    name,
    dataDir,
    start,
    stop,
    spans: () => storedSpans(dataDir),
    async remove() {
      await app?.kill();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Connects browsers on the app's own page, as a user does. */
export async function connectIn({ page }: TestApp, names: readonly string[]): Promise<void> {
  const { companion } = en;
  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: companion.open }).click();
  for (const browser of names) {
    await page.getByRole('button', { name: `Connect ${browser}`, exact: true }).click();
    await page
      .getByRole('button', { name: companion.removeNamed.replace('{{browser}}', browser) })
      .waitFor();
  }
}
