import { UserError } from '../../shared/domain/user-error.ts';
import { type EventTable, createEventTable } from './columns.ts';
import type { BucketHead, ExportHandler, RawEvent } from './export-reader.ts';
import type { Interpreter } from './meaning.ts';
import type { SkipCounter } from './skipped.ts';

/** More buckets or events than a life of exports has; the memory that they take is bounded by it. */
const MOST_BUCKETS = 1_000;
const MOST_EVENTS = 20_000_000;

/** A longer event would be one that nobody ended. */
const MOST_SECONDS = 86_400;

/** What a bucket tells of. */
export type BucketKind = 'window' | 'afk' | 'page' | 'foreign';

/** A bucket whose events are in the table. */
export interface Bucket {
  readonly number: number;
  readonly kind: BucketKind;
  /** Name of the computer; the same for all buckets that have none. */
  readonly host: string;
  /** Name of the browser that a web watcher watched. */
  readonly watched: string;
}

/** The events of an export that can be used. */
export interface ReadEvents {
  readonly table: EventTable;
  /** Those that have events to use. */
  readonly buckets: readonly Bucket[];
  /** Every event in the file. */
  readonly events: number;
}

const KIND_BY_TYPE: Readonly<Record<string, BucketKind>> = {
  currentwindow: 'window',
  afkstatus: 'afk',
  'web.tab.current': 'page',
};
const KIND_BY_PREFIX: readonly (readonly [string, BucketKind])[] = [
  ['aw-watcher-window', 'window'],
  ['aw-watcher-afk', 'afk'],
  ['aw-watcher-web', 'page'],
];

/** The kind that a bucket's type or name tells of; undefined where it has neither yet. */
function kindOf({ type, id }: BucketHead): BucketKind | undefined {
  if (type !== undefined) {
    return Object.hasOwn(KIND_BY_TYPE, type) ? KIND_BY_TYPE[type] : 'foreign';
  }
  if (id === undefined) return undefined;
  return KIND_BY_PREFIX.find(([prefix]) => id.startsWith(prefix))?.[1] ?? 'foreign';
}

/** The kind that an event looks like, where its bucket tells nothing before its events; undefined for none. */
function looksLike(event: RawEvent | undefined): BucketKind | undefined {
  if (event?.app !== undefined) return 'window';
  if (event?.status !== undefined) return 'afk';
  return event?.url === undefined ? undefined : 'page';
}

/** `chrome` of `aw-watcher-web-chrome_host`. */
function watchedBrowser(id: string | undefined): string {
  return /^aw-watcher-web-([^_]{1,50})/.exec(id ?? '')?.[1] ?? '';
}

const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,12})?(?:Z|[+-]\d\d:\d\d)$/;

/** UTC milliseconds of a timestamp; NaN where it is none. Without an offset it could be any time. */
function readTimestamp(text: string | undefined): number {
  return text !== undefined && TIMESTAMP.test(text) ? Date.parse(text) : Number.NaN;
}

/** What {@link createEventReader} needs. */
export interface EventReaderNeeds {
  readonly interpreter: Interpreter;
  readonly skipped: SkipCounter;
  /** Events that end later are not used: a span of the future would stand in the way of the tracker. */
  readonly nowMs: number;
}

/**
 * Turns the buckets and events of an export into numbers as they come. Each title and address is classified
 * and dropped here, before the next event is read.
 *
 * @throws UserError from its handler where there are more buckets or events than can be.
 */
export function createEventReader(needs: EventReaderNeeds): {
  handler: ExportHandler;
  result(): ReadEvents;
} {
  const { interpreter, skipped, nowMs } = needs;
  const table = createEventTable();
  const buckets: Bucket[] = [];
  let head: BucketHead = { number: 0, id: undefined, type: undefined, hostname: undefined };
  let kind: BucketKind | undefined;
  let watched = '';
  /** Events of the bucket under way: all, and those in the table. */
  let seen = 0;
  let kept = 0;
  let events = 0;

  /** The number that is kept of an event; undefined where it lacks what its kind has. */
  function codeOf(event: RawEvent): number | undefined {
    const { title = '', url, incognito } = event;
    switch (kind) {
      case 'window':
        if (event.app === undefined) return undefined;
        return interpreter.window({ app: event.app, title, url, incognito });
      case 'page':
        if (url === undefined) return undefined;
        return interpreter.page({ app: watched || 'chrome', title, url, incognito });
      default:
        return event.status === 'afk' || event.status === 'not-afk' ? 0 : undefined;
    }
  }

  function use(event: RawEvent): void {
    const startMs = readTimestamp(event.timestamp);
    const seconds = event.durationSeconds ?? Number.NaN;
    const lengthMs = Math.round(seconds * 1000);
    if (event.damaged) skipped.add(head.number, seen, 'damaged');
    else if (!(startMs >= 0)) skipped.add(head.number, seen, 'timestamp');
    else if (!(seconds >= 0 && seconds <= MOST_SECONDS)) skipped.add(head.number, seen, 'duration');
    else if (startMs + lengthMs > nowMs) skipped.add(head.number, seen, 'future');
    else if (kind === 'afk' && lengthMs === 0) skipped.add(head.number, seen, 'no-time');
    else {
      const code = codeOf(event);
      if (code === undefined) {
        skipped.add(head.number, seen, 'damaged');
        return;
      }
      kept += 1;
      // Only the time without input is taken away.
      if (event.status === 'not-afk' && kind === 'afk') return;
      if (table.size >= MOST_EVENTS) {
        throw new UserError(`The export has more than ${MOST_EVENTS} events, which is too many.`);
      }
      table.add(head.number, startMs, lengthMs, code);
    }
  }

  return {
    handler: {
      bucketStart(bucket) {
        if (bucket.number > MOST_BUCKETS) {
          throw new UserError(
            `The export has more than ${MOST_BUCKETS} buckets, which is too many.`,
          );
        }
        head = bucket;
        kind = undefined;
        watched = '';
        seen = kept = 0;
      },
      event(event) {
        events += 1;
        seen += 1;
        if (kind === undefined) {
          kind = kindOf(head) ?? looksLike(event);
          watched = watchedBrowser(head.id);
        }
        if (kind === undefined || kind === 'foreign') skipped.add(head.number, seen, 'foreign');
        else if (event === undefined) skipped.add(head.number, seen, 'damaged');
        else use(event);
      },
      bucketEnd() {
        const known = kindOf(head) ?? kind;
        watched = watchedBrowser(head.id);
        const usable =
          known === kind && (kind !== 'page' || interpreter.browsersOf(watched).length > 0);
        if (kind === undefined || kind === 'foreign') return;
        if (usable) buckets.push({ number: head.number, kind, host: head.hostname ?? '', watched });
        else skipped.addMany(head.number, 'foreign', kept);
      },
    },
    result: () => ({ table, buckets, events }),
  };
}
