import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { ACTIVITIES, rankOf } from '../../shared/domain/activity.ts';
import type { SpanColumns, SpanTime } from '../../shared/domain/span.ts';
import { spansOfQuery } from './take-spans.ts';

const WRONG = 'A stored span has columns of the wrong type';
const COMMA = 0x2c;

/** The first two letters of an activity's name tell it from all others. */
const lettersOf = (first = 0, second = 0): number => (first - 0x61) * 26 + (second - 0x61);
/** Rank and length of each name by its first two letters; a length of 0 is no name. */
const RANKS = new Uint8Array(26 * 26);
const LENGTHS = new Uint8Array(26 * 26);
for (const name of ACTIVITIES) {
  const letters = lettersOf(name.charCodeAt(0), name.charCodeAt(1));
  RANKS[letters] = rankOf(name);
  LENGTHS[letters] = name.length;
}

/** Whole numbers, none below zero, from a text with commas between them: no reading of our own is as fast as that of JSON. */
function readNumbers(text: string): number[] {
  if (text.includes('.') || text.includes('-')) throw new Error(WRONG);
  try {
    return JSON.parse(`[${text}]`) as number[];
  } catch (cause) {
    throw new Error(WRONG, { cause });
  }
}

/** Names of activities with commas between them, as their ranks. @throws where the text is anything else. */
function readRanks(text: string, count: number): Uint8Array {
  const ranks = new Uint8Array(count);
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const letters = lettersOf(text.charCodeAt(at), text.charCodeAt(at + 1));
    const length = LENGTHS[letters] ?? 0;
    if (length === 0) throw new Error(WRONG);
    ranks[index] = RANKS[letters] ?? NaN;
    at += length;
    if (at !== text.length && text.charCodeAt(at) !== COMMA) throw new Error(WRONG);
    at += 1;
  }
  if (count > 0 && at !== text.length + 1) throw new Error(WRONG);
  return ranks;
}

function isAscending(numbers: readonly number[]): boolean {
  let last = -1;
  for (const value of numbers) {
    if (value <= last) return false;
    last = value;
  }
  return true;
}

function textOf(value: SQLOutputValue | undefined): string {
  if (value === null) return '';
  if (typeof value !== 'string') throw new Error(WRONG);
  return value;
}

/**
 * Prepares the reading of what figures take of the spans that start within a stretch of time. SQLite joins each column into
 * one text, which with the reading of that text takes a third of the time of calling a function with each row, and no object is
 * made for one.
 *
 * @returns a function of that stretch and of a zone. It gives the spans by time; undefined where a span is of another zone,
 *   or SQLite gave them in another order.
 */
export function timesStarting(database: DatabaseSync) {
  // A span of another zone leaves its start out: one comparison, where to count such spans is a comparison and a call.
  const query = database.prepare(
    `SELECT group_concat(CASE zone WHEN $zone THEN started_at - $from END) AS starts,
       group_concat(ended_at - started_at) AS lengths, group_concat(activity) AS activities
     FROM spans WHERE started_at >= $from AND started_at < $to`,
  );
  return (sinceMs: number, toMs: number, zone: string): SpanColumns | undefined => {
    // A number would reach SQLite as a real one: the differences would be real, and each comparison takes longer.
    const row = query.get({ from: BigInt(sinceMs), to: BigInt(toMs), zone });
    const startsMs = readNumbers(textOf(row?.['starts']));
    const lengthsMs = readNumbers(textOf(row?.['lengths']));
    const ranks = readRanks(textOf(row?.['activities']), lengthsMs.length);
    if (startsMs.length !== ranks.length || !isAscending(startsMs)) return undefined;
    return { zone, sinceMs, startsMs, lengthsMs, ranks };
  };
}

/**
 * Prepares the same where the user travelled as well: a stretch with several zones is read zone by zone.
 *
 * @param zoneAt the zone of the last span before an instant.
 */
export function readingTimes(database: DatabaseSync, zoneAt: (atMs: number) => string) {
  const ofOneZone = timesStarting(database);
  const ofAny = spansOfQuery(database, 'started_at >= $from AND started_at < $to');
  const lastOther = database.prepare(
    `SELECT started_at FROM spans WHERE started_at >= $from AND started_at < $to AND zone <> $zone
     ORDER BY started_at DESC LIMIT 1`,
  );
  /** That of the spans that were read last: mostly it is that of the next ones. */
  let usual = '';
  return (fromMs: number, toMs: number): (SpanTime | SpanColumns)[] => {
    const all = ofOneZone(fromMs, toMs, usual);
    if (all) return [all];
    const runs: (SpanTime | SpanColumns)[][] = [];
    for (let endMs = toMs; endMs > fromMs;) {
      const zone = zoneAt(endMs);
      const otherMs = lastOther.get({ from: fromMs, to: endMs, zone })?.['started_at'];
      const startMs = typeof otherMs === 'number' ? otherMs + 1 : fromMs;
      const run = ofOneZone(startMs, endMs, zone);
      runs.push(run ? [run] : ofAny({ from: startMs, to: endMs }, zone));
      if (endMs === toMs) usual = zone;
      endMs = startMs;
    }
    return runs.reverse().flat();
  };
}
