import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { ACTIVITIES, type Activity } from '../../shared/domain/activity.ts';
import type { Span } from '../../shared/domain/span.ts';
import { manualColumn } from './schema.ts';

/** Takes the columns of a row one by one, as {@link spansOfQuery} has SQLite call it. */
interface Taker {
  /** The spans taken by the query that runs. */
  taken: Span[];
  /** Zone of a row that leaves its own out. */
  usualZone: string;
}

const ACTIVITY_BY_NAME: ReadonlyMap<unknown, Activity> = new Map(
  ACTIVITIES.map((activity) => [activity, activity]),
);

/** A span of the columns of a row; undefined where they are of the wrong types. */
export function spanOfColumns(
  startedAtMs: unknown,
  endedAtMs: unknown,
  name: unknown,
  zone: unknown,
  relabelled: unknown,
  manual: unknown,
): Span | undefined {
  const activity = ACTIVITY_BY_NAME.get(name);
  if (
    typeof startedAtMs !== 'number' ||
    typeof endedAtMs !== 'number' ||
    typeof zone !== 'string' ||
    !activity
  ) {
    return undefined;
  }
  return {
    startedAtMs,
    endedAtMs,
    activity,
    zone,
    relabelled: relabelled === 1,
    manual: manual === 1,
  };
}

/** Each database has one: a second function of the name would take the place of the first. */
const takers = new WeakMap<DatabaseSync, Taker>();

function takerOf(database: DatabaseSync): Taker {
  const known = takers.get(database);
  if (known) return known;
  const taker: Taker = { taken: [], usualZone: '' };
  database.function(
    'take_span',
    { directOnly: true },
    (startedAtMs, endedAtMs, name, ownZone, relabelled, manual) => {
      const zone = ownZone ?? taker.usualZone;
      const span = spanOfColumns(startedAtMs, endedAtMs, name, zone, relabelled, manual);
      if (!span) throw new Error('A stored span has columns of the wrong type');
      taker.taken.push(span);
      return null;
    },
  );
  takers.set(database, taker);
  return taker;
}

/**
 * Prepares a query of spans. SQLite calls a function with each row, which takes it half the time of
 * handing over lists and a fifth of that of objects.
 *
 * @param condition what follows WHERE, with named parameters.
 * @returns a function of the parameters and of the zone that most of the spans are of, which then need
 *   not be copied for each; it gives the spans by time.
 */
export function spansOfQuery(
  database: DatabaseSync,
  condition: string,
): (parameters: Record<string, SQLInputValue>, usualZone: string) => Span[] {
  const taker = takerOf(database);
  const query = database.prepare(
    `SELECT count(take_span(started_at, ended_at, activity, nullif(zone, $usualZone), relabelled,
       ${manualColumn(database)}))
     FROM spans WHERE ${condition}`,
  );
  return (parameters, usualZone) => {
    taker.taken = [];
    taker.usualZone = usualZone;
    query.get({ ...parameters, usualZone });
    const { taken } = taker;
    taker.taken = [];
    return sorted(taken);
  };
}

/** Rows come in the order of the table, by time; SQLite only does not promise it. */
function sorted(spans: Span[]): Span[] {
  let lastMs = -Infinity;
  for (const { startedAtMs } of spans) {
    if (startedAtMs < lastMs) return spans.sort((a, b) => a.startedAtMs - b.startedAtMs);
    lastMs = startedAtMs;
  }
  return spans;
}
