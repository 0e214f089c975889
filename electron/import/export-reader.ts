import type { ExportProblem } from '../../shared/ipc/history-import.ts';
import { type Token, jsonParser } from 'stream-json/core/parser.js';

/** Nothing of an export is nested deeper; a file that is would fill the parser's memory. */
const MOST_DEPTH = 200;
/** A longer text is no title and no address. */
const MOST_TEXT = 65_536;
/** A key or a number that goes on for longer is none. */
const MOST_SILENCE = 1_048_576;

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

/**
 * Reads an export of ActivityWatch from the tokens of its JSON: no part of it but the event under way is
 * held, however long the file, and no object is made of it, whatever its keys are called.
 */
export function createExportReader(handler: ExportHandler): ExportReader {
  // Long texts come in pieces, so that they can be cut off.
  const parse = jsonParser({ packStrings: false, streamKeys: false, streamNumbers: false });
  const event: RawEvent = {
    timestamp: undefined,
    durationSeconds: undefined,
    app: undefined,
    title: undefined,
    url: undefined,
    status: undefined,
    incognito: false,
    damaged: false,
  };
  let level: Level = 'outside';
  let bucket: BucketHead = { number: 0, id: undefined, type: undefined, hostname: undefined };
  let key = '';
  let listOfBuckets = false;
  let hasBuckets = false;
  let finished = false;
  /** How many containers deep the reader is in something that it passes over. */
  let aside = 0;
  let text = '';
  let tooLong = false;
  let silence = 0;

  function startBucket(): void {
    const id = listOfBuckets ? undefined : key;
    bucket = { number: bucket.number + 1, id, type: undefined, hostname: undefined };
    handler.bucketStart(bucket);
  }

  function startEvent(): void {
    event.timestamp = event.app = event.title = event.url = event.status = undefined;
    event.durationSeconds = undefined;
    event.incognito = event.damaged = false;
  }

  /** The level that a container starts; undefined where it is passed over. */
  function levelOf(isArray: boolean): Level | undefined {
    switch (level) {
      case 'outside':
        if (isArray || finished) throw new ExportShapeError('no-object');
        return 'root';
      case 'root':
        return key === 'buckets' ? 'buckets' : undefined;
      case 'buckets':
        return isArray ? undefined : 'bucket';
      case 'bucket':
        return isArray && key === 'events' ? 'events' : undefined;
      case 'events':
        return isArray ? undefined : 'event';
      case 'event':
        return !isArray && key === 'data' ? 'data' : undefined;
      case 'data':
        return undefined;
    }
  }

  function startContainer(isArray: boolean): void {
    if (aside === 0) {
      const next = levelOf(isArray);
      if (next) {
        level = next;
        if (next === 'buckets') {
          listOfBuckets = isArray;
          hasBuckets = true;
        } else if (next === 'bucket') startBucket();
        else if (next === 'event') startEvent();
        return;
      }
      otherValue();
    }
    aside += 1;
    if (aside > MOST_DEPTH) throw new ExportShapeError('too-deep');
  }

  function endContainer(): void {
    if (aside > 0) {
      aside -= 1;
      return;
    }
    if (level === 'event') handler.event(event);
    else if (level === 'bucket') handler.bucketEnd();
    else if (level === 'root') finished = true;
    level = PARENT[level];
  }

  /** A value of a type that its place does not have. */
  function otherValue(): void {
    if (level === 'events') handler.event(undefined);
    else if (level === 'event') event.damaged ||= key === 'data';
    else if (level === 'data') event.damaged ||= isTextField(key);
  }

  function isWanted(): boolean {
    if (aside > 0) return false;
    if (level === 'data') return isTextField(key);
    if (level === 'event') return key === 'timestamp';
    return level === 'bucket';
  }

  function textValue(): void {
    if (level === 'outside') throw new ExportShapeError('no-object');
    if (!isWanted()) {
      if (aside === 0) otherValue();
    } else if (level === 'bucket') {
      if (key === 'id') bucket.id ??= text;
      else if (key === 'type' || key === 'hostname') bucket[key] = text;
    } else if (tooLong) event.damaged = true;
    else if (level === 'event') event.timestamp = text;
    else if (isTextField(key)) event[key] = text;
    text = '';
    tooLong = false;
  }

  function take(token: Token): void {
    switch (token.name) {
      case 'startObject':
      case 'startArray':
        startContainer(token.name === 'startArray');
        break;
      case 'endObject':
      case 'endArray':
        endContainer();
        break;
      case 'keyValue':
        if (aside === 0) key = token.value;
        break;
      case 'stringChunk':
        if (tooLong || !isWanted()) break;
        text += token.value;
        tooLong = text.length > MOST_TEXT;
        if (tooLong) text = '';
        break;
      case 'endString':
        textValue();
        break;
      case 'numberValue':
        if (level === 'event' && key === 'duration' && aside === 0) {
          event.durationSeconds = Number(token.value);
        } else if (aside === 0) otherValue();
        break;
      case 'trueValue':
      case 'falseValue':
        if (level === 'data' && key === 'incognito' && aside === 0) {
          event.incognito = token.value;
        } else if (aside === 0) otherValue();
        break;
      case 'nullValue':
        // A part that is null is one that is not there.
        if (aside === 0 && level === 'events') otherValue();
        break;
      default:
    }
  }

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
      for (const token of tokens) take(token);
    },
    end() {
      if (!finished) throw new ExportShapeError('breaks-off');
      if (!hasBuckets) throw new ExportShapeError('no-buckets');
    },
  };
}
