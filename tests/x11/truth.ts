/**
 * @file Holds the tracker to the truth: starts the built app, switches real windows under X11 by a seeded
 * script, and compares the stored spans with it. `npm run test:x11 -- [--minutes N] [--seed N]`.
 * It installs nothing, and says what it lacks where it cannot run.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import '../../build/build.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { openDatabaseForReading } from '../../electron/storage/database.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { en } from '../../renderer/i18n/en.ts';
import { runCli } from '../support/cli.ts';
import { launchApp, makeDataDir, type TestApp } from '../support/driver.ts';
import { compare, type Comparison, type Stretch } from './compare.ts';
import { openDisplay } from './display.ts';
import { makeScript, NOTICES, SCENES, type Visit } from './script.ts';
import { missingForStage, openStage, type Stage, stagedScenes } from './stage.ts';

/** The idle threshold of the run, in seconds: the least that the settings take. */
const IDLE_SECONDS = 60;
/** Titles flip this often while notices come in: ten times a minute there, and ten times back. */
const FLIP_MS = 3_000;
/** An input at least this often keeps the user there. */
const TOUCH_MS = 5_000;

/** Plays the script; returns what was really shown. Its last stretch is open and ends now. */
async function play(stage: Stage, visits: readonly Visit[]): Promise<Stretch[]> {
  const truth: Stretch[] = [];
  let running: Pick<Stretch, 'activity' | 'startMs'> | undefined;
  const end = (endMs: number) => {
    if (running) truth.push({ ...running, endMs });
    running = undefined;
  };
  const stayUntil = async (untilMs: number) => {
    while (Date.now() < untilMs) {
      await stage.touch();
      await wait(Math.max(0, Math.min(TOUCH_MS, untilMs - Date.now())));
    }
  };
  const flipUntil = async ({ scene }: Visit, untilMs: number) => {
    for (let flip = 0; Date.now() + FLIP_MS < untilMs; flip += 1) {
      const notice = NOTICES[Math.floor(flip / 2) % NOTICES.length] ?? '';
      await stage.retitle(scene, flip % 2 === 0 ? notice : scene.title);
      await stayUntil(Date.now() + FLIP_MS);
    }
    await stage.retitle(scene, scene.title);
  };

  for (const visit of visits) {
    const shownMs = await stage.show(visit.scene);
    end(shownMs);
    running = { activity: visit.scene.activity, startMs: shownMs };
    const untilMs = shownMs + visit.ms;
    if (visit.flips) await flipUntil(visit, untilMs);
    if (visit.away) {
      await stayUntil(Date.now() + TOUCH_MS);
      await stage.touch();
      end(Date.now());
      await wait(Math.max(0, untilMs - TOUCH_MS - Date.now()));
      await stage.touch();
      running = { activity: visit.scene.activity, startMs: Date.now() };
    }
    await stayUntil(untilMs);
  }
  end(Date.now());
  return truth;
}

/** The stored LinkedIn spans as the command line reports them, and `elsewhere`, which no report names. */
async function readStored(dataDir: string, fromMs: number, toMs: number): Promise<Stretch[]> {
  const database = openDatabaseForReading(dataFolder(dataDir));
  if (!database) return [];
  const stored = createSpanRepository(database).between(fromMs, toMs);
  database.close();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const range = ['--from', isoDateAt(timeZone, fromMs), '--to', isoDateAt(timeZone, toMs)];
  const args = ['report', '--data', dataDir, ...range, '--by', 'span', '--include-private'];
  const report = await runCli(args, { env: { TZ: timeZone } });
  const rows: unknown = JSON.parse(report.stdout);
  if (!Array.isArray(rows)) throw new Error('The report is no list');
  const reported = rows.map((row: unknown) => {
    const at = (key: string) => Date.parse(String(Reflect.get(Object(row), key)));
    return {
      activity: String(Reflect.get(Object(row), 'activity')),
      from: at('start'),
      to: at('end'),
    };
  });
  return stored.map(({ activity, startedAtMs, endedAtMs }) => {
    const isReported = reported.some(
      (row) => row.activity === activity && row.from === startedAtMs && row.to === endedAtMs,
    );
    if (activity !== 'elsewhere' && !isReported) throw new Error(`The report lacks a ${activity}`);
    return { activity, startMs: startedAtMs, endMs: endedAtMs };
  });
}

/** The open window tells of a change by itself. @returns how long that took, in milliseconds. */
async function seenLive(app: TestApp, stage: Stage): Promise<number> {
  const feed = SCENES.find(({ id }) => id === 'feed');
  const note = SCENES.find(({ id }) => id === 'note');
  if (!feed || !note) throw new Error('The script has no feed');
  await stage.show(note);
  const region = app.page.getByRole('region', { name: en.tracker.region });
  await region.getByText(en.tracker.detail.elsewhere).waitFor({ timeout: 5000 });
  const shownMs = await stage.show(feed);
  await region.getByText(en.activity.feed).waitFor({ timeout: 5000 });
  return Date.now() - shownMs;
}

function print({
  totals,
  stretches,
  boundaries,
  worstMs,
  worst,
  meanMs,
  broken,
}: Comparison): void {
  const cell = (text: string | number, width: number) => String(text).padStart(width);
  console.log(
    `${'activity'.padEnd(14)}${cell('true s', 10)}${cell('stored s', 10)}${cell('off', 9)}`,
  );
  for (const { activity, trueMs, storedMs } of totals) {
    const off = trueMs > 0 ? `${((storedMs / trueMs - 1) * 100).toFixed(2)} %` : '-';
    const figures = [trueMs, storedMs].map((ms) => cell((ms / 1000).toFixed(2), 10)).join('');
    console.log(`${activity.padEnd(14)}${figures}${cell(off, 9)}`);
  }
  console.log(
    `${stretches} stretches, ${boundaries} boundaries: ${Math.round(meanMs)} ms off on average, ${Math.round(worstMs)} ms at worst (${worst}).`,
  );
  for (const line of broken) console.log(`BROKEN: ${line}.`);
}

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '2' }, seed: { type: 'string', default: '1' } },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (!(minutes > 0 && minutes <= 120) || !Number.isInteger(seed)) {
  console.error('--minutes wants 0 to 120, and --seed a whole number.');
  process.exit(2);
}

const missing = process.platform === 'linux' ? missingForStage() : 'this is no Linux';
const display = missing ?? (await openDisplay());
if (typeof display === 'string') {
  console.log(`skipped: ${display}.`);
  process.exit(0);
}

const dataDir = await makeDataDir();
let stage: Stage | undefined;
let app: TestApp | undefined;
try {
  writeFileSync(joinPath(dataDir, 'settings.json'), JSON.stringify({ idleSeconds: IDLE_SECONDS }));
  stage = await openStage(display.name);
  await stage.touch();
  app = await launchApp({ dataDir, headless: true, env: { DISPLAY: display.name } });
  const liveMs = await seenLive(app, stage);
  const cpuBefore = readCpuMs(app.pid);
  const startedMs = Date.now();
  const truth = await play(stage, makeScript(minutes, seed, stagedScenes()));
  const cpuShare = (readCpuMs(app.pid) - cpuBefore) / (Date.now() - startedMs);
  await app.close();
  app = undefined;
  const fromMs = truth.at(0)?.startMs ?? 0;
  const stored = await readStored(dataDir, fromMs, truth.at(-1)?.endMs ?? 0);
  const comparison = compare(truth, stored);
  print(comparison);
  console.log(`The window showed a change after ${liveMs} ms, without being loaded again.`);
  console.log(
    `The main process on the stand-in took ${(cpuShare * 100).toFixed(2)} % of one core.`,
  );
  process.exitCode = comparison.broken.length > 0 ? 1 : 0;
} finally {
  await app?.kill();
  await stage?.close();
  await display.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** CPU time of a process so far, in milliseconds. */
function readCpuMs(pid: number): number {
  // The name of a process, in parentheses, may hold spaces. A tick of the clock is 10 ms on Linux.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
