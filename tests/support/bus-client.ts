/** @file Speaks D-Bus to a bus of a test: takes a name, sends signals under it, and answers calls. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Bytes as D-Bus writes them, little-endian, each value at a multiple of its size. */
export function createWriter() {
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

/** A text. */
export const text = (value: string): Body => ({
  signature: 's',
  write: (writer) => writer.text(value),
});

/** A value of some properties. */
export type Property = string | boolean | number;

function writeVariant(writer: Writer, value: Property): void {
  if (typeof value === 'string') {
    writer.signature('s');
    writer.text(value);
  } else if (typeof value === 'boolean') {
    writer.signature('b');
    writer.uint32(Number(value));
  } else {
    writer.signature('d');
    writer.align(8);
    writer.bytes.push(...Buffer.from(new Float64Array([value]).buffer));
  }
}

/** A property, as Get gives it. */
export const property = (value: Property): Body => ({
  signature: 'v',
  write: (writer) => writeVariant(writer, value),
});

/** All properties of an object, as GetAll gives them. */
export const properties = (values: Readonly<Record<string, Property>>): Body => ({
  signature: 'a{sv}',
  write: (writer) =>
    writer.array(8, () => {
      for (const [name, value] of Object.entries(values)) {
        writer.align(8);
        writer.text(name);
        writeVariant(writer, value);
      }
    }),
});

/** What another program asks for. */
export interface BusCall {
  readonly path: string;
  readonly on: string;
  readonly member: string;
  /** The texts that it was given; other arguments are not read. */
  readonly args: readonly string[];
}

/** A call as it came, with what its answer needs. */
interface Arrival extends BusCall {
  readonly serial: number;
  /** Whom it is for. */
  readonly to: string;
  readonly sender: string;
}

/** Takes the calls out of what came; the rest is left for when more has come. */
export function readCalls(bytes: Buffer): {
  readonly calls: readonly Arrival[];
  readonly rest: Buffer;
} {
  const calls: Arrival[] = [];
  let rest = bytes;
  while (rest.length >= 16) {
    const fieldsEnd = 16 + rest.readUInt32LE(12);
    const bodyAt = Math.ceil(fieldsEnd / 8) * 8;
    const end = bodyAt + rest.readUInt32LE(4);
    if (rest.length < end) break;
    const message = rest.subarray(0, end);
    rest = rest.subarray(end);
    let at = 16;
    const uint32 = () => {
      at = Math.ceil(at / 4) * 4 + 4;
      return message.readUInt32LE(at - 4);
    };
    const textOf = (length: number) => {
      at += length + 1;
      return message.toString('utf8', at - length - 1, at - 1);
    };
    const byte = () => message.readUInt8(at++);
    const fields = new Map<number, string>();
    while (at < fieldsEnd) {
      at = Math.ceil(at / 8) * 8;
      const code = byte();
      const kind = textOf(byte());
      if (kind === 'u') uint32();
      else fields.set(code, textOf(kind === 'g' ? byte() : uint32()));
    }
    // Only calls are of interest.
    if (message.readUInt8(1) !== 1) continue;
    at = bodyAt;
    const field = (code: number) => fields.get(code) ?? '';
    const args = /^s+$/.test(field(8)) ? Array.from(field(8), () => textOf(uint32())) : [];
    calls.push({
      serial: message.readUInt32LE(8),
      sender: field(7),
      to: field(6),
      path: field(1),
      on: field(2),
      member: field(3),
      args,
    });
  }
  return { calls, rest };
}

/** A program on the bus. */
export interface BusClient {
  own(name: string): void;
  signal(path: string, on: string, member: string, body: Body): void;
  close(): void;
}

/**
 * Joins a bus.
 *
 * @param address as in `unix:path=/tmp/dbus-1`, perhaps with more after a comma.
 * @param answer what a call is answered with; undefined where there is no such thing.
 */
export async function joinBus(
  address: string,
  answer: (call: BusCall) => Body | undefined = () => undefined,
): Promise<BusClient> {
  const [, kind, path = ''] = /^unix:(path|abstract)=([^,]+)/.exec(address) ?? [];
  const socket: Socket = connect(kind === 'abstract' ? `\0${path}` : path);
  await once(socket, 'connect');
  const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  await once(socket, 'data');
  socket.write('BEGIN\r\n');
  let serial = 0;

  type Field = readonly [number, 'o' | 's', string] | readonly [number, 'u', number];
  /** Sends a call, an answer, an error or a signal. */
  function send(type: 1 | 2 | 3 | 4, fields: readonly Field[], body?: Body): void {
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
        if (typeof value === 'number') message.uint32(value);
        else message.text(value);
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

  let came = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    const { calls, rest } = readCalls(Buffer.concat([came, bytes]));
    came = Buffer.from(rest);
    for (const call of calls) {
      const { serial: of, sender } = call;
      const body = answer(call);
      const unknown = 'org.freedesktop.DBus.Error.UnknownMethod';
      const fields: Field[] = [
        [5, 'u', of],
        [6, 's', sender],
      ];
      if (body) send(2, fields, body);
      else send(3, [...fields, [4, 's', unknown]], text('There is no such thing'));
    }
  });

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
