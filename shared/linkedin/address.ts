import type { Activity } from '../domain/activity.ts';
import { activityIn, type PathsByActivity, type PathTable } from './path-table.ts';

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
  const scheme = /^(?:(https?):\/\/)?/i.exec(text)?.[0] ?? '';
  let end = scheme.length;
  while (end < text.length && !'/?#'.includes(text.charAt(end))) end += 1;
  const host = /^((?:[a-z0-9-]{1,63}\.)+[a-z]{2,63})(?::\d{0,5})?$/i.exec(
    text.slice(scheme.length, end),
  )?.[1];
  if (host === undefined) return undefined;
  const fragment = text.indexOf('#', end);
  const rest = fragment < 0 ? text.slice(end) : text.slice(end, fragment);
  const question = rest.indexOf('?');
  return {
    host: host.toLowerCase(),
    path: (question < 0 ? rest : rest.slice(0, question)).toLowerCase(),
    query: question < 0 ? '' : rest.slice(question + 1),
  };
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
    if (wrappers.has(part)) return next !== undefined;
    // A language: `nl-nl`, or `nl` where what follows is a path of the table. `in` is a profile.
    if (/^[a-z]{2}[-_][a-z]{2}$/.test(part)) return true;
    return /^[a-z]{2}$/.test(part) && !root.parts.has(part) && root.parts.has(next ?? '');
  };

  return (address) => {
    const parsed = parseAddress(address);
    if (!parsed) return undefined;
    const { host, path, query } = parsed;
    if (table.shortLinks.includes(host)) return other;
    if (host !== table.domain && !host.endsWith(subdomains)) return undefined;
    const name = host === table.domain ? 'www' : host.slice(0, -subdomains.length);

    const parts = path.split('/', 40).filter(Boolean);
    while (parts[0] !== undefined && isWrapper(parts[0], parts[1])) parts.shift();
    const special = hosts.get(name);
    if (special) return findPath(special.root, parts, 0, query) ?? special.match;
    if (parts.length === 0) {
      // The start page of the site itself, in any country; another site's is not a feed.
      return /^(?:www|m|mobile|touch|lite|[a-z]{2,3})$/.test(name) ? home : other;
    }
    return findPath(root, parts, 0, query) ?? other;
  };
}
