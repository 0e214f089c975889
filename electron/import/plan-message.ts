import type { ExportProblem } from '../../shared/ipc/history-import.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { type SegmentList, createSegmentList } from './columns.ts';
import { activityOfCode } from './meaning.ts';
import type { ImportPlan } from './plan.ts';

/** What the worker that reads an export is started with. */
export interface PlanTask {
  readonly file: string;
  readonly settings: Settings;
  readonly zone: string;
  readonly nowMs: number;
}

/** Stretches as they go from one thread to another: handed over, not copied. */
interface SentSegments {
  readonly startsMs: Float64Array<ArrayBuffer>;
  readonly endsMs: Float64Array<ArrayBuffer>;
  readonly codes: Uint8Array<ArrayBuffer>;
}

/** A plan as it goes from one thread to another. */
export interface SentPlan extends Omit<ImportPlan, 'segments' | 'phoneSegments'> {
  readonly segments: SentSegments;
  readonly phoneSegments: SentSegments;
}

/** What the worker tells: how far it is, then one of the others. */
export type PlanMessage =
  | { readonly kind: 'read'; readonly bytes: number }
  | { readonly kind: 'plan'; readonly plan: SentPlan }
  | { readonly kind: 'refused'; readonly problem: ExportProblem }
  | { readonly kind: 'unreadable' };

function pack(segments: SegmentList): SentSegments {
  const indexes = { length: segments.size };
  return {
    startsMs: Float64Array.from(indexes, (_, index) => segments.startMs(index)),
    endsMs: Float64Array.from(indexes, (_, index) => segments.endMs(index)),
    codes: Uint8Array.from(indexes, (_, index) => segments.code(index)),
  };
}

function unpack({ startsMs, endsMs, codes }: SentSegments): SegmentList {
  const segments = createSegmentList();
  for (const [index, code] of codes.entries()) {
    if (activityOfCode(code) === undefined) continue;
    segments.add(startsMs[index] ?? 0, endsMs[index] ?? 0, code);
  }
  return segments;
}

/**
 * Packs a plan. Of each code the activity is left; no other part is used once a plan is made.
 *
 * @returns with it the memory that can be handed over.
 */
export function packPlan(plan: ImportPlan): { sent: SentPlan; handedOver: ArrayBuffer[] } {
  const segments = pack(plan.segments);
  const phoneSegments = pack(plan.phoneSegments);
  const handedOver = [segments, phoneSegments].flatMap(({ startsMs, endsMs, codes }) => [
    startsMs.buffer,
    endsMs.buffer,
    codes.buffer,
  ]);
  return { sent: { ...plan, segments, phoneSegments }, handedOver };
}

/** The plan that was packed. */
export function unpackPlan(sent: SentPlan): ImportPlan {
  return {
    ...sent,
    segments: unpack(sent.segments),
    phoneSegments: unpack(sent.phoneSegments),
  };
}
