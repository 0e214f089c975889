/** Slots of a filter for each text that it knows, at least: one in eight of other texts gets through. */
const SLOTS_A_TEXT = 8;
const FEWEST_SLOTS = 64;

/** A number for a text by its length and its two ends. */
function numberOf(text: string): number {
  const ends = text.charCodeAt(0) * 31 + text.charCodeAt(text.length - 1);
  return ends * 67 + text.length;
}

/** Tells of most texts that they are none of some: a map has to read the whole of a text that it is asked for. */
export function compileFilter(texts: readonly string[]): (text: string) => boolean {
  let slots = FEWEST_SLOTS;
  while (slots < texts.length * SLOTS_A_TEXT) slots *= 2;
  const known = new Uint8Array(slots / 8);
  const mask = slots - 1;
  for (const text of texts) {
    const slot = numberOf(text) & mask;
    known[slot >> 3] = (known[slot >> 3] ?? 0) | (1 << (slot & 7));
  }
  return (text) => {
    const slot = numberOf(text) & mask;
    return ((known[slot >> 3] ?? 0) & (1 << (slot & 7))) !== 0;
  };
}

/** Texts that most others are not one of. */
export interface TextSet {
  has(text: string): boolean;
}

/** Makes a set that is asked for many texts and has few of them. */
export function createTextSet(texts: readonly string[]): TextSet {
  const set = new Set(texts);
  const mayHave = compileFilter([...set]);
  return { has: (text) => mayHave(text) && set.has(text) };
}
