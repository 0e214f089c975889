import { Temporal } from 'temporal-polyfill';
import { DAY_MS, dateOfWall, wallMidnight } from './calendar.ts';
import { type Interval, union } from './interval.ts';
import { HOUR_MS, MINUTE_MS } from './rounding.ts';

/** A stretch in which a zone keeps one offset: wall time = UTC + `offsetMs`. */
export interface OffsetStretch extends Interval {
  readonly offsetMs: number;
}

/**
 * Where else than in the runtime the rules of zones stand, as in the files of the system, by which its clock goes.
 *
 * @returns the whole stretch that an instant lies in; undefined of a zone that is not there, for which the
 * runtime's rules hold.
 */
export type ZoneRules = (zone: string, atMs: number) => OffsetStretch | undefined;

interface OffsetSegment extends OffsetStretch {
  /** The offset as ISO 8601 has it, as `+01:00`. */
  readonly offsetText: string;
}

/** No zone is further from UTC than this (IANA: -12 h to +14 h; 26 h leaves room for history). */
const MAX_OFFSET_MS = 26 * 3_600_000;

const segmentsByZone = new Map<string, OffsetSegment[]>();
/** The segment found last: the next question is mostly about the same one. */
let latest: { readonly zone: string; readonly segment: OffsetSegment } | undefined;
const knownZones = new Map<string, boolean>();
let rules: ZoneRules | undefined;

/** Takes the rules of zones from elsewhere from now on; undefined is the runtime's own. */
export function setZoneRules(others: ZoneRules | undefined): void {
  rules = others;
  latest = undefined;
  segmentsByZone.clear();
  knownZones.clear();
}

/** A zone's name as IANA writes it, whatever its case; undefined where the runtime does not know it. */
function nameInRuntime(zone: string): string | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    return undefined;
  }
}

/** The stretch of an instant by the rules that were set. */
function ruledAt(zone: string, atMs: number): OffsetStretch | undefined {
  return rules?.(nameInRuntime(zone) ?? zone, atMs);
}

/** Whether a text names an IANA time zone that this computer knows. */
export function isZone(zone: string): boolean {
  let known = knownZones.get(zone);
  if (known === undefined) {
    known = nameInRuntime(zone) !== undefined || ruledAt(zone, 0) !== undefined;
    knownZones.set(zone, known);
  }
  return known;
}

/** A whole number below 100 as two digits. */
function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function offsetText(offsetMs: number): string {
  const minutes = Math.abs(Math.round(offsetMs / 60_000));
  return `${offsetMs < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** The stretch of one offset that an instant lies in, by the runtime's own rules. @throws RangeError for no zone. */
export function runtimeStretch(zone: string, atMs: number): OffsetStretch {
  const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
  // "Previous" is before the instant itself, so a transition that falls on it is asked for from just after.
  const before = Temporal.Instant.fromEpochMilliseconds(atMs + 1).toZonedDateTimeISO(zone);
  return {
    startMs: before.getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity,
    endMs: local.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    offsetMs: local.offsetNanoseconds / 1e6,
  };
}

/**
 * The stretch of one offset that an instant lies in. Finding one costs far more than using it, so
 * those found are kept: a zone has about two a year.
 */
function segmentAt(zone: string, atMs: number): OffsetSegment {
  if (latest?.zone === zone && latest.segment.startMs <= atMs && atMs < latest.segment.endMs) {
    return latest.segment;
  }
  let segments = segmentsByZone.get(zone);
  if (!segments) segmentsByZone.set(zone, (segments = []));
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    const segment = segments[index];
    if (segment && segment.startMs <= atMs && atMs < segment.endMs) {
      latest = { zone, segment };
      return segment;
    }
  }
  const stretch = ruledAt(zone, atMs) ?? runtimeStretch(zone, atMs);
  const segment = { ...stretch, offsetText: offsetText(stretch.offsetMs) };
  segments.push(segment);
  return segment;
}

/** How far the clock of a zone is from UTC at an instant: wall time = UTC + offset. */
function offsetMsAt(zone: string, atMs: number): number {
  return segmentAt(zone, atMs).offsetMs;
}

/** An instant's offset in a zone as ISO 8601 has it, as `+01:00`. */
export function offsetTextAt(zone: string, atMs: number): string {
  return segmentAt(zone, atMs).offsetText;
}

/** The stretches of one offset that reach into a time, in order. */
export function offsetsWithin(zone: string, fromMs: number, toMs: number): OffsetStretch[] {
  const found: OffsetStretch[] = [];
  for (let atMs = fromMs; atMs < toMs;) {
    const segment = segmentAt(zone, atMs);
    found.push(segment);
    atMs = segment.endMs;
  }
  return found;
}

/** The wall time of an instant in a zone. @throws RangeError for a zone that does not exist. */
export function wallAt(zone: string, atMs: number): number {
  return atMs + offsetMsAt(zone, atMs);
}

/** The local ISO date of an instant in a zone. */
export function isoDateAt(zone: string, atMs: number): string {
  return dateOfWall(wallAt(zone, atMs));
}

/**
 * The time during which the clock on the wall of a zone shows `[fromWallMs, toWallMs)`. An hour that
 * the clock skips is in no interval, and one that it shows twice is in it twice.
 */
export function wallIntervals(zone: string, fromWallMs: number, toWallMs: number): Interval[] {
  let atMs = fromWallMs - MAX_OFFSET_MS;
  const { offsetMs, endMs: sameUntilMs } = segmentAt(zone, atMs);
  // Mostly the clock is not set anywhere near.
  if (sameUntilMs >= toWallMs + MAX_OFFSET_MS && fromWallMs < toWallMs) {
    return [{ startMs: fromWallMs - offsetMs, endMs: toWallMs - offsetMs }];
  }
  const found: Interval[] = [];
  while (atMs < toWallMs + MAX_OFFSET_MS) {
    const segment = segmentAt(zone, atMs);
    const startMs = Math.max(fromWallMs - segment.offsetMs, segment.startMs);
    const endMs = Math.min(toWallMs - segment.offsetMs, segment.endMs);
    if (startMs < endMs) found.push({ startMs, endMs });
    atMs = segment.endMs;
  }
  return union(found);
}

/** A local day of a zone: one interval of 23 to 25 hours, but for zones that turn back at midnight. */
export function dayIntervals(zone: string, isoDate: string): Interval[] {
  const wallMs = wallMidnight(isoDate);
  return wallIntervals(zone, wallMs, wallMs + DAY_MS);
}

/** A wall time as `2026-03-23T08:47:01`, and the milliseconds that are left. */
function wallText(wallMs: number, between: 'T' | ' '): { text: string; restMs: number } {
  const date = dateOfWall(wallMs);
  // Reckoned rather than taken from a Date: a report has hundreds of thousands of these.
  const inDayMs = wallMs - wallMidnight(date);
  const hours = twoDigits(Math.floor(inDayMs / HOUR_MS));
  const minutes = twoDigits(Math.floor(inDayMs / MINUTE_MS) % 60);
  const seconds = twoDigits(Math.floor(inDayMs / 1000) % 60);
  return { text: `${date}${between}${hours}:${minutes}:${seconds}`, restMs: inDayMs % 1000 };
}

/**
 * An instant as ISO 8601 with milliseconds and the offset of a zone.
 *
 * @example isoWithOffset('Europe/Amsterdam', 0) // '1970-01-01T01:00:00.000+01:00'
 */
export function isoWithOffset(zone: string, atMs: number): string {
  const { offsetMs, offsetText: offset } = segmentAt(zone, atMs);
  const { text, restMs } = wallText(atMs + offsetMs, 'T');
  return `${text}.${String(restMs).padStart(3, '0')}${offset}`;
}

/**
 * What the clock on the wall of a zone shows at an instant, to the second before it, as spreadsheets take it for a time.
 *
 * @example localTime('Europe/Amsterdam', 0) // '1970-01-01 01:00:00'
 */
export function localTime(zone: string, atMs: number): string {
  return wallText(wallAt(zone, atMs), ' ').text;
}
