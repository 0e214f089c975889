import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTextDecoder, decodeText } from '../../../electron/system/decode-text.ts';

/** A text as tools write it. */
const ENCODERS = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-8 with a mark': (text: string) => Buffer.from(`\uFEFF${text}`),
  'UTF-16 LE with a mark': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16 BE with a mark': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
} as const;
const NAMES = Object.keys(ENCODERS) as (keyof typeof ENCODERS)[];

/** JSON begins with a sign of ASCII. */
const anyJson = fc
  .string({ unit: 'binary', maxLength: 60 })
  .map((text) => JSON.stringify({ text }));

describe.each(NAMES)('%s', (name) => {
  test('is read, however it is cut into pieces', () => {
    fc.assert(
      fc.property(anyJson, fc.array(fc.nat({ max: 70 }), { maxLength: 5 }), (text, cuts) => {
        const bytes = ENCODERS[name](text);
        expect(decodeText(bytes)).toBe(text);
        const decoder = createTextDecoder();
        let read = '';
        let from = 0;
        for (const to of [...cuts, bytes.length].sort((a, b) => a - b)) {
          read += decoder.take(bytes.subarray(from, to));
          from = Math.max(from, Math.min(to, bytes.length));
        }
        expect(read + decoder.end()).toBe(text);
      }),
    );
  });
});

const UTF_32 = Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0, 0x7d, 0, 0, 0]);

test.each([
  ['UTF-16 LE without a mark', Buffer.from('{"a":1}', 'utf16le'), 'utf-16-unmarked'],
  ['UTF-16 BE without a mark', Buffer.from('{"a":1}', 'utf16le').swap16(), 'utf-16-unmarked'],
  ['UTF-32 with a mark', UTF_32, 'utf-32'],
  ['UTF-32 without one', UTF_32.subarray(4), 'utf-32'],
  ['UTF-32 BE', Buffer.from(UTF_32).swap32(), 'utf-32'],
  ['Windows-1252', Buffer.from('{"name":"Zoë"}', 'latin1'), 'not-utf-8'],
])('%s is refused by its name, with nothing of the text', (_name, bytes, problem) => {
  expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ problem }) as Error);
  expect(() => decodeText(bytes)).toThrow(/UTF-8/);
});

test.each([
  ['nothing', ''],
  ['one sign', '{'],
  ['one sign beyond ASCII', 'é'],
])('%s is a text', (_name, text) => {
  expect(decodeText(Buffer.from(text))).toBe(text);
});
