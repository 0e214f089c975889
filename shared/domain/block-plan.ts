import { type Agreement, agreementOn } from './agreement.ts';
import { DAY_MS, dateOfWall, datesOf, wallMidnight } from './calendar.ts';
import type { FigureRules } from './frames.ts';
import { type Interval, intersect } from './interval.ts';
import { MINUTE_MS } from './rounding.ts';
import { versionOn } from './versions.ts';
import { workingTimeOn } from './working-time.ts';

/** The block of one working day, as it stands in a calendar. */
export interface PlannedBlock {
  /** The working day that it is of; a block in the end of a night shift begins on the next date. */
  readonly day: string;
  /** Its start as the clock on the wall shows it, in the form of {@link wallMidnight}. */
  readonly startMs: number;
  readonly minutes: number;
  /** Names the versions of schedule and agreement that it is by. */
  readonly versions: string;
}

/** Why there is no block to plan. */
export type PlanProblem =
  'no-agreement' | 'no-minutes' | 'no-days' | 'outside-window' | 'outside-hours';

/** The blocks of a range of days, or why there are none. */
export type BlockPlan =
  | {
      readonly ok: true;
      readonly blocks: readonly PlannedBlock[];
      /** Whether some agreement has no fixed window, and no time was chosen in its place. */
      readonly atStartOfDay: boolean;
    }
  | { readonly ok: false; readonly problem: PlanProblem };

/** What is planned. */
export interface PlanRequest {
  /** ISO dates of the first and the last day, both included. */
  readonly from: string;
  readonly to: string;
  /** `HH:MM` at which each block starts; null is the fixed window, or else the start of the day's working time. */
  readonly at: string | null;
}

/** Milliseconds from midnight of `HH:MM`. */
function sinceMidnight(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE_MS;
}

/** A stretch of the day: how long after midnight it begins, and how long it is. */
interface Stretch {
  readonly startMs: number;
  readonly lengthMs: number;
}

/** What is agreed on as a stretch of the day; null is any time, undefined a time outside the fixed window. */
function stretchOf(
  { window, maxMinutes }: Agreement,
  at: string | null,
): Stretch | null | undefined {
  const blockMs = maxMinutes * MINUTE_MS;
  if (!window) return at === null ? null : { startMs: sinceMidnight(at), lengthMs: blockMs };
  const startMs = sinceMidnight(window.from);
  const rawMs = sinceMidnight(window.to) - startMs;
  const windowMs = rawMs > 0 ? rawMs : rawMs + DAY_MS;
  if (at === null) return { startMs, lengthMs: windowMs };
  const afterMs = (sinceMidnight(at) - startMs + DAY_MS) % DAY_MS;
  if (afterMs >= windowMs) return undefined;
  return { startMs: startMs + afterMs, lengthMs: Math.min(blockMs, windowMs - afterMs) };
}

/** Where a stretch meets a shift: on its date, or on the next, where a night shift ends. */
function meet(date: string, { startMs, lengthMs }: Stretch, shift: readonly Interval[]): number[] {
  const onDateMs = wallMidnight(date) + startMs;
  return [onDateMs, onDateMs + DAY_MS].filter((atMs) =>
    shift.some((working) => intersect({ startMs: atMs, endMs: atMs + lengthMs }, working)),
  );
}

/** The start of a shift, or of the first part of it that a block fits in. */
function startOf(shift: readonly Interval[], lengthMs: number): number | undefined {
  const roomy = shift.find(({ startMs, endMs }) => endMs - startMs >= lengthMs);
  return (roomy ?? shift[0])?.startMs;
}

/** The block of each day of one agreement. Days on which its stretch misses the working hours have none, unless it misses all. */
function blocksOf(
  agreement: Agreement,
  days: readonly { readonly day: string; readonly shift: readonly Interval[] }[],
  at: string | null,
): readonly Omit<PlannedBlock, 'versions'>[] | PlanProblem {
  const stretch = stretchOf(agreement, at);
  if (stretch === undefined) return 'outside-window';
  const lengthMs = stretch?.lengthMs ?? agreement.maxMinutes * MINUTE_MS;
  if (lengthMs === 0) return 'no-minutes';
  // A time that the user picks is one at which they work; a window was agreed on, and may begin before.
  const met = stretch && (agreement.window ? stretch : { ...stretch, lengthMs: 1 });
  const starts = days.map(({ day, shift }) => ({
    day,
    startMs: met ? meet(day, met, shift)[0] : startOf(shift, lengthMs),
  }));
  const missesAll = starts.every(({ startMs }) => startMs === undefined);
  if (missesAll && days.length > 0 && !agreement.window) return 'outside-hours';
  return starts.flatMap(({ day, startMs }) => {
    // A window outside all working hours was agreed on all the same.
    const beginsMs =
      startMs ?? (missesAll && stretch ? wallMidnight(day) + stretch.startMs : undefined);
    return beginsMs === undefined
      ? []
      : [{ day, startMs: beginsMs, minutes: lengthMs / MINUTE_MS }];
  });
}

/**
 * The agreed block on each working day of a range: in the fixed window, at a time that the user chose, or at the
 * start of the day's working time. Each day follows the version of the agreement that is valid on it.
 */
export function planBlocks(rules: FigureRules, { from, to, at }: PlanRequest): BlockPlan {
  const byAgreement = new Map<Agreement, { day: string; shift: Interval[] }[]>();
  for (const day of datesOf(from, to)) {
    const agreement = agreementOn(rules.agreements, day);
    if (!agreement) continue;
    const days = byAgreement.get(agreement) ?? [];
    byAgreement.set(agreement, days);
    // As the clock on the wall shows it, to the end of a night shift.
    const shift = workingTimeOn(rules, 'UTC', day);
    if (shift.length > 0) days.push({ day, shift });
  }
  const problems: PlanProblem[] = [];
  const blocks: PlannedBlock[] = [];
  for (const [agreement, days] of byAgreement) {
    const planned = blocksOf(agreement, days, at);
    if (typeof planned === 'string') {
      // A time that one version does not allow is no time for all.
      if (planned === 'outside-window') return { ok: false, problem: planned };
      problems.push(planned);
      continue;
    }
    for (const block of planned) {
      const schedule = versionOn(rules.schedules, block.day)?.from ?? '';
      blocks.push({ ...block, versions: `${schedule} ${agreement.from}` });
    }
  }
  if (blocks.length === 0) {
    const problem = byAgreement.size === 0 ? 'no-agreement' : (problems[0] ?? 'no-days');
    return { ok: false, problem };
  }
  const atStartOfDay = at === null && [...byAgreement.keys()].some(({ window }) => !window);
  return { ok: true, blocks: blocks.sort((a, b) => a.startMs - b.startMs), atStartOfDay };
}

/** The ISO date on which a block begins. */
export function dateOf({ startMs }: Pick<PlannedBlock, 'startMs'>): string {
  return dateOfWall(startMs);
}
