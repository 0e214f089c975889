/**
 * A number that is none, as Python writes it where JSON has no word for it. Inside a text it is one only where
 * punctuation stands around it, and there the change does no harm.
 */
const NO_NUMBER = /([:,[]\s{0,8})-?(?:NaN|Infinity)(?=\s{0,8}[,}\]])/g;

/** What such a number takes at most, with what has to stand around it. */
const LONGEST = 32;

/** Changes a text that comes in pieces; the last part of it comes with `end`. */
export interface TextFilter {
  take(piece: string): string;
  end(): string;
}

/**
 * Makes null of numbers that are none. ActivityWatch stores what any watcher sends, and its server is written in
 * Python: one such number of one event would otherwise make the whole export unreadable.
 */
export function createNumberFilter(): TextFilter {
  let held = '';

  function changed(text: string): string {
    const may = text.includes('NaN') || text.includes('Infinity');
    return may ? text.replace(NO_NUMBER, '$1null') : text;
  }
  return {
    take(piece) {
      const text = changed(held + piece);
      const cut = Math.max(0, text.length - LONGEST);
      held = text.slice(cut);
      return text.slice(0, cut);
    },
    end: () => changed(held),
  };
}
