import type { Activity } from '../domain/activity.ts';
import { activityIn, type PathsByActivity, type PathTable } from './path-table.ts';
import { isDigit } from './pattern.ts';

/** The rule of the path table that decided, and its activity. */
export interface AddressMatch {
  readonly activity: Activity;
  /** The path as the table has it, `host:` and a name, or `other`. */
  readonly rule: string;
}

/** What an address is; undefined where it is not LinkedIn's. */
export type MatchAddress = (address: string) => AddressMatch | undefined;

/** The longest part of an address that is looked at. */
const LONGEST = 2048;
/** No address of the table has nearly as many parts. */
const MOST_PARTS = 40;
/** The longest name between the dots of a host, by RFC 1035. */
const LONGEST_NAME = 63;

const HASH = 0x23;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const QUESTION = 0x3f;

/** Whether a UTF-16 unit is a letter of ASCII, large or small. */
function isLetter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

interface Node {
  readonly parts: Map<string, Node>;
  match?: AddressMatch;
  /** What counts instead where the query has a certain part. */
  readonly byQuery: Map<string, AddressMatch>;
}

function newNode(): Node {
  return { parts: new Map(), byQuery: new Map() };
}

/** Host, path and query of an address, lower case but for the query. */
interface Address {
  readonly host: string;
  readonly path: string;
  readonly query: string;
}

/**
 * Takes an address apart, more strictly than browsers do: they report the addresses that they show
 * in a normal form, so anything else in the host (a user name, a backslash, a percent sign, letters
 * that look alike) is a trick or a mistake. Undefined for that and for other schemes.
 */
export function parseAddress(address: string): Address | undefined {
  const text = address.slice(0, LONGEST);
  const start = /^https?:\/\//i.exec(text)?.[0].length ?? 0;
  const end = authorityEnd(text, start);
  const hostTo = hostEnd(text, start, end);
  if (hostTo < 0) return undefined;
  const hash = text.indexOf('#', end);
  const to = hash < 0 ? text.length : hash;
  const mark = text.indexOf('?', end);
  const pathTo = mark < 0 || mark > to ? to : mark;
  return {
    host: text.slice(start, hostTo).toLowerCase(),
    path: text.slice(end, pathTo).toLowerCase(),
    query: text.slice(pathTo + 1, to),
  };
}

/** Where host and port end: at the first `/`, `?` or `#`. */
function authorityEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === SLASH || unit === QUESTION || unit === HASH) return at;
  }
  return text.length;
}

/** Where a host of plain names ends, a port behind it left out; -1 where it is none. */
function hostEnd(text: string, from: number, to: number): number {
  const colon = text.indexOf(':', from);
  const end = colon < 0 || colon > to ? to : colon;
  if (end < to && !/^:\d{0,5}$/.test(text.slice(end, to))) return -1;
  let names = 1;
  let nameFrom = from;
  let hasLettersAlone = true;
  for (let at = from; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === DOT) {
      if (at === nameFrom || at - nameFrom > LONGEST_NAME) return -1;
      names += 1;
      nameFrom = at + 1;
      hasLettersAlone = true;
    } else if (!isLetter(unit)) {
      if (unit !== HYPHEN && !isDigit(unit)) return -1;
      hasLettersAlone = false;
    }
  }
  const last = end - nameFrom;
  return names > 1 && hasLettersAlone && last >= 2 && last <= LONGEST_NAME ? end : -1;
}

/** The parts of a path that hold something, of its first 40. */
function partsOf(path: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let count = 0; count < MOST_PARTS && from <= path.length; count += 1) {
    const slash = path.indexOf('/', from);
    const end = slash < 0 ? path.length : slash;
    if (end > from) parts.push(path.slice(from, end));
    from = end + 1;
  }
  return parts;
}

function addPaths(root: Node, paths: PathsByActivity): void {
  for (const [activity, list] of Object.entries(paths)) {
    for (const entry of list) {
      const [path = '', query] = entry.split('?');
      let node = root;
      for (const part of path.toLowerCase().split('/').filter(Boolean)) {
        let next = node.parts.get(part);
        if (!next) node.parts.set(part, (next = newNode()));
        node = next;
      }
      const match = { activity: activityIn('paths.json', activity), rule: entry };
      if (query === undefined) node.match = match;
      else node.byQuery.set(query, match);
    }
  }
}

/** The deepest entry that fits the parts from `index` on. */
function findPath(
  node: Node,
  parts: readonly string[],
  index: number,
  query: string,
): AddressMatch | undefined {
  const part = parts[index];
  if (part !== undefined) {
    const exact = node.parts.get(part);
    const deeper = exact && findPath(exact, parts, index + 1, query);
    if (deeper) return deeper;
    const any = node.parts.get('*');
    const below = any && findPath(any, parts, index + 1, query);
    if (below) return below;
  }
  if (node.byQuery.size > 0 && query !== '') {
    for (const pair of query.split('&', 50)) {
      const match = node.byQuery.get(pair);
      if (match) return match;
    }
  }
  return node.match;
}

/** Makes the table of addresses ready. */
export function compileAddresses(table: PathTable): MatchAddress {
  const other: AddressMatch = { activity: 'other', rule: 'other' };
  const home: AddressMatch = { activity: 'feed', rule: '/' };
  const root = newNode();
  addPaths(root, table.paths);
  const wrappers = new Set(table.wrappers);
  const hosts = new Map<string, { readonly match: AddressMatch; readonly root: Node }>();
  for (const [name, { activity, paths = {} }] of Object.entries(table.hosts)) {
    const match = { activity: activityIn('paths.json', activity), rule: `host:${name}` };
    const hostRoot = newNode();
    addPaths(hostRoot, paths);
    hosts.set(name, { match, root: hostRoot });
  }
  const subdomains = `.${table.domain}`;

  const isWrapper = (part: string, next: string | undefined): boolean => {
    // A language: `nl-nl`, or `nl` where what follows is a path of the table. `in` is a profile.
    if (part.length === 5 && /^[a-z]{2}[-_][a-z]{2}$/.test(part)) return true;
    if (part.length === 2 && !root.parts.has(part) && root.parts.has(next ?? '')) {
      return /^[a-z]{2}$/.test(part);
    }
    return next !== undefined && wrappers.has(part);
  };

  return (address) => {
    const parsed = parseAddress(address);
    if (!parsed) return undefined;
    const { host, path, query } = parsed;
    if (table.shortLinks.includes(host)) return other;
    if (host !== table.domain && !host.endsWith(subdomains)) return undefined;
    const name = host === table.domain ? 'www' : host.slice(0, -subdomains.length);

    const parts = partsOf(path);
    let first = 0;
    while (isWrapper(parts[first] ?? '', parts[first + 1])) first += 1;
    const special = hosts.get(name);
    if (special) return findPath(special.root, parts, first, query) ?? special.match;
    if (first === parts.length) {
      // The start page of the site itself, in any country; another site's is not a feed.
      return /^(?:www|m|mobile|touch|lite|[a-z]{2,3})$/.test(name) ? home : other;
    }
    return findPath(root, parts, first, query) ?? other;
  };
}
