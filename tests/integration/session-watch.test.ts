/** @file Real signals over a real bus, from a program that stands for logind and the screen saver. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { signalPlaces } from '../../electron/tracking/session-signals.ts';
import { listenByGdbus, watchSession } from '../../electron/tracking/session-watch.ts';
import { type Body, changed, joinBus, truth } from '../support/bus-client.ts';

const missing = ['gdbus', 'dbus-daemon'].filter(
  (name) => spawnSync(name, ['--version']).error !== undefined,
);
const lacks = missing.length > 0 ? ` (skipped: ${missing.join(' and ')} not installed)` : '';

/** Starts a bus of this test's own. @returns its address. */
async function startBus(): Promise<string> {
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void daemon.kill());
  const [address] = (await once(daemon.stdout, 'data')) as [Buffer];
  return address.toString().trim();
}

/** Sets a variable of the environment for the time of a test. */
function setEnv(name: string, value: string): void {
  const before = process.env[name];
  onTestFinished(() => {
    if (before === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = before;
  });
  process.env[name] = value;
}

test.skipIf(lacks !== '')(
  `a locked screen, another user and sleep are told over the bus${lacks}`,
  async () => {
    const address = await startBus();
    for (const name of ['DBUS_SESSION_BUS_ADDRESS', 'DBUS_SYSTEM_BUS_ADDRESS'])
      setEnv(name, address);
    const bus = await joinBus(address);
    onTestFinished(() => bus.close());
    bus.own('org.freedesktop.login1');
    bus.own('org.gnome.ScreenSaver');

    const told: string[] = [];
    let listening = 0;
    const stop = watchSession({
      places: signalPlaces('ubuntu:GNOME'),
      sessionId: '2',
      tracker: {
        halt: (halt) => told.push(`halt ${halt}`),
        release: (halt) => told.push(`release ${halt}`),
      },
      listen: (place, onLine, onEnd) =>
        listenByGdbus(
          place,
          (line) => {
            // It says so when it has found the owner of the name.
            if (line.includes(' is owned by ')) listening += 1;
            onLine(line);
          },
          onEnd,
        ),
    });
    onTestFinished(stop);
    await expect.poll(() => listening, { timeout: 15_000 }).toBe(2);

    const emit = async (path: string, on: string, member: string, body: Body, wanted: string) => {
      bus.signal(path, on, member, body);
      await expect.poll(() => told.at(-1), { timeout: 10_000 }).toBe(wanted);
    };
    const saver = 'org.gnome.ScreenSaver';
    const saverPath = '/org/gnome/ScreenSaver';
    const mine = '/org/freedesktop/login1/session/_32';
    const session = 'org.freedesktop.login1.Session';
    const properties = 'org.freedesktop.DBus.Properties';
    await emit(saverPath, saver, 'ActiveChanged', truth(true), 'halt locked');
    await emit(saverPath, saver, 'ActiveChanged', truth(false), 'release locked');
    const tell = (property: string, value: boolean, wanted: string, path = mine) =>
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

test('where no such program is installed, nothing is told and nothing fails', async () => {
  setEnv('PATH', '/nonexistent');
  const ended = await new Promise((resolve) => {
    listenByGdbus(
      { bus: 'session', name: 'org.gnome.ScreenSaver' },
      () => undefined,
      () => {
        resolve('ended');
      },
    );
  });
  expect(ended).toBe('ended');
});
