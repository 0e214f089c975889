/** @file What the window feels like with ten years of data: first paint, pages, a span that grows, nothing that jumps. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import '../../build/build.ts';
import { launchApp, type TestApp } from '../support/driver.ts';
import { type ScriptedApp, scriptedApp } from '../support/scripted-window.ts';
import { fillUntilNow } from './fill-until-now.ts';
import { type Figure, significant, summary } from './measure.ts';

const STARTS = 5;
const ROUNDS = 7;
/** Long enough for the open span to be drawn anew some ten times. */
const GROWING_MS = 60_000;
/** A frame at 60 a second. */
const FRAME_MS = 1000 / 60;

/** Notes of a page what its reader would feel; told by `window.felt`. */
interface Felt {
  /** Shifts of the layout, added up. */
  shift: number;
}
declare global {
  var felt: Felt;
}

/** The window over ten years of data, on Electron or on its stand-in. */
export async function benchWindow(): Promise<Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'sweetspot-bench-window-'));
  const scripted = scriptedApp();
  try {
    fillUntilNow(join(dir, 'data'));
    scripted.show({ app: 'Google Chrome', title: 'Feed | LinkedIn - Google Chrome' });
    const paintMs: number[] = [];
    const figures: Figure[] = [];
    for (let start = 0; start < STARTS; start += 1) {
      const app = await launchApp({ dataDir: join(dir, 'data'), main: scripted.main });
      try {
        paintMs.push(await firstPaintMs(app.page));
        if (start === STARTS - 1) figures.push(...(await measureUse(app, scripted)));
      } finally {
        await app.close();
      }
    }
    return [
      {
        name: 'first paint',
        unit: 'ms',
        ...summary(paintMs),
        budget: 500,
        note: 'of a warm start, from the load of the page in its new window; stand-in',
      },
      ...figures,
    ];
  } finally {
    scripted.remove();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Milliseconds from the load of the page to the first text or chart in it. */
async function firstPaintMs(page: Page): Promise<number> {
  await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0,
  );
  return await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  );
}

/** Starts to note what a reader would feel, from the load of the page on. */
async function feel(app: TestApp): Promise<void> {
  const hasChart = () => document.querySelector('main svg.recharts-surface') !== null;
  // Or the load that is under way would be cut off.
  await app.page.waitForFunction(hasChart);
  await app.page.addInitScript(() => {
    globalThis.felt = { shift: 0 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ('value' in entry && typeof entry.value === 'number') felt.shift += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    await window?.loadURL(window.webContents.getURL());
  });
  await app.page.waitForFunction(hasChart);
}

async function measureUse(app: TestApp, scripted: ScriptedApp): Promise<Figure[]> {
  await feel(app);
  const { page } = app;
  const names = await page.getByRole('navigation').getByRole('button').allTextContents();
  const openings = new Map(names.map((name): [string, Opening[]] => [name, []]));
  // Once before it counts: the compiler has then seen each page.
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const name of [...names.slice(1), ...names.slice(0, 1)]) {
      const opening = await openPage(page, name);
      if (round >= 0) openings.get(name)?.push(opening);
    }
  }
  const topMs = (of: readonly Opening[]) => summary(of.map((one) => one.topMs));
  const all = [...openings.values()].flat();
  const [slowest = '', slowestOpenings = []] =
    [...openings].sort(([, a], [, b]) => topMs(b).value - topMs(a).value)[0] ?? [];
  const opened = await page.evaluate(() => felt.shift);
  const growth = await grow(page);
  scripted.show(null);
  return [
    {
      name: 'page change',
      unit: 'ms',
      ...topMs(all),
      budget: 100,
      note: `from the press to the frame with its heading and its first card, ${String(names.length)} pages; stand-in`,
    },
    {
      name: 'page change, slowest page',
      unit: 'ms',
      ...topMs(slowestOpenings),
      budget: 100,
      note: slowest.trim(),
    },
    {
      name: 'page change, all of the page',
      unit: 'ms',
      ...summary(all.map(({ allMs }) => allMs)),
      note: 'what lies below the first card of a long page comes right after it',
    },
    {
      name: 'live update',
      unit: 'ms',
      value: significant(growth.workMs),
      runs: growth.updates,
      budget: 16.7,
      note: 'work of the page each time that the running span grows, mean; stand-in',
    },
    {
      name: 'dropped frames while a span grows',
      unit: 'frames',
      value: growth.dropped,
      budget: 0,
      note: `of the frames with an update in ${String(GROWING_MS / 1000)} s; stand-in`,
    },
    {
      name: 'layout shift',
      value: Math.max(opened, await page.evaluate(() => felt.shift)),
      unit: '',
      budget: 0,
      note: 'added up over a load, every page some times and a span that grows',
    },
  ];
}

/** Milliseconds from pressing a page's button. */
interface Opening {
  /** To the frame with its heading and what stands at its top. */
  readonly topMs: number;
  /** To the frame with all of it. */
  readonly allMs: number;
}

async function openPage(page: Page, name: string): Promise<Opening> {
  return await page.evaluate(async (wanted) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('nav button')];
    const button = buttons.find(({ textContent }) => textContent === wanted);
    const startMs = performance.now();
    /** Milliseconds to the end of the first frame without what is still to come. */
    const frameWithout = async (toCome: string) => {
      for (;;) {
        await new Promise(requestAnimationFrame);
        const isThere = button?.getAttribute('aria-current') === 'page';
        if (!isThere || document.querySelector('main h1') === null) continue;
        if (document.querySelector(toCome) !== null) continue;
        // The task after the frame: it has been laid out and painted then.
        await new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            resolve();
          };
          port2.postMessage(null);
        });
        return performance.now() - startMs;
      }
    };
    button?.click();
    const topMs = await frameWithout('.mantine-Skeleton-root, .stack[aria-busy="true"]');
    const allMs = await frameWithout('.mantine-Skeleton-root, [aria-busy="true"]');
    return { topMs, allMs };
  }, name);
}

interface Growth {
  /** Milliseconds of the page's main thread for each time that the open span was drawn anew. */
  readonly workMs: number;
  readonly updates: number;
  /** Frames that were not drawn because of it. */
  readonly dropped: number;
}

/** Looks on while the open span grows. */
async function grow(page: Page): Promise<Growth> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const busyMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
  /** Counts the updates of the page, with or without a look at every frame, which is work itself. */
  const watch = (withFrames: boolean) =>
    page.evaluate(
      async ([forMs, frames, frameMs]) => {
        const seen = { updates: 0, isNew: false };
        let dropped = 0;
        const main = document.querySelector('main');
        const observer = new MutationObserver(() => {
          if (!seen.isNew) seen.updates += 1;
          seen.isNew = true;
          if (!frames) setTimeout(() => (seen.isNew = false));
        });
        if (main) observer.observe(main, { subtree: true, childList: true, attributes: true });
        const endMs = performance.now() + forMs;
        if (frames) {
          let lastMs = await new Promise(requestAnimationFrame);
          while (performance.now() < endMs) {
            const nowMs = await new Promise(requestAnimationFrame);
            if (seen.isNew) dropped += Math.max(0, Math.round((nowMs - lastMs) / frameMs) - 1);
            seen.isNew = false;
            lastMs = nowMs;
          }
        } else await new Promise((resolve) => setTimeout(resolve, forMs));
        observer.disconnect();
        return { updates: seen.updates, dropped };
      },
      [GROWING_MS, withFrames, FRAME_MS] as const,
    );
  const beforeMs = await busyMs();
  const { updates } = await watch(false);
  const workMs = ((await busyMs()) - beforeMs) / updates;
  const { dropped } = await watch(true);
  return { workMs, updates, dropped };
}
