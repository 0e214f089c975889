import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import type { AboutPanelOptionsOptions, App, LoginItemSettings, Settings } from 'electron';
import { closeBrowser } from '../chromium/host.ts';
import { commandLine } from './command-line.ts';
import type { Held } from './held.ts';
import { acquireLock, type InstanceLock, type SecondInstance } from './instance-lock.ts';
import { readPreferredLanguages, readSystemLocale } from './locale.ts';
import { createEvent } from './stand-in-event.ts';

/** What the app asks of its windows when it quits. */
export interface QuittableWindow {
  close: () => void;
  destroy: () => void;
  isDestroyed: () => boolean;
}

class StandInApp extends EventEmitter {
  /** By the variable that Electron itself takes. */
  readonly isPackaged = process.env['ELECTRON_FORCE_IS_PACKAGED'] === 'true';
  readonly commandLine = commandLine;
  readonly dock = undefined;
  /** What the about box would show. */
  aboutPanel: AboutPanelOptionsOptions = {};
  readonly #manifest = readManifest();
  readonly #paths = new Map<string, string>();
  readonly #ready = new Promise<void>((resolve) => {
    this.once('ready', () => resolve());
  });
  readonly #windows = new Set<QuittableWindow>();
  /** Stands for Electron's own message loop: the process lives until the app quits. */
  #loop: NodeJS.Timeout | undefined = setInterval(() => undefined, 2 ** 30);
  #name: string | undefined;
  #isReady = false;
  #quitting = false;
  #lock: InstanceLock | undefined;
  #badge = 0;
  #loginItem: Settings = {};

  get name(): string {
    return this.getName();
  }

  /** Not Electron's: the main module has been evaluated, its top-level awaits included. */
  codeLoaded(): void {
    setImmediate(() => {
      this.#isReady = true;
      this.emit('will-finish-launching');
      this.emit('ready', createEvent({}), {});
    });
  }

  /** Not Electron's: a window came into being. */
  addWindow(window: QuittableWindow): void {
    this.#windows.add(window);
  }

  /** Not Electron's: a window is no more. */
  removeWindow(window: QuittableWindow): void {
    this.#windows.delete(window);
    if (this.#windows.size > 0 || this.#quitting) return;
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  quit(): void {
    if (this.#quitting) return;
    const before = createEvent({});
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.#quitting = true;
    for (const window of [...this.#windows]) window.close();
    if (this.#windows.size > 0) {
      this.#quitting = false;
      return;
    }
    const will = createEvent({});
    this.emit('will-quit', will);
    if (will.defaultPrevented) this.#quitting = false;
    else void this.#end(0);
  }

  exit(exitCode = 0): void {
    this.#quitting = true;
    for (const window of [...this.#windows]) window.destroy();
    void this.#end(exitCode);
  }

  async #end(exitCode: number): Promise<void> {
    this.emit('quit', createEvent({}), exitCode);
    this.#lock?.release();
    await closeBrowser();
    clearInterval(this.#loop);
    this.#loop = undefined;
    process.exit(exitCode);
  }

  relaunch(): void {
    // Whoever started the stand-in starts it again.
  }

  focus(): void {
    // The window that is asked for comes to the front by itself.
  }

  enableSandbox(): void {
    this.#refuseOnceReady('enableSandbox');
  }

  configureHostResolver(): void {
    if (!this.#isReady) throw new Error('configureHostResolver cannot be called before ready');
  }

  disableHardwareAcceleration(): void {
    this.#refuseOnceReady('disableHardwareAcceleration');
  }

  setAboutPanelOptions(options: AboutPanelOptionsOptions): void {
    this.aboutPanel = options;
  }

  getVersion(): string {
    return this.#manifest.version;
  }

  getName(): string {
    return this.#name ?? this.#manifest.name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getAppPath(): string {
    return this.#manifest.folder;
  }

  getPath(name: string): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    const home = homedir();
    const appData = {
      darwin: join(home, 'Library', 'Application Support'),
      win32: process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'),
      linux: process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'),
    };
    const known: Record<string, () => string> = {
      home: () => home,
      appData: () => String(Reflect.get(appData, process.platform) ?? appData.linux),
      userData: () => join(this.getPath('appData'), this.getName()),
      sessionData: () => this.getPath('userData'),
      temp: () => tmpdir(),
      exe: () => process.execPath,
      desktop: () => join(home, 'Desktop'),
      documents: () => join(home, 'Documents'),
      downloads: () => join(home, 'Downloads'),
      logs: () => join(this.getPath('userData'), 'logs'),
      crashDumps: () => join(this.getPath('userData'), 'Crashpad'),
    };
    const path = known[name];
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path();
  }

  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    if (!existsSync(path)) throw new Error('Failed to set path');
    this.#paths.set(name, path);
  }

  getLocale(): string {
    const [first = 'en-US'] = readPreferredLanguages();
    return commandLine.getSwitchValue('lang') || first;
  }

  getSystemLocale(): string {
    return readSystemLocale();
  }

  getPreferredSystemLanguages(): string[] {
    return readPreferredLanguages();
  }

  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    if (this.#lock !== undefined) return true;
    const folder = this.getPath('userData');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#lock = acquireLock(
      folder,
      { argv: process.argv, cwd: process.cwd(), additionalData },
      (second: SecondInstance) => {
        const { argv, cwd } = second;
        this.emit('second-instance', createEvent({}), argv, cwd, second.additionalData);
      },
    );
    return this.#lock !== undefined;
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock !== undefined;
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.release();
    this.#lock = undefined;
  }

  setAppUserModelId(): void {
    // Windows alone has these, in its packaged apps.
  }

  setActivationPolicy(): void {
    // macOS alone has these.
  }

  getBadgeCount(): number {
    return this.#badge;
  }

  setBadgeCount(count = 0): boolean {
    this.#badge = count;
    return process.platform !== 'win32';
  }

  getLoginItemSettings(): LoginItemSettings {
    const openAtLogin = this.#loginItem.openAtLogin ?? false;
    return {
      openAtLogin,
      wasOpenedAtLogin: false,
      status: openAtLogin ? 'enabled' : 'not-registered',
      executableWillLaunchAtLogin: openAtLogin,
      launchItems: [],
    };
  }

  setLoginItemSettings(settings: Settings): void {
    this.#loginItem = settings;
  }

  #refuseOnceReady(name: string): void {
    if (this.#isReady) throw new Error(`${name} can only be called before app is ready`);
  }
}

/** Name, version and folder of the package that the main module belongs to. */
function readManifest(): { name: string; version: string; folder: string } {
  let folder = dirname(process.argv[1] ?? process.cwd());
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const read = (key: string): unknown => Reflect.get(Object(manifest), key);
  return {
    name: String(read('productName') ?? read('name')),
    version: String(read('version')),
    folder,
  };
}

export const app = new StandInApp();
export type AppHeld = Held<
  StandInApp,
  App,
  'aboutPanel' | 'addWindow' | 'codeLoaded' | 'commandLine' | 'removeWindow'
>;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    app.quit();
  });
}
