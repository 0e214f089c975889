/** @file Texts of X11 properties, each by its own type, as ICCCM and the Compound Text Encoding have them. */

/** How the bytes of a text are to be read. */
export type TextType = 'UTF8_STRING' | 'STRING' | 'COMPOUND_TEXT';

/** Decodes strictly; undefined where the bytes are none of it. */
function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether a text was spoilt on its way: it holds what stands for a sign that was lost, or the bytes of an escape. */
const isSpoilt = (text: string) => /[\uFFFD\u001B]/.test(text);

/** UTF-8 that was cut may end within a sign, of up to four bytes. */
function wholeSigns(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes.length - end < 3 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  const first = bytes[end - 1] ?? 0;
  const wanted = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  return bytes.length - (end - 1) >= wanted ? bytes : bytes.subarray(0, Math.max(0, end - 1));
}

/** Latin-1. Its upper controls are in no title: bytes of them are another encoding's under a wrong name. */
function latin1(bytes: Uint8Array): string | undefined {
  const isOther = bytes.some((byte) => byte >= 0x80 && byte < 0xa0);
  return isOther ? decode('utf-8', bytes) : Buffer.from(bytes).toString('latin1');
}

/** Sets of 96 signs by the last byte of their escape, which stand in the upper half of a byte. */
const UPPER_SETS: Readonly<Record<string, string>> = {
  A: 'latin1',
  B: 'iso-8859-2',
  C: 'iso-8859-3',
  D: 'iso-8859-4',
  F: 'iso-8859-7',
  G: 'iso-8859-6',
  H: 'iso-8859-8',
  L: 'iso-8859-5',
  // Latin-5, which differs from the encoding of this name in controls alone.
  M: 'windows-1254',
  V: 'iso-8859-10',
  Y: 'iso-8859-13',
  _: 'iso-8859-14',
  b: 'iso-8859-15',
  f: 'iso-8859-16',
};
/** Sets of 94 by 94 signs: the encoding in which each of their bytes has its highest bit set. */
const WIDE_SETS: Readonly<Record<string, string>> = { A: 'gbk', B: 'euc-jp', C: 'euc-kr' };

const ESCAPE = 0x1b;
/** Begins a sequence that tells of the direction of what follows. */
const CSI = 0x9b;

/** An escape of compound text, and what it switches to. */
const ESCAPES: readonly (readonly [RegExp, (last: string) => Partial<Sets> | undefined])[] = [
  [/^\x1b\(([BJ])/, () => ({ lower: 'ascii' })],
  [
    /^\x1b-(.)/,
    (last) => (UPPER_SETS[last] === undefined ? undefined : { upper: UPPER_SETS[last] }),
  ],
  [
    /^\x1b\$\(?([ABC])/,
    (last) => (WIDE_SETS[last] === undefined ? undefined : { lower: WIDE_SETS[last] }),
  ],
  [
    /^\x1b\$\)([ABC])/,
    (last) => (WIDE_SETS[last] === undefined ? undefined : { upper: WIDE_SETS[last] }),
  ],
  [/^\x1b%([G@])/, (last) => ({ isUtf8: last === 'G' })],
];

interface Sets {
  readonly lower: string;
  readonly upper: string;
  readonly isUtf8: boolean;
}

/** Decodes bytes that are all of one half. */
function decodeHalf(bytes: Uint8Array, isUpper: boolean, { lower, upper }: Sets) {
  if (isUpper) return upper === 'latin1' ? latin1(bytes) : decode(upper, bytes);
  if (lower === 'ascii') return Buffer.from(bytes).toString('latin1');
  return decode(
    lower,
    bytes.map((byte) => byte | 0x80),
  );
}

/** Compound text; undefined where it uses a set that is not known here, as one of its own. */
function compoundText(bytes: Uint8Array): string | undefined {
  let sets: Sets = { lower: 'ascii', upper: 'latin1', isUtf8: false };
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    if (byte === ESCAPE) {
      const sequence = Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');
      const found = ESCAPES.map(([pattern, to]) => {
        const match = pattern.exec(sequence);
        return match && { length: match[0].length, to: to(match[1] ?? '') };
      }).find((one) => one !== null);
      if (!found?.to) return undefined;
      sets = { ...sets, ...found.to };
      at += found.length;
      continue;
    }
    if (byte === CSI && !sets.isUtf8) {
      const end = bytes.indexOf(0x5d, at);
      if (end < 0) return undefined;
      at = end + 1;
      continue;
    }
    const isUpper = byte >= 0x80;
    let end = at + 1;
    const goesOn = (next: number) =>
      next !== ESCAPE && (sets.isUtf8 || (next !== CSI && next >= 0x80 === isUpper));
    while (end < bytes.length && goesOn(bytes[end] ?? 0)) end += 1;
    const part = bytes.subarray(at, end);
    const decoded = sets.isUtf8 ? decode('utf-8', part) : decodeHalf(part, isUpper, sets);
    if (decoded === undefined) return undefined;
    text += decoded;
    at = end;
  }
  return text;
}

/**
 * Decodes a text by its type; undefined where it was spoilt.
 *
 * @param isCut whether more was there than was read.
 */
export function decodeText(type: TextType, bytes: Uint8Array, isCut: boolean): string | undefined {
  // A zero ends it, though it need not.
  const zero = bytes.indexOf(0);
  const all = zero < 0 ? bytes : bytes.subarray(0, zero);
  const text =
    type === 'UTF8_STRING'
      ? decode('utf-8', isCut ? wholeSigns(all) : all)
      : type === 'STRING'
        ? latin1(all)
        : compoundText(all);
  return text === undefined || isSpoilt(text) ? undefined : text;
}
