/**
 * @file Holds the app to the truth under Wayland: `node tests/desktops/wayland/truth.ts DESKTOP [--minutes N]
 * [--clients a,b]`. It installs nothing, and says what it lacks where it cannot run.
 */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { dataFolder } from '../../../electron/data-folder/data-folder.ts';
import { openDatabaseForReading } from '../../../electron/storage/database.ts';
import { createSpanRepository } from '../../../electron/storage/span-repository.ts';
import type { Activity } from '../../../shared/domain/activity.ts';
import { launchApp, makeDataDir } from '../../support/driver.ts';
import { compare, type Stretch } from '../../x11/compare.ts';
import { findProgram } from '../../x11/display.ts';
import { createRandom } from '../../x11/script.ts';
import { isInstalled, type WaylandDesktop, type WaylandModule } from './desktop.ts';
import { kwinVirtual } from './kwin.ts';
import { type Client, CLIENTS, openBrowser, type StagedBrowser } from './stage.ts';
import { WLROOTS } from './wlroots.ts';

const MODULES: readonly WaylandModule[] = [...WLROOTS, kwinVirtual];

/** Titles and what they are. Each browser has its own start, so that its window is found by it. */
const PAGES: readonly (readonly [title: string, activity: Activity])[] = [
  ['(3) Feed | LinkedIn', 'feed'],
  ['Messaging | LinkedIn', 'messaging'],
  ['My Network | LinkedIn', 'networking'],
  ['Notifications | LinkedIn', 'notifications'],
  ['LinkedIn weekly report - Mail', 'elsewhere'],
];

/** No boundary may be further off. */
const BOUNDARY_MS = 500;

/** The X11 display of a desktop's XWayland, by the sockets that came with it. */
const xSockets = () => new Set(readdirSync('/tmp/.X11-unix'));

async function play(
  desktop: WaylandDesktop,
  browsers: readonly StagedBrowser[],
  minutes: number,
): Promise<Stretch[]> {
  const random = createRandom(1);
  const truth: Stretch[] = [];
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  let front = browsers[0] as StagedBrowser;
  let running: { activity: Activity; startMs: number } | undefined;
  const shown = new Map<StagedBrowser, Activity>();
  const change = (activity: Activity, atMs: number) => {
    if (running) truth.push({ ...running, endMs: atMs });
    running = { activity, startMs: atMs };
  };
  await desktop.activate(front.title);
  const untilMs = Date.now() + minutes * 60_000;
  while (Date.now() < untilMs) {
    const other = browsers.find((browser) => browser !== front);
    const [title, activity] = pick(PAGES);
    if (other && random() < 0.5) {
      // What is behind changes its title, which is of no matter, and then comes to the front.
      await other.retitle(title);
      shown.set(other, activity);
      await wait(1_000);
      if (other.title === front.title) continue;
      const before = Date.now();
      await desktop.activate(title);
      front = other;
      change(activity, (before + Date.now()) / 2);
    } else {
      if (front.title === title) continue;
      change(activity, await front.retitle(title));
    }
    await wait(2_000 + random() * 6_000);
  }
  if (running) truth.push({ ...running, endMs: Date.now() });
  return truth;
}

async function stageOne(module: WaylandModule, clients: readonly Client[], minutes: number) {
  const before = xSockets();
  const desktop = await module.start();
  const dataDir = await makeDataDir();
  const browsers: StagedBrowser[] = [];
  try {
    await wait(1_500);
    const xName = [...xSockets()].find((name) => !before.has(name));
    const xDisplay = xName === undefined ? undefined : `:${xName.slice(1)}`;
    const settings = { idleSeconds: 900, ...module.settings };
    writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(settings));
    for (const [index, client] of clients.entries()) {
      browsers.push(await openBrowser(desktop, client, xDisplay, `Start ${index + 1}`));
      await wait(1_000);
    }
    const env = { ...desktop.env, ...(xDisplay === undefined ? {} : { DISPLAY: xDisplay }) };
    const app = await launchApp({ dataDir, headless: true, env });
    try {
      await wait(4_000);
      const truth = await play(desktop, browsers, minutes);
      await app.close();
      const database = openDatabaseForReading(dataFolder(dataDir));
      const fromMs = truth.at(0)?.startMs ?? 0;
      const stored = database
        ? createSpanRepository(database).between(fromMs, truth.at(-1)?.endMs ?? 0)
        : [];
      database?.close();
      return compare(
        truth,
        stored.map(({ activity, startedAtMs, endedAtMs }) => ({
          activity,
          startMs: startedAtMs,
          endMs: endedAtMs,
        })),
      );
    } catch (error) {
      await app.kill();
      throw error;
    }
  } finally {
    for (const browser of browsers) await browser.close();
    await desktop.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '2' },
    clients: { type: 'string', default: 'chromium,firefox' },
  },
});
const clients = values.clients.split(',').filter((name): name is Client => name in CLIENTS);
for (const module of MODULES) {
  if (positionals.length > 0 && !positionals.includes(module.name)) continue;
  const browsers = clients.map((client) => CLIENTS[client].program);
  const missing = [
    ...module.programs.filter((program) => !isInstalled(program)),
    ...browsers.filter((program) => findProgram(program) === undefined),
  ];
  if (missing.length > 0) {
    console.log(`${module.name} skipped: ${missing.join(', ')} not installed.`);
    continue;
  }
  const version = await module.version();
  const found = await stageOne(module, clients, Number(values.minutes)).catch((error: unknown) =>
    String(error),
  );
  if (typeof found === 'string') {
    console.log(`${module.name} (${version}) could not be staged: ${found}`);
    continue;
  }
  console.log(
    `${module.name} (${version}), ${clients.join(' and ')}, ${values.minutes} min: ${found.boundaries} boundaries, ${Math.round(found.meanMs)} ms off on average, ${Math.round(found.worstMs)} ms at worst (${found.worst}).`,
  );
  for (const { activity, trueMs, storedMs } of found.totals) {
    console.log(
      `  ${activity.padEnd(14)} true ${(trueMs / 1000).toFixed(2)} s, stored ${(storedMs / 1000).toFixed(2)} s`,
    );
  }
  // In so short a time a share says less than the boundaries, each of which is held to its limit.
  const broken = found.broken.filter((line) => !line.includes(' in all '));
  if (found.worstMs > BOUNDARY_MS) broken.push(`${found.worst}, more than ${BOUNDARY_MS} ms`);
  for (const line of broken) console.log(`  BROKEN: ${line}.`);
  if (broken.length > 0) process.exitCode = 1;
}
