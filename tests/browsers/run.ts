/**
 * @file Starts the browsers that are installed, each in normal, private and other windows on pages with made-up titles,
 * under a display of its own; reads them by the product's own way of seeing, classifies what they write, and writes the
 * table of `docs/browsers.md`. `npm run test:browsers [-- NAME ...]`. It installs nothing, and loads nothing but its own
 * pages.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../build/bundle.ts';
import { environmentHere } from '../../electron/tracking/sources/session-type.ts';
import type { WindowSource } from '../../electron/tracking/sources/source.ts';
import { x11 } from '../../electron/tracking/sources/x11.ts';
import type { WindowSample } from '../../shared/domain/window-sample.ts';
import { createClassifier } from '../../shared/linkedin/classify.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { type Display, findProgram, openDisplay } from '../x11/display.ts';
import { BROWSERS, type TriedBrowser, type TriedWindow } from './browsers.ts';
import { PAGES, type Page, pagesFor } from './pages.ts';
import { endGroup, startBrowser } from './start-browser.ts';
import { type Row, tableOf, type Verdict } from './table.ts';

/** So long a browser has to show the page. */
const SHOWN_WITHIN_MS = 40_000;
/** So long a title has to stay what it is: some begin with the page's alone. */
const STEADY_MS = 1_500;

const WORKER = new URL('../../electron/tracking/sources/window-worker.ts', import.meta.url);

const classify = createClassifier(DEFAULT_SETTINGS);

function versionOf(name: string): string {
  return spawnSync('dpkg-query', ['-W', '-f', '${Version}', name], { encoding: 'utf8' }).stdout;
}

/** The window in front once it shows the page and has come to rest; undefined where it never does. */
async function shownWindow(
  source: WindowSource,
  isShown: (sample: WindowSample) => boolean,
): Promise<WindowSample | undefined> {
  const untilMs = Date.now() + SHOWN_WITHIN_MS;
  let sinceMs = Date.now();
  let title: string | undefined;
  while (Date.now() < untilMs) {
    const reading = await source.read('title');
    const sample =
      reading.kind === 'window' && isShown(reading.sample) ? reading.sample : undefined;
    if (sample?.title !== title) sinceMs = Date.now();
    title = sample?.title;
    if (sample && Date.now() - sinceMs >= STEADY_MS) return sample;
    await sleep(100);
  }
  return undefined;
}

/** What a run is made in. */
interface Stage {
  readonly display: Display;
  readonly source: WindowSource;
  readonly origin: string;
}

/** Starts a browser on a page, reads its window, and ends it with all that it started. */
async function readIn(
  { display, source, origin }: Stage,
  browser: TriedBrowser,
  language: string,
  window: TriedWindow,
  page: Page,
): Promise<WindowSample | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'sweetspot-browser-'));
  const { writesAddress = false } = browser;
  const start = window.start(writesAddress ? page.address : `${origin}${page.path}`, folder);
  // What it asks any site for, this run's own server answers.
  const env = writesAddress ? { http_proxy: origin, https_proxy: origin } : {};
  const child = startBrowser(browser, start, { display: display.name, folder, language, env });
  try {
    // A window with a name of its own shows nothing of the page.
    const shown = window.activity === null ? 'Klus voor Acme' : page.shown;
    const sample = await shownWindow(source, ({ title }) => title.includes(shown));
    // Chromium tells the folder of its profile.
    return sample && { ...sample, names: sample.names?.map((one) => one.replaceAll(folder, '…')) };
  } finally {
    endGroup(child);
    await sleep(500);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Whether a window differs in nothing from a normal one with the same page. */
function looksAlike(sample: WindowSample, normal: WindowSample | undefined): boolean {
  return normal !== undefined && JSON.stringify(sample) === JSON.stringify(normal);
}

async function* tryLanguage(
  stage: Stage,
  browser: TriedBrowser,
  language: string,
): AsyncGenerator<Row> {
  let normal: WindowSample | undefined;
  for (const window of browser.windows) {
    for (const page of pagesFor(browser, language, window)) {
      const sample = await readIn(stage, browser, language, window, page);
      if (page === PAGES[0] && window.kind === 'normal') normal = sample;
      const told = sample && classify(sample);
      const wanted = window.activity === undefined ? page.activity : window.activity;
      const verdict = ((): Verdict => {
        if (!sample || !told) return 'not shown';
        if (told.activity === wanted) return 'right';
        const isPrivate = window.activity === 'elsewhere';
        return isPrivate && looksAlike(sample, normal) ? 'cannot be told' : 'wrong';
      })();
      yield {
        browser: browser.name,
        version: versionOf(browser.package),
        language,
        window: window.kind,
        written: sample?.title ?? '',
        program: [sample?.app ?? '', ...(sample?.names ?? [])],
        activity: told?.activity ?? null,
        rule: told?.rule ?? '',
        verdict,
      };
    }
  }
}

/** Serves the pages on this machine alone. */
async function servePages(): Promise<{ readonly origin: string; readonly stop: () => void }> {
  const server = createServer(({ url }, response) => {
    // A proxy is asked for the whole address.
    const { pathname } = new URL(url ?? '', 'http://127.0.0.1');
    const page = PAGES.find(({ path }) => path === pathname);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>${page?.title ?? 'None'}</title>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, stop: () => void server.close() };
}

async function main(wanted: readonly string[]): Promise<number> {
  const installed = BROWSERS.filter(({ program }) => findProgram(program) !== undefined);
  const missing = BROWSERS.filter((browser) => !installed.includes(browser));
  const browsers = installed.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const { name } of missing) process.stdout.write(`skipped: ${name} is not installed.\n`);
  if (browsers.length === 0) return 0;
  if (findProgram('dbus-run-session') === undefined) {
    process.stdout.write('skipped: dbus-run-session is not installed.\n');
    return 0;
  }
  const display = await openDisplay();
  if (typeof display === 'string') {
    process.stdout.write(`skipped: ${display}.\n`);
    return 0;
  }
  const { origin, stop } = await servePages();
  const env = { ...process.env, DISPLAY: display.name };
  const source = await x11.start({ ...environmentHere(WORKER), session: 'x11', env });
  const rows: Row[] = [];
  try {
    const { read } = source;
    if (!read) throw new Error('The display cannot be read');
    for (const browser of browsers) {
      for (const language of browser.languages) {
        for await (const row of tryLanguage(
          { display, source: { ...source, read }, origin },
          browser,
          language,
        )) {
          rows.push(row);
          process.stdout.write(
            `${row.verdict}: ${row.browser} ${row.language} ${row.window} ${row.rule} ${row.written.slice(0, 100)}\n`,
          );
        }
      }
    }
  } finally {
    await source.stop();
    await display.stop();
    stop();
  }
  if (wanted.length === 0) writeFileSync(join(ROOT, 'docs/browsers.md'), tableOf(rows));
  return rows.some(({ verdict }) => verdict === 'wrong') ? 1 : 0;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
