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
  // Most often it is not in there at all, which is found quicker from the front.
  if (!text.endsWith(end) || !text.includes(start)) return undefined;
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

/** How many last characters a frame is found by. */
const END = 6;
/** How many characters behind a joint a frame is found by. */
const WORD = 4;

/** So many bits are a whole number everywhere that need no memory of their own. */
const WHOLE = 0x3fff_ffff;

/** A number for some characters of a text; others may have it too. */
function numberAt(text: string, from: number, count: number): number {
  let number = 0;
  for (let at = from; at < from + count; at += 1) {
    number = (Math.imul(number, 31) + text.charCodeAt(at)) & WHOLE;
  }
  return number;
}

/** A number for the last characters of a text. */
function lastOf(text: string, count: number): number {
  return numberAt(text, text.length - count, count);
}

/** What stands between the page and the first word of a frame: ` - `. */
function jointOf({ start }: Frame): string {
  return /^[^\p{L}\p{N}]*/u.exec(start)?.[0] ?? '';
}

/** Frames by a number of some of their characters. */
interface FramesByNumber {
  readonly lists: Map<number, Frame[]>;
  /** Tells of most numbers that there are none, quicker than a map. */
  readonly known: Uint8Array;
}

/** Slots of what is known, by the last bits of a number. */
const SLOTS = 4096;

function noFrames(): FramesByNumber {
  return { lists: new Map(), known: new Uint8Array(SLOTS) };
}

function addTo({ lists, known }: FramesByNumber, number: number, frame: Frame): void {
  const list = lists.get(number);
  if (list) list.push(frame);
  else lists.set(number, [frame]);
  known[number & (SLOTS - 1)] = 1;
}

function framesOf({ lists, known }: FramesByNumber, number: number): readonly Frame[] {
  return known[number & (SLOTS - 1)] === 1 ? (lists.get(number) ?? NO_FRAMES) : NO_FRAMES;
}

const NO_FRAMES: readonly Frame[] = [];

/**
 * Makes forms such as `$1 - part of group $2` ready. Only those are tried whose last or first characters, or whose
 * first word behind the page, a text has.
 */
export function compileFrames(forms: readonly string[]): Unframe {
  const byEnd = noFrames();
  const byShortEnd = noFrames();
  const byStart = noFrames();
  const byJoint = new Map<string, FramesByNumber>();
  const always: Frame[] = [];
  const frames = forms.map(parseFrame).filter((frame) => frame !== undefined);
  // The longest first: what "- 3 more" ends in may be another's whole.
  frames.sort((a, b) => b.start.length + b.end.length - (a.start.length + a.end.length));
  for (const frame of frames) {
    const last = frame.hole === 'none' ? frame.start : frame.end;
    const joint = jointOf(frame);
    if (last.length >= END) addTo(byEnd, lastOf(last, END), frame);
    else if (frame.before.length >= 2) addTo(byStart, numberAt(frame.before, 0, 2), frame);
    else if (last.length >= 2) addTo(byShortEnd, lastOf(last, 2), frame);
    else if (joint.length < 2 || frame.start.length < joint.length + WORD) always.push(frame);
    else {
      const words = byJoint.get(joint) ?? noFrames();
      addTo(words, numberAt(frame.start, joint.length, WORD), frame);
      byJoint.set(joint, words);
    }
  }
  const joints = [...byJoint];

  const tryAll = (list: readonly Frame[], text: string): string | undefined => {
    for (const frame of list) {
      const page = unframeBy(frame, text)?.trim();
      if (page !== undefined && page !== '') return page;
    }
    return undefined;
  };
  const byFirstWord = (text: string): string | undefined => {
    for (const [joint, words] of joints) {
      for (let at = text.indexOf(joint); at >= 0; at = text.indexOf(joint, at + 1)) {
        const page = tryAll(framesOf(words, numberAt(text, at + joint.length, WORD)), text);
        if (page !== undefined) return page;
      }
    }
    return undefined;
  };
  return (text) =>
    tryAll(framesOf(byEnd, lastOf(text, END)), text) ??
    tryAll(framesOf(byShortEnd, lastOf(text, 2)), text) ??
    tryAll(framesOf(byStart, numberAt(text, 0, 2)), text) ??
    tryAll(always, text) ??
    byFirstWord(text);
}
