import { randomInt } from 'node:crypto';

/** Two numbers of 32 bits that stand for texts. */
export interface TextKey {
  high: number;
  low: number;
}

/** Turns texts into numbers that tell nothing of them, and are others in every import. */
export interface SaltedHash {
  /** What stands for some texts in their order. It is written over by the next one. */
  of(one: string, two?: string, three?: string, four?: string): Readonly<TextKey>;
}

/** Odd numbers with their bits well spread, from the finisher of MurmurHash3. */
const SPREAD_HIGH = 0x85ebca6b;
const SPREAD_LOW = 0xc2b2ae35;

/** A hash with a salt of its own, which is known to nobody. */
export function createSaltedHash(): SaltedHash {
  const saltHigh = randomInt(2 ** 32);
  const saltLow = randomInt(2 ** 32);
  const key: TextKey = { high: 0, low: 0 };

  function mix(text: string): void {
    let { high, low } = key;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      high = Math.imul(high ^ unit, SPREAD_HIGH);
      low = Math.imul(low ^ unit, SPREAD_LOW) + 1;
    }
    // Where a text ends is part of what stands for it: no unit is so large.
    key.high = Math.imul(high ^ 0x10000, SPREAD_HIGH) ^ (low >>> 15);
    key.low = Math.imul(low ^ 0x10000, SPREAD_LOW) ^ (high >>> 13);
  }
  return {
    of(one, two, three, four) {
      key.high = saltHigh;
      key.low = saltLow;
      mix(one);
      if (two !== undefined) mix(two);
      if (three !== undefined) mix(three);
      if (four !== undefined) mix(four);
      key.high >>>= 0;
      key.low = (key.low ^ (key.low >>> 16)) >>> 0;
      return key;
    },
  };
}
