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

/** The bucket under way. */
interface UnderWay {
  head: BucketHead;
  kind: BucketKind | undefined;
  watched: string;
  /** Its events so far: all, and those in the table. */
  seen: number;
  kept: number;
}

/** Understands an event of the bucket under way; undefined where it lacks what its kind has. */
type Understand = (
  event: RawEvent,
  bucket: UnderWay,
) => Pick<Understood, 'meaning' | 'title'> | undefined;

/** Windows of browsers, all and those without their titles, counted as they are understood. */
type BrowserCounts = { -readonly [key in 'browserWindows' | 'excludedWindows']: ReadEvents[key] };

function understandingBy(interpreter: Interpreter, counts: BrowserCounts): Understand {
  return ({ app, title = '', url, status, incognito }, { kind, watched }) => {
    switch (kind) {
      case 'window':
      case 'phone': {
        if (app === undefined) return undefined;
        const understood = interpreter.window({ app, title, url, incognito });
        if (understood.isBrowser) counts.browserWindows += 1;
        if (understood.isBrowser && understood.isExcluded) counts.excludedWindows += 1;
        return understood;
      }
      case 'page':
        if (url === undefined) return undefined;
        return interpreter.page({ app: watched || 'chrome', title, url, incognito });
      default:
        return STATES.get(status ?? '');
    }
  };
}

/** Why an event is not used, whatever it holds. */
function faultOf(
  event: RawEvent,
  kind: BucketKind | undefined,
  startMs: number,
  seconds: number,
  nowMs: number,
): SkipReason | undefined {
  if (event.damaged) return 'damaged';
  if (!(startMs >= 0)) return 'timestamp';
  if (!(seconds >= 0 && seconds < Infinity)) return 'duration';
  if (startMs > nowMs) return 'future';
  return kind === 'afk' && seconds === 0 ? 'no-time' : undefined;
}

/** Puts events that can be used into a table. */
function usingIn(table: EventTable, understand: Understand, needs: EventReaderNeeds) {
  const { skipped, nowMs } = needs;
  return (event: RawEvent, bucket: UnderWay): void => {
    const startMs = readTimestamp(event.timestamp);
    const seconds = event.durationSeconds ?? Number.NaN;
    const fault = faultOf(event, bucket.kind, startMs, seconds, nowMs);
    const understood = fault ? undefined : understand(event, bucket);
    if (!understood) {
      skipped.add(bucket.head.number, bucket.seen, fault ?? 'damaged');
      return;
    }
    bucket.kept += 1;
    if (table.size >= MOST_EVENTS) {
      throw new UserError(`The export has more than ${MOST_EVENTS} events, which is too many.`);
    }
    const lengthMs = Math.min(Math.round(seconds * 1000), nowMs - startMs);
    table.add(bucket.head.number, startMs, lengthMs, understood.meaning, understood.title);
  };
}

/** The bucket under way as one whose events are used; undefined where they are of another kind than they were read as. */
function asRead({ head, kind }: UnderWay, interpreter: Interpreter): Bucket | undefined {
  if (kind === undefined) return undefined;
  const known = kindOf(head) ?? kind;
  const watched = watchedBrowser(head.id);
  // Of a telephone the same is read as of a computer, and its name may stand behind its events.
  const isAsRead = known === kind || (known === 'phone' && kind === 'window');
  if (!isAsRead || (kind === 'page' && !interpreter.isBrowser(watched))) return undefined;
  return { number: head.number, kind: known, host: hostOf(head), watched };
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
  const { interpreter, skipped } = needs;
  const table = createEventTable();
  const buckets: Bucket[] = [];
  const counts: BrowserCounts = { browserWindows: 0, excludedWindows: 0 };
  const use = usingIn(table, understandingBy(interpreter, counts), needs);
  const noHead = { number: 0, id: undefined, type: undefined, hostname: undefined };
  const bucket: UnderWay = { head: noHead, kind: undefined, watched: '', seen: 0, kept: 0 };
  let events = 0;

  return {
    handler: {
      bucketStart(head) {
        if (head.number > MOST_BUCKETS) {
          throw new UserError(
            `The export has more than ${MOST_BUCKETS} buckets, which is too many.`,
          );
        }
        bucket.head = head;
        bucket.kind = undefined;
        bucket.watched = '';
        bucket.seen = bucket.kept = 0;
      },
      event(event) {
        const { head } = bucket;
        events += 1;
        bucket.seen += 1;
        if (bucket.kind === undefined) {
          bucket.kind = kindOf(head) ?? looksLike(event);
          bucket.watched = watchedBrowser(head.id);
        }
        const { kind, seen } = bucket;
        if (kind === undefined || kind === 'foreign') skipped.add(head.number, seen, 'foreign');
        else if (event === undefined) skipped.add(head.number, seen, 'damaged');
        else use(event, bucket);
      },
      bucketEnd() {
        const { head, kind, kept } = bucket;
        if (kind === undefined || kind === 'foreign') return;
        const used = asRead(bucket, interpreter);
        if (!used) skipped.addMany(head.number, 'foreign', kept);
        else if (kept > 0) buckets.push(used);
      },
    },
    result: () => ({ table, buckets, events, ...counts }),
  };
}
