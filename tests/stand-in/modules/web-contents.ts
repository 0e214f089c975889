import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { HandlerDetails, PrintToPDFOptions, WebContents, WebFrameMain } from 'electron';
import type { CDPSession, Frame, Page } from 'playwright-core';
import { createCodec } from '../page/codec.ts';
import { CALL_BINDING, installPreload, RECEIVER } from '../page/page-runtime.ts';
import { PAGE_ORIGIN, toAppUrl, toPageUrl } from '../page-url.ts';
import type { Held } from './held.ts';
import { createNativeImage } from './native-image.ts';
import { nativeTheme } from './native-theme.ts';
import type { StandInSession } from './session.ts';
import { createEvent } from './stand-in-event.ts';

type WindowOpenHandler = (details: HandlerDetails) => { action: 'allow' | 'deny' };

/** Electron's names of permissions, and Chromium's. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  geolocation: ['geolocation'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  notifications: ['notifications'],
};

const codec = createCodec();
const all = new Map<number, StandInWebContents>();
let made = 0;

/** The frame of a page, as the app sees it. */
export type StandInFrame = Pick<
  WebFrameMain,
  'isDestroyed' | 'name' | 'origin' | 'parent' | 'top' | 'url'
>;

export class StandInWebContents extends EventEmitter {
  readonly id: number;
  readonly session: StandInSession;
  readonly #preload: string | undefined;
  #page: Page | undefined;
  #cdp: CDPSession | undefined;
  #url = '';
  #openHandler: WindowOpenHandler | undefined;
  /** How many loads by the app were begun, and which of them runs. */
  #loads = 0;
  #running: number | undefined;
  #webRtcPolicy = 'default';
  #destroyed = false;

  constructor(session: StandInSession, preload: string | undefined) {
    super();
    made += 1;
    this.id = made;
    this.session = session;
    this.#preload = preload;
    all.set(this.id, this);
  }

  /** Not Electron's: takes a page of the browser for its own. */
  async attach(page: Page): Promise<void> {
    this.#page = page;
    if (this.#preload !== undefined) {
      const source = readFileSync(this.#preload, 'utf8');
      const names = JSON.stringify({ call: CALL_BINDING, receiver: RECEIVER });
      await page.addInitScript({
        content: `(${installPreload.toString()})(
          (require, module, exports) => {${source}\n},
          (${createCodec.toString()})(),
          ${names})`,
      });
    }
    page.on('crash', () => {
      this.emit('render-process-gone', createEvent({}), { reason: 'crashed', exitCode: 1 });
    });
    page.on('download', (download) => {
      const item = {
        getURL: () => download.url(),
        getFilename: () => download.suggestedFilename(),
      };
      this.session.emit('will-download', createEvent({}), item, this, this.mainFrame);
      // Whatever the app says: nothing is downloaded here.
      void download.cancel();
    });
    await page.context().grantPermissions(this.#permissions());
    const theme = () => page.emulateMedia({ colorScheme: nativeTheme.pageScheme() });
    await theme();
    const follow = () => void theme().catch(() => undefined);
    nativeTheme.on('updated', follow);
    page.once('close', () => {
      nativeTheme.off('updated', follow);
      this.#page = undefined;
    });
    this.#cdp = await page.context().newCDPSession(page);
    this.#cdp.on('Page.windowOpen', ({ url, windowName }) => {
      this.#openHandler?.({
        url: toAppUrl(url),
        frameName: windowName,
        features: '',
        disposition: 'new-window',
        referrer: { url: '', policy: 'default' },
      });
    });
    await this.#cdp.send('Page.enable');
  }

  /** Not Electron's: the page of the browser, while there is one. */
  get page(): Page | undefined {
    return this.#page;
  }

  /** Not Electron's: the end of it. */
  end(): void {
    this.#destroyed = true;
    all.delete(this.id);
    this.emit('destroyed');
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** Not Electron's: goes to a URL because the app says so, which no listener can prevent. */
  async load(url: string): Promise<void> {
    this.#url = url;
    if (this.#page === undefined) return;
    this.#loads += 1;
    const load = this.#loads;
    this.#running = load;
    try {
      await this.#page.goto(toPageUrl(url), { waitUntil: 'load' });
      this.emit('dom-ready', createEvent({}));
      this.emit('did-finish-load');
    } catch (error) {
      this.emit('did-fail-load', createEvent({}), -2, '', url, true);
      throw error;
    } finally {
      // One that a later one cut short must not end that.
      if (this.#running === load) this.#running = undefined;
    }
  }

  /** Not Electron's: whether a navigation that the page began may go on. */
  mayNavigate(url: string, frame: Frame): boolean {
    const isMainFrame = frame.parentFrame() === null;
    if (isMainFrame && this.isLoading() && isSameUrl(url, this.#url)) return true;
    const params = { url, isSameDocument: false, isMainFrame, frame: toWebFrame(frame) };
    const anyFrame = createEvent(params);
    this.emit('will-frame-navigate', anyFrame);
    if (anyFrame.defaultPrevented) return false;
    if (!isMainFrame) return true;
    const main = createEvent(params);
    this.emit('will-navigate', main);
    return !main.defaultPrevented;
  }

  get mainFrame(): StandInFrame {
    return this.#page === undefined
      ? createFrame(this.#url, '', null)
      : toWebFrame(this.#page.mainFrame());
  }

  getURL(): string {
    return this.#page === undefined ? this.#url : toAppUrl(this.#page.url());
  }

  isLoading(): boolean {
    return this.#running !== undefined;
  }

  send(channel: string, ...args: unknown[]): void {
    const text = codec.encode(args);
    void this.#page
      ?.evaluate(
        ([receiver, name, payload]) => {
          const receive: unknown = Reflect.get(window, receiver);
          if (typeof receive === 'function') Reflect.apply(receive, undefined, [name, payload]);
        },
        [RECEIVER, channel, text] as const,
      )
      // The page may be gone or on its way elsewhere, and Electron drops the message then as well.
      .catch(() => undefined);
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.#webRtcPolicy = policy;
  }

  getWebRTCIPHandlingPolicy(): string {
    return this.#webRtcPolicy;
  }

  async executeJavaScript(code: string): Promise<unknown> {
    return await this.#requirePage().evaluate(code);
  }

  async printToPDF({ landscape, pageSize, printBackground }: PrintToPDFOptions): Promise<Buffer> {
    return await this.#requirePage().pdf({
      ...(landscape === undefined ? {} : { landscape }),
      ...(printBackground === undefined ? {} : { printBackground }),
      ...(typeof pageSize === 'string' ? { format: pageSize } : {}),
    });
  }

  async capturePage(): Promise<ReturnType<typeof createNativeImage>> {
    return createNativeImage(await this.#requirePage().screenshot());
  }

  focus(): void {
    void this.#page?.bringToFront().catch(() => undefined);
  }

  reload(): void {
    void this.load(this.#url).catch(() => undefined);
  }

  /** What the app lets the page do; as in Electron everything, where it does not say. */
  #permissions(): string[] {
    const check = this.session.asked.get('permissionCheck');
    const allowed = Object.entries(PERMISSIONS).filter(
      ([name]) =>
        typeof check !== 'function' ||
        Reflect.apply(check, undefined, [this, name, toAppUrl(PAGE_ORIGIN), {}]) === true,
    );
    return allowed.flatMap(([, names]) => names);
  }

  #requirePage(): Page {
    if (this.#page === undefined) throw new Error('The window has no page');
    return this.#page;
  }
}

function isSameUrl(one: string, other: string): boolean {
  return URL.parse(one)?.href === URL.parse(other)?.href;
}

/** The contents that a page of the browser belongs to. */
export function webContentsOf(page: Page): StandInWebContents | undefined {
  return [...all.values()].find((contents) => contents.page === page);
}

export const webContents = {
  getAllWebContents: () => [...all.values()],
  fromId: (id: number) => all.get(id),
};

/** A frame of the browser as the app sees it. */
export function toWebFrame(frame: Frame): StandInFrame {
  return createFrame(toAppUrl(frame.url()), frame.name(), frame.parentFrame());
}

function createFrame(url: string, name: string, parentFrame: Frame | null): StandInFrame {
  const parsed = URL.parse(url);
  const own = {
    url,
    name,
    origin: parsed === null || parsed.host === '' ? 'null' : `${parsed.protocol}//${parsed.host}`,
    isDestroyed: () => false,
  };
  const parent = parentFrame === null ? null : toWebFrame(parentFrame);
  return { ...own, parent: parent as WebFrameMain | null, top: null };
}

export type WebContentsHeld = Held<
  StandInWebContents,
  WebContents,
  'attach' | 'capturePage' | 'end' | 'load' | 'mainFrame' | 'mayNavigate' | 'page' | 'session'
>;
