/**
 * @file Messages of D-Bus as bytes, as far as the accessibility bus is asked: calls with texts, and answers whose shape is known
 * before. By the "D-Bus Specification", version 0.43; what a message may hold beyond that is not read.
 */

/** Something on the bus: the address of a program there, and the object in it. */
export interface BusObject {
  readonly name: string;
  readonly path: string;
}

/** A call of an object. */
export interface BusCall extends BusObject {
  /** The interface that has the method. */
  readonly on: string;
  readonly method: string;
  /** The arguments, which are all texts. */
  readonly args?: readonly string[];
}

/** A message that came. */
export interface BusMessage {
  readonly kind: 'answer' | 'error' | 'signal' | 'other';
  /** Number of the call that it answers; 0 where it answers none. */
  readonly answers: number;
  readonly path: string;
  readonly on: string;
  readonly member: string;
  readonly sender: string;
  /** Types of what it holds. */
  readonly signature: string;
  readonly body: Buffer;
}

/** No message that is asked for is longer; one that claims to be is none. */
const LONGEST_MESSAGE = 1 << 20;
const LITTLE_ENDIAN = 0x6c;
const VERSION = 1;
const HEADER_BYTES = 16;
const CALL = 1;
const KINDS: readonly BusMessage['kind'][] = ['other', 'other', 'answer', 'error', 'signal'];
/** Numbers of the fields in a message's head. */
const FIELD = {
  path: 1,
  interface: 2,
  member: 3,
  answers: 5,
  destination: 6,
  sender: 7,
  signature: 8,
} as const;

const alignedTo = (size: number, at: number) => Math.ceil(at / size) * size;

/** Appends what a message holds, each at a multiple of its size. */
function createWriter() {
  const parts: Buffer[] = [];
  let length = 0;
  const add = (bytes: Buffer) => {
    parts.push(bytes);
    length += bytes.length;
  };
  const align = (size: number) => {
    add(Buffer.alloc(alignedTo(size, length) - length));
  };
  const uint32 = (value: number) => {
    align(4);
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    add(bytes);
  };
  return {
    align,
    uint32,
    bytes: (...values: readonly number[]) => {
      add(Buffer.from(values));
    },
    text(value: string): void {
      uint32(Buffer.byteLength(value));
      add(Buffer.from(`${value}\0`));
    },
    signature(value: string): void {
      add(Buffer.from([value.length]));
      add(Buffer.from(`${value}\0`));
    },
    all: () => Buffer.concat(parts),
  };
}

function writeFields(call: BusCall): Buffer {
  const { name, path, on, method, args = [] } = call;
  const writer = createWriter();
  const field = (code: number, kind: 'o' | 's', value: string) => {
    writer.align(8);
    writer.bytes(code);
    writer.signature(kind);
    writer.text(value);
  };
  field(FIELD.path, 'o', path);
  field(FIELD.interface, 's', on);
  field(FIELD.member, 's', method);
  field(FIELD.destination, 's', name);
  if (args.length > 0) {
    writer.align(8);
    writer.bytes(FIELD.signature);
    writer.signature('g');
    writer.signature('s'.repeat(args.length));
  }
  return writer.all();
}

/** A call as bytes. @param serial its number on the connection, from 1. */
export function encodeCall(call: BusCall, serial: number): Buffer {
  const body = createWriter();
  for (const text of call.args ?? []) body.text(text);
  const content = body.all();
  const fields = writeFields(call);
  const head = createWriter();
  head.bytes(LITTLE_ENDIAN, CALL, 0, VERSION);
  head.uint32(content.length);
  head.uint32(serial);
  head.uint32(fields.length);
  head.bytes(...fields);
  head.align(8);
  return Buffer.concat([head.all(), content]);
}

/** Reads what a message holds, in its order. Each throws where there is no more. */
export interface BusReader {
  byte(): number;
  uint32(): number;
  text(): string;
  signature(): string;
  /** Items of an array, each read by `item`. @param size what each begins at a multiple of. */
  array<T>(size: number, item: () => T): T[];
  /** Begins a structure. */
  struct(): void;
}

/** Reads bytes that begin where a message's part does. */
export function createBusReader(bytes: Buffer, from = 0): BusReader {
  let at = from;
  function uint32(): number {
    at = alignedTo(4, at) + 4;
    return bytes.readUInt32LE(at - 4);
  }
  /** A text of so many bytes, with the zero behind it. */
  function textOf(length: number): string {
    const end = at + length;
    if (end >= bytes.length) throw new Error('The text goes on beyond its message');
    const text = bytes.toString('utf8', at, end);
    at = end + 1;
    return text;
  }
  const byte = () => bytes.readUInt8(at++);
  return {
    byte,
    uint32,
    text: () => textOf(uint32()),
    signature: () => textOf(byte()),
    array(size, item) {
      const length = uint32();
      at = alignedTo(size, at);
      const end = at + length;
      if (end > bytes.length) throw new Error('The array goes on beyond its message');
      const items = [];
      while (at < end) items.push(item());
      return items;
    },
    struct: () => void (at = alignedTo(8, at)),
  };
}

/** Reads a whole message. @throws where it is none. */
function decode(bytes: Buffer, bodyAt: number): BusMessage {
  const reader = createBusReader(bytes, HEADER_BYTES - 4);
  const texts = new Map<number, string>();
  let answers = 0;
  reader.array(8, () => {
    reader.struct();
    const code = reader.byte();
    const type = reader.signature();
    if (type === 'u') {
      const value = reader.uint32();
      if (code === FIELD.answers) answers = value;
    } else if (type === 'g') texts.set(code, reader.signature());
    else if (type === 's' || type === 'o') texts.set(code, reader.text());
    else throw new Error('No head of a message has such a field');
  });
  const of = (code: number) => texts.get(code) ?? '';
  return {
    kind: KINDS[bytes.readUInt8(1)] ?? 'other',
    answers,
    path: of(FIELD.path),
    on: of(FIELD.interface),
    member: of(FIELD.member),
    sender: of(FIELD.sender),
    signature: of(FIELD.signature),
    body: bytes.subarray(bodyAt),
  };
}

/**
 * Cuts what a bus sends into messages. What it returns takes bytes as they come.
 *
 * @throws (what is returned) where they are no messages, or one is too long.
 */
export function createMessageReader(onMessage: (message: BusMessage) => void) {
  let rest: Buffer = Buffer.alloc(0);
  return (bytes: Buffer): void => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    while (rest.length >= HEADER_BYTES) {
      if (rest.readUInt8(0) !== LITTLE_ENDIAN) throw new Error('Another order of bytes');
      const bodyAt = alignedTo(8, HEADER_BYTES + rest.readUInt32LE(12));
      const end = bodyAt + rest.readUInt32LE(4);
      if (end > LONGEST_MESSAGE) throw new Error('No message is so long');
      if (rest.length < end) return;
      const message = decode(rest.subarray(0, end), bodyAt);
      rest = rest.subarray(end);
      onMessage(message);
    }
  };
}
