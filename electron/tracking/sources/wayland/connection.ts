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

function talkOver(socket: ReturnType<typeof createConnection>, onEnd: () => void): Connection {
  const followed = new Map<number, OnEvent>();
  const globals = new Map<number, Global>();
  const waiting = new Set<(error: Error) => void>();
  const free: number[] = [];
  let lastId = DISPLAY;
  let open = true;

  function end(): void {
    if (!open) return;
    open = false;
    socket.destroy();
    followed.clear();
    for (const reject of waiting) reject(new Error('The compositor is gone'));
    waiting.clear();
    onEnd();
  }

  function follow(object: number, onEvent: OnEvent): void {
    if (followed.size >= MOST_OBJECTS) end();
    else followed.set(object, onEvent);
  }

  function create(onEvent: OnEvent = () => undefined): number {
    const id = free.pop() ?? (lastId += 1);
    follow(id, onEvent);
    return id;
  }

  function send(object: number, opcode: number, ...args: readonly (number | string)[]): void {
    if (!open) return;
    socket.write(encodeMessage(object, opcode, args));
    if (socket.writableLength > MOST_WAITING_BYTES) end();
  }

  const read = createMessageReader(({ object, opcode, body }) => {
    if (!open) return;
    try {
      followed.get(object)?.(opcode, argumentsOf(body));
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

  follow(DISPLAY, (opcode, args) => {
    // An error, of which the connection does not recover.
    if (opcode === 0) end();
    const id = opcode === 1 ? args.uint() : 0;
    if (id > DISPLAY && id < FIRST_OF_COMPOSITOR && followed.delete(id)) free.push(id);
  });
  const registry = create((opcode, args) => {
    const name = args.uint();
    if (opcode === 1) globals.delete(name);
    if (opcode !== 0) return;
    if (globals.size >= MOST_OBJECTS) end();
    globals.set(name, { name, interface: args.text() ?? '', version: args.uint() });
  });
  send(DISPLAY, GET_REGISTRY, registry);

  const offered = (interfaceName: string) =>
    [...globals.values()].filter((global) => global.interface === interfaceName);

  return {
    offers: (interfaceName) => offered(interfaceName)[0]?.version ?? 0,
    bind(interfaceName, mostVersion, onEvent) {
      return offered(interfaceName).map(({ name, version }) => {
        const id = create(onEvent);
        const args = [name, interfaceName, Math.min(version, mostVersion), id];
        send(registry, BIND, ...args);
        return id;
      });
    },
    create,
    follow,
    unfollow: (object) => void followed.delete(object),
    send,
    async sync(withinMs = ANSWER_MS) {
      const late = setTimeout(end, withinMs);
      try {
        await new Promise<void>((resolve, reject) => {
          if (!open) {
            reject(new Error('The compositor is gone'));
            return;
          }
          waiting.add(reject);
          const callback = create(() => {
            waiting.delete(reject);
            resolve();
          });
          send(DISPLAY, SYNC, callback);
        });
      } finally {
        clearTimeout(late);
      }
    },
    isOpen: () => open,
    end,
  };
}
