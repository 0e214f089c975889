import { createConnection } from 'node:net';
import { argumentsOf, type Arguments, createMessageReader, encodeMessage } from './wire.ts';

/** Told of an event of an object, by its number in the protocol. */
export type OnEvent = (opcode: number, args: Arguments) => void;

/** What a compositor offers under a name. */
interface Global {
  readonly name: number;
  readonly interface: string;
  readonly version: number;
}

/** A connection to a Wayland compositor. Whatever goes wrong with it ends it. */
export interface Connection {
  /** The version in which the compositor offers an interface; 0 where it does not. */
  offers(interfaceName: string): number;
  /**
   * Takes what is offered, in a version that both know; for a seat, all that are offered.
   *
   * @returns the objects' ids; none where it is not offered.
   */
  bind(interfaceName: string, mostVersion: number, onEvent?: OnEvent): number[];
  /** Makes an object that a request names. */
  create(onEvent?: OnEvent): number;
  /** Follows an object that the compositor made. */
  follow(object: number, onEvent: OnEvent): void;
  /** No longer does so. */
  unfollow(object: number): void;
  send(object: number, opcode: number, ...args: readonly (number | string)[]): void;
  /**
   * Resolves when the compositor has worked off all that was sent before. Where it does not in time, the connection is
   * ended; rejects once it has ended.
   */
  sync(withinMs?: number): Promise<void>;
  /** Whether it has not ended. */
  isOpen(): boolean;
  end(): void;
}

/** The object that every connection has. */
const DISPLAY = 1;
/** Requests of wl_display and wl_registry. */
const SYNC = 0;
const GET_REGISTRY = 1;
const BIND = 0;
/** Ids from here on are given by the compositor. */
const FIRST_OF_COMPOSITOR = 0xff00_0000;
/** A compositor that offers more than this, or has more windows, is not followed: what is kept has an end. */
const MOST_OBJECTS = 4_096;
/** What may wait to be sent: a compositor that reads nothing for so long has gone. */
const MOST_WAITING_BYTES = 64 * 1024;

/** How long a compositor may take to answer. */
const ANSWER_MS = 5_000;

/**
 * Connects to a compositor through its socket on this computer and asks what it offers.
 *
 * @param socketPath of the socket.
 * @param onEnd told once when the connection has ended, also by {@link Connection.end}.
 * @throws where there is no compositor, or it does not answer in time.
 */
export async function connectTo(
  socketPath: string,
  onEnd: () => void = () => undefined,
  withinMs = ANSWER_MS,
): Promise<Connection> {
  const socket = createConnection({ path: socketPath });
  // The app must not live on for it.
  socket.unref();
  const connection = talkOver(socket, onEnd);
  await connection.sync(withinMs);
  return connection;
}

const GONE = () => new Error('The compositor is gone');

/** The objects of a connection, and who is told of their events. */
function createObjects(onTooMany: () => void) {
  const followed = new Map<number, OnEvent>();
  const free: number[] = [];
  let lastId = DISPLAY;

  function follow(object: number, onEvent: OnEvent): void {
    if (followed.size >= MOST_OBJECTS) onTooMany();
    else followed.set(object, onEvent);
  }

  return {
    follow,
    create(onEvent: OnEvent = () => undefined): number {
      const id = free.pop() ?? (lastId += 1);
      follow(id, onEvent);
      return id;
    },
    unfollow: (object: number) => void followed.delete(object),
    /** The compositor is done with an object of ours, whose id may be used again. */
    forget(id: number): void {
      if (id > DISPLAY && id < FIRST_OF_COMPOSITOR && followed.delete(id)) free.push(id);
    },
    tell: (object: number, opcode: number, body: Buffer) =>
      followed.get(object)?.(opcode, argumentsOf(body)),
    clear: () => followed.clear(),
  };
}

/** Asks what a compositor offers, and takes of it. */
function createRegistry(
  objects: ReturnType<typeof createObjects>,
  send: Connection['send'],
  onTooMany: () => void,
): Pick<Connection, 'offers' | 'bind'> {
  const globals = new Map<number, Global>();
  const named = (interfaceName: string) =>
    [...globals.values()].filter((global) => global.interface === interfaceName);
  const registry = objects.create((opcode, args) => {
    const name = args.uint();
    if (opcode === 1) globals.delete(name);
    if (opcode !== 0) return;
    if (globals.size >= MOST_OBJECTS) onTooMany();
    globals.set(name, { name, interface: args.text() ?? '', version: args.uint() });
  });
  send(DISPLAY, GET_REGISTRY, registry);
  return {
    offers: (interfaceName) => named(interfaceName)[0]?.version ?? 0,
    bind: (interfaceName, mostVersion, onEvent) =>
      named(interfaceName).map(({ name, version }) => {
        const id = objects.create(onEvent);
        send(registry, BIND, name, interfaceName, Math.min(version, mostVersion), id);
        return id;
      }),
  };
}

/** Who waits for an answer, to be told that there will be none. */
function createWaiting() {
  const waiting = new Set<(error: Error) => void>();
  return {
    /** @param ask told what to call once the answer is there. */
    until: (ask: (onAnswer: () => void) => void) =>
      new Promise<void>((resolve, reject) => {
        waiting.add(reject);
        ask(() => {
          waiting.delete(reject);
          resolve();
        });
      }),
    end(): void {
      for (const reject of waiting) reject(GONE());
      waiting.clear();
    },
  };
}

function talkOver(socket: ReturnType<typeof createConnection>, onEnd: () => void): Connection {
  const objects = createObjects(end);
  const waiting = createWaiting();
  let open = true;

  function end(): void {
    if (!open) return;
    open = false;
    socket.destroy();
    objects.clear();
    waiting.end();
    onEnd();
  }

  function send(object: number, opcode: number, ...args: readonly (number | string)[]): void {
    if (!open) return;
    socket.write(encodeMessage(object, opcode, args));
    if (socket.writableLength > MOST_WAITING_BYTES) end();
  }

  const read = createMessageReader(({ object, opcode, body }) => {
    if (!open) return;
    try {
      objects.tell(object, opcode, body);
    } catch {
      // What it said is not what the protocol says.
      end();
    }
  });
  socket.on('data', (chunk) => {
    if (!read(chunk)) end();
  });
  socket.on('error', end);
  socket.on('close', end);

  objects.follow(DISPLAY, (opcode, args) => {
    // An error, of which the connection does not recover.
    if (opcode === 0) end();
    else if (opcode === 1) objects.forget(args.uint());
  });
  const { create, follow, unfollow } = objects;

  return {
    ...createRegistry(objects, send, end),
    create,
    follow,
    unfollow,
    send,
    async sync(withinMs = ANSWER_MS) {
      if (!open) throw GONE();
      let judging: NodeJS.Immediate | undefined;
      // What it answered while this process itself was held up is read before it is judged.
      const late = setTimeout(() => (judging = setImmediate(end)), withinMs);
      try {
        await waiting.until((onAnswer) => send(DISPLAY, SYNC, objects.create(onAnswer)));
      } finally {
        clearTimeout(late);
        clearImmediate(judging);
      }
    },
    isOpen: () => open,
    end,
  };
}
