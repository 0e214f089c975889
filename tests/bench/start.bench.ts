import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import '../../build/build.ts';
import { launchApp, type TestApp } from '../support/driver.ts';
import { CHECK_THREAD } from '../../electron/storage/early-check.ts';
import { MEASURED_MAIN, fillMeasured } from './measured-app.ts';
import { type Figure, summary } from './measure.ts';

const STARTS = 5;
const PAGES = 9;

/**
 * Loaded before the app in its process: tells how long after the main process began to load it starts
 * the worker that reads windows.
 */
const PROBE = `
import { registerHooks } from 'node:module';
import { subscribe } from 'node:diagnostics_channel';
let loadedMs;
registerHooks({
  load(url, context, next) {
    if (url.endsWith('/dist/main/main.js')) loadedMs ??= performance.now();
    return next(url, context);
  },
});
subscribe('worker_threads', ({ worker }) => {
  if (loadedMs === undefined || worker.threadName === '${CHECK_THREAD}') return;
  process.stderr.write('ready to track after ' + (performance.now() - loadedMs) + ' ms\\n');
  loadedMs = undefined;
});
`;

/** Starting with ten years of data, on Electron or on its stand-in. */
export async function benchStart(): Promise<Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'sweetspot-bench-start-'));
  try {
    await fillMeasured(join(dir, 'data'));
    const probe = join(dir, 'probe.mjs');
    writeFileSync(probe, PROBE);
    const readyMs: number[] = [];
    let pageMs: number[] = [];
    for (let start = 0; start < STARTS; start += 1) {
      const app = await launchApp({
        dataDir: join(dir, 'data'),
        main: MEASURED_MAIN,
        env: { NODE_OPTIONS: `--import=${pathToFileURL(probe).href}` },
      });
      try {
        readyMs.push(await readyAfterMs(app));
        if (start === STARTS - 1) pageMs = await loadPages(app);
      } finally {
        await app.close();
      }
    }
    return [
      {
        name: 'main process ready to track',
        unit: 'ms',
        ...summary(readyMs),
        budget: 300,
        note: 'from its first module to the worker that reads windows; stand-in',
      },
      {
        name: 'first page with data',
        unit: 'ms',
        ...summary(pageMs),
        note: "from the load of the page to today's figures in it; stand-in",
      },
    ];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** What the probe told. */
async function readyAfterMs(app: TestApp): Promise<number> {
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline) {
    const told = /ready to track after ([\d.]+) ms/.exec(app.output())?.[1];
    if (told !== undefined) return Number(told);
    await wait(10);
  }
  throw new Error(`The app did not say that it is ready. It said:\n${app.output()}`);
}

/** Milliseconds from the load of the page until it shows the chart of today, some times. */
async function loadPages(app: TestApp): Promise<number[]> {
  await app.page.addInitScript(() => {
    const look = () => {
      if (document.querySelector('main svg.recharts-surface')) performance.mark('data');
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const times: number[] = [];
  for (let load = 0; load < PAGES; load += 1) {
    await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      await window?.loadURL(window.webContents.getURL());
    });
    await app.page.waitForFunction(() => performance.getEntriesByName('data').length > 0);
    times.push(
      await app.page.evaluate(() => performance.getEntriesByName('data')[0]?.startTime ?? NaN),
    );
  }
  return times;
}
