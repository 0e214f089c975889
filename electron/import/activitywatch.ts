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

/** What is new of some stretches of a plan. */
interface NewSpans {
  readonly spans: readonly Span[];
  /** Stretches of which nothing is left. */
  readonly covered: number;
}

/** The spans of a plan that are new, some stretches at a time: of each what no stored span covers. */
export function* newSpans(
  stored: OccupiedReader,
  { segments, zone }: Pick<ImportPlan, 'segments' | 'zone'>,
): Generator<NewSpans> {
  for (let from = 0; from < segments.size; from += BATCH) {
    const to = Math.min(from + BATCH, segments.size);
    const taken = occupiedTime(stored, {
      startMs: segments.startMs(from),
      endMs: segments.endMs(to - 1),
    });
    const spans: Span[] = [];
    let covered = 0;
    let first = 0;
    for (let index = from; index < to; index += 1) {
      const stretch = { startMs: segments.startMs(index), endMs: segments.endMs(index) };
      const activity = activityOfCode(segments.code(index));
      while ((taken[first]?.endMs ?? Infinity) <= stretch.startMs) first += 1;
      let last = first;
      while ((taken[last]?.startMs ?? Infinity) < stretch.endMs) last += 1;
      const left = subtract([stretch], taken.slice(first, last));
      if (left.length === 0) covered += 1;
      for (const { startMs, endMs } of left) {
        if (!activity) continue;
        spans.push({
          startedAtMs: startMs,
          endedAtMs: endMs,
          activity,
          zone,
          relabelled: false,
          manual: false,
        });
      }
    }
    yield { spans, covered };
  }
}

/** The new LinkedIn time that telephones would add, in milliseconds. */
export function phoneTimeMs(stored: OccupiedReader, { phoneSegments, zone }: ImportPlan): number {
  let ms = 0;
  for (const { spans } of newSpans(stored, { segments: phoneSegments, zone })) {
    for (const { startedAtMs, endedAtMs } of spans) ms += endedAtMs - startedAtMs;
  }
  return ms;
}

/**
 * Stores what a plan brings in, all or none, in one turn of the event loop. Stored spans are left as they are, so that
 * storing a plan again changes nothing.
 */
export function storeImport(
  stored: OccupiedReader & Pick<SpanRepository, 'apply'>,
  plan: ImportPlan,
): ImportCounts {
  let alreadyThere = 0;
  let spans = 0;
  function* counted(): Generator<Span> {
    for (const { spans: some, covered } of newSpans(stored, plan)) {
      alreadyThere += covered;
      spans += some.length;
      yield* some;
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
