import type { Activity } from '../../shared/domain/activity.ts';
import { relabel } from '../../shared/domain/correction.ts';
import { createActionLog } from '../storage/action-log.ts';
import type { ChangeDesk } from './change-desk.ts';

/** Does what `Corrections.relabel` says. @param isTimed whether it was timed by hand, so that no rule could have said it. */
export function relabelAt(
  desk: ChangeDesk,
  atMs: number,
  activity: Activity,
  isTimed: boolean,
): void {
  const { spans, undos } = desk;
  const { database, span, seams } = spans.take(atMs);
  const { activity: from, startedAtMs, endedAtMs } = span;
  const to = desk.shielded(activity);
  const change = relabel(spans.around(startedAtMs, endedAtMs), span, to);
  if (change.after.length === 0) return;
  desk.replace(change);
  const what = { kind: 'relabelled', spans: 1, from, to } as const;
  desk.note(() => {
    const times = { startMs: startedAtMs, endMs: endedAtMs };
    createActionLog(database).note({ atMs: desk.nowMs(), ...what, ...times });
  });
  undos.add(
    { ...what, startedAtMs: isTimed ? null : startedAtMs },
    { ...change, actions: [], totals: [], seams },
  );
  desk.onSpans();
}
