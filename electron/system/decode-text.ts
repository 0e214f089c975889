import { isAscii } from 'node:buffer';
import { type EncodingProblem, encodingTexts } from '../../shared/texts/encoding.ts';

/** A text is in an encoding in which it is not read. It carries nothing of the text. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
  readonly problem: EncodingProblem;

  constructor(problem: EncodingProblem) {
    super(encodingTexts('en')[problem]);
    this.problem = problem;
  }
}

/** Decodes a text that comes in pieces. Its byte order mark is no part of it. */
export interface TextPieces {
  /** @throws EncodingError for an encoding in which it is not read. */
  take(bytes: Uint8Array): string;
  /** What is left once all has come; a character that is cut off is not told of. */
  end(): string;
}

const FIRST_BEYOND_ASCII = 0x80;

/** So many bytes tell the encoding. */
const HEAD_BYTES = 4;

/** The encoding that the first bytes of a text tell: what begins with a letter of ASCII has a zero beside it in UTF-16. */
function encodingOf([first, second, third, fourth]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) {
    if (third === 0 && fourth === 0) throw new EncodingError('utf-32');
    return 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [first, second, third, fourth].filter((byte) => byte === 0).length;
  if (zeros >= 2 && (first === 0 ? second === 0 : third === 0)) throw new EncodingError('utf-32');
  if (first === 0 || second === 0) throw new EncodingError('utf-16-unmarked');
  return 'utf-8';
}

/** Decodes what normal tools write: UTF-8 with or without a mark, UTF-16 with one. */
export function createTextDecoder(): TextPieces {
  let head = new Uint8Array(0);
  let decoder: TextDecoder | undefined;
  /** Whether a character may have begun that is not over. */
  let isCut = true;

  function decode(bytes: Uint8Array): string {
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    // Most of a history is ASCII, which is told and read several times as fast.
    if (!isCut && isAscii(bytes))
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    try {
      const text = decoder.decode(bytes, { stream: true });
      isCut = decoder.encoding !== 'utf-8' || (bytes.at(-1) ?? 0) >= FIRST_BEYOND_ASCII;
      return text;
    } catch {
      throw new EncodingError('not-utf-8');
    }
  }

  return {
    take(bytes) {
      if (decoder) return decode(bytes);
      head = head.length === 0 ? bytes.slice() : Buffer.concat([head, bytes]);
      return head.length < HEAD_BYTES ? '' : decode(head);
    },
    end: () => (decoder || head.length === 0 ? '' : decode(head)),
  };
}

/** Decodes a whole text. @throws EncodingError for an encoding in which it is not read. */
export function decodeText(bytes: Uint8Array): string {
  const decoder = createTextDecoder();
  return decoder.take(bytes) + decoder.end();
}
