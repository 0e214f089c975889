import type { EventTable } from './columns.ts';
import type { Bucket, ReadEvents } from './read-events.ts';

/** The events of one kind from one computer, by time, as indexes of the table. */
export type Track = Uint32Array;

/** The events of one web watcher, and the browser that it watched. */
export interface PageTrack {
  readonly watched: string;
  readonly track: Track;
}

/** What one computer's watchers saw. */
export interface HostTracks {
  readonly windows: Track;
  /** Time without input; undefined where no AFK watcher tells of the computer. */
  readonly afk: Track | undefined;
  readonly pages: readonly PageTrack[];
}

/** The events of an export, by computer and kind. */
export interface Tracks {
  /** Computers with window events, by name. */
  readonly hosts: readonly HostTracks[];
  /** From web watchers that do not say which computer they ran on. */
  readonly sharedPages: readonly PageTrack[];
}

/** The order of the events of a table: by start, of those that start together the longest first. */
function compareEvents(table: EventTable, a: number, b: number): number {
  return (
    table.startMs(a) - table.startMs(b) ||
    table.lengthMs(b) - table.lengthMs(a) ||
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

/** The events of each group of buckets; events of buckets in no group are left out. */
function gather({ table, buckets }: ReadEvents, groups: readonly (readonly Bucket[])[]): Track[] {
  const most = buckets.reduce((number, bucket) => Math.max(number, bucket.number), 0);
  const groupOf = new Int32Array(most + 1).fill(-1);
  for (const [group, members] of groups.entries()) {
    for (const { number } of members) groupOf[number] = group;
  }
  const sizes = new Uint32Array(groups.length);
  for (let index = 0; index < table.size; index += 1) {
    const group = groupOf[table.bucket(index)] ?? -1;
    if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1;
  }
  const tracks = groups.map((_, group) => new Uint32Array(sizes[group] ?? 0));
  sizes.fill(0);
  for (let index = 0; index < table.size; index += 1) {
    const group = groupOf[table.bucket(index)] ?? -1;
    const track = tracks[group];
    if (!track) continue;
    const at = sizes[group] ?? 0;
    track[at] = index;
    sizes[group] = at + 1;
  }
  return tracks.map((track) => sortIndexes(track, (a, b) => compareEvents(table, a, b)));
}

/** Sorts the events of an export into tracks. */
export function sortIntoTracks(events: ReadEvents): Tracks {
  const { buckets } = events;
  const ofKind = (kind: Bucket['kind']) => buckets.filter((bucket) => bucket.kind === kind);
  const windows = Map.groupBy(ofKind('window'), ({ host }) => host);
  const afk = Map.groupBy(ofKind('afk'), ({ host }) => host);
  const pages = Map.groupBy(ofKind('page'), ({ host, watched }) =>
    windows.has(host) ? `${watched} ${host}` : watched,
  );
  const names = [...windows.keys()].sort();
  const groups = [...windows.values(), ...afk.values(), ...pages.values()];
  const tracks = new Map(gather(events, groups).map((track, index) => [groups[index], track]));
  const trackOf = (group: Bucket[] | undefined) => group && tracks.get(group);

  const pageTracks = [...pages.values()].map((group) => ({
    host: group[0]?.host ?? '',
    watched: group[0]?.watched ?? '',
    track: trackOf(group) ?? new Uint32Array(),
  }));
  const pagesByHost = Map.groupBy(pageTracks, ({ host }) => host);
  return {
    hosts: names.map((name) => ({
      windows: trackOf(windows.get(name)) ?? new Uint32Array(),
      afk: trackOf(afk.get(name)),
      pages: pagesByHost.get(name) ?? [],
    })),
    sharedPages: pageTracks.filter(({ host }) => !windows.has(host)),
  };
}
