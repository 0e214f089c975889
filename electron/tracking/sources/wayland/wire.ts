/**
 * @file The wire format of Wayland (chapter 4 of its book): a header of object, size and opcode, then arguments in
 * words of 32 bits. Numbers are in the computer's own order of bytes, which is little-endian wherever this app runs.
 */

/** A message as it came: an event of one of the compositor's objects. */
export interface Message {
  readonly object: number;
  readonly opcode: number;
  readonly body: Buffer;
}

const HEADER_BYTES = 8;

/**
 * Cuts what a socket brings into messages. It holds one message at most, of 64 KiB by the size of its field.
 *
 * @returns takes the next bytes; false once they are no Wayland, and nothing is told of any more.
 */
export function createMessageReader(
  onMessage: (message: Message) => void,
): (chunk: Buffer) => boolean {
  let held = Buffer.alloc(0);
  let broken = false;
  return (chunk) => {
    if (broken) return false;
    let left = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    while (left.length >= HEADER_BYTES) {
      const size = left.readUInt16LE(6);
      // One that is shorter than its own header would be read for ever.
      if (size < HEADER_BYTES || size % 4 !== 0) {
        broken = true;
        return false;
      }
      if (left.length < size) break;
      onMessage({
        object: left.readUInt32LE(0),
        opcode: left.readUInt16LE(4),
        body: left.subarray(HEADER_BYTES, size),
      });
      left = left.subarray(size);
    }
    // A copy, so that the little that is left does not keep all that came with it.
    held = Buffer.from(left);
    return true;
  };
}

/** Takes the arguments of a message in their order; each throws a RangeError where the message is too short. */
export interface Arguments {
  /** A number, an object or a new id. */
  uint(): number;
  /** A text; undefined for one that is absent. */
  text(): string | undefined;
  /** The numbers of an array. */
  uints(): number[];
}

/** Reads the arguments of a message. */
export function argumentsOf(body: Buffer): Arguments {
  let at = 0;
  const uint = () => {
    const value = body.readUInt32LE(at);
    at += 4;
    return value;
  };
  const bytes = () => {
    const length = uint();
    const from = at;
    at += Math.ceil(length / 4) * 4;
    if (at > body.length) throw new RangeError('The message ends before its argument');
    return body.subarray(from, from + length);
  };
  return {
    uint,
    text() {
      const whole = bytes();
      // It ends with a zero that belongs to its length.
      return whole.length === 0 ? undefined : whole.toString('utf8', 0, whole.length - 1);
    },
    uints() {
      const whole = bytes();
      return Array.from({ length: Math.floor(whole.length / 4) }, (_, index) =>
        whole.readUInt32LE(index * 4),
      );
    },
  };
}

/** A request to an object, or in tests an event of one: its opcode, and numbers, texts and arrays of numbers. */
export function encodeMessage(
  object: number,
  opcode: number,
  args: readonly (number | string | readonly number[])[] = [],
): Buffer {
  const parts = args.map((arg) => {
    if (typeof arg === 'number') return words([arg]);
    const content = typeof arg === 'string' ? Buffer.from(`${arg}\0`, 'utf8') : words(arg);
    const padding = Buffer.alloc((4 - (content.length % 4)) % 4);
    return Buffer.concat([words([content.length]), content, padding]);
  });
  const body = Buffer.concat(parts);
  const size = HEADER_BYTES + body.length;
  return Buffer.concat([words([object, size * 0x1_0000 + opcode]), body]);
}

function words(values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeUInt32LE(value >>> 0, index * 4);
  return buffer;
}
