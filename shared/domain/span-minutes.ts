import { LINKEDIN_ACTIVITIES, type LinkedInActivity } from './activity.ts';
import { countsTowardsBlock } from './agreement.ts';
import { addDays, datesOf } from './calendar.ts';
import type { DayFrame, DayFrames } from './frames.ts';
import { type Interval, clip, overlapMs } from './interval.ts';
import { roundParts, shareOut } from './rounding.ts';
import { isoDateAt } from './zone.ts';

/** What is rounded together in a day: the counted time, and that outside working time. What does not count is not. */
type Bucket = 'counted' | 'own' | 'outside';

/** A part of a row that is of one local day and one bucket. */
interface Piece {
  readonly row: PendingRow;
  readonly bucket: Bucket;
  readonly activity: LinkedInActivity;
  readonly ms: number;
}

interface PendingRow {
  /** Takes the rounded time once it is known; none is wanted of what is reckoned with and not shown. */
  readonly onRounded: ((ms: number) => void) | undefined;
  units: number;
  /** Pieces whose day is not closed yet. */
  open: number;
}

/** A span of LinkedIn time whose minutes are wanted. */
export interface TimedSpan extends Interval {
  readonly activity: LinkedInActivity;
  readonly zone: string;
}

/** Rounds the rows of a report by span so that those of a day add up to what the report by day says. */
export interface SpanMinutes {
  /**
   * Takes the next span by time. All spans of a day have to come, shown or not, since they are rounded together.
   *
   * @param onRounded told the rounded milliseconds, in the order of the spans, once its days are over.
   */
  add(span: TimedSpan, onRounded?: (ms: number) => void): void;
  /** No more spans come: tells of all that are left. */
  end(): void;
}

/** A day is over where a span begins so many days later: who flies over the date line can have it twice. */
const DAYS_KEPT_OPEN = 2;

function sumBy(pieces: readonly Piece[]): Map<LinkedInActivity, number> {
  const sums = new Map<LinkedInActivity, number>();
  for (const { activity, ms } of pieces) sums.set(activity, (sums.get(activity) ?? 0) + ms);
  return sums;
}

/** Shares the rounded time of each activity out over its pieces. */
function shareBucket(pieces: readonly Piece[], unitMs: number, together: boolean): void {
  const sums = sumBy(pieces);
  const activities = LINKEDIN_ACTIVITIES.filter((activity) => sums.has(activity));
  const values = activities.map((activity) => sums.get(activity) ?? 0);
  const total = values.reduce((sum, ms) => sum + ms, 0);
  const units = together
    ? roundParts(values, total, unitMs)
    : values.flatMap((ms) => roundParts([ms], ms, unitMs));
  for (const [index, activity] of activities.entries()) {
    const own = pieces.filter((piece) => piece.activity === activity);
    const shares = shareOut(
      units[index] ?? 0,
      own.map(({ ms }) => ms),
      unitMs,
    );
    for (const [at, { row }] of own.entries()) row.units += shares[at] ?? 0;
  }
}

/** The parts of a span that are of a day, by whether they count. */
function piecesOf(span: TimedSpan, row: PendingRow, frame: DayFrame): Piece[] {
  const { activity } = span;
  const parts = clip(span, frame.day);
  const ms = parts.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  const insideMs = parts.reduce((sum, part) => sum + overlapMs(part, frame.working), 0);
  const inside = countsTowardsBlock(activity, frame.agreement) ? 'counted' : 'own';
  const pieces: Piece[] = [
    { row, bucket: inside, activity, ms: insideMs },
    { row, bucket: 'outside', activity, ms: ms - insideMs },
  ];
  return pieces.filter((piece) => piece.ms > 0);
}

/**
 * Rounds spans to whole units by the largest remainder within a day and activity.
 *
 * @param isListed whether the report shows an activity: what it leaves out is no part of the time outside either.
 */
export function createSpanMinutes(
  frames: DayFrames,
  unitMs: number,
  isListed: (activity: LinkedInActivity) => boolean,
): SpanMinutes {
  const queue: PendingRow[] = [];
  const days = new Map<string, Piece[]>();
  let lastDate = '';

  function close(date: string, pieces: readonly Piece[]): void {
    const of = (bucket: Bucket) => pieces.filter((piece) => piece.bucket === bucket);
    shareBucket(of('counted'), unitMs, true);
    shareBucket(of('own'), unitMs, false);
    const outside = of('outside').filter(({ activity }) => isListed(activity));
    shareBucket(outside, unitMs, true);
    for (const { row } of pieces) row.open -= 1;
    days.delete(date);
  }

  /** Tells of the rows at the head whose days are over. */
  function tell(): void {
    let told = 0;
    for (const { open, units, onRounded } of queue) {
      if (open > 0) break;
      onRounded?.(units * unitMs);
      told += 1;
    }
    queue.splice(0, told);
  }

  function closeBefore(date: string): void {
    for (const [day, pieces] of days) if (day < date) close(day, pieces);
    tell();
  }

  return {
    add(span, onRounded) {
      const row: PendingRow = { onRounded, units: 0, open: 0 };
      const first = isoDateAt(span.zone, span.startMs);
      // What begins in the small hours may be of the day before.
      for (const date of datesOf(addDays(first, -1), isoDateAt(span.zone, span.endMs - 1))) {
        const pieces = piecesOf(span, row, frames(span.zone, date));
        if (pieces.length === 0) continue;
        row.open += pieces.length;
        const day = days.get(date);
        if (day) day.push(...pieces);
        else days.set(date, pieces);
      }
      queue.push(row);
      if (first <= lastDate) return;
      lastDate = first;
      closeBefore(addDays(first, -DAYS_KEPT_OPEN));
    },
    end: () => {
      closeBefore('\uFFFF');
    },
  };
}
