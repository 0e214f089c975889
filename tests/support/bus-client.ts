/** @file Speaks D-Bus to a bus of a test: takes a name, and sends signals under it. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Bytes as D-Bus writes them, little-endian, each value at a multiple of its size. */
function createWriter() {
  const bytes: number[] = [];
  const align = (size: number) => {
    while (bytes.length % size !== 0) bytes.push(0);
  };
  const uint32 = (value: number) => {
    align(4);
    bytes.push(value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255);
  };
  return {
    bytes,
    align,
    uint32,
    byte: (value: number) => bytes.push(value),
    text(value: string) {
      uint32(Buffer.byteLength(value));
      bytes.push(...Buffer.from(value), 0);
    },
    signature(value: string) {
      bytes.push(value.length, ...Buffer.from(value), 0);
    },
    /** An array whose items are at multiples of `size`. */
    array(size: number, write: () => void) {
      uint32(0);
      const lengthAt = bytes.length - 4;
      align(size);
      const from = bytes.length;
      write();
      const length = bytes.length - from;
      for (let index = 0; index < 4; index += 1) {
        bytes[lengthAt + index] = (length >> (8 * index)) & 255;
      }
    },
  };
}
type Writer = ReturnType<typeof createWriter>;

/** What a signal carries. */
export interface Body {
  readonly signature: string;
  write(writer: Writer): void;
}

/** A signal with one truth value. */
export const truth = (value: boolean): Body => ({
  signature: 'b',
  write: (writer) => writer.uint32(Number(value)),
});

/** What PropertiesChanged tells of one property of an interface. */
export const changed = (of: string, property: string, value: boolean): Body => ({
  signature: 'sa{sv}as',
  write(writer) {
    writer.text(of);
    writer.array(8, () => {
      writer.align(8);
      writer.text(property);
      writer.signature('b');
      writer.uint32(Number(value));
    });
    writer.array(4, () => undefined);
  },
});

/** A program on the bus. */
export interface BusClient {
  own(name: string): void;
  signal(path: string, on: string, member: string, body: Body): void;
  close(): void;
}

/** Joins a bus. @param address as in `unix:path=/tmp/dbus-1`, perhaps with more after a comma. */
export async function joinBus(address: string): Promise<BusClient> {
  const [, kind, path = ''] = /^unix:(path|abstract)=([^,]+)/.exec(address) ?? [];
  const socket: Socket = connect(kind === 'abstract' ? `\0${path}` : path);
  await once(socket, 'connect');
  const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  await once(socket, 'data');
  socket.write('BEGIN\r\n');
  socket.resume();
  let serial = 0;

  function send(type: 1 | 4, fields: readonly [number, 'o' | 's', string][], body?: Body): void {
    const content = createWriter();
    body?.write(content);
    const message = createWriter();
    serial += 1;
    for (const byte of [0x6c, type, 0, 1]) message.byte(byte);
    message.uint32(content.bytes.length);
    message.uint32(serial);
    message.array(8, () => {
      for (const [code, kindOf, value] of fields) {
        message.align(8);
        message.byte(code);
        message.signature(kindOf);
        message.text(value);
      }
      if (!body) return;
      message.align(8);
      message.byte(8);
      message.signature('g');
      message.signature(body.signature);
    });
    message.align(8);
    socket.write(Buffer.from([...message.bytes, ...content.bytes]));
  }

  function ask(member: string, body?: Body): void {
    const daemon = 'org.freedesktop.DBus';
    send(
      1,
      [
        [1, 'o', '/org/freedesktop/DBus'],
        [2, 's', daemon],
        [3, 's', member],
        [6, 's', daemon],
      ],
      body,
    );
  }

  ask('Hello');
  return {
    own: (name) =>
      ask('RequestName', {
        signature: 'su',
        write(writer) {
          writer.text(name);
          writer.uint32(0);
        },
      }),
    signal: (path, on, member, body) =>
      send(
        4,
        [
          [1, 'o', path],
          [2, 's', on],
          [3, 's', member],
        ],
        body,
      ),
    close: () => socket.destroy(),
  };
}
