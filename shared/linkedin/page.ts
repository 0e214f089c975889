import { parseAddress, type AddressMatch, type MatchAddress } from './address.ts';
import { cut } from './fold.ts';
import { counterEnd, isOrdinary } from './tail.ts';
import { type Entry, isQuestion, type Vocabulary } from './vocabulary.ts';

/** What a title looks like whose words tell nothing. */
export type Shape = 'one-part' | 'parts' | 'role' | 'headline' | 'sentence';

/** What the title of a page told. */
export type PageMatch =
  | { readonly by: 'words'; readonly entry: Entry }
  | { readonly by: 'address'; readonly match: AddressMatch }
  /** An extension writes the address into the title, and it is another site's. */
  | { readonly by: 'other-site' }
  /** LinkedIn, but its words told nothing: the likeliest for titles of this shape. */
  | { readonly by: 'shape'; readonly shape: Shape };

/** Tells what a page is by its folded title. */
export interface MatchPage {
  /** Undefined where it is not LinkedIn's. */
  match(page: PageText): PageMatch | undefined;
  /** Whether a title whose end is cut off begins as one of LinkedIn's does. */
  beginsAsLinkedIn(page: string): boolean;
}

export interface PageText {
  readonly page: string;
  /** The window title as the system gave it, for what folding takes away. */
  readonly title: string;
  /** Whether the program shows nothing but LinkedIn, so that no mark is needed. */
  readonly isOwnApp: boolean;
  /** Whether the window shows one site as an app, with the app's name before the page's. */
  readonly isSiteApp: boolean;
}

/** Longest text of two words for signing in, in characters. */
const LONGEST_PAIR = 80;
/** Shortest text that is told to be a sentence, in words. */
const FEWEST_IN_SENTENCE = 4;
/** Longest role that is told from a headline, in words. */
const LONGEST_ROLE = 7;

function words(entry: Entry | undefined): PageMatch | undefined {
  return entry && { by: 'words', entry };
}

/** Makes the reading of page titles ready. */
export function compilePages(vocabulary: Vocabulary, matchAddress: MatchAddress): MatchPage {
  const { find, findWord, guess } = vocabulary;

  /** While a page loads, its title is its address. */
  const asAddress = (page: string, title: string): PageMatch | undefined => {
    if (page.includes(' ') || !parseAddress(page)) return undefined;
    // Folding makes plain letters of some that only look like them.
    if (!title.toLowerCase().includes(page)) return undefined;
    const match = matchAddress(page);
    return match && { by: 'address', match };
  };

  /**
   * Whether what stands before "on LinkedIn:" is the author of a post: "Jane Doe", and not "Employee
   * Advocacy" or "How I grew". Headlines of other sites have this shape too, capitals included, so a
   * name has to start with a known given name; other authors are told by the hashtag that only a
   * post starts with.
   */
  const isAuthor = (page: string, title: string): boolean => {
    const [, name = '', text = ''] = /^(.+?) \S+ linkedin ?: (.*)$/.exec(page) ?? [];
    const [, written = ''] = /^(.+?)\s\S+\slinkedin\s?:/i.exec(cut(title)) ?? [];
    const parts = name.split(' ');
    if (parts.length > 5 || !/^[\p{L}.,' -]+$/u.test(name)) return false;
    // Behind a headline stands the name of another site.
    if (/ [-|] /.test(text) || parts.some((part) => guess.notNames.has(part))) return false;
    const first = parts.find((part) => !/^(?:dr|prof|mr|mrs|ms|ing)\.?$/.test(part)) ?? '';
    const isKnown = guess.givenNames.has(first) || guess.givenNames.has(first.split('-')[0] ?? '');
    const isPost = /^# ?\p{L}/u.test(text);
    if (!(isKnown && parts.length > 1) && !isPost) return false;
    // "van der" and the like are written small.
    const small = isKnown ? /^\p{Ll}{1,3}$/u : /^$/;
    const pieces = written.split(/\s/).slice(-parts.length);
    return pieces.every((part, at) => {
      return /^\p{Lu}/u.test(part) || (at > 0 && at < pieces.length - 1 && small.test(part));
    });
  };

  /**
   * "LinkedIn: Log In or Sign Up", in any language and with a country ("LinkedIn India: ..."): both
   * ends are words of the section.
   */
  const asPair = (page: string): Entry | undefined => {
    const [, country, text = ''] = /^linkedin(?: ([^ :][^:]{0,30}?))? ?: (.+)$/.exec(page) ?? [];
    if (country !== undefined && !guess.countries.has(country)) return undefined;
    const spaces = [...text.slice(0, LONGEST_PAIR).matchAll(/ /g)].map(({ index }) => index);
    if (!spaces.some((space) => find('pair', text.slice(space + 1)))) return undefined;
    const end = spaces.find((space) => find('pair', text.slice(0, space)));
    return find('pair', text.slice(0, end));
  };

  /** Titles in which LinkedIn writes no mark at the end. */
  const withoutMark = (page: string, title: string): PageMatch | undefined => {
    const pair = asPair(page);
    if (pair) return words(pair);
    const entry = find('title', page);
    if (!entry || (entry.section.guess === true && !isAuthor(page, title))) return undefined;
    return words(entry);
  };

  const isRole = (text: string): boolean => {
    const role = /[,(/-]/.test(text) ? (text.split(/, | - | \(|\//, 1)[0] ?? '') : text;
    const parts = role.split(' ');
    if (parts.length > LONGEST_ROLE || isQuestion(text, guess.question)) return false;
    if (parts.some((part) => guess.small.has(part))) return false;
    let last = parts.length - 1;
    while (last > 0 && /^(?:[ivx]+|\d+)$/.test(parts[last] ?? '')) last -= 1;
    return guess.rolesLast.has(parts[last] ?? '') || guess.rolesFirst.has(parts[0] ?? '');
  };

  /** Words as no role, no employer and no name has them: "Solving attribution with a new model". */
  const isSentence = (text: string): boolean => {
    const parts = text.split(/[ :,]+/);
    if (parts.length < FEWEST_IN_SENTENCE) return false;
    if (parts.some((part) => guess.rolesLast.has(part) || guess.rolesFirst.has(part))) return false;
    return isQuestion(text, guess.question) || parts.some((part) => guess.small.has(part));
  };

  /** What other sites write about a product before its name: "How to ...", "5 tips", a sentence. */
  const isHeadline = (text: string): boolean => {
    return text === '' || /^\d/.test(text) || isQuestion(text, guess.question) || isSentence(text);
  };

  const byShape = (body: string): PageMatch => {
    const bar = body.indexOf(' | ');
    if (bar < 0) return { by: 'shape', shape: isRole(body) ? 'role' : 'one-part' };
    const first = body.slice(0, bar);
    if (isSentence(first)) return { by: 'shape', shape: 'sentence' };
    const headline = isRole(body.slice(bar + 3)) && !isRole(first);
    return { by: 'shape', shape: headline ? 'headline' : 'parts' };
  };

  const byParts = (body: string): Entry | undefined => {
    const firstBar = body.indexOf('|');
    if (firstBar < 0) return undefined;
    const first = find('first', body.slice(0, firstBar).trimEnd());
    const lastPart = body.slice(body.lastIndexOf('|') + 1).trimStart();
    // `Acme | About`: a tab stands behind a bar too.
    const last = find('last', lastPart) ?? find('tab', lastPart);
    return first && last ? (first.rank <= last.rank ? first : last) : (first ?? last);
  };

  const byTab = (body: string): Entry | undefined => {
    const colon = body.lastIndexOf(': ');
    return colon < 0 ? undefined : find('tab', body.slice(colon + 2));
  };

  /** "Forgot password?" and "Invitations (3)" are found by the words before the sign or number. */
  const byWhole = (body: string): Entry | undefined => {
    const bare = /[?!)]$/.test(body) ? body.replace(/ ?(?:[?!]|\(\d{1,6}\+?\))$/, '') : body;
    return find('page', body) ?? (bare === body ? undefined : find('page', bare));
  };

  const byAll = (body: string): Entry | undefined => {
    return byParts(body) ?? byWhole(body) ?? byTab(body) ?? findWord(body);
  };

  /**
   * What stands behind the text that an extension (`[Work] Feed`) or a web app (`My LinkedIn - Feed`) writes before
   * a page: a counter shows where the page begins, else the longest end that is a page's words.
   */
  const behindPrefix = (body: string, isSiteApp: boolean): PageMatch | undefined => {
    const counted = behindCounter(body);
    if (counted !== undefined) return words(byAll(counted)) ?? byShape(counted);
    for (const start of pageStarts(body, isSiteApp)) {
      const rest = body.slice(start);
      const entry = byParts(rest) ?? byWhole(rest);
      if (entry) return words(entry);
    }
    return undefined;
  };

  const byBody = (body: string, mark: Entry | undefined, isSiteApp: boolean): PageMatch => {
    if (body === '' && mark) return { by: 'words', entry: mark };
    return words(byAll(body)) ?? behindPrefix(body, isSiteApp) ?? byShape(body);
  };

  /** What an address decides that an extension writes behind or before a title; it is told by its scheme or host. */
  const byAddressInTitle = (page: string, title: string): PageMatch | undefined => {
    const text = addressIn(page);
    const parsed = text === undefined ? undefined : parseAddress(text);
    if (text === undefined || !parsed) return undefined;
    const at = title.toLowerCase().lastIndexOf(text);
    // Folding makes plain letters of some that only look like them.
    const isWritten = at >= 0 || title.toLowerCase().includes(parsed.host);
    const written = at < 0 ? text : title.slice(at, at + text.length);
    const match = isWritten ? matchAddress(written) : undefined;
    if (match) return { by: 'address', match };
    return /^https?:/.test(text) ? { by: 'other-site' } : undefined;
  };

  const beginsAsLinkedIn = (page: string): boolean => {
    const bar = page.indexOf(' | ');
    return find(bar < 0 ? 'page' : 'first', bar < 0 ? page : page.slice(0, bar)) !== undefined;
  };

  const match: MatchPage['match'] = ({ page, title, isOwnApp, isSiteApp }) => {
    const told = byAddressInTitle(page, title);
    if (told) return told;
    const whole = find('mark', page);
    if (whole) return { by: 'words', entry: whole };
    // An installed web app may write its own name too: `Feed | LinkedIn - LinkedIn`.
    let body = page.endsWith('| linkedin - linkedin') ? page.slice(0, -' - linkedin'.length) : page;
    let mark: Entry | undefined;
    // The mark can be written twice: `Acme | LinkedIn | LinkedIn`.
    for (let bar = body.lastIndexOf('|'); bar >= 0; bar = body.lastIndexOf('|')) {
      const entry = find('mark', body.slice(bar + 1).trimStart());
      if (!entry) break;
      if (entry.section.id !== 'linkedin') return { by: 'words', entry };
      mark = entry;
      body = body.slice(0, bar).trimEnd();
    }
    if (!mark) {
      const dash = body.lastIndexOf(' - ');
      const product = isHeadline(body.slice(0, Math.max(dash, 0)))
        ? undefined
        : find('dash', body.slice(dash + 3));
      const told = words(product) ?? asAddress(body, title) ?? withoutMark(body, title);
      if (told || !isOwnApp) return told;
    }
    // Most write it first: `LinkedIn - (3) Feed | LinkedIn`.
    if (body.startsWith('linkedin - ')) {
      body = body.slice('linkedin - '.length);
      body = body.slice(counterEnd(body)).trimStart();
    }
    return byBody(body, mark, isSiteApp);
  };
  return { match, beginsAsLinkedIn };
}

/** Whether a text is the whole of a title of LinkedIn's. */
function endsAsLinkedIn(text: string): boolean {
  return text === 'linkedin' || text.endsWith('| linkedin');
}

/** The part of a title that is an address; undefined where none is. */
function addressIn(page: string): string | undefined {
  if (!page.includes('://') && !page.includes('linkedin.com')) return undefined;
  const dash = page.lastIndexOf(' - ');
  if (dash < 0 || page.startsWith('devtools - ')) return undefined;
  const last = page.slice(dash + 3);
  const head = page.slice(0, dash);
  if (/^https?:\/\/[^ ]+$/.test(last)) return last;
  // Without its scheme it may be a part of another site's title.
  if (/^(?:[\w-]+\.)*linkedin\.com(?:\/[^ ]*)?$/.test(last) && endsAsLinkedIn(head)) return last;
  // A profile that is not known, or the title itself, may stand behind it.
  const [, before = '', address, behind = ''] =
    /^(?:(.*) - )?(https?:\/\/[^ ]+) - (.*)$/.exec(page) ?? [];
  return endsAsLinkedIn(before) || endsAsLinkedIn(behind) ? address : undefined;
}

/** What stands behind the last counter within a text; undefined where there is none. */
function behindCounter(body: string): string | undefined {
  if (!body.includes('(')) return undefined;
  const found = [...body.matchAll(/[ \])}>:.-]\((?:\d{1,2}|99\+)\) ?/g)].at(-1);
  const rest = found && body.slice(found.index + found[0].length).trimStart();
  return rest === '' ? undefined : rest;
}

/** Where in a text a page may begin behind what somebody else wrote, from left to right. */
function pageStarts(body: string, isSiteApp: boolean): number[] {
  const starts: number[] = [];
  // A group of an extension, or signs: `[Work] `, `. `.
  const isPlain = isOrdinary(body.charCodeAt(0));
  const lead = isPlain
    ? 0
    : (/^(?:[[({<][^\])}>]{0,80}[\])}>]|[^\p{L}\p{N}¿¡]+)\s*/u.exec(body)?.[0].length ?? 0);
  if (lead > 0) starts.push(lead);
  // In some languages a web app's name is joined by a colon, or without spaces.
  const isApp = isSiteApp || body.startsWith('linkedin');
  if (!isApp && !body.includes(' - ')) return starts.filter((start) => start < body.length);
  const joints = isApp ? / - |"?: /g : / - /g;
  for (const joint of body.matchAll(joints)) starts.push(joint.index + joint[0].length);
  const dash = body.indexOf('-');
  if (dash > 0 && isApp) starts.push(dash + 1);
  return starts.filter((start) => start < body.length);
}
