import { UserError } from '../../shared/domain/user-error.ts';
import type { SkipReason } from '../../shared/ipc/history-import.ts';
import { type BucketKind, hostOf, kindOf, watchedBrowser } from './bucket-names.ts';
import { type EventTable, createEventTable } from './columns.ts';
import type { BucketHead, ExportHandler, RawEvent } from './export-reader.ts';
import type { Interpreter, Understood } from './meaning.ts';
import type { SkipCounter } from './skipped.ts';

/** More buckets or events than a life of exports has; the memory that they take is bounded by it. */
const MOST_BUCKETS = 1_000;
const MOST_EVENTS = 20_000_000;

/** What is kept of an event of the AFK watcher. */
const AWAY = 0;
export const PRESENT = 1;

/** A bucket whose events are in the table. */
export interface Bucket {
  readonly number: number;
  readonly kind: BucketKind;
  /** Name of the computer; empty where nothing tells it. */
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
  /** Windows of browsers, and those of them whose titles ActivityWatch was told to leave out. */
  readonly browserWindows: number;
  readonly excludedWindows: number;
}

/** The kind that an event looks like, where its bucket tells nothing before its events; undefined for none. */
function looksLike(event: RawEvent | undefined): BucketKind | undefined {
  if (event?.app !== undefined) return 'window';
  if (event?.status !== undefined) return 'afk';
  return event?.url === undefined ? undefined : 'page';
}

/** What is kept of the states that an AFK watcher knows; of another one nothing. */
const STATES = new Map([
  ['afk', { meaning: AWAY, title: 0 }],
  ['not-afk', { meaning: PRESENT, title: 0 }],
]);

const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,12})?(?:Z|[+-]\d\d:\d\d)$/;

/** UTC milliseconds of a timestamp; NaN where it is none. Without an offset it could be any time. */
function readTimestamp(text: string | undefined): number {
  return text !== undefined && TIMESTAMP.test(text) ? Date.parse(text) : Number.NaN;
}

/** What {@link createEventReader} needs. */
export interface EventReaderNeeds {
  readonly interpreter: Interpreter;
  readonly skipped: SkipCounter;
  /** What lies later is not used: a span of the future would stand in the way of the tracker. */
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
  let browserWindows = 0;
  let excludedWindows = 0;

  /** What is kept of an event; undefined where it lacks what its kind has. */
  function understand(event: RawEvent): Pick<Understood, 'meaning' | 'title'> | undefined {
    const { app, title = '', url, incognito } = event;
    switch (kind) {
      case 'window':
      case 'phone': {
        if (app === undefined) return undefined;
        const understood = interpreter.window({ app, title, url, incognito });
        if (understood.isBrowser) browserWindows += 1;
        if (understood.isBrowser && understood.isExcluded) excludedWindows += 1;
        return understood;
      }
      case 'page':
        if (url === undefined) return undefined;
        return interpreter.page({ app: watched || 'chrome', title, url, incognito });
      default:
        return STATES.get(event.status ?? '');
    }
  }

  /** Why an event is not used, whatever it holds. */
  function faultOf(event: RawEvent, startMs: number, seconds: number): SkipReason | undefined {
    if (event.damaged) return 'damaged';
    if (!(startMs >= 0)) return 'timestamp';
    if (!(seconds >= 0 && seconds < Infinity)) return 'duration';
    if (startMs > nowMs) return 'future';
    return kind === 'afk' && seconds === 0 ? 'no-time' : undefined;
  }

  function use(event: RawEvent): void {
    const startMs = readTimestamp(event.timestamp);
    const seconds = event.durationSeconds ?? Number.NaN;
    const fault = faultOf(event, startMs, seconds);
    const understood = fault ? undefined : understand(event);
    if (!understood) {
      skipped.add(head.number, seen, fault ?? 'damaged');
      return;
    }
    kept += 1;
    if (table.size >= MOST_EVENTS) {
      throw new UserError(`The export has more than ${MOST_EVENTS} events, which is too many.`);
    }
    const lengthMs = Math.min(Math.round(seconds * 1000), nowMs - startMs);
    table.add(head.number, startMs, lengthMs, understood.meaning, understood.title);
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
        if (kind === undefined || kind === 'foreign') return;
        const known = kindOf(head) ?? kind;
        watched = watchedBrowser(head.id);
        // Of a telephone the same is read as of a computer, and its name may stand behind its events.
        const asRead = known === kind || (known === 'phone' && kind === 'window');
        const usable = asRead && (kind !== 'page' || interpreter.isBrowser(watched));
        if (!usable) skipped.addMany(head.number, 'foreign', kept);
        else if (kept > 0) {
          buckets.push({ number: head.number, kind: known, host: hostOf(head), watched });
        }
      },
    },
    result: () => ({ table, buckets, events, browserWindows, excludedWindows }),
  };
}
