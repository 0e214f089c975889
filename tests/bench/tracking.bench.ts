import { readFileSync, rmSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Browser, chromium } from 'playwright-core';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import {
  type SpanRepository,
  createSpanRepository,
} from '../../electron/storage/span-repository.ts';
import { type Recorder, createRecorder } from '../../electron/tracking/recorder.ts';
import { createSystemZone } from '../../electron/tracking/system-zone.ts';
import { createTracker } from '../../electron/tracking/tracker.ts';
import { type Library, startInWorker } from '../../electron/tracking/sources/in-worker.ts';
import type { SourceAtWork, WindowSource } from '../../electron/tracking/sources/source.ts';
import type { Sighting } from '../../electron/tracking/sources/window-reading.ts';
import { environmentHere } from '../../electron/tracking/sources/session-type.ts';
import { x11 } from '../../electron/tracking/sources/x11.ts';
import { dayView, withUnsaved } from '../../electron/figures/day-and-week-views.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { type Display, findProgram, openDisplay } from '../x11/display.ts';
import { type Figure, significant, summary } from './measure.ts';

const ZONE = 'Europe/Amsterdam';
const MONDAY_MS = Date.UTC(2026, 10, 16, 8);
const WORKER = new URL('../../electron/tracking/sources/window-worker.ts', import.meta.url);

const SAMPLES = 60;
const SAMPLE_EVERY_MS = 100;
/** Each part has a save of the open span; a machine shared with others has parts that cost several times as much. */
const TRACKED_MS = 5_000;
const TRACKED_PARTS = 8;
const MEGABYTE = 1e6;

/** What tracking costs: processor, memory and disk. */
export async function benchTracking(): Promise<Figure[]> {
  return [...(await benchOnDisplay()), ...(await benchSimulated())];
}

/** A tick of the clock that Linux reckons a process's time in. */
const CLOCK_TICK_MS = 10;

/** Processor time of the children of this process that have ended, in milliseconds; 0 but on Linux. */
function childrenCpuMs(): number {
  if (process.platform !== 'linux') return 0;
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) * CLOCK_TICK_MS;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + childrenCpuMs();
}

/** Figures that want a real window on a display. */
async function benchOnDisplay(): Promise<Figure[]> {
  const browserPath = findProgram('chromium', 'chromium-browser', 'google-chrome');
  const display =
    process.platform !== 'linux'
      ? 'this is no Linux'
      : browserPath === undefined
        ? 'no Chromium is installed'
        : await openDisplay();
  if (typeof display === 'string') {
    const note = `skipped: ${display}`;
    return [{ name: 'window sources that could be measured', value: 0, unit: 'of 3', note }];
  }
  const before = process.env['DISPLAY'];
  // The sources and xprop take it from here.
  process.env['DISPLAY'] = display.name;
  let browser: Browser | undefined;
  try {
    browser = await showWindow(display, browserPath ?? '');
    return [...(await benchSources()), await benchTracker()];
  } finally {
    await browser?.close();
    await display.stop();
    if (before === undefined) delete process.env['DISPLAY'];
    else process.env['DISPLAY'] = before;
  }
}

/** Shows a page of LinkedIn's title. */
async function showWindow(display: Display, executablePath: string): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath,
    headless: false,
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...process.env, DISPLAY: display.name },
    args: ['--host-resolver-rules=MAP * ~NOTFOUND'],
  });
  const page = await browser.newPage();
  await page.evaluate(() => {
    document.title = 'Feed | LinkedIn';
  });
  await wait(2_000);
  return browser;
}

/** The X server of this computer, asked itself. */
async function openX11(): Promise<WindowSource> {
  const source: SourceAtWork = await x11.start({ ...environmentHere(WORKER), session: 'x11' });
  const { read } = source;
  if (!read) throw new Error('It reads no window');
  return { ...source, read };
}

/** Processor time of one sample by each source, taken in turn, so that both meet the same machine. */
async function benchSources(): Promise<Figure[]> {
  const libraries: Library[] = ['x-win', 'active-win'];
  const names = ['x11', ...libraries];
  const sources = [await openX11(), ...libraries.map((name) => startInWorker(name, WORKER))];
  const nameOf = (source: WindowSource) => names[sources.indexOf(source)] ?? '';
  const usedMs = new Map<WindowSource, number>();
  const seen = new Map<WindowSource, number>();
  for (const source of sources) await source.read();
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    for (const source of sources) {
      const startMs = cpuMs();
      const reading = await source.read();
      usedMs.set(source, (usedMs.get(source) ?? 0) + cpuMs() - startMs);
      if (reading.kind === 'window') seen.set(source, (seen.get(source) ?? 0) + 1);
      await wait(SAMPLE_EVERY_MS);
    }
  }
  for (const source of sources) await source.stop();
  return sources.map((source) => ({
    name: `processor time of a sample, ${nameOf(source)}`,
    value: significant((usedMs.get(source) ?? 0) / SAMPLES),
    unit: 'ms',
    runs: SAMPLES,
    note: `helper programs included; ${seen.get(source) ?? 0} of ${SAMPLES} samples saw the window`,
  }));
}

/** A database of its own, for as long as something runs. */
async function withRepository<T>(
  work: (repository: SpanRepository, file: string) => T | Promise<T>,
): Promise<T> {
  const folder = dataFolder(await mkdtemp(join(tmpdir(), 'sweetspot-bench-tracking-')));
  const database = openDatabase(folder);
  try {
    return await work(createSpanRepository(database), folder.database);
  } finally {
    database.close();
    rmSync(folder.dir, { recursive: true });
  }
}

/** The share of a core that the tracker takes at one sample a second, as the app has it, on a real window. */
async function benchTracker(): Promise<Figure> {
  return await withRepository(async (repository) => {
    const source = await openX11();
    const tracker = createTracker({
      settings: DEFAULT_SETTINGS,
      floorMs: -Infinity,
      store: repository.apply,
      now: () => ({
        atMs: Date.now(),
        monoMs: performance.now(),
        // It is asked for as in the app, but nobody is away here.
        idleMs: Math.min(source.idleMs?.() ?? 0, 1),
      }),
      zone: createSystemZone(),
      read: () => source.read(),
      watch: source.watch ?? null,
      onBattery: () => false,
      onStatus: () => undefined,
      // The tray shows the day's figures.
      onSpans: () => {
        const { unsaved, state } = tracker.recorder;
        dayView(null, {
          spans: withUnsaved(repository, unsaved, state.open),
          settings: DEFAULT_SETTINGS,
          nowMs: Date.now(),
          zone: ZONE,
        });
      },
      onStoring: () => undefined,
    });
    tracker.start();
    // What a start costs is no part of it.
    await wait(5_000);
    const shares: number[] = [];
    for (let part = 0; part < TRACKED_PARTS; part += 1) {
      const startCpuMs = cpuMs();
      const startMs = performance.now();
      await wait(TRACKED_MS);
      shares.push(((cpuMs() - startCpuMs) / (performance.now() - startMs)) * 100);
    }
    tracker.stop();
    await source.stop();
    return {
      name: 'share of one core while tracking',
      unit: '%',
      ...summary(shares),
      budget: 0.3,
      note: `one sample a second, for ${TRACKED_MS / 1000} s each time`,
    };
  });
}

/** A working day as the tracker sees it: another window every minute and a half. */
function trackHours(recorder: Recorder, hours: number): void {
  const titles = ['Feed | LinkedIn', 'Quarterly report', 'Messaging | LinkedIn', 'Inbox'];
  for (let second = 0; second < hours * 3600; second += 1) {
    const title = titles[Math.floor(second / 90) % titles.length] ?? '';
    const sighting: Sighting = {
      kind: 'window',
      key: String(second % 7),
      sample: { app: 'chromium', title: `(${second % 50}) ${title}` },
    };
    const moment = { atMs: MONDAY_MS + second * 1000, monoMs: second * 1000, idleMs: 0 };
    recorder.see(moment, ZONE, sighting);
  }
  recorder.flush();
}

/** Figures on a simulated clock, with a real database. */
async function benchSimulated(): Promise<Figure[]> {
  setFlagsFromString('--expose-gc');
  const collectGarbage: unknown = runInNewContext('gc');
  const heapBytes = () => {
    if (typeof collectGarbage === 'function') Reflect.apply(collectGarbage, undefined, []);
    return process.memoryUsage().heapUsed;
  };
  const day = await withRepository((repository) => {
    const recorder = createRecorder({
      settings: DEFAULT_SETTINGS,
      floorMs: -Infinity,
      store: repository.apply,
    });
    // What is compiled and kept once is no growth.
    trackHours(recorder, 1);
    const before = heapBytes();
    const again = createRecorder({
      settings: DEFAULT_SETTINGS,
      floorMs: -Infinity,
      store: repository.apply,
    });
    trackHours(again, 24);
    return heapBytes() - before;
  });
  return [
    {
      name: 'growth of the heap in 24 hours of tracking',
      value: significant(day / MEGABYTE),
      unit: 'MB',
      budget: 2,
    },
    ...(await benchWrites()),
  ];
}

/** Bytes that an hour of tracking hands to the disk. */
async function benchWrites(): Promise<Figure[]> {
  const ioBefore = readIo();
  const journalBytes = await withRepository((repository, file) => {
    const startBytes = statSync(file).size;
    const recorder = createRecorder({
      settings: DEFAULT_SETTINGS,
      floorMs: -Infinity,
      store: repository.apply,
    });
    trackHours(recorder, 1);
    // The journal of an hour is shorter than what SQLite writes back at, so nothing of it is written over.
    return statSync(`${file}-wal`).size + statSync(file).size - startBytes;
  });
  const ioAfter = readIo();
  const figures: Figure[] = [
    {
      name: 'bytes written in an hour of tracking',
      value: significant(journalBytes / MEGABYTE),
      unit: 'MB',
      budget: 1,
      note: 'database and journal, the open span saved every 5 s',
    },
  ];
  if (ioBefore && ioAfter) {
    figures.push(
      {
        name: 'the same with making and closing the database, as the system counts it',
        value: significant((ioAfter.written - ioBefore.written) / MEGABYTE),
        unit: 'MB',
      },
      {
        name: 'the same in whole pages of the disk cache',
        value: significant((ioAfter.pages - ioBefore.pages) / MEGABYTE),
        unit: 'MB',
        note: 'each save that a power cut must not undo takes a page of 4 KiB at least',
      },
    );
  }
  return figures;
}

/** What this process wrote, by its own calls and in pages; undefined but on Linux. */
function readIo(): { readonly written: number; readonly pages: number } | undefined {
  try {
    const text = readFileSync('/proc/self/io', 'utf8');
    const of = (key: string) => Number(new RegExp(`^${key}: (\\d+)`, 'm').exec(text)?.[1]);
    return { written: of('wchar'), pages: of('write_bytes') };
  } catch {
    return undefined;
  }
}
