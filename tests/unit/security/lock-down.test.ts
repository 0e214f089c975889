import { EventEmitter, once } from 'node:events';
import type { Session } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { lockDown } from '../../../electron/security/lock-down.ts';
import { SWITCHES } from '../../../electron/security/switches.ts';

type Call = readonly [name: string, ...args: unknown[]];

/** An emitter that notes every call of the methods named, and answers with nothing. */
class Recorder extends EventEmitter {
  readonly calls: Call[] = [];

  constructor(names: readonly string[]) {
    super();
    for (const name of names) {
      Object.defineProperty(this, name, {
        value: (...args: unknown[]) => {
          this.calls.push([name, ...args]);
        },
      });
    }
  }

  /** The first argument of the last call of a name. */
  handler(name: string): (...args: unknown[]) => unknown {
    const [, first] = this.calls.findLast(([called]) => called === name) ?? [];
    if (typeof first !== 'function') throw new Error(`${name} was given no function`);
    return (...args) => Reflect.apply(first, undefined, args) as unknown;
  }
}

class FakeSession extends Recorder {
  readonly webRequest = new Recorder(['onBeforeRequest']);

  constructor() {
    super([
      'setPermissionRequestHandler',
      'setPermissionCheckHandler',
      'setDevicePermissionHandler',
      'setDisplayMediaRequestHandler',
      'setBluetoothPairingHandler',
      'setSpellCheckerEnabled',
      'setSpellCheckerLanguages',
      'setSpellCheckerDictionaryDownloadURL',
    ]);
  }
}

class FakeApp extends Recorder {
  readonly commandLine = new Recorder(['appendSwitch']);
  readonly isPackaged: boolean;
  readonly whenReady = () => this.#ready;
  readonly #ready = once(this, 'ready').then(() => undefined);
  enableSandbox = () => this.calls.push(['enableSandbox']);
  configureHostResolver = (options: unknown) => this.calls.push(['configureHostResolver', options]);

  constructor(isPackaged: boolean) {
    super([]);
    this.isPackaged = isPackaged;
  }
}

function start(isPackaged = true) {
  const app = new FakeApp(isPackaged);
  const defaultSession = new FakeSession();
  // The parts that locking down uses are there; the types of the whole are Electron's.
  const refusals = lockDown(app as never, () => defaultSession as unknown as Session);
  return { app, defaultSession, refusals };
}

const cancels = (session: FakeSession, url: string) => {
  const answer = vi.fn();
  session.webRequest.handler('onBeforeRequest')({ url }, answer);
  expect(answer).toHaveBeenCalledOnce();
  return (answer.mock.calls[0]?.[0] as { cancel: boolean }).cancel;
};

const FOREIGN = [
  'https://example.com/',
  'http://127.0.0.1:9/',
  'wss://example.com/',
  'ws://localhost/',
  'file:///etc/passwd',
  'ftp://example.com/',
  'app://sweetspot.example/',
  'chrome-extension://abc/x',
  'devtools://devtools/x',
  'about:blank',
];

describe('before the app is ready', () => {
  test('sandboxes every page and hands Chromium the switches', () => {
    const { app } = start();
    expect(app.calls).toEqual([['enableSandbox']]);
    expect(app.commandLine.calls.map(([, ...args]) => args)).toEqual(
      SWITCHES.map(([name, value]) => [name, value]),
    );
    expect(Object.fromEntries(SWITCHES.map(([name, value]) => [name, value ?? '']))).toMatchObject({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'webrtc-ip-handling-policy': 'disable_non_proxied_udp',
      'proxy-server': 'http://127.0.0.1:9',
      'proxy-bypass-list': '<-loopback>',
    });
  });
});

describe('a session', () => {
  let session: FakeSession;
  let count: () => number;
  beforeEach(() => {
    const { app, refusals } = start();
    session = new FakeSession();
    app.emit('session-created', session);
    ({ count } = refusals);
  });

  test.each(FOREIGN)('refuses %s and counts it', (url) => {
    expect(cancels(session, url)).toBe(true);
    expect(count()).toBe(1);
  });

  test("lets the app's own files through and counts nothing", () => {
    expect(cancels(session, 'app://sweetspot/index.html')).toBe(false);
    expect(count()).toBe(0);
  });

  test.each(everyPermission())('denies %s, asked and checked', (permission) => {
    const granted = vi.fn();
    session.handler('setPermissionRequestHandler')(null, permission, granted, {});
    expect(granted.mock.calls).toEqual([[false]]);
    expect(session.handler('setPermissionCheckHandler')(null, permission, '', {})).toBe(false);
  });

  test('denies devices, the screen and pairing', () => {
    const streams = vi.fn();
    const paired = vi.fn();
    expect(session.handler('setDevicePermissionHandler')({ deviceType: 'hid' })).toBe(false);
    session.handler('setDisplayMediaRequestHandler')({}, streams);
    session.handler('setBluetoothPairingHandler')({}, paired);
    expect(streams.mock.calls).toEqual([[null]]);
    expect(paired.mock.calls).toEqual([[{ confirmed: false }]]);
    for (const [name, args] of [
      ['select-hid-device', [{}]],
      ['select-serial-port', [[], {}]],
      ['select-usb-device', [{}]],
    ] as const) {
      const preventDefault = vi.fn();
      const chosen = vi.fn();
      session.emit(name, { preventDefault }, ...args, chosen);
      expect(preventDefault).toHaveBeenCalledOnce();
      expect(chosen.mock.calls.flat().filter(Boolean)).toEqual([]);
      expect(chosen).toHaveBeenCalledOnce();
    }
  });

  test('downloads nothing', () => {
    const preventDefault = vi.fn();
    session.emit('will-download', { preventDefault }, {}, {});
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  test('checks no spelling', () => {
    expect(session.calls.filter(([name]) => name.startsWith('setSpellChecker'))).toEqual([
      ['setSpellCheckerEnabled', false],
      ['setSpellCheckerLanguages', []],
      ['setSpellCheckerDictionaryDownloadURL', 'https://00.00/'],
    ]);
  });
});

describe('once the app is ready', () => {
  test('guards the default session, once, and looks no name up', async () => {
    const { app, defaultSession } = start();
    app.emit('session-created', defaultSession);
    const before = defaultSession.calls.length;
    app.emit('ready');
    await app.whenReady();
    expect(defaultSession.calls).toHaveLength(before);
    expect(app.calls.at(-1)).toEqual([
      'configureHostResolver',
      { enableBuiltInResolver: false, secureDnsMode: 'off', secureDnsServers: [] },
    ]);
  });

  test('guards the default session also where nobody told of it', async () => {
    const { app, defaultSession } = start();
    app.emit('ready');
    await app.whenReady();
    expect(cancels(defaultSession, 'https://example.com/')).toBe(true);
  });

  test('has developer tools only where the app is not packaged', async () => {
    const { app, defaultSession } = start(false);
    app.emit('ready');
    await app.whenReady();
    expect(cancels(defaultSession, 'devtools://devtools/bundled/x.html')).toBe(false);
    expect(cancels(defaultSession, 'https://example.com/')).toBe(true);
  });
});

describe('a page', () => {
  let contents: Recorder;
  let count: () => number;
  beforeEach(() => {
    const { app, refusals } = start();
    contents = new Recorder(['setWindowOpenHandler', 'setWebRTCIPHandlingPolicy']);
    app.emit('web-contents-created', {}, contents);
    ({ count } = refusals);
  });

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    'stays where it is at %s',
    (name) => {
      const preventDefault = vi.fn();
      contents.emit(name, { url: 'https://example.com/', preventDefault });
      expect(preventDefault).toHaveBeenCalledOnce();
      expect(count()).toBe(1);
      contents.emit(name, { url: 'app://sweetspot/other.html', preventDefault });
      expect(preventDefault).toHaveBeenCalledTimes(2);
      expect(count()).toBe(1);
    },
  );

  test('opens no window', () => {
    const open = contents.handler('setWindowOpenHandler');
    expect(open({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
    expect(open({ url: 'app://sweetspot/index.html' })).toEqual({ action: 'deny' });
    expect(count()).toBe(1);
  });

  test('embeds nothing and pairs with nothing', () => {
    const preventDefault = vi.fn();
    const chosen = vi.fn();
    contents.emit('will-attach-webview', { preventDefault }, {}, {});
    contents.emit('select-bluetooth-device', { preventDefault }, [], chosen);
    expect(preventDefault).toHaveBeenCalledTimes(2);
    expect(chosen.mock.calls).toEqual([['']]);
  });

  test('keeps WebRTC off the network', () => {
    expect(contents.calls).toContainEqual(['setWebRTCIPHandlingPolicy', 'disable_non_proxied_udp']);
  });
});

type Permission = Parameters<NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>>[1];

/** Every permission that Electron knows: a new one does not compile until it is here. */
function everyPermission(): Permission[] {
  const all: Record<Permission, true> = {
    ar: true,
    'automatic-fullscreen': true,
    'background-fetch': true,
    'background-sync': true,
    'captured-surface-control': true,
    'clipboard-read': true,
    'clipboard-sanitized-write': true,
    'deprecated-sync-clipboard-read': true,
    'display-capture': true,
    fileSystem: true,
    fullscreen: true,
    geolocation: true,
    'geolocation-approximate': true,
    'hand-tracking': true,
    hid: true,
    'idle-detection': true,
    keyboardLock: true,
    'local-fonts': true,
    'local-network': true,
    'local-network-access': true,
    'loopback-network': true,
    media: true,
    mediaKeySystem: true,
    midi: true,
    midiSysex: true,
    nfc: true,
    notifications: true,
    openExternal: true,
    'payment-handler': true,
    'periodic-background-sync': true,
    'persistent-storage': true,
    pointerLock: true,
    'screen-wake-lock': true,
    sensors: true,
    serial: true,
    'smart-card': true,
    'speaker-selection': true,
    'storage-access': true,
    'system-wake-lock': true,
    'top-level-storage-access': true,
    usb: true,
    vr: true,
    'web-app-installation': true,
    'web-printing': true,
    'window-management': true,
    unknown: true,
  };
  return Object.keys(all).filter((name): name is Permission => name in all);
}
