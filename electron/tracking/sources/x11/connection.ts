/**
 * @file One connection to the X server of this computer, by the protocol itself (X.Org's "X Window System Protocol", version 11).
 * It knows the few requests that the app makes and nothing else, and reaches a socket in the file system alone: there is no
 * code here that could open an address of a network.
 */
import { createConnection } from 'node:net';
import type { Cookie, DisplayAddress } from './display-address.ts';

/** What went wrong with a request: the number that the server gives, as 3 for a window that is gone. */
export class XError extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`X error ${code}`);
    this.code = code;
  }
}

/** What the connection needs. */
export interface ConnectionNeeds {
  readonly address: DisplayAddress;
  readonly cookie: Cookie;
  /** Told of each event, of 32 bytes; its first is the kind. Must not throw. */
  readonly onEvent: (event: Buffer) => void;
  /** Told once that nothing more will come. */
  readonly onEnd: () => void;
}

/** The connection at work. */
export interface Connection {
  /** The root window of the first screen. */
  readonly root: number;
  /** Asks for something that is answered; rejects with an {@link XError}, or where the connection ends. */
  ask(request: Buffer): Promise<Buffer>;
  /** Asks for something that is not answered. What goes wrong with it is of no matter. */
  send(request: Buffer): void;
  close(): void;
}

/** An answer is waited for so long, and then the server has fallen silent. */
const SILENCE_MS = 3_000;
/** No answer to what is asked here is longer; one that claims to be is none. */
const LONGEST_ANSWER = 4 << 20;
const REPLY = 1;
/** An event of any length, as extensions send. */
const GENERIC_EVENT = 35;
const HEADER_BYTES = 32;

const pad = (length: number) => (length + 3) & ~3;

/** The first words to a server: little-endian, version 11.0, and the cookie. */
function hello({ name, data }: Cookie): Buffer {
  const nameBytes = pad(name.length);
  const buffer = Buffer.alloc(12 + nameBytes + pad(data.length));
  buffer.write('l', 0, 'latin1');
  buffer.writeUInt16LE(11, 2);
  buffer.writeUInt16LE(name.length, 6);
  buffer.writeUInt16LE(data.length, 8);
  buffer.write(name, 12, 'latin1');
  data.copy(buffer, 12 + nameBytes);
  return buffer;
}

/** The first screen's root, in what a server tells of itself: it stands behind its maker's name and its formats. */
function readRoot(setup: Buffer): number {
  const vendorBytes = pad(setup.readUInt16LE(24));
  return setup.readUInt32LE(40 + vendorBytes + 8 * setup.readUInt8(29));
}

/** Cuts what a server sends into packets, the first of which is what it tells of itself. */
function createPacketReader(onPacket: (packet: Buffer) => void) {
  let rest: Buffer = Buffer.alloc(0);
  let isSetUp = false;

  /** How long what has begun to come is; undefined where that is not known yet. */
  function lengthOf(bytes: Buffer): number | undefined {
    if (!isSetUp) return bytes.length < 8 ? undefined : 8 + 4 * bytes.readUInt16LE(6);
    if (bytes.length < HEADER_BYTES) return undefined;
    const kind = bytes.readUInt8(0) & 0x7f;
    const isLong = kind === REPLY || kind === GENERIC_EVENT;
    return HEADER_BYTES + (isLong ? 4 * bytes.readUInt32LE(4) : 0);
  }

  /** Takes what came. @throws where it is no X server's. */
  return (bytes: Buffer): void => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    for (let length = lengthOf(rest); length !== undefined; length = lengthOf(rest)) {
      if (length > LONGEST_ANSWER) throw new Error('No answer is so long');
      if (rest.length < length) return;
      const packet = rest.subarray(0, length);
      rest = rest.subarray(length);
      isSetUp = true;
      onPacket(packet);
    }
  };
}

interface Waiting {
  readonly resolve: (answer: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** What was asked and not answered yet, by the number of the request. */
function createQuestions(onSilence: () => void) {
  const waiting = new Map<number, Waiting>();
  let silence: NodeJS.Timeout | undefined;
  let judging: NodeJS.Immediate | undefined;

  /** Gives the server its time, as long as something is waited for, and keeps the process alive for so long. */
  function listen(): void {
    clearTimeout(silence);
    clearImmediate(judging);
    if (waiting.size === 0) return;
    silence = setTimeout(() => {
      // It may have answered while this process itself was held up: what lies there is read before it is judged.
      judging = setImmediate(onSilence);
    }, SILENCE_MS);
  }

  /** Answers a question, where it was asked. */
  function settle(number: number, answer: Buffer | Error): void {
    const asked = waiting.get(number);
    waiting.delete(number);
    listen();
    if (answer instanceof Error) asked?.reject(answer);
    else asked?.resolve(answer);
  }

  return {
    ask: (number: number) =>
      new Promise<Buffer>((resolve, reject) => {
        waiting.set(number, { resolve, reject });
        if (waiting.size === 1) listen();
      }),
    settle,
    /** Takes an answer, or an error. */
    answer(packet: Buffer): void {
      const number = packet.readUInt16LE(2);
      if (packet.readUInt8(0) === REPLY) settle(number, packet);
      else settle(number, new XError(packet.readUInt8(1)));
    },
    end(error: Error): void {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
      listen();
    },
  };
}

/** The number under which what a server tells of itself is waited for; no request has it. */
const SETUP = -1;

/** Connects; rejects where there is no server, it lets nobody in, or it says nothing. */
export async function connect(needs: ConnectionNeeds): Promise<Connection> {
  const socket = createConnection({ path: needs.address.path });
  let isSetUp = false;
  let ended = false;
  let sequence = 0;
  const questions = createQuestions(end);

  /** Ends it for good, for whatever reason. */
  function end(): void {
    if (ended) return;
    ended = true;
    socket.destroy();
    questions.end(new Error('The display is gone'));
    if (isSetUp) needs.onEnd();
  }

  const read = createPacketReader((packet) => {
    if (ended) return;
    if (!isSetUp) {
      isSetUp = true;
      questions.settle(SETUP, packet);
    } else if (packet.readUInt8(0) > REPLY) needs.onEvent(packet);
    else questions.answer(packet);
  });

  /** What is sent in one go of this process reaches the server in one piece. */
  function send(request: Buffer): void {
    if (ended) return;
    if (socket.writableCorked === 0) {
      socket.cork();
      process.nextTick(() => socket.uncork());
    }
    sequence = (sequence + 1) & 0xff_ff;
    socket.write(request);
  }

  function ask(request: Buffer): Promise<Buffer> {
    if (ended) return Promise.reject(new Error('The display is gone'));
    send(request);
    return questions.ask(sequence);
  }

  socket.on('connect', () => socket.write(hello(needs.cookie)));
  socket.on('data', (bytes: Buffer) => {
    try {
      read(bytes);
    } catch {
      // What cannot be read is no X server's.
      end();
    }
  });
  socket.on('error', end);
  socket.on('close', end);
  // By itself it shall not keep the process alive.
  socket.unref();

  const setup = await questions.ask(SETUP);
  if (setup.readUInt8(0) !== 1) {
    end();
    throw new Error('The display lets nobody in');
  }
  return { root: readRoot(setup), ask, send, close: end };
}
