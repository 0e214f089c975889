/**
 * @file A connection to a message bus of this computer, by D-Bus itself. It reaches a socket in the file system alone: there is no
 * code here that could open an address of a network.
 *
 * Why no library and no child of `busctl`, as the rest of the app asks the buses: docs/dependencies.md.
 */
import { createConnection } from 'node:net';
import {
  type BusCall,
  type BusMessage,
  type BusReader,
  createBusReader,
  createMessageReader,
  encodeCall,
} from './wire.ts';

/** A connection to a bus. Whatever goes wrong with it ends it. */
export interface BusConnection {
  /**
   * Calls a method; rejects where it fails, or is answered with other types.
   *
   * @param signature types that the answer must have.
   * @param read takes them out of it.
   */
  ask<T>(call: BusCall, signature: string, read: (reader: BusReader) => T): Promise<T>;
  isOpen(): boolean;
  end(): void;
}

/** How long a bus may take to let us in. */
const ENTRY_MS = 3_000;
/** With more questions unanswered than this, nobody answers any more. */
const MOST_WAITING = 1_024;

const DAEMON = {
  name: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  on: 'org.freedesktop.DBus',
} as const;

/** A call of the bus itself. */
export const daemonCall = (method: string, ...args: readonly string[]): BusCall => ({
  ...DAEMON,
  method,
  args,
});

/**
 * The path of a bus's socket in its address; undefined where it has none on this computer.
 *
 * @param address as a bus tells it: `unix:path=/run/user/1000/at-spi/bus,guid=...`, or several behind each other.
 */
export function socketPathIn(address: string): string | undefined {
  for (const one of address.split(';')) {
    const [, kind, value] = /^unix:(?:[^,]*,)*?(path|abstract)=([^,;]+)/.exec(one) ?? [];
    if (value === undefined) continue;
    try {
      // An abstract name stands in no folder, behind a zero.
      return `${kind === 'abstract' ? '\0' : ''}${decodeURIComponent(value)}`;
    } catch {
      // No address has such an escape.
    }
  }
  return undefined;
}

interface Waiting {
  readonly signature: string;
  readonly resolve: (body: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** What was asked and not answered yet, by its number. */
function createQuestions() {
  const waiting = new Map<number, Waiting>();
  return {
    count: () => waiting.size,
    add: (serial: number, one: Waiting) => waiting.set(serial, one),
    answer({ kind, answers, signature, body }: BusMessage): void {
      const asked = waiting.get(answers);
      waiting.delete(answers);
      if (kind === 'answer' && signature === asked?.signature) asked.resolve(body);
      else asked?.reject(new Error('Nobody answers that'));
    },
    end(): void {
      for (const { reject } of waiting.values()) reject(new Error('The bus is gone'));
      waiting.clear();
    },
  };
}

/**
 * Takes the first line that a bus says, and what comes after it.
 *
 * @param onLine told of the line. @param onRest told of the bytes behind it.
 */
function createEntrance(onLine: (line: string) => void, onRest: (bytes: Buffer) => void) {
  let line: Buffer | undefined = Buffer.alloc(0);
  return (bytes: Buffer): void => {
    if (line === undefined) return onRest(bytes);
    line = Buffer.concat([line, bytes]);
    const end = line.indexOf('\r\n');
    if (end < 0) {
      if (line.length > 512) throw new Error('No bus says so much first');
      return;
    }
    const rest = line.subarray(end + 2);
    onLine(line.toString('latin1', 0, end));
    line = undefined;
    if (rest.length > 0) onRest(rest);
  };
}

/** Knocks at a bus, and lets what it says be taken. @param end told that nothing more will come. */
function follow(
  socket: ReturnType<typeof createConnection>,
  take: (bytes: Buffer) => void,
  end: () => void,
): void {
  // By itself it shall not keep the process alive.
  socket.unref();
  socket.on('connect', () => {
    const user = Buffer.from(String(process.getuid?.() ?? '')).toString('hex');
    socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  });
  socket.on('data', (bytes: Buffer) => {
    try {
      take(bytes);
    } catch {
      // What cannot be read is no bus.
      end();
    }
  });
  socket.on('error', end);
  socket.on('close', end);
}

/**
 * Joins a bus; rejects where there is none, or it lets nobody in.
 *
 * @param socketPath of its socket.
 * @param onSignal told of the signals that were asked for with `AddMatch`.
 * @param onEnd told once that it ended, for whatever reason.
 */
export async function joinBus(
  socketPath: string,
  onSignal: (signal: BusMessage) => void,
  onEnd: () => void,
): Promise<BusConnection> {
  const socket = createConnection({ path: socketPath });
  const questions = createQuestions();
  let serial = 0;
  let ended = false;
  let onOpen: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (onOpen = resolve));

  function end(): void {
    if (ended) return;
    ended = true;
    socket.destroy();
    questions.end();
    onOpen();
    onEnd();
  }

  const read = createMessageReader((message) => {
    if (message.kind === 'signal') onSignal(message);
    else if (message.kind !== 'other') questions.answer(message);
  });
  const enter = createEntrance((line) => {
    if (!line.startsWith('OK ')) throw new Error('The bus lets nobody in');
    socket.write('BEGIN\r\n');
    onOpen();
  }, read);

  const connection: BusConnection = {
    ask: (call, signature, take) =>
      new Promise<Buffer>((resolve, reject) => {
        if (questions.count() >= MOST_WAITING) end();
        if (ended) return reject(new Error('The bus is gone'));
        serial += 1;
        questions.add(serial, { signature, resolve, reject });
        socket.write(encodeCall(call, serial));
      }).then((body) => take(createBusReader(body))),
    isOpen: () => !ended,
    end,
  };

  follow(socket, enter, end);
  const late = setTimeout(end, ENTRY_MS);
  await opened;
  // Nothing is answered before it.
  await connection
    .ask(daemonCall('Hello'), 's', (reader) => reader.text())
    .finally(() => {
      clearTimeout(late);
    });
  return connection;
}
