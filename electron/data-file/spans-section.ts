import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { ACTIVITIES } from '../../shared/domain/activity.ts';
import { type Interval, subtract } from '../../shared/domain/interval.ts';
import type { Span } from '../../shared/domain/span.ts';
import { isoWithOffset, isZone } from '../../shared/domain/zone.ts';
import { occupiedTime } from '../storage/occupied.ts';
import { createSpanRepository, readSpan } from '../storage/span-repository.ts';
import { DataFileError, type DataSection, readRows } from './data-section.ts';

const NAME = 'spans';

/** Spans read at a time. */
const PIECE = 2_000;

/** No span is of another time; what is, was written by no Sweetspot. */
const EARLIEST_MS = Date.UTC(1971, 0, 1);
const LATEST_MS = Date.UTC(2200, 0, 1);

const instant = z.iso.datetime({ offset: true });

const spanRow = z
  .strictObject({
    start: instant.describe('ISO 8601 with milliseconds and the offset of its zone'),
    end: instant.describe('as start; not part of the span'),
    activity: z.enum(ACTIVITIES),
    zone: z.string().max(64).describe('the IANA time zone that it was recorded in'),
    relabelled: z.boolean().describe('whether the activity was corrected afterwards'),
    manual: z
      .boolean()
      .optional()
      .describe(
        'whether the span was entered, or an end of it moved, by hand; false where missing',
      ),
  })
  .describe('an unbroken stretch of one activity; spans do not overlap');

/** The stored spans by time, read a piece at a time, so that what runs meanwhile can change them. */
function* storedSpans(database: DatabaseSync): Generator<Span> {
  const query = database.prepare(
    `SELECT * FROM spans WHERE started_at > ? ORDER BY started_at LIMIT ${PIECE}`,
  );
  let afterMs = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = query.all(afterMs);
    for (const row of rows) {
      const span = readSpan(row);
      if (!span) throw new Error('A stored span has columns of the wrong type');
      yield span;
      afterMs = span.startedAtMs;
    }
    if (rows.length < PIECE) return;
  }
}

/** Checks that a span can be right. */
function createCheck(): (span: Span) => boolean {
  const zones = new Map<string, boolean>();
  return ({ startedAtMs, endedAtMs, zone }) => {
    let isKnown = zones.get(zone);
    if (isKnown === undefined) zones.set(zone, (isKnown = isZone(zone)));
    return (
      isKnown && startedAtMs >= EARLIEST_MS && startedAtMs < endedAtMs && endedAtMs <= LATEST_MS
    );
  };
}

function readSpans(rows: readonly unknown[]): Span[] {
  const isRight = createCheck();
  const spans = readRows(NAME, spanRow, rows).map(({ start, end, manual, ...rest }): Span => ({
    startedAtMs: Date.parse(start),
    endedAtMs: Date.parse(end),
    ...rest,
    // Files from before spans could be entered by hand do not say.
    manual: manual ?? false,
  }));
  let beforeMs = -Infinity;
  for (const [index, span] of spans.entries()) {
    if (!isRight(span) || span.startedAtMs < beforeMs) {
      throw new DataFileError('wrong-value', NAME, index + 1);
    }
    beforeMs = span.endedAtMs;
  }
  return spans;
}

/** What of some spans lies in time that is free. Both are by time, without overlaps. */
function* freeParts(spans: readonly Span[], occupied: readonly Interval[]): Generator<Span> {
  let first = 0;
  for (const span of spans) {
    while ((occupied[first]?.endMs ?? Infinity) <= span.startedAtMs) first += 1;
    let last = first;
    while ((occupied[last]?.startMs ?? Infinity) < span.endedAtMs) last += 1;
    const whole = { startMs: span.startedAtMs, endMs: span.endedAtMs };
    for (const { startMs, endMs } of subtract([whole], occupied.slice(first, last))) {
      yield { ...span, startedAtMs: startMs, endedAtMs: endMs };
    }
  }
}

/** The spans: what is there stays, and only time that is free is filled. */
export const spansSection: DataSection = {
  name: NAME,
  row: spanRow,
  *read(database) {
    for (const { startedAtMs, endedAtMs, ...span } of storedSpans(database)) {
      yield {
        start: isoWithOffset(span.zone, startedAtMs),
        end: isoWithOffset(span.zone, endedAtMs),
        ...span,
      };
    }
  },
  check(rows) {
    const spans = readSpans(rows);
    return (database) => {
      const repository = createSpanRepository(database);
      const occupied = occupiedTime(repository, {
        startMs: spans.at(0)?.startedAtMs ?? 0,
        endMs: spans.at(-1)?.endedAtMs ?? 0,
      });
      const saved = [...freeParts(spans, occupied)];
      return {
        added: saved.length,
        fromMs: saved.at(0)?.startedAtMs ?? null,
        toMs: saved.at(-1)?.endedAtMs ?? null,
        store: () => {
          repository.apply({ saved, removed: [] });
        },
      };
    };
  },
};
