/** The parts of a file of translations of Qt. */
const HASHES = 0x42;
const MESSAGES = 0x69;
/** Bytes before the first part. */
const MAGIC_BYTES = 16;
/** The fields of a message: its end, and a translation; all others but one have a length. */
const END = 1;
const OBSOLETE = 2;
const TRANSLATION = 3;
const NO_BYTES = 0xffffffff;

/** The number by which a text is found in a file: that of ELF's tables, and never 0. */
function hashOf(text: string): number {
  let hash = 0;
  for (const byte of Buffer.from(text)) {
    hash = ((hash << 4) + byte) >>> 0;
    const high = (hash & 0xf0000000) >>> 0;
    if (high !== 0) hash ^= high >>> 24;
    hash = (hash & ~high) >>> 0;
  }
  return hash === 0 ? 1 : hash;
}

function partsOf(file: Buffer): Map<number, Buffer> {
  const parts = new Map<number, Buffer>();
  for (let at = MAGIC_BYTES; at + 5 <= file.length;) {
    const length = file.readUInt32BE(at + 1);
    parts.set(file.readUInt8(at), file.subarray(at + 5, at + 5 + length));
    at += 5 + length;
  }
  return parts;
}

/** The first translation of the message that begins at a place; undefined where it has none. */
function translationAt(messages: Buffer, start: number): string | undefined {
  for (let at = start; at < messages.length;) {
    const field = messages.readUInt8(at);
    at += 1;
    if (field === END) return undefined;
    if (field === OBSOLETE) {
      at += 4;
      continue;
    }
    const length = messages.readUInt32BE(at);
    at += 4;
    if (length === NO_BYTES) continue;
    // UTF-16, the higher byte first.
    if (field === TRANSLATION)
      return messages
        .subarray(at, at + length)
        .swap16()
        .toString('utf16le');
    at += length;
  }
  return undefined;
}

/** What a text of a program is in a file of Qt's translations (`.qm`); undefined where that has none. */
export function translationIn(file: Buffer, source: string): string | undefined {
  const parts = partsOf(Buffer.from(file));
  const hashes = parts.get(HASHES) ?? Buffer.alloc(0);
  const wanted = hashOf(source);
  for (let at = 0; at + 8 <= hashes.length; at += 8) {
    if (hashes.readUInt32BE(at) !== wanted) continue;
    return translationAt(parts.get(MESSAGES) ?? Buffer.alloc(0), hashes.readUInt32BE(at + 4));
  }
  return undefined;
}
