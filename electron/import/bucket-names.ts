import type { BucketHead } from './export-reader.ts';

/** What a bucket tells of: windows of a computer, apps of a telephone, absence, pages of a browser, or nothing of use. */
export type BucketKind = 'window' | 'phone' | 'afk' | 'page' | 'foreign';

const KIND_BY_TYPE: Readonly<Record<string, BucketKind>> = {
  currentwindow: 'window',
  afkstatus: 'afk',
  'web.tab.current': 'page',
};
/** Telephones are told by name alone: their buckets have the type of windows. Screen Time comes under Android's name too. */
const PHONES = ['aw-watcher-android', 'aw-import-screentime'];
const KIND_BY_PREFIX: readonly (readonly [string, BucketKind])[] = [
  ['aw-watcher-window', 'window'],
  ['aw-watcher-afk', 'afk'],
  ['aw-watcher-web', 'page'],
];

/** What ActivityWatch's synchronisation writes behind the name of a bucket from another computer. */
const SYNCED = /-synced-from-(.{1,200})$/;

/** The kind that a bucket's type or name tells of; undefined where it has neither yet. */
export function kindOf({ type, id }: BucketHead): BucketKind | undefined {
  const isPhone = id !== undefined && PHONES.some((prefix) => id.startsWith(prefix));
  if (type !== undefined) {
    const kind = Object.hasOwn(KIND_BY_TYPE, type) ? KIND_BY_TYPE[type] : 'foreign';
    if (!isPhone) return kind;
    return kind === 'window' ? 'phone' : 'foreign';
  }
  if (id === undefined) return undefined;
  if (isPhone) return 'phone';
  return KIND_BY_PREFIX.find(([prefix]) => id.startsWith(prefix))?.[1] ?? 'foreign';
}

/** `chrome` of `aw-watcher-web-chrome_host` and of `aw-watcher-web-chrome-synced-from-host`. */
export function watchedBrowser(id: string | undefined): string {
  const own = id?.replace(SYNCED, '') ?? '';
  return /^aw-watcher-web-([^_]{1,50})/.exec(own)?.[1] ?? '';
}

/** The computer of a bucket, by what it says or else by its name; empty where neither tells it. */
export function hostOf({ hostname = '', id = '' }: BucketHead): string {
  // A web watcher writes this where its server does not tell it.
  if (hostname !== '' && hostname.toLowerCase() !== 'unknown') return hostname;
  return SYNCED.exec(id)?.[1] ?? /^aw-watcher-[^_]{1,50}_(.{1,200})$/.exec(id)?.[1] ?? '';
}

/** A name without the network's part, by which a Mac goes where a network gives it one: `Mac` of `Mac.local`. */
function withoutNetwork(host: string): string {
  const [name = ''] = host.toLowerCase().split('.');
  // An address has no such part.
  return /^\d*$/.test(name) ? host.toLowerCase() : name;
}

/**
 * What each name of a computer stands for. Two names that differ in the network's part are one computer where only one of
 * them tells of absence; where both do they may be two.
 */
export function sameComputers(
  names: Iterable<string>,
  tellsOfAbsence: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const same = new Map<string, string>();
  for (const group of Map.groupBy(new Set(names), withoutNetwork).values()) {
    const telling = group.filter((name) => tellsOfAbsence.has(name));
    const [one] = telling.length === 0 ? group.toSorted() : telling;
    for (const name of group) same.set(name, telling.length > 1 ? name : (one ?? name));
  }
  return same;
}
