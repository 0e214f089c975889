import type { Activity } from '../../shared/domain/activity.ts';
import { subtract } from '../../shared/domain/interval.ts';
import type { Span } from '../../shared/domain/span.ts';
import { type OccupiedReader, occupiedTime } from '../storage/occupied.ts';
import type { SpanRepository } from '../storage/span-repository.ts';
import { activityOfCode } from './meaning.ts';
import { type ImportOptions, type ImportPlan, planImport } from './plan.ts';

/** Stored spans are looked up for this many stretches at a time. */
const BATCH = 200;

/** What an import did, or would do. */
export interface ImportCounts {
  /** Every event in the file. */
  readonly events: number;
  /** New spans. */
  readonly spans: number;
  /** Events that were not used. */
  readonly skipped: number;
  /** Stretches of the export whose time stored spans cover already. */
  readonly alreadyThere: number;
}

/** What a plan would bring in. */
export interface ImportPreview extends ImportCounts {
  /** First start and last end of the new spans, UTC milliseconds; null where there are none. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
  /** New time by activity, in milliseconds. */
  readonly activityMs: ReadonlyMap<Activity, number>;
}

/**
 * The spans of a plan that are new: of each stretch what no stored span covers.
 *
 * @param onCovered told of a stretch of which nothing is left.
 */
function* newSpans(
  stored: OccupiedReader,
  { segments, zone }: ImportPlan,
  onCovered: () => void,
): Generator<Span> {
  for (let from = 0; from < segments.size; from += BATCH) {
    const to = Math.min(from + BATCH, segments.size);
    const covered = occupiedTime(stored, {
      startMs: segments.startMs(from),
      endMs: segments.endMs(to - 1),
    });
    let first = 0;
    for (let index = from; index < to; index += 1) {
      const stretch = { startMs: segments.startMs(index), endMs: segments.endMs(index) };
      const activity = activityOfCode(segments.code(index));
      while ((covered[first]?.endMs ?? Infinity) <= stretch.startMs) first += 1;
      let last = first;
      while ((covered[last]?.startMs ?? Infinity) < stretch.endMs) last += 1;
      const left = subtract([stretch], covered.slice(first, last));
      if (left.length === 0) onCovered();
      for (const { startMs, endMs } of left) {
        if (!activity) continue;
        yield { startedAtMs: startMs, endedAtMs: endMs, activity, zone, relabelled: false };
      }
    }
  }
}

/** Tells what a plan would bring in, next to the spans that are stored. It stores nothing. */
export function previewImport(stored: OccupiedReader, plan: ImportPlan): ImportPreview {
  const activityMs = new Map<Activity, number>();
  let alreadyThere = 0;
  let spans = 0;
  let fromMs: number | null = null;
  let toMs: number | null = null;
  for (const span of newSpans(stored, plan, () => (alreadyThere += 1))) {
    const { activity, startedAtMs, endedAtMs } = span;
    spans += 1;
    fromMs ??= startedAtMs;
    toMs = endedAtMs;
    activityMs.set(activity, (activityMs.get(activity) ?? 0) + endedAtMs - startedAtMs);
  }
  const { events, skipped } = plan;
  return { events, spans, skipped: skipped.total, alreadyThere, fromMs, toMs, activityMs };
}

/**
 * Stores what a plan brings in, all or none, in one turn of the event loop. Stored spans are left as they are, so that
 * storing a plan again changes nothing. A tracker at work has to flush first, and the plan to end at its open span
 * (`nowMs`): what it has not stored yet is not known here.
 */
export function storeImport(
  stored: OccupiedReader & Pick<SpanRepository, 'apply'>,
  plan: ImportPlan,
): ImportCounts {
  let alreadyThere = 0;
  let spans = 0;
  function* counted(): Generator<Span> {
    for (const span of newSpans(stored, plan, () => (alreadyThere += 1))) {
      spans += 1;
      yield span;
    }
  }
  stored.apply({ saved: counted(), removed: [] });
  return { events: plan.events, spans, skipped: plan.skipped.total, alreadyThere };
}

/**
 * Imports an ActivityWatch export of all buckets, all or nothing.
 *
 * @throws UserError where the file is no such export; the signal's reason where it is stopped. Nothing is stored then.
 */
export async function importActivityWatch(
  stored: OccupiedReader & Pick<SpanRepository, 'apply'>,
  stream: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<{ counts: ImportCounts; plan: ImportPlan }> {
  const plan = await planImport(stream, options);
  return { counts: storeImport(stored, plan), plan };
}
