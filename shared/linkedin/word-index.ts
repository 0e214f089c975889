/** What is kept by one word. */
interface Kept<Value> {
  readonly word: string;
  readonly value: Value;
}

/**
 * Asks `ask` of what is kept by each word of a text, from left to right, until it gives something; undefined where
 * nothing does.
 */
export type FindByWord<Value> = <Found>(
  text: string,
  ask: (value: Value) => Found | undefined,
) => Found | undefined;

/** So many words are looked for one by one first. */
const FEW = 4;

const SPACE = 0x20;
/** Slots for beginnings of words. */
const KNOWN = 4096;

/** The slot of a beginning; 0 also where a text ends before it has two characters. */
function slotOf(key: number): number {
  return (key ^ (key >> 11)) & (KNOWN - 1);
}

/** How a word begins, as a number. */
function beginning(text: string, from: number): number {
  return text.charCodeAt(from) * 65_536 + text.charCodeAt(from + 1);
}

/** Asks of the words that stand at a place of a text. */
function askAll<Value, Found>(
  kept: readonly Kept<Value>[] | undefined,
  text: string,
  from: number,
  ask: (value: Value) => Found | undefined,
): Found | undefined {
  for (const { word, value } of kept ?? []) {
    const end = from + word.length;
    const isWord = text.startsWith(word, from) && (end === text.length || text.charAt(end) === ' ');
    const found = isWord ? ask(value) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Makes an index of words ready. Most words of most texts are none of it: they are passed over by their first two
 * characters, without making a text of each.
 */
export function compileWordIndex<Value>(words: ReadonlyMap<string, Value>): FindByWord<Value> {
  const index = new Map<number, Kept<Value>[]>();
  for (const [word, value] of words) {
    // A word of one letter is followed by the end of the text or by a space, so it has two beginnings.
    for (const start of word.length > 1 ? [word] : [word, `${word} `]) {
      const key = beginning(start, 0);
      const kept = index.get(key);
      if (kept) kept.push({ word, value });
      else index.set(key, [{ word, value }]);
    }
  }

  // Tells of most beginnings that they are none, quicker than a map.
  const known = new Uint8Array(KNOWN);
  for (const key of index.keys()) known[slotOf(key)] = 1;
  if (words.size === 0) return () => undefined;
  const few = words.size > FEW ? undefined : [...words.keys()];
  return (text, ask) => {
    // To look for a few is quicker than to look at each word.
    if (few && !few.some((word) => text.includes(word))) return undefined;
    let isStart = true;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      const key = isStart ? unit * 65_536 + text.charCodeAt(at + 1) : 0;
      if (isStart && known[slotOf(key)] === 1) {
        const found = askAll(index.get(key), text, at, ask);
        if (found !== undefined) return found;
      }
      isStart = unit === SPACE;
    }
    return undefined;
  };
}
