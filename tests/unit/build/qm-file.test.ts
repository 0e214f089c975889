import { expect, it } from 'vitest';
import { translationIn } from '../../../build/qm-file.ts';

/** A file of Qt's with one message; laid out as Falkon's, `lrelease` of Qt 5 having written them. */
function fileWith(hash: number, translation: string): Buffer {
  const text = Buffer.from(translation, 'utf16le').swap16();
  const part = (kind: number, content: Buffer) => {
    const head = Buffer.alloc(5);
    head.writeUInt8(kind);
    head.writeUInt32BE(content.length, 1);
    return Buffer.concat([head, content]);
  };
  const hashes = Buffer.alloc(8);
  hashes.writeUInt32BE(hash);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const message = Buffer.concat([Buffer.of(3), length, text, Buffer.of(1)]);
  return Buffer.concat([Buffer.alloc(16), part(0x42, hashes), part(0x69, message)]);
}

// ELF's hash of "printf", as its specification gives it.
const PRINTF = 0x077905a6;

it('finds the translation of a text by its hash', () => {
  expect(translationIn(fileWith(PRINTF, ' (Privé)'), 'printf')).toBe(' (Privé)');
});

it('has none of a text that is not there, of a file without messages, and of no file at all', () => {
  expect(translationIn(fileWith(PRINTF, 'x'), 'print')).toBeUndefined();
  expect(translationIn(Buffer.alloc(16), 'printf')).toBeUndefined();
  expect(translationIn(Buffer.alloc(0), 'printf')).toBeUndefined();
});
