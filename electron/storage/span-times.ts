import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { ACTIVITIES, type Activity } from '../../shared/domain/activity.ts';
import { DAY_MS } from '../../shared/domain/calendar.ts';
import type { SpanTime } from '../../shared/domain/span.ts';
import { spansOfQuery } from './take-spans.ts';

const WRONG = 'A stored span has columns of the wrong type';
const COMMA = 0x2c;
const ZERO = 0x30;

/** The first two letters of an activity's name tell it from all others. */
const placeOf = (first = 0, second = 0): number => (first - 0x61) * 26 + (second - 0x61);
const BY_LETTERS: readonly (Activity | undefined)[] = (() => {
  const found: (Activity | undefined)[] = Array.from({ length: 26 * 26 }, () => undefined);
  for (const one of ACTIVITIES) found[placeOf(one.charCodeAt(0), one.charCodeAt(1))] = one;
  return found;
})();

/** Whole numbers, none below zero, as text with commas between them. @throws where the text is anything else. */
function readNumbers(text: Uint8Array, count: number): Float64Array {
  const numbers = new Float64Array(count);
  let index = 0;
  let value = 0;
  let digits = 0;
  for (const byte of text) {
    if (byte === COMMA) {
      if (digits === 0) throw new Error(WRONG);
      numbers[index] = value;
      index += 1;
      value = 0;
      digits = 0;
    } else {
      const digit = byte - ZERO;
      if (digit < 0 || digit > 9) throw new Error(WRONG);
      value = value * 10 + digit;
      digits += 1;
    }
  }
  if (count > 0) numbers[index] = value;
  if (index !== Math.max(0, count - 1) || (count > 0 && digits === 0)) throw new Error(WRONG);
  return numbers;
}

/** Names of activities with commas between them. @throws where the text is anything else. */
function readActivities(text: Uint8Array, count: number): Activity[] {
  const activities = new Array<Activity>(count);
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const activity = BY_LETTERS[placeOf(text[at], text[at + 1])];
    if (!activity) throw new Error(WRONG);
    activities[index] = activity;
    at += activity.length;
    if (at !== text.length && text[at] !== COMMA) throw new Error(WRONG);
    at += 1;
  }
  if (count > 0 && at !== text.length + 1) throw new Error(WRONG);
  return activities;
}

/** Spans as columns, given one by one as the same object each time. */
class SpanTimes implements IterableIterator<SpanTime>, SpanTime {
  startedAtMs = 0;
  endedAtMs = 0;
  activity: Activity = 'elsewhere';
  readonly zone: string;
  readonly #fromMs: number;
  readonly #starts: Float64Array;
  readonly #lengths: Float64Array;
  readonly #activities: readonly Activity[];
  readonly #one = { done: false as const, value: this as SpanTime };
  #index = -1;

  constructor(
    fromMs: number,
    zone: string,
    starts: Float64Array,
    lengths: Float64Array,
    activities: readonly Activity[],
  ) {
    this.#fromMs = fromMs;
    this.zone = zone;
    this.#starts = starts;
    this.#lengths = lengths;
    this.#activities = activities;
  }

  next(): IteratorResult<SpanTime, undefined> {
    this.#index += 1;
    const activity = this.#activities[this.#index];
    if (activity === undefined) return { done: true, value: undefined };
    this.activity = activity;
    this.startedAtMs = this.#fromMs + (this.#starts[this.#index] ?? NaN);
    this.endedAtMs = this.startedAtMs + (this.#lengths[this.#index] ?? NaN);
    return this.#one;
  }

  [Symbol.iterator](): this {
    return this;
  }
}

function isSorted(numbers: Float64Array): boolean {
  let last = -Infinity;
  for (const value of numbers) {
    if (value <= last) return false;
    last = value;
  }
  return true;
}

const NOTHING = new Uint8Array();

function bytesOf(value: SQLOutputValue | undefined): Uint8Array {
  if (value === null) return NOTHING;
  if (!(value instanceof Uint8Array)) throw new Error(WRONG);
  return value;
}

/**
 * Prepares the reading of what figures take of the spans that start within a stretch of time. SQLite joins each column into
 * one text, which with the reading of that text takes half the time of calling a function with each row, and no object is
 * made for one.
 *
 * @returns a function of that stretch and of a zone. It gives the spans by time, once, as one object that is another span
 *   after each step; undefined where a span is of another zone, or SQLite gave them in another order.
 */
export function timesStarting(database: DatabaseSync) {
  // Numbers come from JavaScript as real ones, and would make the differences real.
  const query = database.prepare(
    `SELECT count(*) AS spans, count(nullif(zone, $zone)) AS others,
       CAST(group_concat(started_at - CAST($from AS INTEGER)) AS BLOB) AS starts,
       CAST(group_concat(ended_at - started_at) AS BLOB) AS lengths,
       CAST(group_concat(activity) AS BLOB) AS activities
     FROM spans WHERE started_at >= $from AND started_at < $to`,
  );
  return (fromMs: number, toMs: number, zone: string): Iterable<SpanTime> | undefined => {
    const row = query.get({ from: fromMs, to: toMs, zone });
    if (row?.['others'] !== 0) return undefined;
    const count = Number(row['spans']);
    const starts = readNumbers(bytesOf(row['starts']), count);
    if (!isSorted(starts)) return undefined;
    const lengths = readNumbers(bytesOf(row['lengths']), count);
    return new SpanTimes(
      fromMs,
      zone,
      starts,
      lengths,
      readActivities(bytesOf(row['activities']), count),
    );
  };
}

function* oneAfterTheOther<T>(...all: readonly Iterable<T>[]): Generator<T> {
  for (const each of all) yield* each;
}

/**
 * Prepares the same where the user travelled as well: what lies before and after that is of one zone.
 *
 * @param zoneAt the zone of the last span before an instant.
 */
export function readingTimes(database: DatabaseSync, zoneAt: (atMs: number) => string) {
  const ofOneZone = timesStarting(database);
  const ofAny = spansOfQuery(database, 'started_at >= $from AND started_at < $to');
  return function read(fromMs: number, toMs: number): Iterable<SpanTime> {
    const zone = zoneAt(toMs);
    const times = ofOneZone(fromMs, toMs, zone);
    if (times) return times;
    if (toMs - fromMs <= DAY_MS) return ofAny({ from: fromMs, to: toMs }, zone);
    const middleMs = Math.ceil((fromMs + toMs) / 2);
    return oneAfterTheOther(read(fromMs, middleMs), read(middleMs, toMs));
  };
}
