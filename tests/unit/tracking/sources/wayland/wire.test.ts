import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  argumentsOf,
  createMessageReader,
  encodeMessage,
} from '../../../../../electron/tracking/sources/wayland/wire.ts';

/** What a reader tells of bytes that come in pieces of some sizes. */
function readInPieces(bytes: Buffer, sizes: readonly number[]) {
  const read: { object: number; opcode: number; body: string }[] = [];
  const push = createMessageReader(({ object, opcode, body }) =>
    read.push({ object, opcode, body: body.toString('hex') }),
  );
  let at = 0;
  let works = true;
  for (const size of [...sizes, bytes.length]) {
    works = push(bytes.subarray(at, at + size)) && works;
    at += size;
  }
  return { read, works };
}

test('a request has the bytes that the book of Wayland gives', () => {
  // wl_registry.bind of name 1, interface "wl_shm" in version 1, as object 3; by chapter 4.
  const bytes = encodeMessage(2, 0, [1, 'wl_shm', 1, 3]);
  expect(bytes.toString('hex')).toBe(
    '02000000' +
      '00002000' +
      '01000000' +
      '07000000' +
      '776c5f73686d0000' +
      '01000000' +
      '03000000',
  );
});

test('messages are the same, in whatever pieces they come', () => {
  const message = fc.tuple(fc.nat(0xffff_ffff), fc.nat(0xffff), fc.string({ maxLength: 40 }));
  fc.assert(
    fc.property(
      fc.array(message, { maxLength: 8 }),
      fc.array(fc.nat(9), { maxLength: 200 }),
      (messages, sizes) => {
        const encoded = messages.map(([object, opcode, text]) =>
          encodeMessage(object, opcode, [text]),
        );
        const { read, works } = readInPieces(Buffer.concat(encoded), sizes);
        expect(works).toBe(true);
        expect(read).toEqual(
          messages.map(([object, opcode], index) => ({
            object,
            opcode,
            body: encoded[index]?.subarray(8).toString('hex'),
          })),
        );
      },
    ),
  );
});

test.each([0, 4, 7, 9, 14])('a message of %i bytes ends it, and is not waited for', (size) => {
  const head = Buffer.alloc(8);
  head.writeUInt16LE(size, 6);
  const good = encodeMessage(1, 1, [5]);
  expect(readInPieces(Buffer.concat([good, head, good]), [])).toEqual({
    read: [{ object: 1, opcode: 1, body: '05000000' }],
    works: false,
  });
});

test('an argument that reaches beyond its message is refused', () => {
  const long = Buffer.alloc(8);
  long.writeUInt32LE(0xffff_fff0, 0);
  expect(() => argumentsOf(long).text()).toThrow(RangeError);
  expect(() => argumentsOf(long).uints()).toThrow(RangeError);
  expect(() => argumentsOf(Buffer.alloc(2)).uint()).toThrow(RangeError);
});

test('texts and arrays come back as they were sent', () => {
  const args = argumentsOf(encodeMessage(1, 0, ['(3) Café | LinkedIn', [2, 3], 9, '']).subarray(8));
  expect(args.text()).toBe('(3) Café | LinkedIn');
  expect(args.uints()).toEqual([2, 3]);
  expect(args.uint()).toBe(9);
  expect(args.text()).toBe('');
});
