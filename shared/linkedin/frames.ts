import { numberEnd } from './pattern.ts';

/** What a browser writes around a page: before it, and behind it with at most one hole. Folded. */
interface Frame {
  readonly before: string;
  /** What follows the page, up to the hole or as a whole. */
  readonly start: string;
  /** What fills the hole. */
  readonly hole: 'none' | 'anything' | 'number';
  /** What follows the hole. */
  readonly end: string;
}

/** The page inside of what a browser wrote around it; undefined where nothing of it is known. */
export type Unframe = (text: string) => string | undefined;

/** Longest text of a hole: a group's or a profile's name, an amount of memory. */
const LONGEST_HOLE = 80;

function parseFrame(form: string): Frame | undefined {
  const [before = '', after, more] = form.split('$1');
  if (after === undefined || more !== undefined || before.includes('$2')) return undefined;
  const [start = '', end] = after.split(/\$2|\{n\}/);
  if (end === undefined) return { before, start, hole: 'none', end: '' };
  return { before, start, hole: after.includes('$2') ? 'anything' : 'number', end };
}

function unframeBy({ before, start, hole, end }: Frame, text: string): string | undefined {
  if (!text.startsWith(before)) return undefined;
  if (hole === 'none') {
    return text.endsWith(start) ? text.slice(before.length, text.length - start.length) : undefined;
  }
  if (!text.endsWith(end)) return undefined;
  const to = text.length - end.length;
  const at = text.lastIndexOf(start, to - start.length - 1);
  if (at < before.length) return undefined;
  const from = at + start.length;
  if (to - from > LONGEST_HOLE) return undefined;
  const filling = text.slice(from, to);
  const fits =
    hole === 'number' ? numberEnd(filling, 0) === filling.length : !filling.includes('|');
  return fits ? text.slice(before.length, at) : undefined;
}

/** The last two characters of a text as a number. */
function lastTwo(text: string): number {
  return text.charCodeAt(text.length - 2) * 65_536 + text.charCodeAt(text.length - 1);
}

/** A word that stands in a frame that ends in a hole, so that a text without it cannot have it; else empty. */
function anchorOf({ start }: Frame): string {
  const words = start.split(' ').slice(1, -1);
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

function addTo<Key>(map: Map<Key, Frame[]>, key: Key, frame: Frame): void {
  const list = map.get(key) ?? [];
  list.push(frame);
  map.set(key, list);
}

/**
 * Makes forms such as `$1 - part of group $2` ready. Only those are tried whose last two characters, or one of
 * whose words, a text has.
 */
export function compileFrames(forms: readonly string[]): Unframe {
  const byEnd = new Map<number, Frame[]>();
  const byWord = new Map<string, Frame[]>();
  const frames = forms.map(parseFrame).filter((frame) => frame !== undefined);
  // The longest first: what "- 3 more" ends in may be another's whole.
  frames.sort((a, b) => b.start.length + b.end.length - (a.start.length + a.end.length));
  for (const frame of frames) {
    const last = frame.hole === 'none' ? frame.start : frame.end;
    if (last.length >= 2) addTo(byEnd, lastTwo(last), frame);
    else addTo(byWord, anchorOf(frame), frame);
  }

  const tryAll = (list: readonly Frame[] | undefined, text: string): string | undefined => {
    for (const frame of list ?? []) {
      const page = unframeBy(frame, text)?.trim();
      if (page !== undefined && page !== '') return page;
    }
    return undefined;
  };
  return (text) => {
    const found = tryAll(byEnd.get(lastTwo(text)), text) ?? tryAll(byWord.get(''), text);
    if (found !== undefined || byWord.size === 0) return found;
    for (let from = 0; from <= text.length;) {
      const space = text.indexOf(' ', from);
      const end = space < 0 ? text.length : space;
      const page = tryAll(byWord.get(text.slice(from, end)), text);
      if (page !== undefined) return page;
      from = end + 1;
    }
    return undefined;
  };
}
