import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Frame, type Page, type Route } from 'playwright-core';
import { shiftDate } from '../../anytime/shift-date.ts';
import { CALL_BINDING } from '../page/page-runtime.ts';
import { commandLine } from '../modules/command-line.ts';
import { readPreferredLanguages } from '../modules/locale.ts';
import { PAGE_ORIGIN } from '../page-url.ts';
import { OPEN_NETWORK } from '../requests.ts';
import { type Candidate, candidates } from './candidates.ts';
import { REAL_PLATFORM } from '../real-platform.ts';

/** What the pages of the browser need answered. */
export interface HostHandlers {
  readonly onRequest: (route: Route) => Promise<void>;
  readonly onCall: (frame: Frame, kind: string, channel: string, text: string) => Promise<string>;
}

const PROFILE_PREFIX = 'sweetspot-chromium-';

interface Running {
  readonly context: BrowserContext;
  readonly profile: string;
  readonly headless: boolean;
}

let running: Promise<Running> | undefined;
/** The browser that was started last. */
let launched: BrowserContext | undefined;
/** What is still ending. */
let closing: Promise<void> | undefined;
let handlers: HostHandlers | undefined;
/** The page that the browser opened with, until a window takes it. */
let firstPage: Page | undefined;

/** Says who answers. To be called before the first page is opened. */
export function setHostHandlers(value: HostHandlers): void {
  handlers = value;
}

/**
 * Opens a page in a window of its own; the browser starts with the first one.
 *
 * @throws where no Chromium can be started.
 */
export async function openPage(size: { width: number; height: number }): Promise<Page> {
  running ??= start(size);
  const { context } = await running;
  const page = firstPage ?? (await context.newPage());
  firstPage = undefined;
  return page;
}

/** Whether the windows of this run can be seen; undefined before the browser runs. */
export async function isHeadless(): Promise<boolean | undefined> {
  return (await running)?.headless;
}

/** Where another program may reach the pages, as the tests ask for; undefined where nobody asked. */
export async function devToolsEndpoint(): Promise<string | undefined> {
  const profile = (await running)?.profile;
  if (profile === undefined || process.env['SWEETSPOT_TEST_DEVTOOLS'] !== '1') return undefined;
  const [port, path] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  return `ws://127.0.0.1:${port ?? ''}${path ?? ''}`;
}

/** Ends the browser, and with it every page. The next page starts another. */
export async function closeBrowser(): Promise<void> {
  const before = closing;
  const ending = running;
  running = undefined;
  firstPage = undefined;
  closing = (async () => {
    await before;
    const ended = await ending?.catch(() => undefined);
    if (ended === undefined) return;
    await ended.context.close().catch(() => undefined);
    await removeProfile(ended.profile);
  })();
  await closing;
}

async function start(size: { width: number; height: number }): Promise<Running> {
  const failures: string[] = [];
  for await (const candidate of candidates()) {
    try {
      return await launch(candidate, size);
    } catch (error) {
      failures.push(`${candidate.executablePath}: ${firstLine(error)}`);
    }
  }
  throw new Error(
    ['No Chromium could be started. SWEETSPOT_CHROMIUM may name one.', ...failures].join('\n'),
  );
}

async function launch(
  { executablePath, headlessOnly, env }: Candidate,
  { width, height }: { width: number; height: number },
): Promise<Running> {
  const headless = headlessOnly || process.env['SWEETSPOT_HEADLESS'] === '1' || !hasDisplay();
  const asRoot = REAL_PLATFORM === 'linux' && process.getuid?.() === 0;
  await removeStaleProfiles();
  const profile = await mkdtemp(join(tmpdir(), `${PROFILE_PREFIX}${String(process.pid)}-`));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    chromiumSandbox: !asRoot && !headlessOnly,
    env: { ...definedEnv(), ...env },
    viewport: null,
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
    locale: commandLine.getSwitchValue('lang') || (readPreferredLanguages()[0] ?? 'en-US'),
    timeout: 20_000,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      `--app=${PAGE_ORIGIN}/`,
      `--window-size=${String(width)},${String(height)}`,
      // Else a bar over the page says that the next switch is an unusual one.
      '--test-type',
      // The app appends its own; this holds also for an app that has none.
      ...(OPEN_NETWORK ? [] : ['--host-resolver-rules=MAP * ~NOTFOUND']),
      ...commandLine.all().map(([name, value]) => `--${name}${value === '' ? '' : `=${value}`}`),
      ...(process.env['SWEETSPOT_TEST_DEVTOOLS'] === '1' ? ['--remote-debugging-port=0'] : []),
    ],
  });
  if (launched === undefined && (asRoot || headlessOnly)) {
    console.error(
      asRoot
        ? 'Started by root: Chromium runs with --no-sandbox.'
        : 'This headless Chromium runs with --no-sandbox.',
    );
  }
  [firstPage] = context.pages();
  // With its last window a browser ends by itself.
  launched = context;
  context.once('close', () => {
    if (launched === context) running = undefined;
    void removeProfile(profile);
  });
  await context.exposeBinding(
    CALL_BINDING,
    async ({ frame }, kind: unknown, channel: unknown, text: unknown) =>
      handlers?.onCall(frame, String(kind), String(channel), String(text)),
  );
  const aheadMs = Number(process.env['SWEETSPOT_TEST_AHEAD_MS'] ?? 0);
  if (aheadMs !== 0) await context.addInitScript(shiftDate, aheadMs);
  await context.route('**/*', async (route) => handlers?.onRequest(route));
  return { context, profile, headless };
}

/** The browser may still write while it ends. What cannot be removed now, the next start removes. */
async function removeProfile(profile: string): Promise<void> {
  const patiently = { recursive: true, force: true, maxRetries: 5, retryDelay: 50 };
  await rm(profile, patiently).catch(() => undefined);
}

/** Removes what was left by processes that were killed: their folders name them. */
async function removeStaleProfiles(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(/^sweetspot-chromium-(\d+)-/.exec(name)?.[1]);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    await removeProfile(join(tmpdir(), name));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Of another user's process one may not know more than that it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function hasDisplay(): boolean {
  if (REAL_PLATFORM !== 'linux') return true;
  return [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some(
    (display) => display !== undefined && display !== '',
  );
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => {
      return entry[1] !== undefined;
    }),
  );
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
