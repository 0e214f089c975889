/** @file Real signals over a real bus, from a program that stands for logind and the screen saver. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createHolds } from '../../electron/tracking/holds.ts';
import { callBus } from '../../electron/system/bus-call.ts';
import { programRunner } from '../../electron/system/run-program.ts';
import { listenByGdbus } from '../../electron/tracking/bus-listen.ts';
import { SIGNAL_PLACES } from '../../electron/tracking/session-signals.ts';
import { watchSession } from '../../electron/tracking/session-watch.ts';
import { BUS_LACKS, setEnv, startBus } from '../support/bus.ts';
import {
  type Body,
  changed,
  joinBus,
  properties,
  type Property,
  truth,
} from '../support/bus-client.ts';
import { tempDir } from '../support/temp-dir.ts';

const LOGIND = 'org.freedesktop.login1';
const SAVER = 'org.gnome.ScreenSaver';
const MINE = '/org/freedesktop/login1/session/_32';

/** A desktop on a bus, which may be the system's and the session's in one. */
async function joinDesktop(
  address: string,
  state: { readonly locked: boolean; readonly session: Readonly<Record<string, Property>> },
) {
  const bus = await joinBus(address, ({ path, member, args }) => {
    if (path === '/org/gnome/ScreenSaver' && member === 'GetActive') return truth(state.locked);
    if (path === MINE && member === 'GetAll' && args[0] === `${LOGIND}.Session`) {
      return properties(state.session);
    }
    return undefined;
  });
  onTestFinished(() => bus.close());
  bus.own(LOGIND);
  bus.own(SAVER);
  return bus;
}

/** Watches the desktop on a bus. */
function watchBus(address: string) {
  for (const name of ['DBUS_SESSION_BUS_ADDRESS', 'DBUS_SYSTEM_BUS_ADDRESS']) setEnv(name, address);
  const told: string[] = [];
  const { known, stop } = watchSession({
    places: SIGNAL_PLACES,
    sessionId: '2',
    holds: createHolds({
      halt: (halt) => told.push(`halt ${halt}`),
      release: (halt) => told.push(`release ${halt}`),
    }),
  });
  onTestFinished(stop);
  return { told, known };
}

const ACTIVE = { Type: 'wayland', Active: true, LockedHint: false } as const;

test.skipIf(BUS_LACKS !== '')(
  `a locked screen, another user and sleep are told over the bus${BUS_LACKS}`,
  async () => {
    const { address } = await startBus();
    const bus = await joinDesktop(address, { locked: false, session: ACTIVE });
    const { told, known } = watchBus(address);
    await known;
    expect(told).toEqual([]);

    const emit = async (path: string, on: string, member: string, body: Body, wanted: string) => {
      bus.signal(path, on, member, body);
      await expect.poll(() => told.at(-1), { timeout: 10_000 }).toBe(wanted);
    };
    const saverPath = '/org/gnome/ScreenSaver';
    const session = `${LOGIND}.Session`;
    const properties = 'org.freedesktop.DBus.Properties';
    await emit(saverPath, SAVER, 'ActiveChanged', truth(true), 'halt locked');
    await emit(saverPath, SAVER, 'ActiveChanged', truth(false), 'release locked');
    const tell = (property: string, value: boolean, wanted: string, path = MINE) =>
      emit(path, properties, 'PropertiesChanged', changed(session, property, value), wanted);
    await tell('LockedHint', true, 'halt locked');
    await tell('LockedHint', false, 'release locked');
    await tell('Active', false, 'halt switched-away');
    await tell('Active', true, 'release switched-away');
    const sleep = (on: boolean, wanted: string) =>
      emit(
        '/org/freedesktop/login1',
        'org.freedesktop.login1.Manager',
        'PrepareForSleep',
        truth(on),
        wanted,
      );
    await sleep(true, 'halt suspended');
    await sleep(false, 'release suspended');
    expect(told).toHaveLength(8);
  },
  60_000,
);

test.skipIf(BUS_LACKS !== '')(
  `a screen that was locked, and another user in front, before the app began, are asked for over the bus${BUS_LACKS}`,
  async () => {
    const { address } = await startBus();
    const session = { ...ACTIVE, Active: false };
    const bus = await joinDesktop(address, { locked: true, session });
    const { told, known } = watchBus(address);
    await known;
    expect(told.toSorted()).toEqual(['halt locked', 'halt switched-away']);
    bus.signal('/org/gnome/ScreenSaver', SAVER, 'ActiveChanged', truth(false));
    await expect.poll(() => told.at(-1), { timeout: 10_000 }).toBe('release locked');
  },
  60_000,
);

test.skipIf(BUS_LACKS !== '')(
  `what a program said does not hold once it has left the bus, and a bus that was started again is asked again${BUS_LACKS}`,
  async () => {
    const path = join(tempDir(), 'bus');
    const before = await startBus(path);
    const saver = await joinDesktop(before.address, { locked: true, session: ACTIVE });
    const { told, known } = watchBus(`unix:path=${path}`);
    await known;
    expect(told).toEqual(['halt locked']);
    saver.close();
    await expect.poll(() => told.at(-1), { timeout: 10_000 }).toBe('release locked');

    await before.end();
    rmSync(path, { force: true });
    const after = await startBus(path);
    await joinDesktop(after.address, { locked: true, session: ACTIVE });
    await expect.poll(() => told.at(-1), { timeout: 30_000 }).toBe('halt locked');
  },
  90_000,
);

test.skipIf(BUS_LACKS !== '')(
  `a screen saver that comes later is listened to, and none is started by that${BUS_LACKS}`,
  async () => {
    const dir = tempDir();
    const started = join(dir, 'started');
    const services = join(dir, 'dbus-1', 'services');
    mkdirSync(services, { recursive: true });
    writeFileSync(
      join(services, 'saver.service'),
      `[D-BUS Service]\nName=${SAVER}\nExec=/usr/bin/touch ${started}\n`,
    );
    setEnv('XDG_DATA_HOME', dir);
    const { address } = await startBus();
    const { told, known } = watchBus(address);
    await known;
    expect(existsSync(started)).toBe(false);
    await joinDesktop(address, { locked: true, session: ACTIVE });
    await expect.poll(() => told, { timeout: 10_000 }).toEqual(['halt locked']);
    expect(existsSync(started)).toBe(false);
    // A call by that name does start it, on another bus.
    setEnv('DBUS_SESSION_BUS_ADDRESS', (await startBus()).address);
    const saver = { bus: 'session', name: SAVER, path: '/' } as const;
    await callBus(programRunner(5_000), saver, `${SAVER}.GetActive`).catch(() => '');
    expect(existsSync(started)).toBe(true);
  },
  60_000,
);

test('where no such program is installed, nothing is told and nothing fails', async () => {
  setEnv('PATH', '/nonexistent');
  const isWorthAgain = await new Promise((resolve) => {
    listenByGdbus({ bus: 'session', name: SAVER }, () => undefined, resolve);
  });
  expect(isWorthAgain).toBe(false);
});
