/** @file Holds the app to the truth under Wayland, with real browsers. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { openDatabaseForReading } from '../../electron/storage/database.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import type { Activity } from '../../shared/domain/activity.ts';
import { launchApp, makeDataDir } from '../support/driver.ts';
import { compare, type Comparison, type Stretch } from '../x11/compare.ts';
import { findProgram } from '../x11/display.ts';
import { createRandom } from '../x11/script.ts';
import type { Desktop, Row } from './desktop.ts';
import { isInstalled, type WaylandDesktop, type WaylandModule } from './wayland/desktop.ts';
import { kwinVirtual } from './wayland/kwin.ts';
import { type Client, CLIENTS, openBrowser, type StagedBrowser } from './wayland/stage.ts';
import { WLROOTS } from './wayland/wlroots.ts';

const MODULES: readonly WaylandModule[] = [...WLROOTS, kwinVirtual];

/** Titles and what they are. Each browser has its own start, so that its window is found by it. */
const PAGES: readonly (readonly [title: string, activity: Activity])[] = [
  ['(3) Feed | LinkedIn', 'feed'],
  ['Messaging | LinkedIn', 'messaging'],
  ['My Network | LinkedIn', 'networking'],
  ['Notifications | LinkedIn', 'notifications'],
  ['LinkedIn weekly report - Mail', 'elsewhere'],
];

/** About so many windows and titles are shown. */
const CHANGES = 16;

/** No boundary may be further off. */
const BOUNDARY_MS = 500;

/** The X11 display of a desktop's XWayland, by the sockets that came with it. */
const xSockets = () => new Set(readdirSync('/tmp/.X11-unix'));

async function play(
  desktop: WaylandDesktop,
  browsers: readonly StagedBrowser[],
  staySeconds: number,
): Promise<Stretch[]> {
  const random = createRandom(1);
  const truth: Stretch[] = [];
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const [first] = browsers;
  if (!first) return [];
  let front = first;
  let running: { activity: Activity; startMs: number } | undefined;
  const shown = new Map<StagedBrowser, Activity>();
  const change = (activity: Activity, atMs: number) => {
    if (running) truth.push({ ...running, endMs: atMs });
    running = { activity, startMs: atMs };
  };
  await desktop.activate(front.title);
  const untilMs = Date.now() + CHANGES * staySeconds * 1000;
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
    await wait(staySeconds * (0.5 + random()) * 1000);
  }
  if (running) truth.push({ ...running, endMs: Date.now() });
  return truth;
}

async function stageOne(module: WaylandModule, clients: readonly Client[], staySeconds: number) {
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
      const truth = await play(desktop, browsers, staySeconds);
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

/** What is staged on every desktop: two browsers that speak Wayland, and two of which one speaks X11 where that is there. */
const PAIRS: readonly (readonly [Client, Client])[] = [['chromium', 'firefox']];
const PAIRS_WITH_X: readonly (readonly [Client, Client])[] = [...PAIRS, ['chromium-x', 'firefox']];

/** Why it cannot be staged here; undefined where it can. */
function whyNot(module: WaylandModule, clients: readonly Client[]): string | undefined {
  const missing = [
    ...module.programs.filter((program) => !isInstalled(program)),
    ...clients.map((client) => CLIENTS[client].program).filter((name) => !findProgram(name)),
  ];
  return missing.length > 0 ? `${missing.join(', ')} not installed` : undefined;
}

/** What one pair of browsers showed. In so short a time a share says less than the boundaries, each of which has its limit. */
function rowOf(
  module: WaylandModule,
  version: string,
  clients: readonly Client[],
  found: Comparison,
): Row {
  const broken = found.broken.filter((line) => !line.includes(' in all '));
  const held = broken.length === 0 && found.worstMs <= BOUNDARY_MS;
  const figures = `${found.boundaries} boundaries, ${Math.round(found.meanMs)} ms off on average, ${Math.round(found.worstMs)} ms at worst`;
  return {
    name: `${module.name} ${version}: ${clients.join(', ')}`,
    version,
    staged: `${clients.join(' and ')}, LinkedIn's titles in turn`,
    found: [held ? 'held' : 'not held', figures, ...broken].join('; '),
    held,
  };
}

/** The compositors of Wayland that are there, or in the system at SWEETSPOT_DESKTOP_ROOT. */
export const waylandDesktops: Desktop = {
  async *run({ staySeconds, only }): AsyncGenerator<Row> {
    for (const module of MODULES) {
      for (const clients of module.hasX ? PAIRS_WITH_X : PAIRS) {
        const name = `${module.name}: ${clients.join(', ')}`;
        if (only.length > 0 && !only.some((word) => name.includes(word))) continue;
        const skipped = { name, version: '-', staged: '-', held: null };
        const why = whyNot(module, clients);
        if (why !== undefined) {
          yield { ...skipped, found: why };
          continue;
        }
        const said = await module.version();
        const version = /\d[\w.]*/.exec(said)?.[0] ?? said;
        try {
          yield rowOf(module, version, clients, await stageOne(module, clients, staySeconds));
        } catch (error) {
          const what = error instanceof Error ? error.message : 'failed';
          yield { ...skipped, version, found: `could not be staged: ${what}` };
        }
      }
    }
  },
};
