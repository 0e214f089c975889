import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { watchDisplay } from '../../../../electron/tracking/sources/x11-display.ts';
import { ROOT, type FakeXServer, startFakeXServer } from '../../../support/fake-x-server.ts';

const WINDOW = 0x7001;

async function follow(server: FakeXServer) {
  const display = await watchDisplay(server.address, {});
  onTestFinished(() => display.stop());
  return display;
}

/** A display on which a window manager names one window of Firefox. */
async function managed() {
  const server = await startFakeXServer();
  server.addWindow(0x42);
  server.set(ROOT, '_NET_SUPPORTED', 'ATOM', [1]);
  const display = await follow(server);
  // The numbers of names are known to the server once it was asked for them.
  const atoms: number[] = [];
  for (let number = 1; number < 40; number += 1) atoms.push(number);
  server.set(ROOT, '_NET_SUPPORTED', 'ATOM', atoms);
  server.set(ROOT, '_NET_SUPPORTING_WM_CHECK', 'WINDOW', [0x42]);
  server.set(0x42, '_NET_SUPPORTING_WM_CHECK', 'WINDOW', [0x42]);
  server.addWindow(WINDOW);
  server.set(WINDOW, 'WM_CLASS', 'STRING', 'Navigator\0firefox-esr\0');
  server.set(WINDOW, '_NET_WM_NAME', 'UTF8_STRING', 'Réseau | LinkedIn — Mozilla Firefox');
  server.set(WINDOW, 'WM_NAME', 'STRING', 'R?seau');
  server.set(ROOT, '_NET_ACTIVE_WINDOW', 'WINDOW', [WINDOW]);
  return { server, display };
}

function titleOf(reading: unknown): unknown {
  const sample: unknown = Reflect.get(Object(reading), 'sample');
  return Reflect.get(Object(sample), 'title');
}

describe('the window in front', () => {
  test('is read with both names it gives itself, and its title by its own type', async () => {
    const { server, display } = await managed();
    expect(await display.read()).toEqual({
      kind: 'window',
      key: String(WINDOW),
      fullScreen: false,
      sample: {
        app: 'firefox-esr',
        title: 'Réseau | LinkedIn — Mozilla Firefox',
        names: ['Navigator', 'firefox-esr'],
      },
    });
    server.windows.get(WINDOW)?.properties.delete('_NET_WM_NAME');
    server.set(WINDOW, 'WM_NAME', 'STRING', Buffer.from('R\xe9seau', 'latin1'));
    expect(titleOf(await display.read())).toBe('Réseau');
    server.set(WINDOW, 'WM_NAME', 'COMPOUND_TEXT', Buffer.from('\x1b%GŁódź\x1b%@ x'));
    expect(titleOf(await display.read())).toBe('Łódź x');
  });

  test('of which the text was spoilt is not measured', async () => {
    const { server, display } = await managed();
    for (const [type, value] of [
      ['UTF8_STRING', Buffer.from([0xff, 0xfe])],
      ['UTF8_STRING', 'R\uFFFDseau | LinkedIn'],
      ['UTF8_STRING', 'x\x1b%G | LinkedIn'],
      ['COMPOUND_TEXT', Buffer.from('\x1b%/1\x80\x80x')],
      ['WINDOW', [7]],
      ['SOMETHING', 'a text of no known type'],
    ] as const) {
      server.set(WINDOW, '_NET_WM_NAME', type, value);
      expect([type, await display.read()]).toEqual([type, { kind: 'unmeasured' }]);
    }
  });

  test('is none where it is hidden, gone, or the number means nothing', async () => {
    const { server, display } = await managed();
    const window = server.windows.get(WINDOW);
    if (window) window.viewable = false;
    expect(await display.read()).toEqual({ kind: 'no-window' });
    for (const numbers of [[], [0], [1], [0x9999, 3]]) {
      server.set(ROOT, '_NET_ACTIVE_WINDOW', 'WINDOW', numbers);
      expect(await display.read()).toEqual({ kind: 'no-window' });
    }
    server.set(ROOT, '_NET_ACTIVE_WINDOW', 'STRING', 'no number at all');
    expect(await display.read()).toEqual({ kind: 'no-window' });
  });

  test('is what its dialog belongs to, and as full as either', async () => {
    const { server, display } = await managed();
    server.addWindow(0x7002);
    server.set(0x7002, 'WM_CLASS', 'STRING', 'Toplevel\0firefox-esr\0');
    server.set(0x7002, '_NET_WM_NAME', 'UTF8_STRING', 'File Upload');
    server.set(0x7002, 'WM_TRANSIENT_FOR', 'WINDOW', [WINDOW]);
    server.set(ROOT, '_NET_ACTIVE_WINDOW', 'WINDOW', [0x7002, 0]);
    expect(await display.read()).toMatchObject({ key: String(WINDOW), fullScreen: false });
    // A window that claims to be its own dialog, or that of one that is hidden, is itself.
    server.set(0x7002, 'WM_TRANSIENT_FOR', 'WINDOW', [0x7002]);
    expect(titleOf(await display.read())).toBe('File Upload');
    server.set(0x7002, 'WM_TRANSIENT_FOR', 'WINDOW', [ROOT]);
    expect(titleOf(await display.read())).toBe('File Upload');
  });

  test('is read for 16 KiB at most, and not cut within a sign', async () => {
    const { server, display } = await managed();
    server.set(WINDOW, '_NET_WM_NAME', 'UTF8_STRING', `x${'é'.repeat(2_000_000)}`);
    const title = String(titleOf(await display.read()));
    expect(title).toBe(`x${'é'.repeat(8191)}`);
  });

  test('follows the input focus where no window manager tells, and is not measured where that tells nothing', async () => {
    const server = await startFakeXServer();
    server.addWindow(WINDOW);
    server.set(WINDOW, 'WM_CLASS', 'STRING', 'Navigator\0firefox-esr\0');
    server.set(WINDOW, '_NET_WM_NAME', 'UTF8_STRING', 'Feed | LinkedIn');
    server.addWindow(0x7003, { parent: WINDOW });
    server.focus = 0x7003;
    const display = await follow(server);
    expect(titleOf(await display.read())).toBe('Feed | LinkedIn');
    expect(display.watch(() => undefined).isSure()).toBe(false);
    for (const focus of [0, 1, ROOT, 0x9999]) {
      server.focus = focus;
      expect(await display.read()).toEqual({ kind: 'unmeasured' });
    }
  });
});

describe('a display', () => {
  test('that goes is not measured, and is found again; one that never was is refused', async () => {
    const { server, display } = await managed();
    const hints: boolean[] = [];
    const watch = display.watch((isChange) => hints.push(isChange));
    await display.read();
    expect(watch.isSure()).toBe(true);
    await server.stopListening();
    await expect.poll(() => watch.isSure()).toBe(false);
    expect(await display.read()).toEqual({ kind: 'failed', why: 'throws' });
    expect(display.idleMs()).toBeUndefined();
    await wait(700);
    await server.listen();
    await expect.poll(async () => (await display.read()).kind, { timeout: 5_000 }).toBe('window');
    expect(watch.isSure()).toBe(true);
    expect(server.clients()).toBe(1);
    await expect(watchDisplay({ path: '/nowhere/X1', display: '1' }, {})).rejects.toThrow();
  });

  test('that falls silent is given up after seconds, and asked anew', async () => {
    const { server, display } = await managed();
    await display.read();
    server.silent = true;
    expect(await display.read()).toEqual({ kind: 'failed', why: 'throws' });
    server.silent = false;
    await expect.poll(async () => (await display.read()).kind, { timeout: 9_000 }).toBe('window');
  }, 20_000);

  test('that answered in time, while this process itself was held up, is not given up', async () => {
    const { server, display } = await managed();
    await display.read();
    const hints: boolean[] = [];
    display.watch((isChange) => hints.push(isChange));
    server.holdUpMs = 3_200;
    expect((await display.read()).kind).toBe('window');
    expect(hints).toEqual([]);
  }, 20_000);

  test('that talks nonsense ends nothing', async () => {
    const { server, display } = await managed();
    await display.read();
    // An answer to nothing, of a length that no answer has.
    server.send(Buffer.concat([Buffer.from([1, 0, 9, 0, 255, 255, 255, 127]), Buffer.alloc(24)]));
    await expect.poll(async () => (await display.read()).kind, { timeout: 5_000 }).toBe('window');
    // Errors of nobody's requests, and events of no known kind.
    for (const kind of [0, 2, 34, 127, 255]) server.send(Buffer.alloc(32, kind));
    expect((await display.read()).kind).toBe('window');
  });

  test('that storms is bounded work', async () => {
    const { server, display } = await managed();
    let hints = 0;
    const { stop } = display.watch(() => (hints += 1));
    await display.read();
    const before = server.requests;
    for (let change = 0; change < 1_000; change += 1) {
      server.set(WINDOW, '_NET_WM_NAME', 'UTF8_STRING', `Title ${change}`);
      if (change % 10 === 0) await wait(10);
    }
    const during = server.requests - before;
    await expect.poll(async () => titleOf(await display.read())).toBe('Title 999');
    // A second of it: ten looks and a bit, each of some twelve requests.
    expect(during).toBeLessThan(12 * 30);
    expect(hints).toBeGreaterThan(2);
    expect(hints).toBeLessThan(30);
    stop();
  });

  test('tells of a change at once, and of none where nothing changed', async () => {
    const { server, display } = await managed();
    const hints: number[] = [];
    await display.read();
    display.watch((_, agoMs = 0) => hints.push(performance.now() - agoMs));
    await wait(300);
    hints.length = 0;
    server.set(WINDOW, '_NET_WM_USER_TIME', 'CARDINAL', [7]);
    server.tell(19, 0x99);
    await wait(300);
    expect(hints).toEqual([]);
    server.set(WINDOW, '_NET_WM_NAME', 'UTF8_STRING', 'Messaging | LinkedIn');
    const changedMs = performance.now();
    server.slowMs = 150;
    await expect.poll(() => hints.length, { interval: 5 }).toBe(1);
    // However long the server takes to say what there is now.
    expect(performance.now() - changedMs).toBeGreaterThan(150);
    expect((hints[0] ?? 0) - changedMs).toBeLessThan(100);
  });

  test('tells how long ago the last input was', async () => {
    const server = await startFakeXServer();
    server.idleMs = 60_000;
    const display = await follow(server);
    expect(Math.round((display.idleMs() ?? 0) / 1000)).toBe(60);
    server.idleMs = 5;
    await display.askIdle();
    expect(display.idleMs()).toBeLessThan(5_000);
  });
});

describe('a lock', () => {
  async function locks() {
    const { server, display } = await managed();
    const told: boolean[] = [];
    display.watchLock((locked) => told.push(locked));
    return { server, told };
  }
  const cover = { overrideRedirect: true, rectangle: [0, 0, 998, 800] } as const;

  test('is what covers the screen above all and holds keyboard and pointer, until it is gone', async () => {
    const { server, told } = await locks();
    server.grabbed = true;
    server.addWindow(0x8001, cover);
    server.tell(19, 0x8001);
    await expect.poll(() => told, { timeout: 3_000 }).toEqual([false, true]);
    await wait(1_000);
    server.windows.delete(0x8001);
    server.tell(18, 0x8001);
    await expect.poll(() => told, { timeout: 3_000 }).toEqual([false, true, false]);
  });

  test('that takes hold of the keyboard later is found', async () => {
    const { server, told } = await locks();
    server.addWindow(0x8001, cover);
    server.tell(19, 0x8001);
    await wait(500);
    expect(told).toEqual([false]);
    server.grabbed = true;
    await expect.poll(() => told, { timeout: 2_000 }).toEqual([false, true]);
  });

  test.for([
    ['holds nothing', false, cover, 1],
    ['leaves a twentieth free', true, { ...cover, rectangle: [0, 0, 950, 800] }, 1],
    ['is a window manager has a say in', true, { ...cover, overrideRedirect: false }, 1],
    ['holds the input focus, as a tool that takes pictures', true, cover, 0x8001],
    ['is hidden', true, { ...cover, viewable: false }, 1],
  ] as const)('is not what %s', async ([, grabbed, parts, focus]) => {
    const { server, told } = await locks();
    server.grabbed = grabbed;
    server.focus = focus;
    server.addWindow(0x8001, parts);
    server.tell(19, 0x8001);
    await wait(600);
    expect(told).toEqual([false]);
  });

  test('that begins while the display is away is found when it is back', async () => {
    const { server, told } = await locks();
    await wait(500);
    // A look is under way when the display goes, and has no answer when it is back.
    server.silent = true;
    server.tell(19, 0x8001);
    await wait(300);
    await server.stopListening();
    server.silent = false;
    server.grabbed = true;
    server.addWindow(0x8001, cover);
    await server.listen();
    await expect.poll(() => told, { timeout: 5_000 }).toEqual([false, true]);
  });

  test('is no lock any more once the display is gone', async () => {
    const { server, told } = await locks();
    server.grabbed = true;
    server.addWindow(0x8001, cover);
    server.tell(19, 0x8001);
    await expect.poll(() => told, { timeout: 3_000 }).toEqual([false, true]);
    await server.stopListening();
    await expect.poll(() => told).toEqual([false, true, false]);
    await server.listen();
  });
});
