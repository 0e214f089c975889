import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Electron from 'electron';
import type { Page } from 'playwright-core';
import { ROOT } from '../../build/bundle.ts';
import { findElectron } from '../../build/electron-binary.ts';
import { startOnElectron } from './electron-driver.ts';
import { PRODUCT, STAND_IN, startOnStandIn } from './stand-in-driver.ts';

export type ElectronModule = typeof Electron;

export interface LaunchOptions {
  /** The app's data folder; see {@link makeDataDir}. */
  readonly dataDir: string;
  /** Environment besides the test's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the app finds its data folder by itself, as by `env`, and is not told it with `--data`. */
  readonly untold?: boolean;
  /** Arguments of the app besides `--data`. */
  readonly args?: readonly string[];
  /** The system's language and formats, as in `nl-NL`; `en-US` unless told. */
  readonly locale?: string;
  /** The system's colours; light unless told. */
  readonly colorScheme?: 'light' | 'dark';
  /** Whether the window is not to be seen; as the machine allows unless told. Stand-in only. */
  readonly headless?: boolean;
  /** Whether the first run is shown where it was not yet; skipped beforehand unless told. */
  readonly welcome?: boolean;
  /** The built main process; the product's unless told. */
  readonly main?: string;
}

/** One item of the tray's menu. */
export interface TrayItem {
  readonly label: string;
  readonly type: string;
  readonly enabled: boolean;
  readonly checked: boolean;
}

/** The app's main process as it was started, on Electron or on its stand-in. It may not have come far yet. */
export interface StartedApp {
  readonly pid: number;
  /** What the app said on stdout and stderr so far. */
  readonly output: () => string;
  /** Resolves with the exit status once the app has ended; null where a signal ended it. */
  readonly exited: Promise<number | null>;
  /** Waits for the page of a window. */
  attach(): Promise<Page>;
  /** Runs a function in the main process, with Electron's module. It can use nothing from outside. */
  evaluate<R>(run: (electron: ElectronModule) => R | Promise<R>): Promise<R>;
  evaluate<R, Arg>(
    run: (electron: ElectronModule, arg: Arg) => R | Promise<R>,
    arg: Arg,
  ): Promise<R>;
  /** Quits as a user does. */
  close(): Promise<void>;
  /** Ends the main process as a power cut does. */
  kill(): Promise<void>;
}

/** The running app with a window. */
export interface TestApp extends Omit<StartedApp, 'attach'> {
  /** The page of the window that is open. */
  readonly page: Page;
  /** Waits for a page that is open; for after a window was closed and shown again. */
  reattach(): Promise<Page>;
}

/** Starts the built app, and waits for its page. Run `npm run build` first. */
export async function launchApp(options: LaunchOptions): Promise<TestApp> {
  const app = await startApp(options);
  let page = await app.attach();
  return {
    ...app,
    get page() {
      return page;
    },
    reattach: async () => (page = await app.attach()),
  };
}

/** Starts the built app, and waits for nothing that it does. */
export async function startApp(options: LaunchOptions): Promise<StartedApp> {
  if (options.welcome !== true) skipWelcome(options.dataDir);
  const start = {
    main: options.main,
    args: argumentsOf(options),
    env: { ...localeEnv(options.locale ?? 'en-US'), ...options.env },
    colorScheme: options.colorScheme ?? 'light',
    headless: options.headless,
  } satisfies StartOptions;
  const electron = findElectron();
  return electron === undefined ? startOnStandIn(start) : await startOnElectron(start, electron);
}

function argumentsOf({ dataDir, untold, args = [] }: LaunchOptions): string[] {
  return [...(untold ? [] : ['--data', dataDir]), ...args];
}

/** Marks the first run as seen, in settings that can be read and written; others are the test's own matter. */
function skipWelcome(dataDir: string): void {
  const file = join(dataDir, 'settings.json');
  try {
    const settings: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    writeFileSync(file, JSON.stringify({ ...Object(settings), welcomed: true }), { mode: 0o600 });
  } catch {
    // The app then shows it.
  }
}

/**
 * Starts the app a second time on the same data folder and waits for that second process to end.
 *
 * @returns its exit status.
 */
export async function launchAgain(options: LaunchOptions): Promise<number | null> {
  const [status] = (await once(spawnApp(options), 'exit')) as unknown[];
  return typeof status === 'number' ? status : null;
}

/** Starts the app as a system does, with nothing that reaches into it. */
export function spawnApp(options: LaunchOptions): ChildProcess {
  const electron = findElectron();
  const args = argumentsOf(options);
  const io = { stdio: 'ignore', env: { ...process.env, ...options.env } } as const;
  return electron === undefined
    ? spawn(process.execPath, [STAND_IN, options.main ?? PRODUCT, ...args], io)
    : spawn(electron, ['--no-sandbox', options.main ?? ROOT, ...args], io);
}

/** What both ways of starting take. */
export interface StartOptions {
  readonly main: string | undefined;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly colorScheme: 'light' | 'dark';
  readonly headless: boolean | undefined;
}

/** Makes an empty data folder. */
export async function makeDataDir(): Promise<string> {
  return await mkdtemp(join(tmpdir(), 'sweetspot-test-'));
}

/** What the functions below need of an app. */
type Evaluating = Pick<StartedApp, 'evaluate'>;

/** What the tray's menu shows now. */
export async function readTray(app: Evaluating): Promise<TrayItem[]> {
  return await app.evaluate(({ Tray }) => {
    // Both the stand-in and record-tray.cjs keep them there.
    const all = Reflect.get(Tray, 'all') as Set<{ menu: { items: TrayItem[] } | null }>;
    const tray = [...all].at(-1);
    return (tray?.menu?.items ?? []).map(({ label, type, enabled, checked }) => ({
      label,
      type,
      enabled,
      checked,
    }));
  });
}

/** Clicks an item of the tray's menu, one in a submenu too. Throws where there is none. */
export async function clickTray(app: Evaluating, label: string): Promise<void> {
  await app.evaluate(({ Tray }, wanted) => {
    interface Item {
      label: string;
      submenu?: { items: Item[] };
      click: () => void;
    }
    const all = Reflect.get(Tray, 'all') as Set<{ menu: { items: Item[] } | null }>;
    const flat = (items: Item[]): Item[] =>
      items.flatMap((item) => [item, ...flat(item.submenu?.items ?? [])]);
    const items = flat([...all].at(-1)?.menu?.items ?? []);
    const found = items.find((item) => item.label === wanted);
    if (found === undefined) {
      throw new Error(`No "${wanted}" among: ${items.map((item) => item.label).join(', ')}`);
    }
    // After the answer: the click may end the app.
    setImmediate(() => {
      found.click();
    });
  }, label);
}

/** Answers the next save dialogs with a file, or cancels them. */
export async function answerSaveDialog(app: TestApp, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, file) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: file === null, filePath: file ?? '' });
  }, filePath);
}

/** Answers the next open dialogs with a file, or cancels them. */
export async function answerOpenDialog(app: TestApp, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: file === null, filePaths: file === null ? [] : [file] });
  }, filePath);
}

/** Makes the system report that there was no input for a number of seconds. */
export async function setIdleSeconds(app: Evaluating, seconds: number): Promise<void> {
  await app.evaluate(({ powerMonitor }, idle) => {
    powerMonitor.getSystemIdleTime = () => idle;
  }, seconds);
}

function localeEnv(locale: string): Record<string, string> {
  const posix = `${locale.replaceAll('-', '_')}.UTF-8`;
  return { LANG: posix, LC_ALL: posix, LANGUAGE: locale.replaceAll('-', '_') };
}
