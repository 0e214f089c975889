import { Temporal } from 'temporal-polyfill';
import {
  type BlockPlan,
  type PlanProblem,
  type PlanRequest,
  planBlocks,
} from '../../shared/domain/block-plan.ts';
import { seriesOf } from '../../shared/domain/block-series.ts';
import type { FigureRules } from '../../shared/domain/frames.ts';
import { versionOn } from '../../shared/domain/versions.ts';
import { type CalendarLook, calendarFile } from './calendar-file.ts';

/** The blocks of the twelve months from a date on. */
export function planYear(rules: FigureRules, from: string, at: string | null): BlockPlan {
  return planBlocks(rules, yearFrom(from, at));
}

function yearFrom(from: string, at: string | null): PlanRequest {
  const to = Temporal.PlainDate.from(from).add({ months: 12 }).subtract({ days: 1 });
  return { from, to: to.toString(), at };
}

/** A calendar file, or why there is none. */
export type BlockCalendar =
  | { readonly ok: true; readonly text: string; readonly plan: BlockPlan & { ok: true } }
  | { readonly ok: false; readonly problem: PlanProblem };

/** The agreed block of the twelve months from a date on as a calendar file. */
export function blockCalendar(
  rules: FigureRules,
  {
    from,
    at,
    zone,
    nowMs,
    ...look
  }: CalendarLook & {
    readonly from: string;
    /** `HH:MM`; null is the fixed window, or else the start of the day. */
    readonly at: string | null;
    readonly zone: string;
    readonly nowMs: number;
  },
): BlockCalendar {
  const plan = planYear(rules, from, at);
  if (!plan.ok) return plan;
  const regular = planYear({ ...rules, daysOff: [], dayChanges: {} }, from, at);
  const series = seriesOf(
    plan.blocks,
    regular.ok ? regular.blocks : [],
    (date) => versionOn(rules.schedules, date)?.weeks.length ?? 1,
  );
  return { ok: true, text: calendarFile(series, zone, look, nowMs), plan };
}
