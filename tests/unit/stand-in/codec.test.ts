import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCodec } from '../../stand-in/page/codec.ts';

const codec = createCodec();
const through = (value: unknown) => codec.decode(codec.encode(value));

test('carries what a structured clone keeps', () => {
  fc.assert(
    fc.property(
      fc.anything({ withDate: true, withMap: true, withSet: true, withBigInt: true }),
      (value) => {
        // As in a clone, an object without a prototype comes back with the ordinary one.
        expect(through(value)).toEqual(structuredClone(value));
      },
    ),
    { numRuns: 1000 },
  );
});

test.each([
  ['undefined', undefined],
  ['minus zero', -0],
  ['not a number', Number.NaN],
  ['infinity', -Infinity],
  ['a wrong date', new Date(Number.NaN)],
  ['an own __proto__', JSON.parse('{"__proto__":1}') as unknown],
  ['a list that looks like a tag', ['u']],
  ['bytes', Uint8Array.of(0, 255)],
])('keeps %s', (_name, value) => {
  expect(through([value])).toStrictEqual([value]);
});

test.each([
  ['a function', () => undefined],
  ['a function inside', { deep: [() => undefined] }],
  ['a symbol', Symbol('s')],
  ['a promise', Promise.resolve()],
])('refuses %s, as a structured clone does', (_name, value) => {
  expect(() => codec.encode(value)).toThrow(DOMException);
  expect(() => structuredClone(value)).toThrow(DOMException);
});

test('refuses a value that contains itself', () => {
  const loop: unknown[] = [];
  loop.push(loop);
  expect(() => codec.encode(loop)).toThrow(RangeError);
});
