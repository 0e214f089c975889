import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { closeBrowser, isHeadless, openPage } from '../chromium/host.ts';
import { app } from './app.ts';
import type { Held } from './held.ts';
import { session, type StandInSession } from './session.ts';
import { createEvent } from './stand-in-event.ts';
import { StandInWebContents } from './web-contents.ts';

const windows = new Map<number, StandInBrowserWindow>();

/** A window over a page of the browser. Closed by the user it has none, and gets one when shown. */
export class StandInBrowserWindow extends EventEmitter {
  readonly id: number;
  readonly webContents: StandInWebContents;
  readonly #size: { readonly width: number; readonly height: number };
  #title: string;
  #url: string | undefined;
  #opening: Promise<void> | undefined;
  #visible: boolean;
  #readyToShow = false;
  #destroyed = false;
  #minimized = false;

  static getAllWindows(): StandInBrowserWindow[] {
    return [...windows.values()];
  }

  static fromWebContents(contents: unknown): StandInBrowserWindow | null {
    return [...windows.values()].find(({ webContents }) => webContents === contents) ?? null;
  }

  static fromId(id: number): StandInBrowserWindow | null {
    return windows.get(id) ?? null;
  }

  static getFocusedWindow(): StandInBrowserWindow | null {
    return [...windows.values()].find((window) => window.isVisible()) ?? null;
  }

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const preferences = options.webPreferences ?? {};
    requireIsolation(preferences);
    this.#size = { width: options.width ?? 800, height: options.height ?? 600 };
    this.#title = options.title ?? app.getName();
    this.#visible = options.show ?? true;
    this.webContents = new StandInWebContents(sessionOf(preferences), preferences.preload);
    this.id = this.webContents.id;
    windows.set(this.id, this);
    app.addWindow(this);
    app.emit('web-contents-created', createEvent({}), this.webContents);
    app.emit('browser-window-created', createEvent({}), this);
  }

  async loadURL(url: string): Promise<void> {
    this.#url = url;
    this.#opening ??= this.#open();
    await this.#opening;
    await this.webContents.load(url);
    this.#emitReadyToShow();
  }

  show(): void {
    const shown = this.#visible;
    this.#visible = true;
    this.#minimized = false;
    if (this.#opening === undefined && this.#url !== undefined) {
      void this.loadURL(this.#url).catch(() => undefined);
    } else {
      void this.#place('normal');
    }
    if (!shown) this.emit('show', createEvent({}));
  }

  showInactive(): void {
    this.show();
  }

  hide(): void {
    if (!this.#visible) return;
    this.#visible = false;
    void this.#place('minimized');
    this.emit('hide', createEvent({}));
  }

  focus(): void {
    this.webContents.focus();
    this.emit('focus', createEvent({}));
  }

  isFocused(): boolean {
    return this.#visible;
  }

  isVisible(): boolean {
    return this.#visible;
  }

  minimize(): void {
    this.#minimized = true;
    void this.#place('minimized');
    this.emit('minimize', createEvent({}));
  }

  restore(): void {
    this.#minimized = false;
    void this.#place('normal');
    this.emit('restore', createEvent({}));
  }

  isMinimized(): boolean {
    return this.#minimized;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  close(): void {
    if (this.#destroyed) return;
    const event = createEvent({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    windows.delete(this.id);
    const { page } = this.webContents;
    this.webContents.end();
    if (windows.size > 0) void page?.close().catch(() => undefined);
    else void closeBrowser();
    this.emit('closed');
    app.removeWindow(this);
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getBounds(): Rectangle {
    return { x: 0, y: 0, ...this.#size };
  }

  setMenuBarVisibility(): void {
    // There is no menu bar.
  }

  setBackgroundColor(): void {
    // The page paints its own.
  }

  setIcon(): void {
    // The window wears the browser's.
  }

  async #open(): Promise<void> {
    const page = await openPage(this.#size);
    await this.webContents.attach(page);
    page.once('close', () => {
      this.#opening = undefined;
      this.#closedByUser();
    });
  }

  /** The user closed the browser's window: that cannot be prevented, but the app may stay. */
  #closedByUser(): void {
    if (this.#destroyed) return;
    if (StandInBrowserWindow.getAllWindows().every((window) => !window.webContents.page)) {
      void closeBrowser();
    }
    this.close();
    if (this.isDestroyed() || process.env['SWEETSPOT_TEST_DEVTOOLS'] === '1') return;
    // There is no tray to be seen that would tell.
    console.error(
      'The window is closed and the app goes on. Start it again to see it, Ctrl-C quits.',
    );
  }

  #emitReadyToShow(): void {
    if (this.#readyToShow || this.#destroyed) return;
    this.#readyToShow = true;
    this.emit('ready-to-show', createEvent({}));
    if (!this.#visible) void this.#place('minimized');
  }

  async #place(windowState: 'normal' | 'minimized'): Promise<void> {
    const { page } = this.webContents;
    if (page === undefined || (await isHeadless()) !== false) return;
    try {
      const cdp = await page.context().newCDPSession(page);
      const { windowId } = await cdp.send('Browser.getWindowForTarget');
      await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
      if (windowState === 'normal') await page.bringToFront();
      await cdp.detach();
    } catch {
      // The page went away meanwhile.
    }
  }
}

/** The stand-in has no other kind of window, so an app that asks for one must not seem to run. */
function requireIsolation(
  preferences: NonNullable<BrowserWindowConstructorOptions['webPreferences']>,
): void {
  const { contextIsolation = true, nodeIntegration = false, sandbox = true } = preferences;
  if (!contextIsolation || nodeIntegration || !sandbox) {
    throw new Error('The stand-in runs sandboxed and isolated windows only');
  }
}

function sessionOf({
  partition,
}: NonNullable<BrowserWindowConstructorOptions['webPreferences']>): StandInSession {
  return partition === undefined ? session.defaultSession : session.fromPartition(partition);
}

export type BrowserWindowHeld = Held<StandInBrowserWindow, BrowserWindow, 'webContents'>;
