import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createHolds } from '../../../electron/tracking/holds.ts';
import {
  questionOf,
  readAnswer,
  readOwner,
  readSignals,
  sessionPath,
  SIGNAL_PLACES,
} from '../../../electron/tracking/session-signals.ts';
import {
  findSessionId,
  placesHere,
  watchSession,
} from '../../../electron/tracking/session-watch.ts';

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

test('every screen saver is listened to, whatever the desktop is called', () => {
  expect(SIGNAL_PLACES.map(({ bus, name }) => `${bus} ${name}`)).toEqual([
    'system org.freedesktop.login1',
    ...['freedesktop', 'gnome', 'cinnamon', 'mate', 'xfce'].map(
      (desktop) => `session org.${desktop}.ScreenSaver`,
    ),
  ]);
});

test('no bus is listened to that is not a socket of this computer', () => {
  const buses = (env: NodeJS.ProcessEnv) => [...new Set(placesHere(env).map(({ bus }) => bus))];
  expect(buses({})).toEqual(['system']);
  expect(buses({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' })).toEqual([
    'system',
    'session',
  ]);
  const remote = 'tcp:host=10.0.0.1,port=80';
  expect(buses({ DBUS_SESSION_BUS_ADDRESS: remote, DBUS_SYSTEM_BUS_ADDRESS: remote })).toEqual([]);
});

describe('a place is asked how things are', () => {
  const [login] = SIGNAL_PLACES;
  const saver = SIGNAL_PLACES.find(({ name }) => name === 'org.mate.ScreenSaver');
  if (!login || !saver) throw new Error('There are two');

  test('by the object that it has', () => {
    expect(questionOf(login, MINE)).toEqual({
      path: MINE,
      method: 'org.freedesktop.DBus.Properties.GetAll',
      args: ['org.freedesktop.login1.Session'],
    });
    expect(questionOf(login, undefined)).toBeUndefined();
    expect(questionOf(saver, MINE)).toEqual({
      path: '/org/mate/ScreenSaver',
      method: 'org.mate.ScreenSaver.GetActive',
      args: [],
    });
  });

  test('and its answer is read', () => {
    expect(readAnswer(saver, '(true,)')).toEqual([{ is: 'locked', on: true, by: 'saver' }]);
    expect(readAnswer(saver, '(false,)')).toEqual([{ is: 'locked', on: false, by: 'saver' }]);
    expect(readAnswer(saver, '')).toEqual([]);
    const session = (type: string) =>
      `({'Type': <'${type}'>, 'Active': <false>, 'LockedHint': <true>, 'Id': <'2'>},)`;
    expect(readAnswer(login, session('wayland'))).toEqual([
      { is: 'locked', on: true, by: 'session' },
      { is: 'switched-away', on: true },
    ]);
  });

  test('but a session without a display never comes in front, and holds nothing up', () => {
    expect(readAnswer(login, `({'Type': <'tty'>, 'Active': <false>},)`)).toEqual([]);
  });

  test('once it is there', () => {
    expect(readOwner('The name org.gnome.ScreenSaver is owned by :1.7')).toBe(true);
    expect(readOwner('The name org.gnome.ScreenSaver does not have an owner')).toBe(false);
    expect(readOwner(changes(`'LockedHint': <true>`))).toBeUndefined();
  });
});

describe('the id of the session', () => {
  const find = (env: NodeJS.ProcessEnv, types: Readonly<Record<string, string>>, display = '') =>
    findSessionId(env, (_program, [command, id = '']) =>
      command === 'show-user'
        ? Promise.resolve(`${display}\n`)
        : id in types
          ? Promise.resolve(`${types[id] ?? ''}\n`)
          : Promise.reject(new Error('no such session')),
    );

  test('is that of the environment, where that has a display', async () => {
    expect(await find({ XDG_SESSION_ID: '2' }, { 2: 'x11' }, '5')).toBe('2');
  });

  test('else that of the display', async () => {
    expect(await find({ XDG_SESSION_ID: '3' }, { 3: 'tty', 5: 'x11' }, '5')).toBe('5');
    expect(await find({ XDG_SESSION_ID: '9' }, {}, '5')).toBe('5');
    expect(await find({}, {}, '5')).toBe('5');
  });

  test('else that of the environment all the same, and where there is none, none', async () => {
    expect(await find({ XDG_SESSION_ID: '3' }, { 3: 'tty' })).toBe('3');
    expect(await find({}, {})).toBeUndefined();
  });
});

/** A watch over lines that a test writes. */
function watch() {
  const told: string[] = [];
  const lines = new Map<string, (line: string) => void>();
  const ends = new Map<string, (isWorthAgain: boolean) => void>();
  const answers = new Map<string, () => string>();
  let listens = 0;
  let stops = 0;
  const { known, stop } = watchSession({
    places: SIGNAL_PLACES.filter(({ name }) => /login1|gnome/.test(name)),
    sessionId: '2',
    holds: createHolds({
      halt: (halt) => told.push(`halt ${halt}`),
      release: (halt) => told.push(`release ${halt}`),
    }),
    listen: ({ bus }, onLine, onEnd) => {
      listens += 1;
      lines.set(bus, onLine);
      ends.set(bus, onEnd);
      return () => (stops += 1);
    },
    ask: ({ bus }) => {
      const answer = answers.get(bus);
      return answer ? Promise.resolve(answer()) : Promise.reject(new Error('no answer'));
    },
  });
  return {
    told,
    answers,
    known,
    say: (bus: string, line: string) => lines.get(bus)?.(line),
    end: (bus: string, isWorthAgain = true) => ends.get(bus)?.(isWorthAgain),
    stop,
    listens: () => listens,
    stops: () => stops,
  };
}

const saver = (on: boolean) =>
  `/org/gnome/ScreenSaver: org.gnome.ScreenSaver.ActiveChanged (${on},)`;
const THERE = 'The name org.gnome.ScreenSaver is owned by :1.7';
const GONE = 'The name org.gnome.ScreenSaver does not have an owner';

describe('the watch', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  /** Lets what was asked be answered. */
  const answered = () => vi.advanceTimersByTimeAsync(0);

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

  test('knows of a screen that was locked, and of another user, before it began', async () => {
    const { told, say, answers, known } = watch();
    answers.set('session', () => '(true,)');
    answers.set('system', () => `({'Type': <'x11'>, 'Active': <false>, 'LockedHint': <false>},)`);
    say('session', THERE);
    say('system', THERE);
    await known;
    expect(told.toSorted()).toEqual(['halt locked', 'halt switched-away']);
    say('session', saver(false));
    say('system', changes(`'Active': <true>`));
    expect(told.slice(2)).toEqual(['release locked', 'release switched-away']);
  });

  test('does not believe an answer that is older than what it heard', async () => {
    const { told, say, answers } = watch();
    answers.set('session', () => '(false,)');
    say('session', THERE);
    say('session', saver(true));
    await answered();
    expect(told).toEqual(['halt locked']);
  });

  test('is known where nobody answers', async () => {
    const { known, say, end } = watch();
    say('session', GONE);
    end('system', false);
    await known;
  });

  test('holds nothing up once the program that said so has left the bus', () => {
    const { told, say } = watch();
    say('session', THERE);
    say('session', saver(true));
    say('session', GONE);
    expect(told).toEqual(['halt locked', 'release locked']);
  });

  test('holds nothing up once a source is silent for good', () => {
    const { told, say, end } = watch();
    say('session', saver(true));
    say('system', changes(`'Active': <false>`));
    end('session', false);
    expect(told).toEqual(['halt locked', 'halt switched-away', 'release locked']);
    end('system', false);
    expect(told.at(-1)).toBe('release switched-away');
  });

  test('listens again to a source that ended, and asks it how things are', async () => {
    const { told, say, end, answers, listens } = watch();
    say('session', THERE);
    say('session', saver(true));
    end('session');
    // Locked as long as nobody says otherwise.
    expect(told).toEqual(['halt locked']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(listens()).toBe(3);
    answers.set('session', () => '(false,)');
    say('session', THERE);
    await answered();
    expect(told).toEqual(['halt locked', 'release locked']);
  });

  test('listens more and more seldom to a bus that is gone, and is not held up by it', async () => {
    const { told, say, end, listens } = watch();
    say('session', THERE);
    say('session', saver(true));
    end('session');
    const startedAt: number[] = [];
    for (let second = 1; second <= 3_600; second += 1) {
      const before = listens();
      await vi.advanceTimersByTimeAsync(1_000);
      if (listens() > before) {
        startedAt.push(second);
        end('session');
      }
    }
    expect(told).toEqual(['halt locked', 'release locked']);
    expect(startedAt.slice(0, 5)).toEqual([2, 10, 42, 170, 682]);
    expect(startedAt).toHaveLength(9);
  });

  test('ends with what it started', async () => {
    const { stop, stops, end, listens } = watch();
    end('session');
    stop();
    expect(stops()).toBe(2);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(listens()).toBe(2);
  });
});
