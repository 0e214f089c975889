/** @file A desktop with both browsers, the pages and the apps on it, and the hands of the one who sits there. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { COMPANION } from '../../build/companion.ts';
import type { ConnectionState } from '../../companion/contract.ts';
import { type Companions, watchCompanions } from '../../electron/tracking/sources/companion.ts';
import { findProgram } from '../x11/display.ts';
import { type AppUnderTest, connectIn, prepareApp } from './apps.ts';
import { type RunningBrowser, startChromium, startFirefox } from './browsers.ts';
import { type AccessibilityBus, startAccessibilityBus } from './accessibility-bus.ts';
import { type Desk, withoutSession } from './desk.ts';
import { type LinkedInServer, serveLinkedIn } from './linkedin-server.ts';
import type { BrowserTraits, Hands, Heard } from './steps.ts';
import { createTruth, type Truth } from './truth.ts';

/** How long a browser may take to say its first word on a busy machine. */
const PATIENCE_MS = 40_000;

interface Browser extends BrowserTraits {
  readonly name: string;
  readonly programs: readonly string[];
}

export const BROWSERS = {
  chromium: {
    name: 'Chromium',
    programs: ['chromium', 'chromium-browser'],
    privateWindow: 'ctrl+shift+n',
    tellsPrivate: false,
    hasAppWindows: true,
  },
  firefox: {
    name: 'Firefox',
    programs: ['firefox-esr', 'firefox'],
    privateWindow: 'ctrl+shift+p',
    tellsPrivate: true,
    hasAppWindows: false,
  },
} as const satisfies Record<string, Browser>;
export type BrowserName = keyof typeof BROWSERS;

/** The browsers that are installed here. */
export function installedBrowsers(): readonly BrowserName[] {
  const all = Object.keys(BROWSERS) as BrowserName[];
  return all.filter((name) => findProgram(...BROWSERS[name].programs) !== undefined);
}

/** A browser on the stage. */
interface Actor {
  readonly program: string;
  readonly start: () => Promise<void>;
  running?: RunningBrowser;
  window: string;
}

/** All that is there. */
export interface Stage {
  readonly desk: Desk;
  readonly homeDir: string;
  /** The folder of the user's session. */
  readonly session: string;
  readonly truth: Truth;
  /** The app that has the companion, then those that stand beside it. */
  readonly apps: readonly AppUnderTest[];
  readonly actors: ReadonlyMap<BrowserName, Actor>;
  /** What a browser says now, by the app's own way of looking; more than one connection of it is a mistake. */
  stateOf(name: BrowserName): ConnectionState | undefined;
  heard(name: BrowserName): Heard;
  handsOn(name: BrowserName): Hands;
  close(): Promise<void>;
}

/** The extension in a folder of its own, so that a newer one can take its place. */
function copyExtension(homeDir: string): { readonly folder: string; readonly renew: () => void } {
  const folder = join(homeDir, 'extension');
  cpSync(COMPANION.extension, folder, { recursive: true });
  let build = 0;
  return {
    folder,
    renew() {
      const file = join(folder, 'manifest.json');
      const manifest = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
      build += 1;
      const version = `${manifest.version.split('.').slice(0, 3).join('.')}.${build}`;
      writeFileSync(file, JSON.stringify({ ...manifest, version }));
    },
  };
}

/** What the app is called that asks over the accessibility bus. */
export const BY_ACCESSIBILITY = 'by the accessibility bus';

/**
 * The apps that look on: with the companion, by titles alone, where it is there by the accessibility bus, and where the desktop is to
 * be a riddle, by the companion alone.
 */
async function prepareApps(
  desk: Desk,
  homeDir: string,
  session: string,
  bus: AccessibilityBus | undefined,
): Promise<AppUnderTest[]> {
  const seeing = { ...desk.env, HOME: homeDir, XDG_RUNTIME_DIR: session };
  const apart = join(homeDir, 'apart');
  const apps = [
    await prepareApp('with the companion', seeing),
    await prepareApp('by titles alone', {
      ...desk.env,
      HOME: apart,
      XDG_RUNTIME_DIR: join(apart, 'session'),
    }),
  ];
  if (bus) {
    const alone = join(homeDir, 'by-accessibility');
    const there = { HOME: alone, XDG_RUNTIME_DIR: join(alone, 'session') };
    const env = { ...desk.env, ...bus.env, ...there };
    return [...apps, await prepareApp(BY_ACCESSIBILITY, env, { accessibilityBus: 'on' })];
  }
  if (desk.name === 'X11') return apps;
  const blind = { XDG_SESSION_TYPE: 'wayland', HOME: homeDir, XDG_RUNTIME_DIR: session };
  return [...apps, await prepareApp('by the companion alone', blind)];
}

/** Whose stage it is. */
interface StageNeeds {
  readonly names: readonly BrowserName[];
  readonly homeDir: string;
  readonly session: string;
  readonly bus?: AccessibilityBus | undefined;
  /** Apps that are ended with it. */
  readonly apps: readonly AppUnderTest[];
}

/** Starts the browsers, which are connected already, and what stands beside them. */
export async function openStage(desk: Desk, needs: StageNeeds): Promise<Stage> {
  const { names, homeDir, session, bus, apps } = needs;
  const bare = withoutSession(process.env);
  const env = { ...bare, ...desk.env, ...bus?.env, HOME: homeDir, XDG_RUNTIME_DIR: session };
  const server = await serveLinkedIn(homeDir);
  const truth = createTruth();
  server.onTold = desk.onActive = truth.saw;
  const companions = watchCompanions({ env, nowMs: Date.now });
  const extension = copyExtension(homeDir);
  const actors = new Map<BrowserName, Actor>();
  const stage = { desk, homeDir, session, truth, apps, actors, ...looksAt(companions) };
  const close = async () => {
    for (const app of apps) await app.remove();
    for (const { running } of actors.values()) running?.close();
    companions.stop();
    server.stop();
    bus?.stop();
    await wait(500);
  };
  try {
    for (const name of names) {
      const actor = castActor(name, stage, { server, env, extension: extension.folder });
      actors.set(name, actor);
      await actor.start();
    }
    const other = await desk.startOther();
    const handsOn = (name: BrowserName) => handsFor(stage, name, other, extension.renew);
    return { ...stage, handsOn, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Sets the stage: connects the browsers in the app, starts them, and then the apps, as on a morning. */
export async function setStage(
  desk: Desk,
  names: readonly BrowserName[],
  byAccessibility: boolean,
): Promise<Stage> {
  const homeDir = mkdtempSync(join(tmpdir(), 'sweetspot-companion-'));
  const session = join(homeDir, 'session');
  for (const folder of ['session', '.config/chromium', '.mozilla/firefox']) {
    mkdirSync(join(homeDir, folder), { recursive: true, mode: 0o700 });
  }
  const here = { ...withoutSession(process.env), ...desk.env };
  const bus = byAccessibility
    ? await startAccessibilityBus({ ...here, HOME: homeDir, XDG_RUNTIME_DIR: session })
    : undefined;
  if (typeof bus === 'string') throw new Error(`The accessibility bus cannot be had: ${bus}`);
  const apps = await prepareApps(desk, homeDir, session, bus);
  const removeHome = () => rmSync(homeDir, { recursive: true, force: true, maxRetries: 5 });
  try {
    const first = await apps[0]?.start();
    const titles = names.map((name) => BROWSERS[name].name);
    if (first) await connectIn(first, titles);
    await apps[0]?.stop();
    const stage = await openStage(desk, { names, homeDir, session, bus, apps });
    for (const app of apps) await app.start();
    const close = async () => {
      await stage.close();
      removeHome();
    };
    return { ...stage, close };
  } catch (error) {
    for (const app of apps) await app.remove();
    removeHome();
    throw error;
  }
}

function looksAt(companions: Companions): Pick<Stage, 'stateOf' | 'heard'> {
  const stateOf = (name: BrowserName) => {
    const [state, ...more] = companions.connections().filter(({ browser }) => browser === name);
    return more.length === 0 ? state : undefined;
  };
  return { stateOf, heard: (name) => stateOf(name)?.word ?? 'gone' };
}

type BareStage = Omit<Stage, 'handsOn' | 'close'>;

function castActor(
  name: BrowserName,
  { desk, homeDir, heard }: BareStage,
  start: { server: LinkedInServer; env: NodeJS.ProcessEnv; extension: string },
): Actor {
  const program = findProgram(...BROWSERS[name].programs) ?? '';
  const { chromiumArgs } = desk;
  const address = 'https://www.linkedin.com/feed/';
  const actor: Actor = {
    program,
    window: '',
    async start() {
      desk.plugKeyboard();
      const options = { ...start, program, homeDir, address, chromiumArgs };
      actor.running =
        name === 'firefox' ? await startFirefox(options) : await startChromium(options);
      for (const deadline = Date.now() + PATIENCE_MS; heard(name) !== 'feed'; await wait(20)) {
        if (Date.now() > deadline) throw new Error(`${name} says ${heard(name)}, and not feed`);
      }
      actor.window = desk.active();
    },
  };
  return actor;
}

function handsFor(stage: BareStage, name: BrowserName, other: string, renew: () => void): Hands {
  const { desk, truth, actors, apps } = stage;
  const actor = actors.get(name);
  if (!actor) throw new Error(`${name} is not there`);
  /** Each touch of the desktop is told, as what comes of it is looked for from then on. */
  const touch = (act: () => void) => {
    truth.touch();
    act();
  };
  const press = (key: string) => touch(() => desk.press(key));
  const typeAddress = async (text: string) => {
    press('ctrl+l');
    // A browser that is slow to follow would let the page have the keys.
    await wait(500);
    touch(() => desk.type(text));
  };
  return {
    async press(...keys) {
      for (const [index, key] of keys.entries()) {
        if (index > 0) await wait(100);
        press(key);
      }
    },
    async go(address) {
      await typeAddress(address);
      // What the browser would add of itself is not typed.
      press('Delete');
      press('Return');
    },
    async typeAndLeave(text) {
      await typeAddress(text);
      await wait(400);
      for (const key of ['Escape', 'Escape', 'F6']) press(key);
    },
    toOtherProgram: () => touch(() => desk.activate(other)),
    toBrowser: () => touch(() => desk.activate(actor.window)),
    toOtherBrowser() {
      const [, another] = [...actors].find(([one]) => one !== name) ?? [];
      touch(() => desk.activate(another?.window ?? other));
    },
    intoPage: () => touch(() => desk.click()),
    minimise: () => touch(() => desk.minimise(actor.window)),
    showEmptyDesktop: (empty) => touch(() => desk.showEmpty(empty)),
    async openAppWindow(address) {
      const { homeDir } = stage;
      const args = [`--user-data-dir=${join(homeDir, '.config/chromium')}`, `--app=${address}`];
      const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const env = { ...withoutSession(process.env), ...desk.env, HOME: homeDir };
      truth.touch();
      execFileSync(actor.program, [...asRoot, ...desk.chromiumArgs, ...args], {
        env,
        stdio: 'ignore',
        timeout: 20_000,
      });
      await wait(300);
    },
    killHost() {
      truth.touch();
      const state = stage.stateOf(name);
      if (state) process.kill(state.pid, 'SIGKILL');
    },
    async updateExtension() {
      truth.touch();
      renew();
      await actor.running?.install();
    },
    kill: () => touch(() => void actor.running?.child.kill('SIGKILL')),
    async start() {
      truth.touch();
      await actor.start();
      truth.waitForAll();
    },
    async restartApp() {
      const [app] = apps;
      truth.touch();
      const fromMs = Date.now();
      await app?.stop();
      await app?.start();
      truth.pause(fromMs, Date.now());
    },
  };
}
