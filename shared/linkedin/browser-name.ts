import type { BrowserTitles } from './apps.ts';
import type { BrowserWords } from './browser-words.ts';

/** A window title without what the browser wrote. */
export interface PageTitle {
  readonly page: string;
  /** Whether the browser wrote that the window is a private one. */
  readonly isPrivate: boolean;
}

/** Longest name of a browser, a private mark included. */
const LONGEST_NAME = 80;
/** What may stand before a browser's name instead of a dash. */
const NAME_JOINTS = [': ', ' -- '];
/** Longest name of a profile. */
export const LONGEST_PROFILE = 80;
/** The name is the last part, or has a profile and a private mark behind it. */
const MOST_PARTS = 3;

/** Whether a text in brackets or without them is the mark of a private window. */
export function isPrivateMark(words: BrowserWords, text: string): boolean {
  return words.private.has(unwrap(text));
}

/** A name of a profile that holds a private mark as words of its own is no profile. */
export function looksPrivate(words: BrowserWords, part: string): boolean {
  if (isPrivateMark(words, part)) return true;
  return wordsOf(part).some((word) => words.private.has(word));
}

/** Whether a text is the browser's name; where it stands last, that of another too. */
function isName({ own, others }: BrowserTitles, text: string, isLast: boolean): boolean {
  return own.has(text) || (isLast && others.has(text));
}

/** Whether a part is the browser's name, alone or with a private mark: undefined, false, true. */
function readName(
  words: BrowserWords,
  written: string,
  titles: BrowserTitles,
  isLast: boolean,
): boolean | undefined {
  // Lithuanian writes it in quotes.
  const part = unquote(written);
  if (isName(titles, part, isLast)) return false;
  if (part.length > LONGEST_NAME) return undefined;
  for (let at = part.indexOf(' '); at >= 0; at = part.indexOf(' ', at + 1)) {
    const isNamed = isName(titles, part.slice(0, at), isLast);
    if (isNamed && isPrivateMark(words, part.slice(at + 1))) return true;
  }
  const name = words.withoutPrivateName(part);
  return name !== undefined && isName(titles, name, isLast) ? true : undefined;
}

/** Where the joint before the browser's name stands; -1 where there is none. */
function jointBeforeName(part: string, titles: BrowserTitles, isLast: boolean): number {
  // Edge in Spanish writes a colon before its name, Chromium in Hungarian two dashes.
  for (const joint of NAME_JOINTS) {
    const at = part.lastIndexOf(joint);
    if (at >= 0 && isName(titles, part.slice(at + joint.length), isLast)) return at;
  }
  return -1;
}

/** The profile in `chromium (ana)` and `chromium: ana`; undefined where there is none. */
function profileBehind(
  words: BrowserWords,
  part: string,
  { own }: BrowserTitles,
): string | undefined {
  for (const joint of words.profileJoints) {
    const at = part.indexOf(joint);
    if (at > 0 && own.has(part.slice(0, at))) return part.slice(at + joint.length);
  }
  return undefined;
}

/** Takes the browser's name, and a profile or a private mark behind it, off a title; undefined where there is no name. */
export function withoutBrowserName(
  words: BrowserWords,
  title: string,
  titles: BrowserTitles,
): PageTitle | undefined {
  const inParts = titles.inParts.find((name) => title.endsWith(` - ${name}`));
  if (inParts !== undefined) return { page: title.slice(0, -inParts.length - 3), isPrivate: false };
  let end = title.length;
  let isPrivate = false;
  let hasProfile = false;
  for (let back = 0; back < MOST_PARTS; back++) {
    const dash = title.lastIndexOf(' - ', end - 1);
    const part = title.slice(dash < 0 ? 0 : dash + 3, end);
    const isMarked = readName(words, part, titles, back === 0);
    if (isMarked !== undefined) {
      const page = dash < 0 ? '' : title.slice(0, dash);
      const isQuoted = part.startsWith('"');
      return { page: isQuoted ? unquote(page) : page, isPrivate: isPrivate || isMarked };
    }
    const joint = jointBeforeName(part, titles, back === 0);
    if (joint >= 0) return { page: title.slice(0, end - part.length + joint).trimEnd(), isPrivate };
    if (dash < 0) return undefined;
    const profile = profileBehind(words, part, titles);
    if (profile !== undefined) {
      return { page: title.slice(0, dash), isPrivate: isPrivate || looksPrivate(words, profile) };
    }
    if (part.length > LONGEST_PROFILE || part.includes('|')) return undefined;
    if (looksPrivate(words, part)) isPrivate = true;
    else if (hasProfile) return undefined;
    else hasProfile = true;
    end = dash;
  }
  return undefined;
}

/** The text inside brackets that enclose all of it, else the text itself. */
function unwrap(text: string): string {
  const wrapped =
    (text.startsWith('(') && text.endsWith(')')) || (text.startsWith('[') && text.endsWith(']'));
  return wrapped ? text.slice(1, -1).trim() : text;
}

/** A text without quotes around all of it. */
function unquote(text: string): string {
  return text.length > 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}

/** The words of a text: what stands between all that is no letter and no number. */
function wordsOf(text: string): string[] {
  // The plain letters alone are told quicker.
  return text.split(/[^\x20-\x7e]/.test(text) ? /[^\p{L}\p{N}]+/u : /[^a-z0-9]+/);
}
