import type { App, BrowserTitles } from './apps.ts';
import { FIREFOX } from './browser-texts.ts';
import {
  isPrivateMark,
  LONGEST_PROFILE,
  looksPrivate,
  type PageTitle,
  withoutBrowserName,
} from './browser-name.ts';
import { type BrowserWords, gatherBrowserWords } from './browser-words.ts';
import { matches, numberEnd } from './pattern.ts';
import type { Tables } from './tables.ts';

/** A window title without what the browser wrote. */
export interface WindowTitle extends PageTitle {
  /** Whether the browser's own name was found. */
  readonly isNamed: boolean;
}

/** Takes what a browser wrote off a folded window title. */
export type ReadTitle = (title: string, app: App) => WindowTitle;

/** No browser writes more parts than this; a title may have any number. */
const MOST_PARTS = 10;
/** No browser writes more signs before or behind a page than this. */
const MOST_SIGNS = 6;
/** Where a title ends like this, the browser wrote nothing behind it. */
const PLAIN_END = '| linkedin';
/** Longest text that fills the hole of a lead. */
const LONGEST_LEAD = 20;

/** Makes the words that browsers write ready. */
export function compileTails(tables: Tables): ReadTitle {
  const words = gatherBrowserWords(tables);
  return (written, app) => {
    const title = withoutBullets(words, withoutWindowNote(words, written));
    const isBrowser = app.kind === 'browser';
    const named = isBrowser ? withoutBrowser(words, title, app) : unnamed(title);
    const bare = withoutParts(words, named, isBrowser && app.family === 'firefox');
    const { page, isPrivate } = withoutPrefix(words, bare.page);
    return { page, isPrivate: isPrivate || bare.isPrivate, isNamed: named.isNamed };
  };
}

function unnamed(page: string): WindowTitle {
  return { page, isPrivate: false, isNamed: false };
}

/** A title without the browser's name and what it writes around the whole. */
function withoutBrowser(
  words: BrowserWords,
  title: string,
  app: Extract<App, { kind: 'browser' }>,
): WindowTitle {
  const written = withoutLeads(title, app.titles);
  if (written.endsWith(PLAIN_END)) return unnamed(written);
  const unmarked = mayEndMarked(written) ? words.withoutPrivateMark(written) : undefined;
  const whole = unmarked ?? written;
  const isMarked = unmarked !== undefined;
  const named = withoutBrowserName(words, whole, app.titles);
  const page = named?.page ?? whole;
  return {
    page: app.isSiteApp ? withoutAppName(page) : page,
    isPrivate: isMarked || named?.isPrivate === true,
    isNamed: named !== undefined,
  };
}

/** A title without the parts that the browser wrote behind the page. */
function withoutParts(
  words: BrowserWords,
  { page: title, isPrivate: isKnown, isNamed }: WindowTitle,
  isFirefox: boolean,
): PageTitle {
  let page = title;
  let isPrivate = isKnown;
  for (let round = 0; round < MOST_PARTS && !page.endsWith(PLAIN_END); round++) {
    page = withoutBullets(words, page);
    const bare = isFirefox ? withoutFirefoxPart(words, page, isNamed) : undefined;
    const shorter =
      bare === undefined ? withoutPart(words, page, isNamed) : { page: bare, isPrivate };
    if (!shorter) break;
    page = shorter.page;
    isPrivate ||= shorter.isPrivate;
  }
  return { page, isPrivate };
}

/** Whether a part is a profile's name that a browser gives by itself. */
function isProfile(words: BrowserWords, part: string): boolean {
  // "Profile 1"; a second "Work" is "Work 2".
  if (words.profiles.has(part)) return true;
  if (!/\d/.test(part)) return false;
  return (
    words.profiles.has(part.replace(/\d+/, '{n}')) || words.profiles.has(part.replace(/ \d+$/, ''))
  );
}

/** One part less at the end, or undefined where the end is nothing that a browser writes. */
function withoutPart(words: BrowserWords, text: string, hasName: boolean): PageTitle | undefined {
  const bare = words.withoutNote(text);
  if (bare !== undefined) return { page: bare, isPrivate: false };
  const marked = withoutPrivateMark(words, text);
  if (marked !== undefined) return { page: marked, isPrivate: true };
  const dash = text.lastIndexOf(' - ');
  if (dash < 0) return undefined;
  const head = text.slice(0, dash);
  const part = text.slice(dash + 3);
  if (isPrivateMark(words, part)) return { page: head, isPrivate: true };
  if (words.notes.has(part) || words.notePatterns.some((note) => matches(note, part))) {
    return { page: head, isPrivate: false };
  }
  if (hasName && isProfile(words, part)) return { page: head, isPrivate: false };
  if (isSize(part)) {
    const before = head.lastIndexOf(' - ');
    if (before >= 0 && words.memoryNotes.has(head.slice(before + 3))) {
      return { page: head.slice(0, before), isPrivate: false };
    }
  }
  // A profile can have any name; behind "and 3 more pages" nothing else can stand.
  if (hasName && part.length <= LONGEST_PROFILE && words.withoutMorePages(head) !== undefined) {
    return { page: head, isPrivate: looksPrivate(words, part) };
  }
  return undefined;
}

/** A text without the bracket at its end that is a private mark; undefined where there is none. */
function withoutPrivateMark(words: BrowserWords, text: string): string | undefined {
  const last = text.at(-1) ?? '';
  if (last !== ')' && last !== ']') return undefined;
  const open = text.lastIndexOf(last === ')' ? ' (' : ' [');
  if (open < 0 || !isPrivateMark(words, text.slice(open + 1))) return undefined;
  return text.slice(0, open).replace(/ -$/, '');
}

/** A text without counters, bullets and private marks before it. */
function withoutMarks(words: BrowserWords, text: string): PageTitle {
  let page = text;
  let isPrivate = false;
  for (let round = 0; round < MOST_SIGNS && !isOrdinary(page.charCodeAt(0)); round++) {
    let start = counterEnd(page);
    if (start === 0) {
      const width = words.bullets.has(page.slice(0, 2)) ? 2 : 1;
      if (words.bullets.has(page.slice(0, width))) start = width;
    }
    if (start === 0 && (page.startsWith('(') || page.startsWith('['))) {
      const close = page.indexOf(page.startsWith('(') ? ') ' : '] ');
      if (close > 0 && isPrivateMark(words, page.slice(0, close + 1))) {
        start = close + 1;
        isPrivate = true;
      }
    }
    if (start === 0) break;
    page = page.slice(start).trimStart();
  }
  return { page, isPrivate };
}

/** A page without what the browser wrote before it. */
function withoutPrefix(words: BrowserWords, text: string): PageTitle {
  const note = words.leadingNotes.find((lead) => text.startsWith(lead));
  const bare = withoutMarks(words, note === undefined ? text : text.slice(note.length));
  // Safari writes its profile first: "Work - (3) Feed".
  const dash = bare.page.indexOf(' - ');
  if (dash <= 0 || !isProfile(words, bare.page.slice(0, dash))) return bare;
  const { page, isPrivate } = withoutMarks(words, bare.page.slice(dash + 3));
  return { page, isPrivate: isPrivate || bare.isPrivate };
}

/** A text without bullets behind it. */
function withoutBullets({ bullets }: BrowserWords, text: string): string {
  let page = text;
  for (let round = 0; round < MOST_SIGNS; round++) {
    if (isOrdinary(page.charCodeAt(page.length - 1))) break;
    const width = bullets.has(page.slice(-2)) ? 2 : 1;
    if (!bullets.has(page.slice(-width))) break;
    page = page.slice(0, -width).trimEnd();
  }
  return page;
}

/** Windows writes behind the whole that a window does not respond. */
function withoutWindowNote({ notes }: BrowserWords, text: string): string {
  const open = text.endsWith(')') ? text.lastIndexOf(' (') : -1;
  return open >= 0 && notes.has(text.slice(open + 2, -1)) ? text.slice(0, open) : text;
}

/** What Firefox writes of a site that is an app, `Linkedin in Mozilla Firefox`, and of a profile without its name. */
function withoutFirefoxPart(
  words: BrowserWords,
  page: string,
  isNamed: boolean,
): string | undefined {
  const dash = page.lastIndexOf(' - ');
  const head = page.slice(0, Math.max(dash, 0));
  const part = page.slice(dash + 3);
  const isApp = (whole: string): boolean => words.siteApps.some((app) => matches(app, whole));
  if (!head.includes(PLAIN_END)) return undefined;
  if (!isNamed) return isProfile(words, part) || isApp(part) ? head : undefined;
  // `Linkedin in Work`, before the name.
  const isNamedApp = part.includes('linkedin') && isApp(`${part} - ${FIREFOX}`);
  return isNamedApp || /^linkedin(?:$| \()/.test(part) ? head : undefined;
}

/** Lithuanian writes `"My LinkedIn" - "Feed"`. */
function withoutAppName(page: string): string {
  return /^"[^"]+" - "(.*)"$/.exec(page)?.[1] ?? page;
}

/** Whether a text may end in the mark of a private window: in a bracket, or in letters of which most have none. */
function mayEndMarked(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last === 0x29 || last > 0x7e;
}

/** A page without what its browser wrote before it: `Dillo: `, `[50%] `. */
function withoutLeads(text: string, { leads }: BrowserTitles): string {
  let page = text;
  for (const [before, after] of leads) {
    if (!page.startsWith(before)) continue;
    const end = after === undefined ? before.length : page.indexOf(after, before.length);
    const filling = page.slice(before.length, end);
    if (end < 0 || filling.length > LONGEST_LEAD || filling.includes(' ')) continue;
    page = page.slice(end + (after ?? '').length);
  }
  return page;
}

/** Whether a character is a letter of ASCII, and so no bullet, bracket or number. */
export function isOrdinary(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** Where the counter of unread items at the start, `(3) ` or `(99+) `, ends; 0 without one. */
export function counterEnd(text: string): number {
  const close = text.startsWith('(') ? ')' : text.startsWith('[') ? ']' : '';
  if (close === '') return 0;
  const end = numberEnd(text, 1);
  return end > 0 && text.charAt(end) === close ? end + 1 : 0;
}

/** Whether a part is an amount of memory: `1.4 gb`, `1,022 mb`, `350 mo`. */
function isSize(part: string): boolean {
  const end = numberEnd(part, 0);
  return end > 0 && /^ ?(?:[kmg]i?[bo]|[кмг]б)$/.test(part.slice(end));
}
