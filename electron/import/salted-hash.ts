import { randomInt } from 'node:crypto';

/** Two numbers of 32 bits that stand for texts. */
export interface TextKey {
  readonly high: number;
  readonly low: number;
}

/** Turns texts into numbers that tell nothing of them, and are others in every import. */
export interface SaltedHash {
  /** The number of 32 bits that stands for a text. */
  one(text: string): number;
  /** What stands for several texts in their order. It is written over by the next one. */
  all(...texts: readonly string[]): TextKey;
}

/** Odd numbers with their bits well spread, from the finishers of MurmurHash3. */
const SPREAD_HIGH = 0x85ebca6b;
const SPREAD_LOW = 0xc2b2ae35;

/** A hash with a salt of its own, which is known to nobody. */
export function createSaltedHash(): SaltedHash {
  const saltHigh = randomInt(2 ** 32);
  const saltLow = randomInt(2 ** 32);
  const key = { high: 0, low: 0 };

  function mix(text: string): void {
    let { high, low } = key;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      high = Math.imul(high ^ unit, SPREAD_HIGH);
      high ^= high >>> 13;
      low = Math.imul(low ^ unit, SPREAD_LOW);
      low ^= low >>> 15;
    }
    // Where a text ends is part of what stands for it: none has a unit of this size.
    key.high = Math.imul(high ^ 0x10000, SPREAD_HIGH);
    key.low = Math.imul(low ^ 0x10000 ^ (high >>> 16), SPREAD_LOW);
  }
  function all(...texts: readonly string[]): TextKey {
    key.high = saltHigh;
    key.low = saltLow;
    for (const text of texts) mix(text);
    key.high >>>= 0;
    key.low >>>= 0;
    return key;
  }
  return { one: (text) => all(text).low, all };
}
