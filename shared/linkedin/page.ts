import type { AddressMatch, MatchAddress } from './address.ts';
import { cut } from './fold.ts';
import { readAddressWithin, readAsAddress } from './page-address.ts';
import { isHeadline, type Shape, shapeOf } from './page-shape.ts';
import { counterEnd, isOrdinary } from './tail.ts';
import type { Entry, Vocabulary } from './vocabulary.ts';

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
/** Most words that an author's name has. */
const LONGEST_NAME = 5;

/** Makes the reading of page titles ready. */
export function compilePages(vocabulary: Vocabulary, matchAddress: MatchAddress): MatchPage {
  const { find } = vocabulary;
  return {
    match: (text) => matchPage(vocabulary, matchAddress, text),
    beginsAsLinkedIn(page) {
      const bar = page.indexOf(' | ');
      return find(bar < 0 ? 'page' : 'first', bar < 0 ? page : page.slice(0, bar)) !== undefined;
    },
  };
}

function matchPage(
  vocabulary: Vocabulary,
  matchAddress: MatchAddress,
  { page, title, isOwnApp, isSiteApp }: PageText,
): PageMatch | undefined {
  const { find } = vocabulary;
  const within = readAddressWithin(matchAddress, page, title);
  if (within) return within === 'other-site' ? { by: within } : { by: 'address', match: within };
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
    const found =
      byProduct(vocabulary, body) ??
      whileLoading(matchAddress, body, title) ??
      withoutMark(vocabulary, body, title);
    if (found || !isOwnApp) return found;
  }
  // Most write it first: `LinkedIn - (3) Feed | LinkedIn`.
  if (body.startsWith('linkedin - ')) {
    body = body.slice('linkedin - '.length);
    body = body.slice(counterEnd(body)).trimStart();
  }
  if (body === '' && mark) return { by: 'words', entry: mark };
  return (
    words(byAll(vocabulary, body)) ??
    behindPrefix(vocabulary, body, isSiteApp) ??
    byShape(vocabulary, body)
  );
}

function words(entry: Entry | undefined): PageMatch | undefined {
  return entry && { by: 'words', entry };
}

function byShape({ guess }: Vocabulary, body: string): PageMatch {
  return { by: 'shape', shape: shapeOf(guess, body) };
}

/** While a page loads, its title is its address. */
function whileLoading(
  matchAddress: MatchAddress,
  page: string,
  title: string,
): PageMatch | undefined {
  const match = readAsAddress(matchAddress, page, title);
  return match && { by: 'address', match };
}

/** A product of LinkedIn's behind a dash, where what stands before it is no headline about it. */
function byProduct({ find, guess }: Vocabulary, body: string): PageMatch | undefined {
  const dash = body.lastIndexOf(' - ');
  if (isHeadline(guess, body.slice(0, Math.max(dash, 0)))) return undefined;
  return words(find('dash', body.slice(dash + 3)));
}

/** Titles in which LinkedIn writes no mark at the end. */
function withoutMark(vocabulary: Vocabulary, page: string, title: string): PageMatch | undefined {
  const pair = asPair(vocabulary, page);
  if (pair) return words(pair);
  const entry = vocabulary.find('title', page);
  if (!entry || (entry.section.guess === true && !isAuthor(vocabulary, page, title))) {
    return undefined;
  }
  return words(entry);
}

/**
 * Whether what stands before "on LinkedIn:" is the author of a post: "Jane Doe", and not "Employee
 * Advocacy" or "How I grew". Headlines of other sites have this shape too, capitals included, so a
 * name has to start with a known given name; other authors are told by the hashtag that only a
 * post starts with.
 */
function isAuthor({ guess }: Vocabulary, page: string, title: string): boolean {
  const [, name = '', text = ''] = /^(.+?) \S+ linkedin ?: (.*)$/.exec(page) ?? [];
  const [, written = ''] = /^(.+?)\s\S+\slinkedin\s?:/i.exec(cut(title)) ?? [];
  const parts = name.split(' ');
  if (parts.length > LONGEST_NAME || !/^[\p{L}.,' -]+$/u.test(name)) return false;
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
}

/**
 * "LinkedIn: Log In or Sign Up", in any language and with a country ("LinkedIn India: ..."): both
 * ends are words of the section.
 */
function asPair({ find, guess }: Vocabulary, page: string): Entry | undefined {
  const [, country, text = ''] = /^linkedin(?: ([^ :][^:]{0,30}?))? ?: (.+)$/.exec(page) ?? [];
  if (country !== undefined && !guess.countries.has(country)) return undefined;
  const spaces = [...text.slice(0, LONGEST_PAIR).matchAll(/ /g)].map(({ index }) => index);
  if (!spaces.some((space) => find('pair', text.slice(space + 1)))) return undefined;
  const end = spaces.find((space) => find('pair', text.slice(0, space)));
  return find('pair', text.slice(0, end));
}

function byParts({ find }: Vocabulary, body: string): Entry | undefined {
  const firstBar = body.indexOf('|');
  if (firstBar < 0) return undefined;
  const first = find('first', body.slice(0, firstBar).trimEnd());
  const lastPart = body.slice(body.lastIndexOf('|') + 1).trimStart();
  // `Acme | About`: a tab stands behind a bar too.
  const last = find('last', lastPart) ?? find('tab', lastPart);
  return first && last ? (first.rank <= last.rank ? first : last) : (first ?? last);
}

function byTab({ find }: Vocabulary, body: string): Entry | undefined {
  const colon = body.lastIndexOf(': ');
  return colon < 0 ? undefined : find('tab', body.slice(colon + 2));
}

/** "Forgot password?" and "Invitations (3)" are found by the words before the sign or number. */
function byWhole({ find }: Vocabulary, body: string): Entry | undefined {
  const bare = /[?!)]$/.test(body) ? body.replace(/ ?(?:[?!]|\(\d{1,6}\+?\))$/, '') : body;
  return find('page', body) ?? (bare === body ? undefined : find('page', bare));
}

function byAll(vocabulary: Vocabulary, body: string): Entry | undefined {
  return (
    byParts(vocabulary, body) ??
    byWhole(vocabulary, body) ??
    byTab(vocabulary, body) ??
    vocabulary.findWord(body)
  );
}

/**
 * What stands behind the text that an extension (`[Work] Feed`) or a web app (`My LinkedIn - Feed`) writes before
 * a page: a counter shows where the page begins, else the longest end that is a page's words.
 */
function behindPrefix(
  vocabulary: Vocabulary,
  body: string,
  isSiteApp: boolean,
): PageMatch | undefined {
  const counted = behindCounter(body);
  if (counted !== undefined) {
    return words(byAll(vocabulary, counted)) ?? byShape(vocabulary, counted);
  }
  for (const start of pageStarts(body, isSiteApp)) {
    const rest = body.slice(start);
    const entry = byParts(vocabulary, rest) ?? byWhole(vocabulary, rest);
    if (entry) return words(entry);
  }
  return undefined;
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
