/**
 * @file Listens to programs on the buses of a Linux desktop through glib's `gdbus`, which holds the connection, a socket of this
 * computer. Nothing is started by it: a program is listened to by the address that it has on the bus, not by its
 * name, at which the bus would start it. Who comes and goes is asked of the bus itself.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { callBus } from '../system/bus-call.ts';
import { runProgram } from '../system/run-program.ts';
import type { SignalPlace } from './session-signals.ts';
import type { Stop } from './sources/source.ts';

/**
 * Lets a program on a bus tell what it does, a line each, and the bus whether the program is there. `onEnd` is told when nothing
 * more will come, and whether it is worth listening again.
 */
export type ListenTo = (
  place: SignalPlace,
  onLine: (line: string) => void,
  onEnd: (isWorthAgain: boolean) => void,
) => Stop;

const BUS = 'org.freedesktop.DBus';

/** A `gdbus monitor` at work. */
interface Monitor {
  readonly stop: Stop;
}

function monitor(
  bus: SignalPlace['bus'],
  dest: string,
  onLine: (line: string) => void,
  onEnd: (isWorthAgain: boolean) => void,
): Monitor {
  const child: ChildProcess & { stdout: NodeJS.ReadableStream } = spawn(
    'gdbus',
    ['monitor', `--${bus}`, '--dest', dest],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      // It writes in the user's language who is there.
      env: { ...process.env, LC_ALL: 'C' },
    },
  );
  let ended = false;
  const end = (isWorthAgain: boolean) => {
    if (!ended) onEnd(isWorthAgain);
    ended = true;
  };
  child.on('error', () => end(false));
  child.on('exit', () => end(true));
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (!ended) onLine(line);
  });
  child.unref();
  return {
    stop() {
      ended = true;
      child.kill();
    },
  };
}

/** Told the address of each name that comes, and the empty one of each that goes. */
interface Subscriber {
  /** @param names those on the bus, as `gdbus` writes them. */
  readonly onReady: (names: Promise<string>) => void;
  readonly onOwner: (name: string, owner: string) => void;
  readonly onEnd: (isWorthAgain: boolean) => void;
}

const CHANGED = /NameOwnerChanged \('([^']*)', '[^']*', '([^']*)'\)/;

/** One for each bus, however many listen. */
const buses = new Map<
  string,
  { readonly subscribers: Set<Subscriber>; isReady: boolean; stop: Stop }
>();

/** Asks a bus itself; what it answers, or nothing. */
async function askBus(bus: SignalPlace['bus'], method: string, ...args: string[]): Promise<string> {
  const object = { bus, name: BUS, path: '/org/freedesktop/DBus' } as const;
  return await callBus(runProgram, object, `${BUS}.${method}`, args).catch(() => '');
}

const listNames = (bus: SignalPlace['bus']) => askBus(bus, 'ListNames');

/** The address of a name on a bus; empty where nobody has it. */
async function ownerOf({ bus, name }: SignalPlace, names: Promise<string>): Promise<string> {
  if (!(await names).includes(`'${name}'`)) return '';
  return /'([^']+)'/.exec(await askBus(bus, 'GetNameOwner', name))?.[1] ?? '';
}

/** Follows who comes and goes on a bus. */
function followNames(bus: SignalPlace['bus'], subscriber: Subscriber): Stop {
  const address = process.env[`DBUS_${bus.toUpperCase()}_BUS_ADDRESS`] ?? '';
  const key = `${bus} ${address}`;
  const known = buses.get(key);
  const followed = known ?? { subscribers: new Set(), isReady: false, stop: () => undefined };
  followed.subscribers.add(subscriber);
  if (!known) {
    buses.set(key, followed);
    const forget = () => {
      if (buses.get(key) === followed) buses.delete(key);
    };
    const { stop } = monitor(
      bus,
      BUS,
      (line) => {
        if (line.startsWith(`The name ${BUS} is owned by`)) {
          followed.isReady = true;
          const names = listNames(bus);
          for (const { onReady } of [...followed.subscribers]) onReady(names);
        }
        const [, name = '', owner = ''] = CHANGED.exec(line) ?? [];
        if (name !== '') for (const one of [...followed.subscribers]) one.onOwner(name, owner);
      },
      (isWorthAgain) => {
        forget();
        for (const { onEnd } of [...followed.subscribers]) onEnd(isWorthAgain);
      },
    );
    followed.stop = () => {
      forget();
      stop();
    };
  } else if (known.isReady) subscriber.onReady(listNames(bus));
  return () => {
    followed.subscribers.delete(subscriber);
    if (followed.subscribers.size === 0) followed.stop();
  };
}

/** Listens by `gdbus`. Where it is not installed, nothing is told. */
export const listenByGdbus: ListenTo = (place, onLine, onEnd) => {
  let stopped = false;
  let told: Monitor | undefined;
  /** Counts what the bus said, so that an answer which is older does not count. */
  let said = 0;

  function take(owner: string): void {
    told?.stop();
    told = undefined;
    if (owner === '') {
      onLine(`The name ${place.name} does not have an owner`);
      return;
    }
    // It says itself that it is there once it listens.
    told = monitor(place.bus, owner, onLine, () => undefined);
  }

  const stopNames = followNames(place.bus, {
    onReady(names) {
      const before = said;
      void ownerOf(place, names).then((owner) => {
        if (!stopped && before === said) take(owner);
      });
    },
    onOwner(name, owner) {
      if (stopped || name !== place.name) return;
      said += 1;
      take(owner);
    },
    onEnd(isWorthAgain) {
      if (stopped) return;
      stopped = true;
      told?.stop();
      stopNames();
      onEnd(isWorthAgain);
    },
  });
  return () => {
    stopped = true;
    told?.stop();
    stopNames();
  };
};
