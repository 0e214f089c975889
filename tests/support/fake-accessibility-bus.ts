/**
 * @file An accessibility bus with browsers on it, for what real ones cannot be made to do: fall silent, break off, lie about types. Its answers
 * have the form of those of dbus-daemon 1.14 with at-spi2-core 2.46, Firefox ESR 153.8 and Chromium 156 on it, as the test has them in bytes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { type Socket, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Body, createWriter, property, readCalls, text } from './bus-client.ts';

/** A window of a program, and the address that it tells of its page, by the name under which it does. */
export interface FakeFrame {
  title: string;
  active?: boolean;
  DocURL?: string;
  URI?: string;
  /** What the page calls itself; the part of the window's title before the last dash unless told. */
  pageTitle?: string;
}

/** A program on the bus. */
export interface FakeProgram {
  readonly address: string;
  readonly processId: number;
  readonly frames: FakeFrame[];
  /** It takes all, and answers nothing. */
  silent?: boolean;
}

export interface FakeAccessibilityBus {
  readonly path: string;
  readonly programs: FakeProgram[];
  /** What was asked: whom, and what. */
  readonly asked: string[];
  /** It lets nobody in. */
  closed: boolean;
  readonly clients: () => number;
  /** Tells that a window came to the front. */
  activate(program: FakeProgram, frame: FakeFrame): void;
  /** Sends bytes as they are. */
  send(bytes: Buffer): void;
  drop(): void;
}

const ROOT = '/org/a11y/atspi/accessible/root';
const frameAt = (index: number) => `/org/a11y/atspi/accessible/${index + 1}`;
const pageAt = (index: number) => `${frameAt(index)}00`;

type Reference = readonly [name: string, path: string];

function writeReferences(writer: ReturnType<typeof createWriter>, all: readonly Reference[]) {
  writer.array(8, () => {
    for (const [name, path] of all) {
      writer.align(8);
      writer.text(name);
      writer.text(path);
    }
  });
}

const references = (all: readonly Reference[]): Body => ({
  signature: 'a(so)',
  write: (writer) => writeReferences(writer, all),
});

const numbers = (signature: string, ...values: readonly number[]): Body => ({
  signature,
  write(writer) {
    if (signature === 'u') writer.uint32(values[0] ?? 0);
    else writer.array(4, () => values.forEach((value) => writer.uint32(value)));
  },
});

/** Relations as both browsers have them: Firefox's with its program first. */
const relations = (address: string, page: string): Body => ({
  signature: 'a(ua(so))',
  write(writer) {
    writer.array(8, () => {
      for (const [kind, to] of [
        [7, ROOT],
        [13, page],
      ] as const) {
        writer.align(8);
        writer.uint32(kind);
        writeReferences(writer, [[address, to]]);
      }
    });
  },
});

/** Bytes of an answer (2), an error (3) or a signal (4). */
function encode(
  kind: 2 | 3 | 4,
  fields: readonly (readonly [number, string])[],
  of: number,
  body?: Body,
) {
  const content = createWriter();
  body?.write(content);
  const message = createWriter();
  for (const byte of [0x6c, kind, 1, 1]) message.byte(byte);
  message.uint32(content.bytes.length);
  message.uint32(1);
  message.array(8, () => {
    for (const [code, value] of fields) {
      message.align(8);
      message.byte(code);
      message.signature(code === 1 ? 'o' : 's');
      message.text(value);
    }
    if (of > 0) {
      message.align(8);
      message.byte(5);
      message.signature('u');
      message.uint32(of);
    }
    if (!body) return;
    message.align(8);
    message.byte(8);
    message.signature('g');
    message.signature(body.signature);
  });
  message.align(8);
  return Buffer.from([...message.bytes, ...content.bytes]);
}

/** Starts it on a socket of its own, for the length of a test. */
export async function startFakeAccessibilityBus(): Promise<FakeAccessibilityBus> {
  const dir = mkdtempSync(join(tmpdir(), 'sweetspot-a11y-'));
  const path = join(dir, 'bus');
  const sockets = new Set<Socket>();
  const bus: FakeAccessibilityBus = {
    path,
    programs: [],
    asked: [],
    closed: false,
    clients: () => sockets.size,
    activate(program, frame) {
      const fields = [
        [1, frameAt(program.frames.indexOf(frame))],
        [2, 'org.a11y.atspi.Event.Window'],
        [3, 'Activate'],
        [7, program.address],
      ] as const;
      bus.send(encode(4, fields, 0, text(frame.title)));
    },
    send(bytes) {
      for (const socket of sockets) socket.write(bytes);
    },
    drop() {
      for (const socket of sockets) socket.destroy();
    },
  };

  /** What a call is answered with; undefined where there is no such thing, null where nothing comes. */
  function answer({ to, path: at, member, args }: ReturnType<typeof readCalls>['calls'][number]) {
    if (to === 'org.freedesktop.DBus') {
      if (member === 'Hello') return text(':1.9');
      if (member === 'AddMatch') return { signature: '', write: () => undefined };
      const program = bus.programs.find(({ address }) => address === args[0]);
      return program && numbers('u', program.processId);
    }
    if (to === 'org.a11y.atspi.Registry') {
      if (member === 'RegisterEvent') return { signature: '', write: () => undefined };
      return references(bus.programs.map(({ address }) => [address, ROOT]));
    }
    const program = bus.programs.find(({ address }) => address === to);
    if (!program) return undefined;
    if (program.silent) return null;
    if (at === ROOT) {
      return references(program.frames.map((_, index) => [to, frameAt(index)]));
    }
    const index = program.frames.findIndex((_, one) => [frameAt(one), pageAt(one)].includes(at));
    const frame = program.frames[index];
    if (!frame) return undefined;
    switch (member) {
      case 'Get':
        if (at === frameAt(index)) return property(frame.title);
        return property(frame.pageTitle ?? frame.title.replace(/ [-\u2014] .*$/, ''));
      case 'GetState':
        return numbers('au', frame.active ? 0x43280902 : 0x43280900, 0);
      case 'GetRelationSet':
        return relations(to, pageAt(index));
      case 'GetAttributeValue':
        return text((args[0] === 'URI' ? frame.URI : frame.DocURL) ?? '');
      default:
        return undefined;
    }
  }

  /** Lets a client in, and answers what it asks. */
  function talkTo(socket: Socket): (more: Buffer) => void {
    let bytes = Buffer.alloc(0);
    let isIn = false;
    return (more) => {
      bytes = Buffer.concat([bytes, more]);
      if (!isIn) {
        if (bytes.includes('AUTH EXTERNAL') && !bytes.includes('BEGIN')) {
          socket.write(bus.closed ? 'REJECTED EXTERNAL\r\n' : `OK ${'0'.repeat(32)}\r\n`);
        }
        const at = bytes.indexOf('BEGIN\r\n');
        if (at < 0) return;
        isIn = true;
        bytes = bytes.subarray(at + 7);
      }
      const { calls, rest } = readCalls(bytes);
      bytes = Buffer.from(rest);
      for (const call of calls) {
        bus.asked.push(`${call.to} ${call.member}${call.args.map((one) => ` ${one}`).join('')}`);
        const body = answer(call);
        if (body === null) continue;
        const from = [[7, call.to]] as const;
        const unknown = [...from, [4, 'org.freedesktop.DBus.Error.UnknownObject']] as const;
        const packet = body
          ? encode(2, from, call.serial, body.signature === '' ? undefined : body)
          : encode(3, unknown, call.serial, text('There is no such thing'));
        socket.write(packet);
      }
    };
  }

  const server = createServer((socket) => {
    socket.on('data', talkTo(socket));
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => void server.listen(path, resolve));
  onTestFinished(async () => {
    bus.drop();
    await new Promise((resolve) => server.close(resolve));
    rmSync(dir, { recursive: true, force: true });
  });
  return bus;
}
