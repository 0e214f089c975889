import type { ExportProblem } from '../../shared/ipc/history-import.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { createSegmentList } from './columns.ts';
import { activityOfCode } from './meaning.ts';
import type { ImportPlan } from './plan.ts';

/** What the worker that reads an export is started with. */
export interface PlanTask {
  readonly file: string;
  readonly settings: Settings;
  readonly zone: string;
  readonly nowMs: number;
}

/** A plan as it goes from one thread to another: its stretches are handed over, not copied. */
export interface SentPlan extends Omit<ImportPlan, 'segments'> {
  readonly startsMs: Float64Array<ArrayBuffer>;
  readonly endsMs: Float64Array<ArrayBuffer>;
  readonly codes: Uint8Array<ArrayBuffer>;
}

/** What the worker tells: how far it is, then one of the others. */
export type PlanMessage =
  | { readonly kind: 'read'; readonly bytes: number }
  | { readonly kind: 'plan'; readonly plan: SentPlan }
  | { readonly kind: 'refused'; readonly problem: ExportProblem }
  | { readonly kind: 'unreadable' };

/** Packs a plan. Of each code the activity is left; no other part is used once a plan is made. */
export function packPlan({ segments, ...rest }: ImportPlan): SentPlan {
  const indexes = { length: segments.size };
  return {
    ...rest,
    startsMs: Float64Array.from(indexes, (_, index) => segments.startMs(index)),
    endsMs: Float64Array.from(indexes, (_, index) => segments.endMs(index)),
    codes: Uint8Array.from(indexes, (_, index) => segments.code(index)),
  };
}

/** The plan that was packed. */
export function unpackPlan({ startsMs, endsMs, codes, ...rest }: SentPlan): ImportPlan {
  const segments = createSegmentList();
  for (const [index, code] of codes.entries()) {
    if (activityOfCode(code) === undefined) continue;
    segments.add(startsMs[index] ?? 0, endsMs[index] ?? 0, code);
  }
  return { ...rest, segments };
}
