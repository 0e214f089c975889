import type { ExportProblem } from '../../shared/ipc/history-import.ts';
import { type Token, jsonParser } from 'stream-json/core/parser.js';

/** Nothing of an export is nested deeper; a file that is would fill the parser's memory. */
const MOST_DEPTH = 200;
/** A longer text is no title and no address. */
const MOST_TEXT = 65_536;
/** A value that goes on for longer is none: the parser holds one until it ends. */
const MOST_SILENCE = 16_777_216;

/** One event as it stands in the file. It is written over by the next one, and lives no longer. */
export interface RawEvent {
  timestamp: string | undefined;
  durationSeconds: number | undefined;
  app: string | undefined;
  title: string | undefined;
  url: string | undefined;
  status: string | undefined;
  incognito: boolean;
  /** Whether a part is of another type than it has to be, or far too long. */
  damaged: boolean;
}

/** What is known of a bucket; its parts may stand behind its events. */
export interface BucketHead {
  /** Ordinal in the file, from 1. */
  readonly number: number;
  id: string | undefined;
  type: string | undefined;
  hostname: string | undefined;
}

/** Told of buckets and events in the order of the file. */
export interface ExportHandler {
  bucketStart(bucket: BucketHead): void;
  /** One element of the bucket's events; undefined where it is no object. */
  event(event: RawEvent | undefined): void;
  bucketEnd(): void;
}

/** What the text is, or does, by what is wrong with it. */
const PROBLEMS = {
  'not-json': 'is no JSON',
  'no-object': 'is no object',
  'no-buckets': 'has no buckets',
  'breaks-off': 'breaks off',
  'no-end': 'has no end of a value',
  'too-deep': 'is nested too deep',
} as const satisfies Partial<Record<ExportProblem, string>>;

/** The text is no JSON, or none that is an export. It carries nothing of the text. */
export class ExportShapeError extends Error {
  override readonly name = 'ExportShapeError';
  readonly problem: keyof typeof PROBLEMS;

  constructor(problem: keyof typeof PROBLEMS) {
    super(PROBLEMS[problem]);
    this.problem = problem;
  }
}

/** Takes the text of an export piece by piece. */
export interface ExportReader {
  /** @throws ExportShapeError where the text cannot be one of an export. */
  write(text: string): void;
  /** @throws ExportShapeError where the text breaks off, or has no buckets. */
  end(): void;
}

/** Where in an export the reader is; what lies beside this path is passed over. */
type Level = 'outside' | 'root' | 'buckets' | 'bucket' | 'events' | 'event' | 'data';

const PARENT = {
  outside: 'outside',
  root: 'outside',
  buckets: 'root',
  bucket: 'buckets',
  events: 'bucket',
  event: 'events',
  data: 'event',
} as const satisfies Record<Level, Level>;

type TextField = 'app' | 'title' | 'url' | 'status';
const TEXT_FIELDS: readonly string[] = ['app', 'title', 'url', 'status'] satisfies TextField[];

function isTextField(key: string): key is TextField {
  return TEXT_FIELDS.includes(key);
}

/** Where the reader is, and what it has read there. */
interface Reading {
  readonly handler: ExportHandler;
  readonly event: RawEvent;
  level: Level;
  bucket: BucketHead;
  key: string;
  listOfBuckets: boolean;
  hasBuckets: boolean;
  finished: boolean;
  /** How many containers deep the reader is in something that it passes over. */
  aside: number;
}

function startReading(handler: ExportHandler): Reading {
  return {
    handler,
    event: {
      timestamp: undefined,
      durationSeconds: undefined,
      app: undefined,
      title: undefined,
      url: undefined,
      status: undefined,
      incognito: false,
      damaged: false,
    },
    level: 'outside',
    bucket: { number: 0, id: undefined, type: undefined, hostname: undefined },
    key: '',
    listOfBuckets: false,
    hasBuckets: false,
    finished: false,
    aside: 0,
  };
}

function startBucket(at: Reading): void {
  const id = at.listOfBuckets ? undefined : at.key;
  at.bucket = { number: at.bucket.number + 1, id, type: undefined, hostname: undefined };
  at.handler.bucketStart(at.bucket);
}

function startEvent(at: Reading): void {
  at.event.timestamp = at.event.app = at.event.title = at.event.url = at.event.status = undefined;
  at.event.durationSeconds = undefined;
  at.event.incognito = at.event.damaged = false;
}

/** The level that a container starts; undefined where it is passed over. */
function levelOf(at: Reading, isArray: boolean): Level | undefined {
  switch (at.level) {
    case 'outside':
      if (isArray || at.finished) throw new ExportShapeError('no-object');
      return 'root';
    case 'root':
      return at.key === 'buckets' ? 'buckets' : undefined;
    case 'buckets':
      return isArray ? undefined : 'bucket';
    case 'bucket':
      return isArray && at.key === 'events' ? 'events' : undefined;
    case 'events':
      return isArray ? undefined : 'event';
    case 'event':
      return !isArray && at.key === 'data' ? 'data' : undefined;
    case 'data':
      return undefined;
  }
}

function startContainer(at: Reading, isArray: boolean): void {
  if (at.aside === 0) {
    const next = levelOf(at, isArray);
    if (next) {
      at.level = next;
      if (next === 'buckets') {
        at.listOfBuckets = isArray;
        at.hasBuckets = true;
      } else if (next === 'bucket') startBucket(at);
      else if (next === 'event') startEvent(at);
      return;
    }
    otherValue(at);
  }
  at.aside += 1;
  if (at.aside > MOST_DEPTH) throw new ExportShapeError('too-deep');
}

function endContainer(at: Reading): void {
  if (at.aside > 0) {
    at.aside -= 1;
    return;
  }
  if (at.level === 'event') at.handler.event(at.event);
  else if (at.level === 'bucket') at.handler.bucketEnd();
  else if (at.level === 'root') at.finished = true;
  at.level = PARENT[at.level];
}

/** A value of a type that its place does not have. */
function otherValue(at: Reading): void {
  if (at.level === 'events') at.handler.event(undefined);
  else if (at.level === 'event') at.event.damaged ||= at.key === 'data';
  else if (at.level === 'data') at.event.damaged ||= isTextField(at.key);
}

function isWanted(at: Reading): boolean {
  if (at.aside > 0) return false;
  if (at.level === 'data') return isTextField(at.key);
  if (at.level === 'event') return at.key === 'timestamp';
  return at.level === 'bucket';
}

function textValue(at: Reading, text: string): void {
  if (at.level === 'outside') throw new ExportShapeError('no-object');
  if (!isWanted(at)) {
    if (at.aside === 0) otherValue(at);
  } else if (at.level === 'bucket') {
    if (text.length > MOST_TEXT) return;
    if (at.key === 'id') at.bucket.id ??= text;
    else if (at.key === 'type' || at.key === 'hostname') at.bucket[at.key] = text;
  } else if (text.length > MOST_TEXT) at.event.damaged = true;
  else if (at.level === 'event') at.event.timestamp = text;
  else if (isTextField(at.key)) at.event[at.key] = text;
}

function take(at: Reading, token: Token): void {
  switch (token.name) {
    case 'startObject':
    case 'startArray':
      startContainer(at, token.name === 'startArray');
      break;
    case 'endObject':
    case 'endArray':
      endContainer(at);
      break;
    case 'keyValue':
      if (at.aside === 0) at.key = token.value;
      break;
    case 'stringValue':
      textValue(at, token.value);
      break;
    case 'numberValue':
      if (at.level === 'event' && at.key === 'duration' && at.aside === 0) {
        at.event.durationSeconds = Number(token.value);
      } else if (at.aside === 0) otherValue(at);
      break;
    case 'trueValue':
    case 'falseValue':
      if (at.level === 'data' && at.key === 'incognito' && at.aside === 0) {
        at.event.incognito = token.value;
      } else if (at.aside === 0) otherValue(at);
      break;
    case 'nullValue':
      // A part that is null is one that is not there.
      if (at.aside === 0 && at.level === 'events') otherValue(at);
      break;
    default:
  }
}

/**
 * Reads an export of ActivityWatch from the tokens of its JSON: no part of it but the event under way is
 * held, however long the file, and no object is made of it, whatever its keys are called.
 */
export function createExportReader(handler: ExportHandler): ExportReader {
  const parse = jsonParser({ streamValues: false });
  const at = startReading(handler);
  let silence = 0;

  return {
    write(piece) {
      let tokens: readonly Token[] = [];
      try {
        const parsed = parse(piece);
        if (typeof parsed === 'object') tokens = parsed.values;
      } catch {
        // What the parser says may quote the text.
        throw new ExportShapeError('not-json');
      }
      silence = tokens.length > 0 ? 0 : silence + piece.length;
      if (silence > MOST_SILENCE) throw new ExportShapeError('no-end');
      for (const token of tokens) take(at, token);
    },
    end() {
      if (!at.finished) throw new ExportShapeError('breaks-off');
      if (!at.hasBuckets) throw new ExportShapeError('no-buckets');
    },
  };
}
