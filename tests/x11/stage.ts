import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { BROWSERS } from '../browsers/browsers.ts';
import { endGroup, startBrowser } from '../browsers/start-browser.ts';
import { openAsker } from './asker.ts';
import { findProgram } from './display.ts';
import { IN_OTHER_BROWSERS, type Scene, SCENES } from './script.ts';

const run = promisify(execFile);

/** How long a window may take to come to the front. */
const SHOW_TIMEOUT_MS = 60_000;
/** How often the display is asked what it shows. */
const LOOK_EVERY_MS = 10;

/** The real windows of the script, on an X11 display. */
export interface Stage {
  /**
   * Brings a window to the front.
   *
   * @returns when the display first had it as the active one, with its title.
   */
  show(scene: Scene): Promise<number>;
  /** Gives the page of a scene another title; resolves when the display has it. */
  retitle(scene: Scene, title: string): Promise<void>;
  /** An input of the user that does nothing. */
  touch(): Promise<void>;
  close(): Promise<void>;
}

/** The programs besides the display that a stage takes; what is missing, in words. */
export function missingForStage(): string | undefined {
  if (findBrowser() === undefined) return 'no Chromium is installed';
  return findProgram('xmessage') === undefined ? 'xmessage is not installed' : undefined;
}

/** The scenes that can be staged here. */
export function stagedScenes(): readonly Scene[] {
  if (findProgram('dbus-run-session') === undefined) return SCENES;
  const isHere = ({ program = '' }: Scene) => findProgram(program) !== undefined;
  return [...SCENES, ...IN_OTHER_BROWSERS.filter(isHere)];
}

function findBrowser(): string | undefined {
  return findProgram('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome');
}

/** Opens every window of the script. */
export async function openStage(displayName: string): Promise<Stage> {
  const env = { ...process.env, DISPLAY: displayName };
  const xdotool = async (...args: readonly string[]) => {
    const { stdout } = await run('xdotool', [...args], { env });
    return stdout.trim();
  };
  const asker = await openAsker(displayName, env);
  const isActive = async (title: string) => {
    const name = await asker.title();
    return name === title || [' - ', ' — '].some((dash) => name.startsWith(`${title}${dash}`));
  };
  const until = async (condition: () => Promise<boolean>, what: string): Promise<number> => {
    const deadline = Date.now() + SHOW_TIMEOUT_MS;
    for (;;) {
      const askedMs = Date.now();
      if (await condition()) return askedMs;
      if (askedMs > deadline) throw new Error(`The display did not show ${what} in time.`);
      await wait(LOOK_EVERY_MS);
    }
  };

  const profile = await mkdtemp(join(tmpdir(), 'sweetspot-stage-'));
  const context = await openBrowser(profile, env);
  const others: ChildProcess[] = [];
  const browsers: ChildProcess[] = [];
  const pages = new Map<string, Page>();
  const windows = new Map<string, string>();

  const close = async () => {
    for (const other of others) other.kill();
    for (const browser of browsers) endGroup(browser);
    asker.close();
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };

  async function find(scene: Scene): Promise<void> {
    // The window of an earlier tab need not be the active one.
    const pattern = `^${scene.title.replaceAll(/[()|?*+.]/g, '\\$&')}`;
    await until(async () => {
      const found = await xdotool('search', '--onlyvisible', '--name', pattern).catch(() => '');
      const taken = scene.browserWindow === null ? [...windows.values()] : [];
      const id = found.split('\n').find((one) => one !== '' && !taken.includes(one));
      if (id === undefined) return false;
      windows.set(scene.id, id);
      return true;
    }, scene.title);
  }

  async function open(scene: Scene): Promise<void> {
    if (scene.program !== undefined) {
      const page = join(profile, `${scene.id}.html`);
      await writeFile(page, `<meta charset="utf-8"><title>${scene.title}</title>`);
      const folder = await mkdtemp(join(profile, `${scene.id}-`));
      browsers.push(openIn(scene.program, `file://${page}`, folder, displayName));
    } else if (scene.browserWindow === null) {
      others.push(spawn('xmessage', ['-title', scene.title, 'A note.'], { env, stdio: 'ignore' }));
    } else {
      const page = await openTab(context, pages, scene);
      pages.set(scene.id, page);
      await page.evaluate((title) => {
        document.title = title;
      }, scene.title);
      await page.bringToFront();
    }
    if (scene.program === undefined) await find(scene);
    else {
      // Its title cannot be searched for by its letters in every locale; a new window is the active one.
      await until(() => isActive(scene.title), scene.title);
      windows.set(scene.id, String(await asker.active()));
    }
    await xdotool('windowactivate', windows.get(scene.id) ?? '');
    await until(() => isActive(scene.title), scene.title);
  }

  try {
    for (const scene of stagedScenes()) await open(scene);
  } catch (error) {
    await close();
    throw error;
  }

  return {
    async show(scene) {
      await pages.get(scene.id)?.bringToFront();
      await xdotool('windowactivate', windows.get(scene.id) ?? '');
      return await until(() => isActive(scene.title), scene.title);
    },
    async retitle(scene, title) {
      await pages.get(scene.id)?.evaluate((next) => {
        document.title = next;
      }, title);
      await until(() => isActive(title), title);
    },
    async touch() {
      await xdotool('mousemove_relative', '--', '1', '0');
      await xdotool('mousemove_relative', '--', '-1', '0');
    },
    close,
  };
}

/** Opens a page in the normal window of another browser. */
function openIn(program: string, page: string, folder: string, display: string): ChildProcess {
  const browser = BROWSERS.find((one) => one.program === program);
  const [window] = browser?.windows ?? [];
  if (!browser || !window) throw new Error(`No browser has the program ${program}`);
  return startBrowser(browser, window.start(page, folder), { display, folder, language: 'en_US' });
}

async function openBrowser(profile: string, env: NodeJS.ProcessEnv): Promise<BrowserContext> {
  const asRoot = process.getuid?.() === 0;
  return await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser() ?? '',
    headless: false,
    chromiumSandbox: !asRoot,
    viewport: null,
    env: Object.fromEntries(
      Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    args: ['--window-size=900,600', '--host-resolver-rules=MAP * ~NOTFOUND', '--no-first-run'],
  });
}

/** Opens the page of a scene: in its window, where another scene has that already, or else in a new one. */
async function openTab(
  context: BrowserContext,
  pages: ReadonlyMap<string, Page>,
  scene: Scene,
): Promise<Page> {
  const [firstPage] = context.pages();
  if (pages.size === 0 && firstPage) return firstPage;
  const sibling = SCENES.find(
    ({ id, browserWindow }) => browserWindow === scene.browserWindow && pages.has(id),
  );
  const from = (sibling && pages.get(sibling.id)) ?? firstPage;
  if (!from) throw new Error('The browser has no page');
  const opened = context.waitForEvent('page');
  if (sibling) {
    await from.bringToFront();
    await context.newPage();
  } else {
    const session = await context.newCDPSession(from);
    await session.send('Target.createTarget', { url: 'about:blank', newWindow: true });
  }
  return await opened;
}
