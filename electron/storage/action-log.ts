import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { type Activity, isActivity } from '../../shared/domain/activity.ts';
import type { Interval } from '../../shared/domain/interval.ts';
import { type Action, ACTION_KINDS, type ActionKind } from '../../shared/ipc/corrections.ts';

/** An action as it is noted, before it has its place in the log. */
export type NewAction = Omit<Action, 'id'>;

/**
 * What the user did with their own data, for themself alone. An entry says what was done, when, and with how
 * many spans. Of what was deleted or erased it says no more than that: when it was and what it was is gone.
 */
export interface ActionLog {
  note(action: NewAction): void;
  /** The newest first. */
  newest(most: number): Action[];
  count(): number;
  /**
   * Deletes the entries about any of some stretches of time.
   *
   * @param times by time, without overlaps.
   * @returns the entries.
   */
  forgetTimes(times: readonly Interval[]): Action[];
  /** Deletes the entries about a stretch of time that name one of some activities. @returns them. */
  forgetActivities(activities: readonly Activity[], time: Interval): Action[];
  /** Deletes every entry. @returns them. */
  clear(): Action[];
  /** Puts entries back that were deleted; their time is their place. */
  restore(actions: readonly Action[]): void;
}

function activityOrNull(value: SQLOutputValue | undefined): Activity | null {
  return isActivity(value) ? value : null;
}

function timeOrNull(value: SQLOutputValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

/** The action of a stored row; undefined where its columns are of other types or its kind is not known. */
export function readAction(row: Record<string, SQLOutputValue>): Action | undefined {
  const { id, at: atMs, spans } = row;
  const kind = ACTION_KINDS.find((known) => known === row['kind']);
  if (typeof id !== 'number' || typeof atMs !== 'number' || typeof spans !== 'number' || !kind) {
    return undefined;
  }
  return {
    id,
    atMs,
    kind,
    spans,
    from: activityOrNull(row['from_activity']),
    to: activityOrNull(row['to_activity']),
    startMs: timeOrNull(row['start_at']),
    endMs: timeOrNull(row['end_at']),
  };
}

/** An entry that says nothing of what was changed, or of when that was; as of what was deleted. */
export function wordlessAction(kind: ActionKind, spans: number, atMs: number): NewAction {
  return { kind, spans, atMs, from: null, to: null, startMs: null, endMs: null };
}

/** The first of some intervals, by time and without overlaps, that ends after a moment. */
function firstEndingAfter(times: readonly Interval[], atMs: number): Interval | undefined {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.endMs ?? Infinity) > atMs) high = middle;
    else low = middle + 1;
  }
  return times[low];
}

/** The log of an open database. */
export function createActionLog(database: DatabaseSync): ActionLog {
  const rows = (sql: string, ...values: (string | number)[]): Action[] =>
    database
      .prepare(sql)
      .all(...values)
      .flatMap((row) => readAction(row) ?? []);
  function note({ atMs, kind, spans, from, to, startMs, endMs }: NewAction): void {
    database
      .prepare('INSERT INTO actions VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)')
      .run(atMs, kind, spans, from, to, startMs, endMs);
  }

  /** A log is short: a person has done each of its entries by hand. */
  const forgetIf = (isMeant: (action: Action) => boolean): Action[] => {
    const meant = rows('SELECT * FROM actions').filter(isMeant);
    const remove = database.prepare('DELETE FROM actions WHERE id = ?');
    for (const { id } of meant) remove.run(id);
    return meant;
  };
  return {
    note,
    newest: (most) => rows('SELECT * FROM actions ORDER BY at DESC, id DESC LIMIT ?', most),
    count: () => Number(database.prepare('SELECT count(*) AS n FROM actions').get()?.['n']),
    forgetTimes: (times) =>
      forgetIf(({ startMs, endMs }) => {
        if (startMs === null || endMs === null) return false;
        const first = firstEndingAfter(times, startMs);
        return first !== undefined && first.startMs < endMs;
      }),
    forgetActivities: (activities, time) =>
      forgetIf(({ from, to, startMs, endMs }) => {
        const names = [from, to].some(
          (activity) => activity !== null && activities.includes(activity),
        );
        const isThere =
          startMs === null || endMs === null || (startMs < time.endMs && endMs > time.startMs);
        return names && isThere;
      }),
    clear: () => rows('DELETE FROM actions RETURNING *'),
    restore(actions) {
      for (const action of actions) note(action);
    },
  };
}
