/**
 * @file Starts the browsers that are installed, each in normal and private windows on pages with made-up titles, under
 * a display of its own; reads and classifies what they write, and writes the table of `docs/browsers.md`.
 * `npm run test:browsers [NAME ...]`. It installs nothing, and loads nothing but its own pages.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../build/bundle.ts';
import { createClassifier } from '../../shared/linkedin/classify.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { BROWSERS, firefoxPreferences, localeOf, type TriedBrowser } from './browsers.ts';
import { readWindow } from './read-window.ts';

const DISPLAY = process.env['SWEETSPOT_BROWSERS_DISPLAY'] ?? ':93';
/** So long a browser has to show the page. */
const SHOWN_WITHIN_MS = 40_000;

/** Pages with their titles, and what each is. */
const PAGES = [
  { path: '/feed', title: '(3) Feed | LinkedIn', activity: 'feed' },
  { path: '/saved', title: 'Offres enregistrées | LinkedIn', activity: 'jobs' },
  { path: '/about', title: 'LinkedIn tips – Acme', activity: 'elsewhere' },
] as const;

interface Row {
  readonly browser: string;
  readonly version: string;
  readonly language: string;
  readonly isPrivate: boolean;
  readonly written: string;
  readonly app: string;
  readonly told: string;
  readonly verdict: 'right' | 'wrong' | 'cannot be told' | 'not shown';
}

const classify = createClassifier(DEFAULT_SETTINGS);

function isInstalled(program: string): boolean {
  return spawnSync('which', [program]).status === 0;
}

function versionOf(name: string): string {
  return spawnSync('dpkg-query', ['-W', '-f', '${Version}', name], { encoding: 'utf8' }).stdout;
}

/** Starts a program in a group of its own, which ends as one. */
function startGroup(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): ChildProcess {
  return spawn(program, args, { env, stdio: 'ignore', detached: true });
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** The active window once its title has the page's; undefined where it never does. */
async function shownWindow(title: string) {
  const untilMs = Date.now() + SHOWN_WITHIN_MS;
  while (Date.now() < untilMs) {
    const sample = readWindow(DISPLAY);
    if (sample?.title.includes(title)) return sample;
    await sleep(250);
  }
  return undefined;
}

async function tryPage(
  browser: TriedBrowser,
  language: string,
  page: (typeof PAGES)[number],
  isPrivate: boolean,
  origin: string,
): Promise<Omit<Row, 'verdict'> & { readonly activity: string | null }> {
  const folder = mkdtempSync(join(tmpdir(), 'sweetspot-browser-'));
  writeFileSync(join(folder, 'user.js'), firefoxPreferences(language));
  const start = isPrivate ? browser.startPrivate : browser.start;
  const { args, env } = start?.(`${origin}${page.path}`, folder, language) ?? { args: [], env: {} };
  const locale = localeOf(language);
  const child = startGroup('dbus-run-session', ['--', browser.program, ...args], {
    ...process.env,
    ...env,
    DISPLAY,
    HOME: folder,
    XDG_RUNTIME_DIR: folder,
    GDK_BACKEND: 'x11',
    QT_QPA_PLATFORM: 'xcb',
    LANG: locale,
    LC_ALL: locale,
    LANGUAGE: language,
  });
  const sample = await shownWindow(page.title);
  endGroup(child);
  await sleep(500);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const told = sample ? classify(sample) : undefined;
  return {
    browser: browser.name,
    version: versionOf(browser.package),
    language,
    isPrivate,
    written: sample?.title ?? '',
    // Chromium tells the folder of its profile.
    app: [sample?.app, ...(sample?.names ?? [])].join(', ').replaceAll(folder, '…'),
    told: told?.rule ?? '',
    activity: told?.activity ?? null,
  };
}

/** Tries a browser in one language: a private window that looks as a normal one cannot be told. */
async function tryLanguage(
  browser: TriedBrowser,
  language: string,
  origin: string,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const page of language === 'en' ? PAGES : PAGES.slice(0, 2)) {
    const { activity, ...row } = await tryPage(browser, language, page, false, origin);
    const isRight = activity === page.activity;
    rows.push({ ...row, verdict: row.written === '' ? 'not shown' : isRight ? 'right' : 'wrong' });
  }
  if (!browser.startPrivate) return rows;
  const [feed] = PAGES;
  const { activity, ...row } = await tryPage(browser, language, feed, true, origin);
  const looksAlike = row.written === rows[0]?.written && row.app === rows[0].app;
  const verdict = activity === 'elsewhere' ? 'right' : looksAlike ? 'cannot be told' : 'wrong';
  rows.push({ ...row, verdict: row.written === '' ? 'not shown' : verdict });
  return rows;
}

function tableOf(rows: readonly Row[]): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const lines = rows.map((row) =>
    [
      row.browser,
      row.version,
      row.language,
      row.isPrivate ? 'private' : 'normal',
      row.written === '' ? '' : `\`${row.written}\``,
      `\`${row.app}\``,
      `\`${row.told}\``,
      row.verdict,
    ]
      .map(cell)
      .join(' | '),
  );
  return `# What browsers write, and what is made of it

Written by \`npm run test:browsers\`: each browser that is installed shows pages with made-up titles under X11, in normal and private windows.
"Cannot be told" is a private window that differs in nothing from a normal one.

| browser | version | language | window | title as the window has it | program, names of the window | rule | |
| --- | --- | --- | --- | --- | --- | --- | --- |
${lines.map((line) => `| ${line} |`).join('\n')}
`;
}

async function main(wanted: readonly string[]): Promise<number> {
  const tools = ['Xvfb', 'openbox', 'xprop', 'dbus-run-session'].filter(
    (tool) => !isInstalled(tool),
  );
  const browsers = BROWSERS.filter(({ program }) => isInstalled(program)).filter(
    ({ name }) => wanted.length === 0 || wanted.includes(name),
  );
  if (tools.length > 0 || browsers.length === 0) {
    process.stdout.write(
      `Skipped: ${tools.length > 0 ? `without ${tools.join(', ')}` : 'no browser that is known is installed'}.\n`,
    );
    return 0;
  }
  const server = createServer(({ url }, response) => {
    const page = PAGES.find(({ path }) => path === url);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>${page?.title ?? 'None'}</title>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? String(address?.port) : ''}`;
  const screen = startGroup('Xvfb', [DISPLAY, '-screen', '0', '1280x900x24'], process.env);
  await sleep(1500);
  const manager = startGroup('openbox', [], { ...process.env, DISPLAY });
  const rows: Row[] = [];
  try {
    for (const browser of browsers) {
      for (const language of browser.languages) {
        for (const row of await tryLanguage(browser, language, origin)) {
          rows.push(row);
          process.stdout.write(`${row.verdict}: ${row.browser} ${row.language} ${row.written}\n`);
        }
      }
    }
  } finally {
    endGroup(manager);
    endGroup(screen);
    server.close();
  }
  if (wanted.length === 0) writeFileSync(join(ROOT, 'docs/browsers.md'), tableOf(rows));
  return rows.some(({ verdict }) => verdict === 'wrong') ? 1 : 0;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
