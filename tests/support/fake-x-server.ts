/**
 * @file A server that speaks as much of X11 as the app asks for, for what a real one cannot be made to do: fall silent, break off,
 * storm, lie about types. Its answers have the form of X.Org 21.1's, as the protocol's encoding has them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { type Socket, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DisplayAddress } from '../../electron/tracking/sources/x11/display-address.ts';

export const ROOT = 0x50;
const BAD_WINDOW = 3;

export interface FakeWindow {
  parent: number;
  viewable: boolean;
  overrideRedirect: boolean;
  inputOnly: boolean;
  rectangle: readonly [x: number, y: number, width: number, height: number];
  readonly properties: Map<string, { type: string; format: number; value: Buffer }>;
}

export interface FakeXServer {
  readonly address: DisplayAddress;
  /** In the order of stacking, the lowest first. */
  readonly windows: Map<number, FakeWindow>;
  focus: number;
  /** Whether other programs hold keyboard and pointer. */
  grabbed: boolean;
  idleMs: number;
  /** It takes all, and answers nothing. */
  silent: boolean;
  /** After its next answer the process, and all in it, is held up for so long, in milliseconds. */
  holdUpMs: number;
  /** How long each of its answers takes, in milliseconds. */
  slowMs: number;
  /** How many requests came. */
  requests: number;
  /** How many clients it has. */
  readonly clients: () => number;
  addWindow(id: number, parts?: Partial<FakeWindow>): FakeWindow;
  /** Sets a property and tells of it. */
  set(window: number, name: string, type: string, value: string | Buffer | readonly number[]): void;
  /** Tells of a window that comes (19) or goes (18). */
  tell(kind: number, window: number): void;
  /** Breaks all connections off. */
  drop(): void;
  /** Sends bytes as they are. */
  send(bytes: Buffer): void;
  /** Goes, and comes back with `listen`. */
  stopListening(): Promise<void>;
  listen(): Promise<void>;
}

function setup(): Buffer {
  const screens = Buffer.alloc(40);
  screens.writeUInt32LE(ROOT, 0);
  screens.writeUInt16LE(1000, 20);
  screens.writeUInt16LE(800, 22);
  const vendor = Buffer.from('Fake');
  const body = Buffer.alloc(32);
  body.writeUInt16LE(vendor.length, 16);
  body.writeUInt8(1, 20);
  const all = Buffer.concat([body, vendor, screens]);
  const head = Buffer.alloc(8);
  head.writeUInt8(1, 0);
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(all.length / 4, 6);
  return Buffer.concat([head, all]);
}

/** Starts it on a socket of its own, for the length of a test. */
export async function startFakeXServer(): Promise<FakeXServer> {
  const dir = mkdtempSync(join(tmpdir(), 'sweetspot-x-'));
  const address = { path: join(dir, 'X9'), display: '9' };
  const windows = new Map<number, FakeWindow>();
  const atoms: string[] = ['', 'PRIMARY'];
  const sockets = new Set<Socket>();
  const atom = (name: string) => {
    if (!atoms.includes(name)) atoms.push(name);
    return atoms.indexOf(name);
  };

  const fake: FakeXServer = {
    address,
    windows,
    focus: 1,
    grabbed: false,
    idleMs: 5,
    silent: false,
    holdUpMs: 0,
    slowMs: 0,
    requests: 0,
    clients: () => sockets.size,
    addWindow(id, parts = {}) {
      const window: FakeWindow = {
        parent: ROOT,
        viewable: true,
        overrideRedirect: false,
        inputOnly: false,
        rectangle: [0, 0, 500, 400],
        properties: new Map(),
        ...parts,
      };
      windows.set(id, window);
      return window;
    },
    set(window, name, type, value) {
      const isNumbers = typeof value !== 'string' && !Buffer.isBuffer(value);
      let bytes = Buffer.alloc(0);
      if (isNumbers) {
        bytes = Buffer.alloc(4 * value.length);
        value.forEach((number, index) => bytes.writeUInt32LE(number, 4 * index));
      } else bytes = Buffer.from(value);
      windows.get(window)?.properties.set(name, { type, format: isNumbers ? 32 : 8, value: bytes });
      const event = Buffer.alloc(32);
      event.writeUInt8(28, 0);
      event.writeUInt32LE(window, 4);
      event.writeUInt32LE(atom(name), 8);
      fake.send(event);
    },
    tell(kind, window) {
      const event = Buffer.alloc(32);
      event.writeUInt8(kind, 0);
      event.writeUInt32LE(ROOT, 4);
      event.writeUInt32LE(window, 8);
      fake.send(event);
    },
    drop() {
      for (const socket of sockets) socket.destroy();
    },
    send(bytes) {
      for (const socket of sockets) socket.write(bytes);
    },
    listen: () => new Promise((resolve) => void server.listen(address.path, resolve)),
    stopListening: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        fake.drop();
      }),
  };

  function answer(detail: number, fill: (body: Buffer) => Buffer | undefined): Buffer {
    const head = Buffer.alloc(32);
    head.writeUInt8(1, 0);
    head.writeUInt8(detail, 1);
    const rest = fill(head) ?? Buffer.alloc(0);
    const padded = Buffer.alloc((rest.length + 3) & ~3);
    rest.copy(padded);
    head.writeUInt32LE(padded.length / 4, 4);
    return Buffer.concat([head, padded]);
  }

  /** The answer to a request, an error's number, or nothing where none is due. */
  function reply(request: Buffer): Buffer | number | undefined {
    const opcode = request.readUInt8(0);
    const id = request.length >= 8 ? request.readUInt32LE(4) : 0;
    const window = windows.get(id);
    switch (opcode) {
      case 16: {
        const name = request.toString('latin1', 8, 8 + request.readUInt16LE(4));
        return answer(0, (head) => void head.writeUInt32LE(atom(name), 8));
      }
      case 98: {
        const name = request.toString('latin1', 8, 8 + request.readUInt16LE(4));
        return answer(0, (head) => {
          if (name === 'MIT-SCREEN-SAVER') head.writeUInt16LE((144 << 8) | 1, 8);
          return undefined;
        });
      }
      case 144:
        return answer(0, (head) => void head.writeUInt32LE(fake.idleMs, 16));
      case 20: {
        if (!window) return BAD_WINDOW;
        const property = window.properties.get(atoms[request.readUInt32LE(8)] ?? '');
        if (!property) return answer(0, () => undefined);
        const most = 4 * request.readUInt32LE(20);
        return answer(property.format, (head) => {
          const value = property.value.subarray(0, most);
          head.writeUInt32LE(atom(property.type), 8);
          head.writeUInt32LE(property.value.length - value.length, 12);
          head.writeUInt32LE(value.length / (property.format / 8), 16);
          return value;
        });
      }
      case 3:
        if (!window) return BAD_WINDOW;
        return answer(0, (head) => {
          head.writeUInt16LE(window.inputOnly ? 2 : 1, 12);
          head.writeUInt8(window.viewable ? 2 : 0, 26);
          head.writeUInt8(window.overrideRedirect ? 1 : 0, 27);
          return Buffer.alloc(12);
        });
      case 14:
        if (!window) return BAD_WINDOW;
        return answer(24, (head) => {
          window.rectangle.slice(0, 2).forEach((one, at) => head.writeInt16LE(one, 12 + 2 * at));
          window.rectangle.slice(2).forEach((one, at) => head.writeUInt16LE(one, 16 + 2 * at));
          return undefined;
        });
      case 15: {
        if (!window) return BAD_WINDOW;
        const children = [...windows].filter(([one, { parent }]) => parent === id && one !== id);
        return answer(0, (head) => {
          head.writeUInt32LE(id === ROOT ? 0 : window.parent, 12);
          head.writeUInt16LE(children.length, 16);
          const list = Buffer.alloc(4 * children.length);
          children.forEach(([child], at) => list.writeUInt32LE(child, 4 * at));
          return list;
        });
      }
      case 43:
        return answer(0, (head) => void head.writeUInt32LE(fake.focus, 8));
      case 38:
        return window ? answer(1, () => undefined) : BAD_WINDOW;
      case 26:
      case 31:
        return answer(fake.grabbed ? 1 : 0, () => undefined);
      case 2:
        return window ? undefined : BAD_WINDOW;
      default:
        return undefined;
    }
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let bytes = Buffer.alloc(0);
    let greeted = false;
    let sequence = 0;
    socket.on('data', (more: Buffer) => {
      bytes = Buffer.concat([bytes, more]);
      for (;;) {
        if (bytes.length < (greeted ? 4 : 12)) return;
        const pad = (length: number) => (length + 3) & ~3;
        const length = greeted
          ? 4 * bytes.readUInt16LE(2)
          : 12 + pad(bytes.readUInt16LE(6)) + pad(bytes.readUInt16LE(8));
        if (bytes.length < length) return;
        const request = bytes.subarray(0, length);
        bytes = bytes.subarray(length);
        if (!greeted) {
          greeted = true;
          if (!fake.silent) socket.write(setup());
          continue;
        }
        sequence = (sequence + 1) & 0xffff;
        fake.requests += 1;
        const said = fake.silent ? undefined : reply(request);
        if (said === undefined) continue;
        const packet =
          typeof said === 'number'
            ? Buffer.concat([Buffer.from([0, said]), Buffer.alloc(30)])
            : said;
        packet.writeUInt16LE(sequence, 2);
        if (fake.slowMs > 0) setTimeout(() => socket.write(packet), fake.slowMs);
        else socket.write(packet);
        const { holdUpMs } = fake;
        fake.holdUpMs = 0;
        // It waits for nothing but the end of the time.
        if (holdUpMs > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, holdUpMs);
      }
    });
  });
  fake.addWindow(ROOT, { parent: 0, rectangle: [0, 0, 1000, 800] });
  await fake.listen();
  onTestFinished(async () => {
    fake.drop();
    await new Promise((resolve) => server.close(resolve));
    rmSync(dir, { recursive: true, force: true });
  });
  return fake;
}
