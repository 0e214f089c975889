import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import type { Activity } from '../../shared/domain/activity.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import type { HistoryPreview } from '../../shared/ipc/history-import.ts';
import { createActionLog, wordlessAction } from '../storage/action-log.ts';
import type { OccupiedReader } from '../storage/occupied.ts';
import { createSpanRepository } from '../storage/span-repository.ts';
import { inTransaction } from '../storage/transaction.ts';
import { newSpans, phoneTimeMs } from './activitywatch.ts';
import type { ImportPlan } from './plan.ts';

/** Tells what a plan would bring in next to the spans that are stored, in turns with the rest of the process. */
export async function previewInTurns(
  stored: OccupiedReader,
  plan: ImportPlan,
  signal: AbortSignal,
): Promise<Omit<HistoryPreview, 'id'>> {
  const { zone, events, skipped, hosts, hostsWithoutAfk, excludedTitles, phones } = plan;
  const time = new Map<Activity, number>();
  const dates = new Set<string>();
  let alreadyThere = 0;
  let count = 0;
  for (const { spans, covered } of newSpans(stored, plan)) {
    alreadyThere += covered;
    count += spans.length;
    for (const { activity, startedAtMs, endedAtMs } of spans) {
      time.set(activity, (time.get(activity) ?? 0) + endedAtMs - startedAtMs);
      dates.add(isoDateAt(zone, startedAtMs)).add(isoDateAt(zone, endedAtMs - 1));
    }
    await setImmediate();
    signal.throwIfAborted();
  }
  const inOrder = [...dates].sort();
  return {
    events,
    spans: count,
    days: dates.size,
    from: inOrder.at(0) ?? null,
    to: inOrder.at(-1) ?? null,
    time: [...time]
      .map(([activity, ms]) => ({ activity, ms }))
      .sort((one, other) => other.ms - one.ms),
    skipped: [...skipped.byReason].map(([reason, events]) => ({ reason, count: events })),
    alreadyThere,
    hosts,
    hostsWithoutAfk,
    excludedTitles,
    phones,
    phoneMs: phoneTimeMs(stored, plan),
    zone,
  };
}

/** A span of the memory that is ready, unless something has come to be in its time since. */
const STILL_FREE = `NOT EXISTS (
  SELECT 1 FROM main.spans
  WHERE started_at >= coalesce(
      (SELECT max(started_at) FROM main.spans WHERE started_at <= ready.started_at), ready.started_at)
    AND started_at < ready.ended_at AND ended_at > ready.started_at)`;

/**
 * Stores what a plan brings in, all or none. What is new is made ready in memory, in turns with the rest of the process;
 * then one transaction takes it all, with its entry in the log of actions. What is stored meanwhile keeps its time.
 *
 * @returns how many spans are new.
 * @throws the signal's reason where it is stopped; nothing is stored then.
 */
export async function storeInTurns(
  database: DatabaseSync,
  plan: ImportPlan,
  {
    signal,
    nowMs,
    onProgress,
  }: {
    readonly signal: AbortSignal;
    readonly nowMs: () => number;
    /** Told how much is made ready, 0 to 1. */
    readonly onProgress: (share: number) => void;
  },
): Promise<number> {
  // A temporary table would else be a file outside the data folder.
  database.exec(`PRAGMA temp_store = MEMORY;
    DROP TABLE IF EXISTS temp.ready;
    CREATE TEMP TABLE ready (
      started_at INTEGER PRIMARY KEY, ended_at INTEGER, activity TEXT, zone TEXT) STRICT`);
  try {
    const put = database.prepare('INSERT INTO temp.ready VALUES (?, ?, ?, ?)');
    let done = 0;
    for (const { spans, covered } of newSpans(createSpanRepository(database), plan)) {
      inTransaction(database, () => {
        for (const { startedAtMs, endedAtMs, activity, zone } of spans) {
          put.run(startedAtMs, endedAtMs, activity, zone);
        }
      });
      done += spans.length + covered;
      onProgress(Math.min(1, done / plan.segments.size));
      await setImmediate();
      signal.throwIfAborted();
    }
    return inTransaction(database, () => {
      const { changes } = database
        .prepare(
          `INSERT INTO main.spans
           SELECT started_at, ended_at, activity, zone, 0, 0 FROM temp.ready WHERE ${STILL_FREE} ORDER BY started_at`,
        )
        .run();
      const spans = Number(changes);
      if (spans > 0) createActionLog(database).note(wordlessAction('imported', spans, nowMs()));
      return spans;
    });
  } finally {
    // Where the database was closed meanwhile, the table went with it.
    if (database.isOpen) database.exec('DROP TABLE IF EXISTS temp.ready');
  }
}
