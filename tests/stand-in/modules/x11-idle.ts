import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';

/** Reads how long nobody touched the keyboard or the mouse. */
export interface IdleReader {
  /** Milliseconds without input. Rejects where the display does not tell. */
  readonly read: () => Promise<number>;
  readonly close: () => void;
}

const EXTENSION = 'MIT-SCREEN-SAVER';
const COOKIE = 'MIT-MAGIC-COOKIE-1';

/**
 * Asks a local X11 display over its own protocol, as Electron does by way of a library: set up, look
 * for the screen saver's extension, query it (X Window System Protocol, chapter 8 and the
 * MIT-SCREEN-SAVER extension). Numbers are in the order of bytes that the set-up names.
 *
 * @param display as in `:0` or `:0.0`.
 */
export async function openX11Idle(display: string): Promise<IdleReader> {
  const [, number] = /^(?:unix)?:(\d+)/.exec(display) ?? [];
  if (number === undefined) throw new Error('Not a local display');
  const socket = connect(`/tmp/.X11-unix/X${number}`);
  // The app must not live on for it.
  socket.unref();
  const take = createTaker(socket);

  const cookie = findCookie(number);
  socket.write(setupRequest(cookie));
  const head = await take(8);
  const rest = await take(head.readUInt16LE(6) * 4);
  if (head[0] !== 1) throw new Error('The display refuses');
  const root = firstRoot(rest);

  socket.write(queryExtension());
  const extension = await take(32);
  if (extension[8] !== 1) throw new Error(`No ${EXTENSION}`);
  const opcode = extension[9] ?? 0;

  return {
    read: async () => {
      const request = Buffer.alloc(8);
      // Minor opcode 1 is QueryInfo, of two words: this one and the drawable.
      request.set([opcode, 1]);
      request.writeUInt16LE(2, 2);
      request.writeUInt32LE(root, 4);
      socket.write(request);
      const reply = await take(32);
      if (reply[0] !== 1) throw new Error('No answer');
      return reply.readUInt32LE(16);
    },
    close: () => socket.destroy(),
  };
}

function setupRequest(cookie: Buffer): Buffer {
  const name = cookie.length === 0 ? Buffer.alloc(0) : Buffer.from(COOKIE, 'latin1');
  const head = Buffer.alloc(12);
  // 'l' is for the least significant byte first; protocol 11.0.
  head.write('l', 'latin1');
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(name.length, 6);
  head.writeUInt16LE(cookie.length, 8);
  return Buffer.concat([head, pad(name), pad(cookie)]);
}

function queryExtension(): Buffer {
  const name = pad(Buffer.from(EXTENSION, 'latin1'));
  const head = Buffer.alloc(8);
  head[0] = 98;
  head.writeUInt16LE(2 + name.length / 4, 2);
  head.writeUInt16LE(EXTENSION.length, 4);
  return Buffer.concat([head, name]);
}

/** The root window of the first screen, from what follows the first eight bytes of the set-up. */
function firstRoot(setup: Buffer): number {
  const vendorLength = setup.readUInt16LE(16);
  const formats = setup[21] ?? 0;
  return setup.readUInt32LE(32 + Math.ceil(vendorLength / 4) * 4 + formats * 8);
}

function pad(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

/** The key to a display from the user's Xauthority file; empty where there is none. */
function findCookie(number: string): Buffer {
  let file: Buffer;
  try {
    file = readFileSync(process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority'));
  } catch {
    return Buffer.alloc(0);
  }
  // Records of a family and four fields, each field with its length before it, big-endian.
  for (let at = 0; at + 2 < file.length;) {
    at += 2;
    const fields: Buffer[] = [];
    for (let field = 0; field < 4 && at + 2 <= file.length; field += 1) {
      const length = file.readUInt16BE(at);
      fields.push(file.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
    const [address, display, name, data] = fields.map((field) => field.toString('latin1'));
    const isHere = address === '' || address === hostname();
    const isDisplay = display === '' || display === number;
    if (isHere && isDisplay && name === COOKIE) return Buffer.from(data ?? '', 'latin1');
  }
  return Buffer.alloc(0);
}

/** Takes bytes of a socket, a given number at a time, in order. */
function createTaker(socket: Socket): (count: number) => Promise<Buffer> {
  let held = Buffer.alloc(0);
  let failure: Error | undefined;
  let wake: () => void = () => undefined;
  socket.on('data', (part: Buffer) => {
    held = Buffer.concat([held, part]);
    wake();
  });
  socket.on('error', (error) => (failure = error));
  socket.on('close', () => {
    failure ??= new Error('The display is gone');
    wake();
  });
  return async (count) => {
    while (held.length < count) {
      if (failure !== undefined) throw failure;
      await new Promise<void>((resolve) => (wake = resolve));
    }
    const taken = held.subarray(0, count);
    held = held.subarray(count);
    return taken;
  };
}
