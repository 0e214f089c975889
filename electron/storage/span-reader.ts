import { DAY_MS, wallMidnight } from '../../shared/domain/calendar.ts';
import type { Span, SpanColumns, SpanTime } from '../../shared/domain/span.ts';
import { localZone } from '../../shared/local-zone.ts';
import type { DayTotalsReader } from './day-totals.ts';
import type { SpanRepository } from './span-repository.ts';

/** Local days, both included, as ISO dates. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** More than any zone is from UTC, so that a local day lies within its UTC day and this on either side. */
const ZONE_MARGIN_MS = DAY_MS + DAY_MS / 12;

/** A night shift that starts on a day ends within the next. */
const LATE_MARGIN_MS = DAY_MS + ZONE_MARGIN_MS;

/** What can be read of the stored spans; a folder without a database has none. */
export interface SpanReader
  extends
    Pick<SpanRepository, 'between' | 'lastBefore'>,
    Partial<Pick<SpanRepository, 'timesWithin'>> {
  /** The days whose spans are no longer kept. */
  readonly totals?: Pick<DayTotalsReader, 'between' | 'zoneBefore' | 'extent'> | undefined;
}

/** A reader of no spans. */
export const NO_SPANS: SpanReader = { between: () => [], lastBefore: () => undefined };

/** The stored spans that touch local days of any zone. */
export function spansOfRange(spans: Pick<SpanReader, 'between'>, { from, to }: DateRange): Span[] {
  return spans.between(
    wallMidnight(from) - ZONE_MARGIN_MS,
    wallMidnight(to) + DAY_MS + LATE_MARGIN_MS,
  );
}

/** How much time is read at once, where reading all of it would only fill the memory. */
export const PART_DAYS = 14;
const PART_MS = PART_DAYS * DAY_MS;

/** A part of something long, and how much of the whole is done with it: 0 to 1. */
export interface Part<T> {
  readonly part: T;
  readonly share: number;
}

/** The stretches of time in which a range is read, the first to the last. */
function* stretches(
  spans: Pick<SpanReader, 'lastBefore'>,
  { from, to }: DateRange,
): Generator<{ readonly fromMs: number; readonly toMs: number; readonly share: number }> {
  const startMs = wallMidnight(from) - ZONE_MARGIN_MS;
  const toMs = wallMidnight(to) + DAY_MS + LATE_MARGIN_MS;
  // Who asks for all of it says a year that is far away.
  const endMs = Math.min(toMs, spans.lastBefore(toMs)?.endedAtMs ?? startMs);
  for (let fromMs = startMs; fromMs < endMs; fromMs += PART_MS) {
    const untilMs = Math.min(fromMs + PART_MS, endMs);
    yield { fromMs, toMs: untilMs, share: (untilMs - startMs) / (endMs - startMs) };
  }
}

/** What {@link spansOfRange} gives, read part by part. */
export function* spanParts(
  spans: Pick<SpanReader, 'between' | 'lastBefore'>,
  range: DateRange,
): Generator<Part<Span[]>> {
  let isFirst = true;
  for (const { fromMs, toMs, share } of stretches(spans, range)) {
    const all = spans.between(fromMs, toMs);
    // One that reaches into this part was in the part that it started in.
    const part = isFirst ? all : all.filter(({ startedAtMs }) => startedAtMs >= fromMs);
    isFirst = false;
    yield { part, share };
  }
}

/** What figures take of the spans that {@link spansOfRange} gives, by time, one by one or many at once. */
export function* timesOfRange(
  spans: SpanReader,
  range: DateRange,
): Generator<SpanTime | SpanColumns> {
  let isFirst = true;
  for (const { fromMs, toMs } of stretches(spans, range)) {
    const before = isFirst ? spans.lastBefore(fromMs) : undefined;
    isFirst = false;
    // One that reaches into a later part was in the part that it started in.
    if (before && before.endedAtMs > fromMs) yield before;
    yield* (
      spans.timesWithin?.(fromMs, toMs) ??
      spans.between(fromMs, toMs).filter(({ startedAtMs }) => startedAtMs >= fromMs)
    );
  }
}

/**
 * Reads what a report will read, so that a damaged database is told of before a part of it is out.
 *
 * @throws what the reader throws.
 */
export function readThrough(spans: SpanReader, range: DateRange): void {
  zoneBefore(spans, range);
  const parts = spanParts(spans, range);
  let isRead = false;
  while (!isRead) isRead = parts.next().done === true;
}

/** The zone of the latest span before a range, or else the system's. */
export function zoneBefore(spans: SpanReader, { from }: DateRange): string {
  const before = spans.lastBefore(wallMidnight(from) - ZONE_MARGIN_MS);
  const condensed = spans.totals?.zoneBefore(from);
  if (condensed && !(before && before.startedAtMs >= condensed.atMs)) return condensed.zone;
  return before?.zone ?? localZone();
}
