import { LONGEST_MESSAGE } from '../contract.ts';

/** Takes bytes as they come, and gives the messages that are complete. Throws at what is no message. */
export type ReadFrames = (bytes: Uint8Array) => unknown[];

/** Thrown at a message that is too long, or no JSON: what follows cannot be trusted. */
class BadFrame extends Error {}

const HEADER = 4;
const decoder = new TextDecoder('utf-8', { fatal: true });

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    // What was in it is not said.
    throw new BadFrame('A message is no JSON.');
  }
}

/**
 * Reads the browsers' frames: the length of a message in four bytes, in the machine's order, which is the little end
 * first on all that browsers run on, and JSON in UTF-8. It never holds more than one message and one header.
 */
export function createFrameReader(): ReadFrames {
  let held: Uint8Array = new Uint8Array(0);
  return (bytes) => {
    const messages: unknown[] = [];
    let offset = 0;
    /** Takes from what came until so many bytes are held. */
    const fill = (length: number): boolean => {
      const wanted = length - held.length;
      const part = bytes.subarray(offset, offset + wanted);
      offset += part.length;
      const next = new Uint8Array(held.length + part.length);
      next.set(held);
      next.set(part, held.length);
      held = next;
      return held.length === length;
    };
    while (held.length >= HEADER || fill(HEADER)) {
      const length = new DataView(held.buffer, held.byteOffset).getUint32(0, true);
      if (length === 0 || length > LONGEST_MESSAGE) throw new BadFrame('A message is too long.');
      if (!fill(HEADER + length)) break;
      messages.push(parse(held.subarray(HEADER)));
      held = new Uint8Array(0);
    }
    return messages;
  };
}
