import { sameComputers } from './bucket-names.ts';
import type { EventTable } from './columns.ts';
import { activityPartOf } from './meaning.ts';
import type { Bucket, ReadEvents } from './read-events.ts';

/** The events of one kind from one computer, by time, as indexes of the table. */
export interface Track {
  readonly length: number;
  at(place: number): number;
}

const NO_EVENTS: Track = { length: 0, at: () => 0 };

/** The events of one web watcher, and the browser that it watched. */
export interface PageTrack {
  readonly watched: string;
  readonly track: Track;
}

/** What one computer's watchers saw. */
export interface HostTracks {
  readonly windows: Track;
  /** Presence and absence; undefined where no AFK watcher tells of the computer. */
  readonly afk: Track | undefined;
  readonly pages: readonly PageTrack[];
}

/** The events of an export, by computer and kind. */
export interface Tracks {
  /** Computers with window events, by name. */
  readonly hosts: readonly HostTracks[];
  /** From web watchers that do not say which computer they ran on. */
  readonly sharedPages: readonly PageTrack[];
  /** Apps of telephones. */
  readonly phones: readonly Track[];
}

/** The order of the events of a table: by start, of those that start together the longest first. */
function compareEvents(table: EventTable, a: number, b: number): number {
  return (
    table.startMs(a) - table.startMs(b) ||
    table.lengthMs(b) - table.lengthMs(a) ||
    activityPartOf(table.code(a)) - activityPartOf(table.code(b)) ||
    table.code(a) - table.code(b)
  );
}

/** Sorts indexes in place. What is in order already, or the other way round as exports are, costs one walk. */
export function sortIndexes(
  indexes: Uint32Array,
  compare: (a: number, b: number) => number,
): Uint32Array {
  let ascending = true;
  let descending = true;
  for (let at = 1; at < indexes.length && (ascending || descending); at += 1) {
    const order = compare(indexes[at - 1] ?? 0, indexes[at] ?? 0);
    if (order > 0) ascending = false;
    else if (order < 0) descending = false;
  }
  if (ascending) return indexes;
  return descending ? indexes.reverse() : indexes.sort(compare);
}

/** What a walk over the table tells of a group of buckets. */
interface Group {
  size: number;
  first: number;
  last: number;
  /** Whether no event of another group lies between its own. */
  together: boolean;
  ascending: boolean;
  descending: boolean;
}

/** A track that is a stretch of the table, which takes no memory; undefined where it is none. */
function stretchOf({ size, first, last, together, ascending, descending }: Group) {
  if (!together) return undefined;
  if (ascending) return { length: size, at: (place: number) => first + place };
  return descending ? { length: size, at: (place: number) => last - place } : undefined;
}

/** The events of each group of buckets; events of buckets in no group are left out. */
function gather({ table, buckets }: ReadEvents, groups: readonly (readonly Bucket[])[]): Track[] {
  const most = buckets.reduce((number, bucket) => Math.max(number, bucket.number), 0);
  const groupOf = new Int32Array(most + 1).fill(-1);
  for (const [group, members] of groups.entries()) {
    for (const { number } of members) groupOf[number] = group;
  }
  const compare = (a: number, b: number) => compareEvents(table, a, b);
  const found = groups.map((): Group => ({
    size: 0,
    first: 0,
    last: -1,
    together: true,
    ascending: true,
    descending: true,
  }));
  for (let index = 0; index < table.size; index += 1) {
    const group = found[groupOf[table.bucket(index)] ?? -1];
    if (!group) continue;
    if (group.size === 0) group.first = index;
    else {
      const order = compare(group.last, index);
      if (order > 0) group.ascending = false;
      else if (order < 0) group.descending = false;
      if (group.last !== index - 1) group.together = false;
    }
    group.last = index;
    group.size += 1;
  }
  const tracks = found.map((group) => stretchOf(group) ?? new Uint32Array(group.size));
  const filled = groups.map(() => 0);
  for (let index = 0; index < table.size; index += 1) {
    const group = groupOf[table.bucket(index)] ?? -1;
    const track = tracks[group];
    if (!(track instanceof Uint32Array)) continue;
    const at = filled[group] ?? 0;
    track[at] = index;
    filled[group] = at + 1;
  }
  return tracks.map((track) => {
    if (!(track instanceof Uint32Array)) return track;
    const sorted = sortIndexes(track, compare);
    return { length: sorted.length, at: (place) => sorted[place] ?? 0 };
  });
}

/** Sorts the events of an export into tracks. */
export function sortIntoTracks(events: ReadEvents): Tracks {
  const named = events.buckets;
  const computers = named.filter(({ kind }) => kind !== 'phone');
  const sameAs = sameComputers(
    computers.map(({ host }) => host),
    new Set(computers.filter(({ kind }) => kind === 'afk').map(({ host }) => host)),
  );
  const buckets = named.map((bucket) => ({
    ...bucket,
    host: sameAs.get(bucket.host) ?? bucket.host,
  }));
  const ofKind = (kind: Bucket['kind']) => buckets.filter((bucket) => bucket.kind === kind);
  const windows = Map.groupBy(ofKind('window'), ({ host }) => host);
  const afk = Map.groupBy(ofKind('afk'), ({ host }) => host);
  // A watcher that names no computer is no other computer's.
  const isOwn = (host: string) => windows.has(host) && (host !== '' || windows.size === 1);
  const pages = Map.groupBy(ofKind('page'), ({ host, watched }) =>
    isOwn(host) ? `${watched} ${host}` : watched,
  );
  const phones = Map.groupBy(ofKind('phone'), ({ host }) => host);
  const names = [...windows.keys()].sort();
  const groups = [...windows.values(), ...afk.values(), ...pages.values(), ...phones.values()];
  const tracks = new Map(gather(events, groups).map((track, index) => [groups[index], track]));
  const trackOf = (group: Bucket[] | undefined) => group && tracks.get(group);

  const pageTracks = [...pages.values()].map((group) => ({
    host: group[0]?.host ?? '',
    watched: group[0]?.watched ?? '',
    track: trackOf(group) ?? NO_EVENTS,
  }));
  const pagesByHost = Map.groupBy(pageTracks, ({ host }) => host);
  return {
    hosts: names.map((name) => ({
      windows: trackOf(windows.get(name)) ?? NO_EVENTS,
      afk: trackOf(afk.get(name)),
      pages: isOwn(name) ? (pagesByHost.get(name) ?? []) : [],
    })),
    sharedPages: pageTracks.filter(({ host }) => !isOwn(host)),
    phones: [...phones.keys()].sort().map((name) => trackOf(phones.get(name)) ?? NO_EVENTS),
  };
}
