/** @file What the window feels like with ten years of data: first paint, pages, a span that grows, nothing that jumps. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import '../../build/build.ts';
import { launchApp, type TestApp } from '../support/driver.ts';
import { type ScriptedApp, scriptedApp } from '../support/scripted-window.ts';
import { MEASURED, fillMeasured } from './measured-app.ts';
import { type Figure, summary } from './measure.ts';

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
  const scripted = scriptedApp(MEASURED);
  try {
    await fillMeasured(join(dir, 'data'));
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
      ...summary(growth.workMs),
      budget: 16.7,
      note: 'all tasks of the page within 100 ms of a change by a running span; stand-in, traced',
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
  /** To the frame with its heading and its first card. */
  readonly topMs: number;
  /** To the frame with all of it. */
  readonly allMs: number;
}

async function openPage(page: Page, name: string): Promise<Opening> {
  return await page.evaluate(async (wanted) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('nav button')];
    const button = buttons.find(({ textContent }) => textContent === wanted);
    const startMs = performance.now();
    /** Milliseconds to the end of the first frame in which something is so. */
    const frameWith = async (isDone: () => boolean) => {
      for (;;) {
        await new Promise(requestAnimationFrame);
        if (button?.getAttribute('aria-current') !== 'page' || !isDone()) continue;
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
    const TO_COME = '.mantine-Skeleton-root, [aria-busy="true"]';
    button?.click();
    const topMs = await frameWith(() => {
      const heading = document.querySelector('main h1');
      if (heading === null) return false;
      const card = [...document.querySelectorAll(`main :is(.card, ${TO_COME})`)].find(
        (one) => heading.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
      return card?.closest(TO_COME) === null;
    });
    const allMs = await frameWith(() => document.querySelector(TO_COME) === null);
    return { topMs, allMs };
  }, name);
}

interface Growth {
  /** Milliseconds of the page's main thread, for each time that the open span was drawn anew. */
  readonly workMs: readonly number[];
  /** Frames that were not drawn because of it. */
  readonly dropped: number;
}

/** Marks, in what is traced, that the page was drawn anew. */
const DRAWN = 'sweetspot drawn';

/** Looks on while the open span grows. */
async function grow(page: Page): Promise<Growth> {
  /** With a look at every frame, which is work itself, or with marks. */
  const watch = (withFrames: boolean) =>
    page.evaluate(
      async ([forMs, frames, frameMs, drawn]) => {
        const seen = { isNew: false };
        let dropped = 0;
        const main = document.querySelector('main');
        const observer = new MutationObserver(() => {
          seen.isNew = true;
          if (!frames) performance.mark(drawn);
        });
        if (main) {
          observer.observe(main, {
            subtree: true,
            childList: true,
            attributes: true,
            characterData: true,
          });
        }
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
        return dropped;
      },
      [GROWING_MS, withFrames, FRAME_MS, DRAWN] as const,
    );
  const browser = page.context().browser();
  if (!browser) throw new Error('The page has no browser that could be traced');
  const workMs = await drawnTasksMs(await browser.newBrowserCDPSession(), () => watch(false));
  return { workMs, dropped: await watch(true) };
}

/** One event of a trace; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
}

/** All tasks that begin this long before or after a mark belong to it. */
const AROUND_US = 100_000;

/** Milliseconds of main thread around each mark that was made while something ran. */
async function drawnTasksMs(
  session: CDPSession,
  run: () => Promise<unknown>,
): Promise<readonly number[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, pid, tid, ts, dur } of value as unknown as readonly TraceEvent[]) {
      if (name !== DRAWN && name !== 'RunTask') continue;
      events.push({ name, pid, tid, ts, ...(dur === undefined ? {} : { dur }) });
    }
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['disabled-by-default-devtools.timeline', 'blink.user_timing'],
    },
  });
  await run();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  // Two marks in one update count once.
  const marks = events
    .filter(({ name }) => name === DRAWN)
    .sort((a, b) => a.ts - b.ts)
    .filter(({ ts }, index, all) => ts - (all[index - 1]?.ts ?? -Infinity) > AROUND_US);
  return marks.map(({ pid, tid, ts }) =>
    events
      .filter((one) => one.name === 'RunTask' && one.pid === pid && one.tid === tid)
      .filter((one) => Math.abs(one.ts - ts) < AROUND_US)
      .reduce((sum, { dur = 0 }) => sum + dur / 1000, 0),
  );
}
