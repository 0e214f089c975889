import type { App, BrowserTitles } from './apps.ts';
import { fold } from './fold.ts';
import { compileWords, matches, numberEnd, type Pattern } from './pattern.ts';
import type { Tables, TailWords } from './tables.ts';

/** A window title without what the browser wrote. */
export interface PageTitle {
  readonly page: string;
  /** Whether the browser wrote that the window is a private one. */
  readonly isPrivate: boolean;
}

/** Takes what a browser wrote off a folded window title. */
export type ReadTitle = (title: string, app: App) => PageTitle;

/** The words of all languages, folded. */
interface Words {
  readonly private: ReadonlySet<string>;
  readonly profiles: ReadonlySet<string>;
  readonly memoryNotes: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
  readonly notePatterns: readonly Pattern[];
  /** "and 3 more pages": what stands after the number to what may stand before it. */
  readonly morePages: ReadonlyMap<string, readonly string[]>;
  /** The last characters of those words. */
  readonly morePagesEnds: ReadonlySet<number>;
  readonly bullets: ReadonlySet<string>;
}

/** No browser writes more parts than this; a title may have any number. */
const MOST_PARTS = 10;
/** Longest name of a browser, a private mark included. */
const LONGEST_NAME = 80;
/** Where a title ends like this, the browser wrote nothing behind it. */
const PLAIN_END = '| linkedin';
/** Longest name of a profile. */
const LONGEST_PROFILE = 80;

function gather({ languages, apps }: Tables): Words {
  const all = (kind: keyof TailWords): string[] => {
    return languages.flatMap(({ tails }) => tails?.[kind] ?? []).map((word) => fold(word));
  };
  const morePages = new Map<string, string[]>();
  for (const words of all('morePages')) {
    const [before = '', after = ''] = words.split('{n}');
    // Without a number ("e un'altra pagina") the whole is what stands behind.
    const [key, start] = words.includes('{n}') ? [after, ` ${before}`] : [` ${words}`, ''];
    morePages.set(key, [...(morePages.get(key) ?? []), start]);
  }
  const notes = all('notes');
  return {
    private: new Set(all('private')),
    profiles: new Set(all('profiles')),
    memoryNotes: new Set(all('memoryNotes')),
    notes: new Set(notes),
    notePatterns: notes.filter((note) => note.includes('*')).map(compileWords),
    morePages,
    morePagesEnds: new Set([...morePages.keys()].map((key) => key.charCodeAt(key.length - 1))),
    bullets: new Set(apps.bullets.map((bullet) => fold(bullet))),
  };
}

/** The text inside brackets that enclose all of it, else the text itself. */
function unwrap(text: string): string {
  const wrapped =
    (text.startsWith('(') && text.endsWith(')')) || (text.startsWith('[') && text.endsWith(']'));
  return wrapped ? text.slice(1, -1).trim() : text;
}

/** Makes the words that browsers write ready. */
export function compileTails(tables: Tables): ReadTitle {
  const words = gather(tables);
  const isPrivateMark = (text: string): boolean => words.private.has(unwrap(text));

  /** Whether a part is the browser's name, alone or with a private mark: undefined, false, true. */
  const readName = (part: string, titles: ReadonlySet<string>): boolean | undefined => {
    if (titles.has(part)) return false;
    if (part.length > LONGEST_NAME) return undefined;
    for (let at = part.indexOf(' '); at >= 0; at = part.indexOf(' ', at + 1)) {
      if (titles.has(part.slice(0, at)) && isPrivateMark(part.slice(at + 1))) return true;
    }
    return undefined;
  };

  /** A name of a profile that holds a private mark as words of its own is no profile. */
  const looksPrivate = (part: string): boolean => {
    if (isPrivateMark(part)) return true;
    return part.split(/[^\p{L}\p{N}]+/u).some((word) => words.private.has(word));
  };

  const readBrowser = (title: string, titles: BrowserTitles): PageTitle | undefined => {
    let end = title.length;
    let isPrivate = false;
    let hasProfile = false;
    const inParts = titles.inParts.find((name) => title.endsWith(` - ${name}`));
    if (inParts !== undefined) return { page: title.slice(0, -inParts.length - 3), isPrivate };
    // The name is the last part, or has a profile or a private mark behind it.
    for (let back = 0; back < 3; back++) {
      const names = back === 0 ? titles.any : titles.own;
      const dash = title.lastIndexOf(' - ', end - 1);
      const part = title.slice(dash < 0 ? 0 : dash + 3, end);
      const named = readName(part, names);
      if (named !== undefined) {
        return { page: dash < 0 ? '' : title.slice(0, dash), isPrivate: isPrivate || named };
      }
      // Edge in Spanish writes a colon before its name.
      const colon = part.lastIndexOf(': ');
      if (colon >= 0 && names.has(part.slice(colon + 2))) {
        return { page: title.slice(0, end - part.length + colon).trimEnd(), isPrivate };
      }
      if (dash < 0 || part.length > LONGEST_PROFILE || part.includes('|')) return undefined;
      if (looksPrivate(part)) isPrivate = true;
      else if (hasProfile) return undefined;
      else hasProfile = true;
      end = dash;
    }
    return undefined;
  };

  const withoutMorePages = (text: string): string | undefined => {
    if (!words.morePagesEnds.has(text.charCodeAt(text.length - 1))) return undefined;
    let from = text.length;
    // "pages de plus" has three words, "pagina's" one: up to four are what stands after a number.
    for (let back = 0; back < 4; back++) {
      from = text.lastIndexOf(' ', from - 1);
      if (from < 0) return undefined;
      const starts = words.morePages.get(text.slice(from));
      if (!starts) continue;
      for (const start of starts) {
        const head = start === '' ? text.slice(0, from) : beforeNumber(text, from, start);
        if (head !== undefined) return head;
      }
    }
    return undefined;
  };

  const isProfile = (part: string): boolean => {
    // "Profile 1"; a second "Work" is "Work 2".
    if (words.profiles.has(part) || words.profiles.has(part.replace(/\d+$/, '{n}'))) return true;
    return words.profiles.has(part.replace(/ \d+$/, ''));
  };

  /** One part less at the end, or undefined where the end is nothing that a browser writes. */
  const withoutPart = (text: string, hasName: boolean): PageTitle | undefined => {
    const bare = withoutMorePages(text);
    if (bare !== undefined) return { page: bare, isPrivate: false };
    const last = text.at(-1) ?? '';
    if (last === ')' || last === ']') {
      const open = text.lastIndexOf(last === ')' ? ' (' : ' [');
      if (open >= 0 && isPrivateMark(text.slice(open + 1))) {
        const page = text.slice(0, open).replace(/ -$/, '');
        return { page, isPrivate: true };
      }
    }
    const dash = text.lastIndexOf(' - ');
    if (dash < 0) return undefined;
    const head = text.slice(0, dash);
    const part = text.slice(dash + 3);
    if (isPrivateMark(part)) return { page: head, isPrivate: true };
    if (words.notes.has(part) || words.notePatterns.some((note) => matches(note, part))) {
      return { page: head, isPrivate: false };
    }
    if (hasName && isProfile(part)) return { page: head, isPrivate: false };
    if (isSize(part)) {
      const before = head.lastIndexOf(' - ');
      if (before >= 0 && words.memoryNotes.has(head.slice(before + 3))) {
        return { page: head.slice(0, before), isPrivate: false };
      }
    }
    // A profile can have any name; behind "and 3 more pages" nothing else can stand.
    if (hasName && part.length <= LONGEST_PROFILE && withoutMorePages(head) !== undefined) {
      return { page: head, isPrivate: looksPrivate(part) };
    }
    return undefined;
  };

  const withoutMarks = (text: string): PageTitle => {
    let page = text;
    let isPrivate = false;
    for (let round = 0; round < 6 && !isOrdinary(page.charCodeAt(0)); round++) {
      let start = counterEnd(page);
      if (start === 0) {
        const width = words.bullets.has(page.slice(0, 2)) ? 2 : 1;
        if (words.bullets.has(page.slice(0, width))) start = width;
      }
      if (start === 0 && (page.startsWith('(') || page.startsWith('['))) {
        const close = page.indexOf(page.startsWith('(') ? ') ' : '] ');
        if (close > 0 && isPrivateMark(page.slice(0, close + 1))) {
          start = close + 1;
          isPrivate = true;
        }
      }
      if (start === 0) break;
      page = page.slice(start).trimStart();
    }
    return { page, isPrivate };
  };

  const withoutPrefix = (text: string): PageTitle => {
    const bare = withoutMarks(text);
    // Safari writes its profile first: "Work - (3) Feed".
    const dash = bare.page.indexOf(' - ');
    if (dash <= 0 || !isProfile(bare.page.slice(0, dash))) return bare;
    const { page, isPrivate } = withoutMarks(bare.page.slice(dash + 3));
    return { page, isPrivate: isPrivate || bare.isPrivate };
  };

  const withoutBullets = (text: string): string => {
    let page = text;
    for (let round = 0; round < 6; round++) {
      if (isOrdinary(page.charCodeAt(page.length - 1))) break;
      const width = words.bullets.has(page.slice(-2)) ? 2 : 1;
      if (!words.bullets.has(page.slice(-width))) break;
      page = page.slice(0, -width).trimEnd();
    }
    return page;
  };

  /** Windows writes behind the whole that a window does not respond. */
  const withoutWindowNote = (text: string): string => {
    const open = text.endsWith(')') ? text.lastIndexOf(' (') : -1;
    return open >= 0 && words.notes.has(text.slice(open + 2, -1)) ? text.slice(0, open) : text;
  };

  return (title, app) => {
    let page = withoutBullets(withoutWindowNote(title));
    let isPrivate = false;
    const readsName = app.kind === 'browser' && !page.endsWith(PLAIN_END);
    const named = readsName ? readBrowser(page, app.titles) : undefined;
    if (named) ({ page, isPrivate } = named);
    for (let round = 0; round < MOST_PARTS && !page.endsWith(PLAIN_END); round++) {
      page = withoutBullets(page);
      const shorter = withoutPart(page, named !== undefined);
      if (!shorter) break;
      page = shorter.page;
      isPrivate ||= shorter.isPrivate;
    }
    const start = withoutPrefix(page);
    return { page: start.page, isPrivate: isPrivate || start.isPrivate };
  };
}

/** Whether a character is a letter of ASCII, and so no bullet, bracket or number. */
function isOrdinary(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** What stands before ` and 12`, whose number ends at `end`; undefined where it is not that. */
function beforeNumber(text: string, end: number, start: string): string | undefined {
  let from = end;
  while (from > 0 && /[\d.,]/.test(text.charAt(from - 1))) from -= 1;
  if (from === end || !text.slice(0, from).endsWith(start)) return undefined;
  return text.slice(0, from - start.length);
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
