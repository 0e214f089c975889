import type { App, BrowserTitles } from './apps.ts';
import { fold } from './fold.ts';
import { FIREFOX } from './browser-texts.ts';
import { compileFrames, type Unframe } from './frames.ts';
import type { TailWords } from './languages.ts';
import { compileWords, matches, numberEnd, type Pattern } from './pattern.ts';
import type { Tables } from './tables.ts';

/** A window title without what the browser wrote. */
export interface PageTitle {
  readonly page: string;
  /** Whether the browser wrote that the window is a private one. */
  readonly isPrivate: boolean;
  /** Whether the browser's own name was found. */
  readonly isNamed?: boolean;
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
  readonly bullets: ReadonlySet<string>;
  /** "and 3 more pages". */
  readonly withoutMorePages: Unframe;
  /** The same, "Audio playing" and the like, as Chromium's packages have them. */
  readonly withoutNote: Unframe;
  /** "(Incognito)" and the like behind the whole. */
  readonly withoutPrivateMark: Unframe;
  /** Firefox's name out of what it calls itself in a private window. */
  readonly withoutPrivateName: Unframe;
  /** What stands in place of Firefox's name, or before it, where a site is an app. */
  readonly siteApps: readonly Pattern[];
  /** Notes that stand before the page alone. */
  readonly leadingNotes: readonly string[];
  /** What may stand between a browser's name and a profile, besides a dash. */
  readonly profileJoints: readonly string[];
}

/** No browser writes more parts than this; a title may have any number. */
const MOST_PARTS = 10;
/** Longest name of a browser, a private mark included. */
const LONGEST_NAME = 80;
/** Where a title ends like this, the browser wrote nothing behind it. */
const PLAIN_END = '| linkedin';
/** What may stand before a browser's name instead of a dash. */
const NAME_JOINTS = [': ', ' -- '];
/** Longest name of a profile. */
const LONGEST_PROFILE = 80;

function gather({ languages, apps, browserTexts }: Tables): Words {
  const all = (kind: keyof TailWords): string[] => {
    return languages.flatMap(({ tails }) => tails?.[kind] ?? []).map((word) => fold(word));
  };
  const notes = all('notes');
  const morePages = [...all('morePages').map((words) => `$1 ${words}`), ...browserTexts.morePages];
  const privateNames = browserTexts.privateNames.map((form) => form.replace(FIREFOX, '$$1'));
  const profileForms = browserTexts.profileForms.map((form) => form.slice('$1'.length));
  return {
    // Firefox writes the mark behind the page too, as a part of its own.
    private: new Set([...all('private'), ...browserTexts.privateMarks]),
    profiles: new Set([...all('profiles'), ...browserTexts.profiles]),
    memoryNotes: new Set(all('memoryNotes')),
    notes: new Set(notes),
    notePatterns: notes.filter((note) => note.includes('*')).map(compileWords),
    bullets: new Set(apps.bullets.map((bullet) => fold(bullet))),
    withoutMorePages: compileFrames(morePages),
    withoutNote: compileFrames([...morePages, ...browserTexts.notes]),
    withoutPrivateMark: compileFrames(browserTexts.privateWindows),
    withoutPrivateName: compileFrames(privateNames),
    siteApps: browserTexts.siteApps.map((form) => compileWords(form.replaceAll(/\$[12]/g, '*'))),
    leadingNotes: browserTexts.notes
      .filter((form) => form.endsWith('$1'))
      .map((form) => form.slice(0, -'$1'.length)),
    profileJoints: profileForms.map((form) => form.split('$2')[0] ?? ''),
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
  const readName = (written: string, titles: ReadonlySet<string>): boolean | undefined => {
    // Lithuanian writes it in quotes.
    const part = unquote(written);
    if (titles.has(part)) return false;
    if (part.length > LONGEST_NAME) return undefined;
    for (let at = part.indexOf(' '); at >= 0; at = part.indexOf(' ', at + 1)) {
      if (titles.has(part.slice(0, at)) && isPrivateMark(part.slice(at + 1))) return true;
    }
    const name = words.withoutPrivateName(part);
    return name !== undefined && titles.has(name) ? true : undefined;
  };

  /** The profile in `chromium (ana)` and `chromium: ana`; undefined where there is none. */
  const profileBehind = (part: string, titles: ReadonlySet<string>): string | undefined => {
    for (const joint of words.profileJoints) {
      const at = part.indexOf(joint);
      if (at > 0 && titles.has(part.slice(0, at))) return part.slice(at + joint.length);
    }
    return undefined;
  };

  /** A name of a profile that holds a private mark as words of its own is no profile. */
  const looksPrivate = (part: string): boolean => {
    if (isPrivateMark(part)) return true;
    return wordsOf(part).some((word) => words.private.has(word));
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
        const page = dash < 0 ? '' : title.slice(0, dash);
        return { page: part.startsWith('"') ? unquote(page) : page, isPrivate: isPrivate || named };
      }
      // Edge in Spanish writes a colon before its name, Chromium in Hungarian two dashes.
      for (const joint of NAME_JOINTS) {
        const at = part.lastIndexOf(joint);
        if (at >= 0 && names.has(part.slice(at + joint.length))) {
          return { page: title.slice(0, end - part.length + at).trimEnd(), isPrivate };
        }
      }
      const profile = profileBehind(part, titles.own);
      if (profile !== undefined && dash >= 0) {
        return { page: title.slice(0, dash), isPrivate: isPrivate || looksPrivate(profile) };
      }
      if (dash < 0 || part.length > LONGEST_PROFILE || part.includes('|')) return undefined;
      if (looksPrivate(part)) isPrivate = true;
      else if (hasProfile) return undefined;
      else hasProfile = true;
      end = dash;
    }
    return undefined;
  };

  const isProfile = (part: string): boolean => {
    // "Profile 1"; a second "Work" is "Work 2".
    if (words.profiles.has(part)) return true;
    if (!/\d/.test(part)) return false;
    return (
      words.profiles.has(part.replace(/\d+/, '{n}')) ||
      words.profiles.has(part.replace(/ \d+$/, ''))
    );
  };

  /** One part less at the end, or undefined where the end is nothing that a browser writes. */
  const withoutPart = (text: string, hasName: boolean): PageTitle | undefined => {
    const bare = words.withoutNote(text);
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
    if (hasName && part.length <= LONGEST_PROFILE && words.withoutMorePages(head) !== undefined) {
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
    const note = words.leadingNotes.find((lead) => text.startsWith(lead));
    const bare = withoutMarks(note === undefined ? text : text.slice(note.length));
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

  /** What Firefox writes of a site that is an app, `Linkedin in Mozilla Firefox`, and of a profile without its name. */
  const withoutFirefoxPart = (page: string, isNamed: boolean): string | undefined => {
    const dash = page.lastIndexOf(' - ');
    const head = page.slice(0, Math.max(dash, 0));
    const part = page.slice(dash + 3);
    const isApp = (whole: string): boolean => words.siteApps.some((app) => matches(app, whole));
    if (!head.includes(PLAIN_END)) return undefined;
    if (!isNamed) return isProfile(part) || isApp(part) ? head : undefined;
    // `Linkedin in Work`, before the name.
    const isNamedApp = part.includes('linkedin') && isApp(`${part} - ${FIREFOX}`);
    return isNamedApp || /^linkedin(?:$| \()/.test(part) ? head : undefined;
  };

  /** Lithuanian writes `"My LinkedIn" - "Feed"`. */
  const withoutAppName = (page: string): string => /^"[^"]+" - "(.*)"$/.exec(page)?.[1] ?? page;

  return (title, app) => {
    let page = withoutBullets(withoutWindowNote(title));
    let isPrivate = false;
    if (app.kind === 'browser') page = withoutLeads(page, app.titles);
    const readsName = app.kind === 'browser' && !page.endsWith(PLAIN_END);
    const unmarked = readsName && mayEndMarked(page) ? words.withoutPrivateMark(page) : undefined;
    if (unmarked !== undefined) page = unmarked;
    const named = readsName ? readBrowser(page, app.titles) : undefined;
    if (named) ({ page, isPrivate } = named);
    isPrivate ||= unmarked !== undefined;
    const isNamed = named !== undefined;
    if (readsName && app.isSiteApp) page = withoutAppName(page);
    const isFirefox = readsName && app.family === 'firefox';
    for (let round = 0; round < MOST_PARTS && !page.endsWith(PLAIN_END); round++) {
      page = withoutBullets(page);
      const bare = isFirefox ? withoutFirefoxPart(page, isNamed) : undefined;
      const shorter = bare === undefined ? withoutPart(page, isNamed) : { page: bare, isPrivate };
      if (!shorter) break;
      page = shorter.page;
      isPrivate ||= shorter.isPrivate;
    }
    const start = withoutPrefix(page);
    return { page: start.page, isPrivate: isPrivate || start.isPrivate, isNamed };
  };
}

/** The words of a text: what stands between all that is no letter and no number. */
function wordsOf(text: string): string[] {
  // The plain letters alone are told quicker.
  return text.split(/[^\x20-\x7e]/.test(text) ? /[^\p{L}\p{N}]+/u : /[^a-z0-9]+/);
}

/** Whether a text may end in the mark of a private window: in a bracket, or in letters of which most have none. */
function mayEndMarked(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last === 0x29 || last > 0x7e;
}

/** Longest text that fills the hole of a lead. */
const LONGEST_LEAD = 20;

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

/** A text without quotes around all of it. */
function unquote(text: string): string {
  return text.length > 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
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
