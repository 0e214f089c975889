import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type Compositor,
  compositorPath,
  openCompositor,
} from '../../../../../electron/tracking/sources/wayland/compositor.ts';
import { LONGEST_BUSY_MS } from '../../../../../electron/tracking/sources/wayland/idle.ts';
import {
  type FakeCompositor,
  type Offer,
  startCompositor,
} from '../../../../support/fake-compositor.ts';

/** A machine with other work to do may take its time. */
const poll = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });

const WLR: Offer = { zwlr_foreign_toplevel_manager_v1: 3, wl_seat: 8 };
const ACTIVE = [2];

let fake: FakeCompositor;
let opened: Compositor;
let nowMs = 0;

async function open(offer: Offer, times: Parameters<typeof openCompositor>[0]['times'] = {}) {
  fake = await startCompositor(offer);
  nowMs = 0;
  opened = openCompositor({
    path: fake.path,
    monoMs: () => nowMs,
    times: { againMs: 20, longestAgainMs: 40, ...times },
  });
  await opened.known;
  return opened;
}

afterEach(() => {
  opened.stop();
  fake.stop();
});

const title = () => opened.front()?.title;

describe('the window in front', () => {
  test('is told of with its program and whether it fills the screen', async () => {
    await open(WLR);
    expect([opened.state(), opened.front()]).toEqual(['tells', undefined]);
    fake.window(1, { title: 'Feed | LinkedIn - Chromium', appId: 'chromium', states: [2, 3] });
    await poll(title).toBe('Feed | LinkedIn - Chromium');
    expect(opened.front()).toMatchObject({ appId: 'chromium', fullScreen: true });
  });

  test.each([
    ['the old one first', [2, 1]],
    ['the new one first', [1, 2]],
  ])('is the new one where a compositor tells of %s', async (_order, order) => {
    await open(WLR);
    fake.window(1, { title: 'one', states: [] });
    fake.window(2, { title: 'two', states: ACTIVE });
    await poll(title).toBe('two');
    const seen: (string | undefined)[] = [];
    opened.watch(() => seen.push(title()));
    for (const id of order) fake.window(id, { states: id === 1 ? ACTIVE : [] });
    await poll(title).toBe('one');
    // That there was none for a moment is not believed.
    expect(seen).toEqual(['one']);
  });

  test('is the other one that is active still, where the newer one is no longer', async () => {
    await open(WLR);
    fake.window(1, { title: 'one', states: ACTIVE });
    fake.window(2, { title: 'two', states: ACTIVE });
    await poll(title).toBe('two');
    fake.close(2);
    await poll(title).toBe('one');
  });

  test('is none once nothing is active, as from a lock on; what opens behind that has no state', async () => {
    await open(WLR);
    fake.window(1, { title: 'one', states: ACTIVE });
    await poll(title).toBe('one');
    const changed = vi.fn();
    opened.watch(changed);
    fake.window(1, { states: [] });
    await poll(title).toBeUndefined();
    expect(changed).toHaveBeenCalledTimes(1);
    fake.window(2, { title: 'Feed | LinkedIn', appId: 'chromium' });
    fake.event(1, 1, 99_999);
    await poll(() => fake.clients()).toBe(1);
    expect(title()).toBeUndefined();
  });

  test('is not told of where a compositor offers nothing of the kind', async () => {
    await open({ wl_seat: 8, ext_foreign_toplevel_list_v1: 1 });
    expect([opened.state(), opened.idleMs()]).toEqual(['silent', undefined]);
  });

  test('comes from both of the protocols that COSMIC has', async () => {
    await open({ ext_foreign_toplevel_list_v1: 1, zcosmic_toplevel_info_v1: 3, wl_seat: 9 });
    const list = fake.bound('ext_foreign_toplevel_list_v1') ?? 0;
    const info = fake.bound('zcosmic_toplevel_info_v1') ?? 0;
    fake.event(list, 0, 0xff00_0001);
    fake.event(0xff00_0001, 2, 'Feed | LinkedIn — Mozilla Firefox');
    fake.event(0xff00_0001, 3, 'firefox');
    fake.event(0xff00_0001, 1);
    const asked = () => fake.requests.find(({ object, opcode }) => object === info && opcode === 1);
    await poll(asked).toBeDefined();
    expect(title()).toBeUndefined();
    const more = asked()?.body.readUInt32LE(0) ?? 0;
    fake.event(more, 8, [2]);
    fake.event(info, 2);
    await poll(title).toBe('Feed | LinkedIn — Mozilla Firefox');
    fake.event(0xff00_0001, 0);
    await poll(title).toBeUndefined();
    const gone = fake.requests.filter(({ object }) => object === more || object === 0xff00_0001);
    expect(gone.map(({ object, opcode }) => [object, opcode])).toEqual([
      [more, 0],
      [0xff00_0001, 0],
    ]);
  });
});

describe('a connection', () => {
  test('that ends is made anew, and what was in front is not believed meanwhile', async () => {
    await open(WLR);
    fake.window(1, { title: 'one', states: ACTIVE });
    await poll(title).toBe('one');
    const seen: unknown[] = [];
    opened.watch(() => seen.push([opened.state(), title()]));
    fake.drop();
    await poll(() => fake.clients()).toBe(2);
    await poll(() => opened.state()).toBe('tells');
    expect(seen).toEqual([['unreachable', undefined]]);
    fake.window(1, { title: 'two', states: ACTIVE });
    await poll(title).toBe('two');
  });

  test('that falls silent and stays open is found out, and made anew', async () => {
    await open(WLR, { pulseMs: 20, answerMs: 40 });
    fake.answers = false;
    await poll(() => opened.state()).toBe('unreachable');
    fake.answers = true;
    await poll(() => opened.state()).toBe('tells');
  });

  test.each([
    ['an error of the compositor', () => fake.event(1, 0, 1, 0, 'invalid object')],
    [
      'a manager that has finished',
      () => fake.event(fake.bound('zwlr_foreign_toplevel_manager_v1') ?? 0, 1),
    ],
    ['bytes that are no Wayland', () => fake.raw(Buffer.alloc(64))],
    ['a text that is longer than its message', () => fake.event(2, 0, 1, 0x7fff_fff0)],
    [
      'windows without end',
      () => {
        for (let id = 1; id < 5_000; id += 1) fake.window(id, { title: 'one', states: [] });
      },
    ],
  ])('ends with %s', async (_what, say) => {
    await open(WLR);
    fake.window(1, { title: 'one', states: ACTIVE });
    await poll(title).toBe('one');
    say();
    await poll(() => fake.clients()).toBe(2);
    await poll(() => opened.state()).toBe('tells');
  });

  test('of nobody is tried with growing waits, and can be stopped', async () => {
    await open(WLR);
    fake.stop();
    await poll(() => opened.state()).toBe('unreachable');
    opened.stop();
    expect(opened.front()).toBeUndefined();
  });

  test('takes a storm of changes: each title once, and no object more than there are windows', async () => {
    await open(WLR);
    let changes = 0;
    opened.watch(() => (changes += 1));
    for (let change = 0; change < 5_000; change += 1) {
      fake.window(1, { title: `(${change}) Feed | LinkedIn`, states: ACTIVE });
    }
    await poll(title).toBe('(4999) Feed | LinkedIn');
    expect(changes).toBe(5_000);
    for (let round = 0; round < 3_000; round += 1) {
      fake.window(2, { title: 'a menu', states: [] });
      fake.close(2);
    }
    fake.window(1, { title: 'the end', states: ACTIVE });
    await poll(title).toBe('the end');
    expect(fake.clients()).toBe(1);
  });
});

describe('idle time', () => {
  /** The object that tells of it. */
  const told = (name: string, at: number) => {
    const notifier = fake.bound(name);
    const asked = fake.requests.find(({ object, opcode }) => object === notifier && opcode !== at);
    return asked?.body.readUInt32LE(0) ?? 0;
  };
  const idle = () => opened.idleMs();

  test.each([
    ['ext_idle_notifier_v1', 1, false],
    ['ext_idle_notifier_v1', 2, true],
    ['org_kde_kwin_idle', 1, false],
  ])('comes from %s in version %i', async (name, version, isInputAlone) => {
    await open({ wl_seat: 8, [name]: version });
    expect([idle(), opened.isInputAlone()]).toEqual([0, isInputAlone]);
    const asked = fake.requests.find(({ object }) => object === fake.bound(name));
    expect(asked?.opcode).toBe(name === 'org_kde_kwin_idle' ? 0 : version);
    nowMs = 5_000;
    fake.event(told(name, -1), 0);
    await poll(idle).toBe(1_000);
    nowMs = 65_000;
    expect(idle()).toBe(61_000);
    fake.event(told(name, -1), 1);
    await poll(idle).toBe(0);
  });

  test('is that since the last sign, where something on the screen holds it back for long', async () => {
    await open({ wl_seat: 8, ext_idle_notifier_v1: 1 });
    nowMs = LONGEST_BUSY_MS - 1;
    expect(idle()).toBe(0);
    nowMs = LONGEST_BUSY_MS;
    expect(idle()).toBe(LONGEST_BUSY_MS);
    opened.sign();
    expect(idle()).toBe(0);
  });

  test('is believed of input alone, however long it lasts', async () => {
    await open({ wl_seat: 8, ext_idle_notifier_v1: 2 });
    nowMs = LONGEST_BUSY_MS * 3;
    expect(idle()).toBe(0);
  });
});

test('the socket lies in the runtime folder, unless its name is a path', () => {
  const dir = '/run/user/1000';
  expect(compositorPath({ WAYLAND_DISPLAY: 'wayland-1', XDG_RUNTIME_DIR: dir })).toBe(
    '/run/user/1000/wayland-1',
  );
  expect(compositorPath({ WAYLAND_DISPLAY: '/tmp/w' })).toBe('/tmp/w');
  expect(compositorPath({ WAYLAND_DISPLAY: 'wayland-1' })).toBeUndefined();
  expect(compositorPath({ XDG_RUNTIME_DIR: dir })).toBeUndefined();
});
