import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  kwinScript,
  readTold,
  SCRIPT_NAME,
} from '../../../../electron/tracking/sources/kwin-script.ts';
import type { MonitorBus } from '../../../../electron/tracking/sources/bus-monitor.ts';
import { kwin, openKwin } from '../../../../electron/tracking/sources/kwin.ts';

/** A machine with other work to do may take its time. */
const poll = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });

/** What busctl of systemd 252 prints of a call by KWin 5.27.5, its header cut short. */
function line(address: string, data: readonly string[]): string {
  const payload = { type: 'sssss', data };
  return JSON.stringify({ type: 'method_call', interface: address, member: 'front', payload });
}
/** The same of a KWin that came, or went. */
const ownerLine = (owner: string) =>
  JSON.stringify({
    type: 'signal',
    interface: 'org.freedesktop.DBus',
    member: 'NameOwnerChanged',
    payload: { type: 'sss', data: ['org.kde.KWin', ':1.0', owner] },
  });

const FEED = ['{1}', '(3) Feed | LinkedIn - Chromium', 'chromium', 'chromium', 'false'];
const NONE = ['', '', '', '', ''];

/** A KWin on a bus, as far as the app deals with it. */
function kwinOnBus(folder: string) {
  const calls: string[] = [];
  let address = '';
  let on: Parameters<MonitorBus>[1] | undefined;
  let file = '';
  const bus = {
    calls,
    /** What KWin says when the script starts; nothing where it is of no use. */
    first: FEED as readonly string[] | undefined,
    mode: 0,
    /** Whether anyone listens. */
    isHeard: () => on !== undefined,
    say: (data: readonly string[]) => on?.line(line(address, data)),
    raw: (text: string) => on?.line(text),
    address: () => address,
    end: () => on?.end(),
  };
  const source = openKwin({
    folder,
    times: { loadMs: 200, unwatchedMs: 50, againMs: 20 },
    run(program, args) {
      const method = args[args.indexOf('--method') + 1]?.split('.').at(-1) ?? '';
      const rest = args.slice(args.indexOf('--method') + 2);
      calls.push([program, method, ...rest.filter((arg) => arg === SCRIPT_NAME)].join(' '));
      if (method === 'loadScript') {
        [file = ''] = rest;
        address = /nl\.sweetspot\.Front[0-9a-f]{16}/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
        bus.mode = statSync(file).mode & 0o777;
      }
      if (method === 'start' && bus.first) {
        const { first } = bus;
        setTimeout(() => bus.say(first), 5);
      }
      return Promise.resolve(method === 'loadScript' ? '(3,)\n' : '()\n');
    },
    monitor(_rules, listener) {
      on = listener;
      setTimeout(listener.ready, 1);
      return () => (on = undefined);
    },
  });
  return { bus, source };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sweetspot-kwin-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const LOADED = [
  `gdbus unloadScript ${SCRIPT_NAME}`,
  `gdbus loadScript ${SCRIPT_NAME}`,
  'gdbus start',
];
const UNLOADED = `gdbus unloadScript ${SCRIPT_NAME}`;

describe('the script of KWin', () => {
  test('is loaded once, after what an earlier run left, and its file does not stay', async () => {
    const { bus, source } = kwinOnBus(folder);
    const watch = source.watch?.(() => undefined);
    expect(await source.read()).toEqual({
      kind: 'window',
      key: '{1}',
      fullScreen: false,
      sample: { app: 'chromium', names: ['chromium'], title: '(3) Feed | LinkedIn - Chromium' },
    });
    await source.read();
    expect(bus.calls).toEqual(LOADED);
    expect(bus.mode).toBe(0o600);
    expect(readdirSync(folder)).toEqual([]);
    expect(watch?.isSure()).toBe(true);
    await source.stop();
    expect(bus.calls.at(-1)).toBe(UNLOADED);
    expect(bus.isHeard()).toBe(false);
  });

  test('goes when nobody watches any more, as at a pause, and comes back with who watches', async () => {
    const { bus, source } = kwinOnBus(folder);
    const watch = source.watch?.(() => undefined);
    await source.read();
    watch?.stop();
    await poll(() => bus.calls).toEqual([...LOADED, UNLOADED]);
    expect(bus.isHeard()).toBe(false);
    const again = source.watch?.(() => undefined);
    expect((await source.read()).kind).toBe('window');
    expect(bus.calls).toEqual([...LOADED, UNLOADED, ...LOADED]);
    again?.stop();
    await source.stop();
  });

  test('goes after a look that nobody follows up', async () => {
    const { bus, source } = kwinOnBus(folder);
    await source.read();
    await poll(() => bus.calls.at(-1)).toBe(UNLOADED);
    await source.stop();
  });

  test('tells of each change, and none is believed after a moment alone', async () => {
    const { bus, source } = kwinOnBus(folder);
    let hints = 0;
    source.watch?.(() => (hints += 1));
    await source.read();
    expect(hints).toBe(1);
    bus.say(NONE);
    bus.say(['{2}', 'Messaging | LinkedIn — Mozilla Firefox', 'firefox-esr', 'Navigator', 'true']);
    expect(await source.read()).toMatchObject({ key: '{2}', fullScreen: true });
    expect(hints).toBe(2);
    bus.say(NONE);
    expect(await source.read()).toMatchObject({ key: '{2}' });
    await poll(async () => (await source.read()).kind).toBe('no-window');
    await source.stop();
  });

  test('is given to a new KWin, and nothing is seen while there is none', async () => {
    const { bus, source } = kwinOnBus(folder);
    source.watch?.(() => undefined);
    await source.read();
    const first = bus.address();
    bus.first = undefined;
    bus.raw(ownerLine(''));
    expect(await source.read()).toEqual({ kind: 'failed', why: 'throws' });
    bus.first = FEED;
    await poll(async () => (await source.read()).kind).toBe('window');
    expect(bus.address()).not.toBe(first);
    bus.raw(ownerLine(':1.9'));
    expect((await source.read()).kind).toBe('window');
    await source.stop();
  });

  test('fails where KWin says nothing, or nothing listens any more', async () => {
    const { bus, source } = kwinOnBus(folder);
    bus.first = undefined;
    expect(await source.read()).toEqual({ kind: 'failed', why: 'throws' });
    expect(readdirSync(folder)).toEqual([]);
    bus.first = FEED;
    await poll(async () => (await source.read()).kind).toBe('window');
    bus.end();
    await poll(async () => (await source.read()).kind).toBe('window');
    await source.stop();
  });
});

describe('what the bus says', () => {
  const address = 'nl.sweetspot.Front0123456789abcdef';

  test.each([
    ['no JSON', '{'],
    ['of another interface', line('nl.sweetspot.Other', FEED)],
    [
      'numbers in place of texts',
      JSON.stringify({ interface: address, member: 'front', payload: { data: [1] } }),
    ],
    ['null', 'null'],
  ])('is nothing where it is %s', (_what, text) => {
    expect(readTold(text, address)).toBeUndefined();
  });

  test('names both halves of a class, each once', () => {
    const data = ['{1}', 'x', 'firefox-esr', 'Navigator', 'false'];
    expect(readTold(line(address, data), address)).toMatchObject({
      window: { names: ['firefox-esr', 'Navigator'] },
    });
  });
});

test('the script calls what KWin 5 and KWin 6 have, and only the interface of its run', () => {
  /** Runs it in a workspace as KWin has it. */
  function runIn(workspace: object, address = 'nl.sweetspot.Front0'): string[][] {
    const calls: string[][] = [];
    const callDBus = (...args: string[]) => calls.push(args);
    runInNewContext(kwinScript(address), { workspace, callDBus });
    return calls;
  }
  const signal = () => ({ connect: () => undefined, disconnect: () => undefined });
  const window = {
    ...{ internalId: '{1}', caption: 'Feed', resourceClass: 'a', resourceName: 'b' },
    ...{ fullScreen: false, captionChanged: signal(), fullScreenChanged: signal() },
  };
  const told = [
    ['nl.sweetspot.Front0', '/', 'nl.sweetspot.Front0', 'front', '{1}', 'Feed', 'a', 'b', 'false'],
  ];
  expect(runIn({ activeClient: window, clientActivated: signal() })).toEqual(told);
  expect(runIn({ activeWindow: window, windowActivated: signal() })).toEqual(told);
  expect(runIn({ activeWindow: null, windowActivated: signal() })[0]?.slice(4)).toEqual(NONE);
});

test('KWin is asked under Wayland alone, and only once the user agreed', () => {
  const at = (session: 'wayland' | 'x11', desktop: string, mayScriptKwin: boolean) =>
    kwin.canWork({
      platform: 'linux',
      session,
      env: { XDG_CURRENT_DESKTOP: desktop },
      workerUrl: new URL('file:///worker.js'),
      mayScriptKwin,
    });
  expect(at('wayland', 'KDE', false)).toBe('no-consent');
  expect(at('wayland', 'KDE', true)).toBeNull();
  expect(at('x11', 'KDE', true)).toBe('other-session');
  expect(at('wayland', 'sway', true)).toBe('other-session');
});
