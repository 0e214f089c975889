import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compositorIdle } from '../../../../electron/tracking/sources/compositor-idle.ts';
import { compositor, sourceOf } from '../../../../electron/tracking/sources/compositor.ts';
import { desktopName } from '../../../../electron/tracking/sources/desktop-name.ts';
import { sessionType } from '../../../../electron/tracking/sources/session-type.ts';
import type {
  SourceAtWork,
  SourceEnvironment,
} from '../../../../electron/tracking/sources/source.ts';
import { openCompositor } from '../../../../electron/tracking/sources/wayland/compositor.ts';
import { isLockerAtWork } from '../../../../electron/tracking/sources/wayland/lockers.ts';
import {
  type FakeCompositor,
  type Offer,
  startCompositor,
} from '../../../support/fake-compositor.ts';

/** A machine with other work to do may take its time. */
const poll = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });

const SWAY: Offer = { zwlr_foreign_toplevel_manager_v1: 3, wl_seat: 8, org_kde_kwin_idle: 1 };
const ACTIVE = [2];

let fake: FakeCompositor | undefined;
let source: SourceAtWork | undefined;
let proc: string;

beforeEach(() => {
  proc = mkdtempSync(join(tmpdir(), 'sweetspot-proc-'));
});
afterEach(async () => {
  await source?.stop();
  fake?.stop();
  source = fake = undefined;
  rmSync(proc, { recursive: true, force: true });
});

/** A process, as the system tells of it. */
function putProcess(id: number, comm: string, state = 'S'): void {
  mkdirSync(join(proc, String(id)));
  writeFileSync(join(proc, String(id), 'comm'), `${comm}\n`);
  writeFileSync(join(proc, String(id), 'stat'), `${id} (${comm}) ${state} 1 1`);
}

const environment = (path: string): SourceEnvironment => ({
  platform: 'linux',
  session: 'wayland',
  env: { WAYLAND_DISPLAY: path },
  workerUrl: new URL('file:///worker.js'),
});

async function start(offer: Offer, way = compositor) {
  fake = await startCompositor(offer);
  source = await way.start(environment(fake.path));
  return { fake, source };
}

const kind = async () => (await source?.read?.())?.kind;

test('a window is read with its title and what its program calls itself', async () => {
  const sway = await start(SWAY);
  sway.fake.window(1, { title: 'Feed | LinkedIn - Chromium', appId: 'chromium', states: ACTIVE });
  await poll(kind).toBe('window');
  expect(await sway.source.read?.()).toEqual({
    kind: 'window',
    key: String(0xff00_0001),
    fullScreen: false,
    sample: { app: 'chromium', names: ['chromium'], title: 'Feed | LinkedIn - Chromium' },
  });
});

test('a title that may have been cut on its way is not measured', async () => {
  const sway = await start(SWAY);
  sway.fake.window(1, { title: 'é'.repeat(2_000), appId: 'chromium', states: ACTIVE });
  await poll(kind).toBe('unmeasured');
});

test('a connection that was lost reads as failed, never as the window before', async () => {
  const sway = await start(SWAY);
  sway.fake.window(1, { title: 'one', states: ACTIVE });
  await poll(kind).toBe('window');
  const watch = sway.source.watch?.(() => undefined);
  expect(watch?.isSure()).toBe(true);
  sway.fake.stop();
  await poll(kind).toBe('failed');
  expect(watch?.isSure()).toBe(false);
});

test('a lock is told of where nothing is active and a locker is at work, and its end', async () => {
  fake = await startCompositor(SWAY);
  const opened = openCompositor({ path: fake.path });
  await opened.known;
  source = sourceOf(opened, () => isLockerAtWork(proc));
  const told: boolean[] = [];
  putProcess(10, 'sway');
  fake.window(1, { title: 'one', states: ACTIVE });
  await poll(kind).toBe('window');
  const stop = source.watchLock?.((locked) => told.push(locked));
  expect(told).toEqual([false]);
  // An empty workspace is no lock.
  fake.window(1, { states: [] });
  await poll(kind).toBe('no-window');
  expect(told).toEqual([false]);
  putProcess(11, 'swaylock');
  await poll(() => told).toEqual([false, true]);
  fake.window(1, { states: ACTIVE });
  await poll(() => told).toEqual([false, true, false]);
  stop?.();
});

test('a locker that has ended locks nothing', () => {
  putProcess(10, 'swaylock', 'Z');
  expect(isLockerAtWork(proc)).toBe(false);
  putProcess(11, 'gtklock');
  expect(isLockerAtWork(proc)).toBe(true);
});

test('a compositor that tells nothing of windows gives the idle time alone', async () => {
  fake = await startCompositor({ wl_seat: 8, ext_idle_notifier_v1: 2 });
  await expect(compositor.start(environment(fake.path))).rejects.toThrow('tells-nothing');
  source = await compositorIdle.start(environment(fake.path));
  expect(source.idleMs?.()).toBe(0);
});

test('one that tells nothing at all is not taken, nor one that is not there', async () => {
  fake = await startCompositor({ wl_seat: 8 });
  await expect(compositorIdle.start(environment(fake.path))).rejects.toThrow('tells-nothing');
  await expect(compositor.start(environment(join(proc, 'none')))).rejects.toThrow('throws');
});

test('a session with a compositor is one of Wayland, whatever else is said', async () => {
  fake = await startCompositor(SWAY);
  const there = { WAYLAND_DISPLAY: fake.path };
  expect(sessionType('linux', { ...there, DISPLAY: ':0', XDG_SESSION_TYPE: 'tty' })).toBe(
    'wayland',
  );
  expect(sessionType('linux', { ...there, XDG_SESSION_TYPE: 'x11' })).toBe('wayland');
  const gone = { WAYLAND_DISPLAY: join(proc, 'none'), DISPLAY: ':0' };
  expect(sessionType('linux', { ...gone, XDG_SESSION_TYPE: 'x11' })).toBe('x11');
  expect(sessionType('linux', { DISPLAY: ':0', XDG_SESSION_TYPE: 'wayland' })).toBe('wayland');
  expect(sessionType('linux', { DISPLAY: ':0' })).toBe('x11');
});

test.each([
  [{ XDG_CURRENT_DESKTOP: 'KDE' }, 'KDE Plasma'],
  [{ XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }, 'GNOME'],
  [{ XDG_CURRENT_DESKTOP: 'sway' }, 'sway'],
  [{ SWAYSOCK: '/run/x' }, 'sway'],
  [{ XDG_CURRENT_DESKTOP: '<b>', NIRI_SOCKET: '/run/x' }, 'niri'],
  [{}, null],
])('the desktop of %o is %s', (env, name) => {
  expect(desktopName(env)).toBe(name);
});
