import { describe, expect, test } from 'vitest';
import {
  readSignals,
  sessionPath,
  signalPlaces,
} from '../../../electron/tracking/session-signals.ts';
import { placesHere, watchSession } from '../../../electron/tracking/session-watch.ts';

const MINE = '/org/freedesktop/login1/session/_32';
const changes = (values: string, path = MINE) =>
  `${path}: org.freedesktop.DBus.Properties.PropertiesChanged ('org.freedesktop.login1.Session', {${values}}, @as [])`;

describe('a line of gdbus', () => {
  test.for([
    [
      '/org/gnome/ScreenSaver: org.gnome.ScreenSaver.ActiveChanged (true,)',
      [{ is: 'locked', on: true, by: 'saver' }],
    ],
    [
      '/ScreenSaver: org.freedesktop.ScreenSaver.ActiveChanged (false,)',
      [{ is: 'locked', on: false, by: 'saver' }],
    ],
    [changes(`'LockedHint': <true>`), [{ is: 'locked', on: true, by: 'session' }]],
    [
      changes(`'IdleHint': <false>, 'LockedHint': <false>, 'Active': <true>`),
      [
        { is: 'locked', on: false, by: 'session' },
        { is: 'switched-away', on: false },
      ],
    ],
    [changes(`'Active': <false>`), [{ is: 'switched-away', on: true }]],
    [
      `${MINE}: org.freedesktop.login1.Session.Unlock ()`,
      [{ is: 'locked', on: false, by: 'session' }],
    ],
    [
      '/org/freedesktop/login1: org.freedesktop.login1.Manager.PrepareForSleep (true,)',
      [{ is: 'suspended', on: true }],
    ],
    // A wish to be locked, which may be refused; and what others do.
    [`${MINE}: org.freedesktop.login1.Session.Lock ()`, []],
    [changes(`'LockedHint': <true>`, '/org/freedesktop/login1/session/_33'), []],
    ['/org/freedesktop/login1/session/_33: org.freedesktop.login1.Session.Unlock ()', []],
    ['Monitoring signals from all objects owned by org.freedesktop.login1', []],
    ['', []],
  ] as const)('%s', ([line, signals]) => {
    expect(readSignals(line, MINE)).toEqual(signals);
  });

  test('tells nothing of a session that is not known', () => {
    expect(readSignals(changes(`'LockedHint': <true>`), undefined)).toEqual([]);
  });
});

test('the object of a session has a letter or an escape in front', () => {
  expect(['2', '12', 'c1', 'a-b'].map(sessionPath)).toEqual(
    ['_32', '_312', 'c1', 'a_2db'].map((name) => `/org/freedesktop/login1/session/${name}`),
  );
});

test('the screen saver is that of the desktop', () => {
  const saverOf = (desktop: string) => signalPlaces(desktop).at(1)?.name;
  expect(['ubuntu:GNOME', 'X-Cinnamon', 'XFCE', 'MATE', 'KDE', ''].map(saverOf)).toEqual([
    'org.gnome.ScreenSaver',
    'org.cinnamon.ScreenSaver',
    'org.xfce.ScreenSaver',
    'org.mate.ScreenSaver',
    'org.freedesktop.ScreenSaver',
    'org.freedesktop.ScreenSaver',
  ]);
});

test('no bus is listened to that is not a socket of this computer', () => {
  const buses = (env: NodeJS.ProcessEnv) => placesHere(env).map(({ bus }) => bus);
  expect(buses({})).toEqual(['system']);
  expect(buses({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' })).toEqual([
    'system',
    'session',
  ]);
  const remote = 'tcp:host=10.0.0.1,port=80';
  expect(buses({ DBUS_SESSION_BUS_ADDRESS: remote, DBUS_SYSTEM_BUS_ADDRESS: remote })).toEqual([]);
});

/** A watch over lines that a test writes. */
function watch() {
  const told: string[] = [];
  const lines = new Map<string, (line: string) => void>();
  const ends = new Map<string, () => void>();
  let stops = 0;
  const stop = watchSession({
    places: signalPlaces('GNOME'),
    sessionId: '2',
    tracker: {
      halt: (halt) => told.push(`halt ${halt}`),
      release: (halt) => told.push(`release ${halt}`),
    },
    listen: ({ bus }, onLine, onEnd) => {
      lines.set(bus, onLine);
      ends.set(bus, onEnd);
      return () => (stops += 1);
    },
  });
  return {
    told,
    say: (bus: string, line: string) => lines.get(bus)?.(line),
    end: (bus: string) => ends.get(bus)?.(),
    stop,
    stops: () => stops,
  };
}

const saver = (on: boolean) =>
  `/org/gnome/ScreenSaver: org.gnome.ScreenSaver.ActiveChanged (${on},)`;

describe('the watch', () => {
  test('is locked as long as either of both says so', () => {
    const { told, say } = watch();
    say('session', saver(true));
    say('system', changes(`'LockedHint': <true>`));
    say('session', saver(false));
    expect(told).toEqual(['halt locked']);
    say('system', changes(`'LockedHint': <false>`));
    say('system', changes(`'LockedHint': <false>`));
    expect(told).toEqual(['halt locked', 'release locked']);
  });

  test('keeps lock, sleep and another user apart', () => {
    const { told, say } = watch();
    say('system', changes(`'LockedHint': <true>, 'Active': <false>`));
    say(
      'system',
      '/org/freedesktop/login1: org.freedesktop.login1.Manager.PrepareForSleep (true,)',
    );
    say('system', changes(`'Active': <true>`));
    expect(told).toEqual([
      'halt locked',
      'halt switched-away',
      'halt suspended',
      'release switched-away',
    ]);
  });

  test('holds nothing up once a source is silent for good', () => {
    const { told, say, end } = watch();
    say('session', saver(true));
    say('system', changes(`'Active': <false>`));
    end('session');
    expect(told).toEqual(['halt locked', 'halt switched-away', 'release locked']);
    end('system');
    expect(told.at(-1)).toBe('release switched-away');
  });

  test('ends with what it started', () => {
    const { stop, stops } = watch();
    stop();
    expect(stops()).toBe(2);
  });
});
