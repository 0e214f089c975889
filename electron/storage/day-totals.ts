import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { type Activity, isActivity } from '../../shared/domain/activity.ts';
import type { DayTotals, HourTotal, ZoneSince } from '../../shared/domain/day-totals.ts';
import { hasTable } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** What can be read of the days whose spans are no longer kept. */
export interface DayTotalsReader {
  /** Days between two ISO dates, both included, by date. */
  between(from: string, to: string): DayTotals[];
  /** The latest zone of the days before a date. */
  zoneBefore(isoDate: string): ZoneSince | undefined;
  /** The first and the last day; undefined where there is none. */
  extent(): { readonly from: string; readonly to: string } | undefined;
  count(): number;
}

/** The day totals of a database. */
export interface DayTotalsStore extends DayTotalsReader {
  /** Adds days, to what there is of them. */
  add(days: readonly DayTotals[]): void;
  /** Deletes days between two dates, both included. @returns how many. */
  remove(from: string, to: string): number;
  /** Deletes some activities of days between two dates, both included. */
  removeActivities(activities: readonly Activity[], from: string, to: string): void;
}

/** A text before every ISO date, and one after. */
export const FIRST_DATE = '';
export const LAST_DATE = '~';

function readHour(row: Record<string, SQLOutputValue>): HourTotal | undefined {
  const { hour, activity } = row;
  const [insideMs, outsideMs, windowMs] = [row['inside_ms'], row['outside_ms'], row['window_ms']];
  if (
    typeof hour !== 'number' ||
    typeof insideMs !== 'number' ||
    typeof outsideMs !== 'number' ||
    typeof windowMs !== 'number' ||
    !isActivity(activity)
  ) {
    return undefined;
  }
  return { hour, activity, insideMs, outsideMs, windowMs };
}

function readDay(
  row: Record<string, SQLOutputValue>,
  hours: readonly HourTotal[],
): DayTotals | undefined {
  const { date, zone } = row;
  const [lastZone, atMs, workingMs] = [row['last_zone'], row['last_at'], row['working_ms']];
  if (
    typeof date !== 'string' ||
    typeof zone !== 'string' ||
    typeof lastZone !== 'string' ||
    typeof atMs !== 'number' ||
    typeof workingMs !== 'number'
  ) {
    return undefined;
  }
  return { date, zone, last: { zone: lastZone, atMs }, workingMs, hours };
}

/** Reads the day totals of a database; of one that an older version made and that is only read, there are none. */
function readingFrom(database: DatabaseSync): DayTotalsReader {
  let isThere = false;
  const exists = () => (isThere ||= hasTable(database, 'day_hours'));
  return {
    between(from, to) {
      if (!exists()) return [];
      const hours = database
        .prepare('SELECT * FROM day_hours WHERE date BETWEEN ? AND ? ORDER BY date, hour, activity')
        .all(from, to);
      const byDate = Map.groupBy(hours, ({ date }) => date);
      return database
        .prepare('SELECT * FROM day_totals WHERE date BETWEEN ? AND ? ORDER BY date')
        .all(from, to)
        .flatMap((row) => {
          const rows = byDate.get(row['date'] ?? null) ?? [];
          return (
            readDay(
              row,
              rows.flatMap((hour) => readHour(hour) ?? []),
            ) ?? []
          );
        });
    },
    zoneBefore(isoDate) {
      if (!exists()) return undefined;
      const row = database
        .prepare('SELECT * FROM day_totals WHERE date < ? ORDER BY last_at DESC LIMIT 1')
        .get(isoDate);
      return row && readDay(row, [])?.last;
    },
    extent() {
      if (!exists()) return undefined;
      const row = database.prepare('SELECT min(date) AS a, max(date) AS b FROM day_totals').get();
      const { a, b } = row ?? {};
      return typeof a === 'string' && typeof b === 'string' ? { from: a, to: b } : undefined;
    },
    count: () =>
      exists() ? Number(database.prepare('SELECT count(*) AS n FROM day_totals').get()?.['n']) : 0,
  };
}

/** The day totals of an open database. */
export function createDayTotals(database: DatabaseSync): DayTotalsStore {
  return {
    ...readingFrom(database),
    add(days) {
      const addDay = database.prepare(
        `INSERT INTO day_totals VALUES (?, ?, ?, ?, ?) ON CONFLICT (date) DO UPDATE SET
           last_zone = iif(excluded.last_at > last_at, excluded.last_zone, last_zone),
           last_at = max(excluded.last_at, last_at)`,
      );
      const addHour = database.prepare(
        `INSERT INTO day_hours VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
           inside_ms = inside_ms + excluded.inside_ms,
           outside_ms = outside_ms + excluded.outside_ms,
           window_ms = window_ms + excluded.window_ms`,
      );
      inTransaction(database, () => {
        for (const { date, zone, last, workingMs, hours } of days) {
          addDay.run(date, zone, last.zone, last.atMs, workingMs);
          for (const { hour, activity, insideMs, outsideMs, windowMs } of hours) {
            addHour.run(date, hour, activity, insideMs, outsideMs, windowMs);
          }
        }
      });
    },
    remove: (from, to) =>
      inTransaction(database, () => {
        database.prepare('DELETE FROM day_hours WHERE date BETWEEN ? AND ?').run(from, to);
        const { changes } = database
          .prepare('DELETE FROM day_totals WHERE date BETWEEN ? AND ?')
          .run(from, to);
        return Number(changes);
      }),
    removeActivities(activities, from, to) {
      const remove = database.prepare(
        'DELETE FROM day_hours WHERE activity = ? AND date BETWEEN ? AND ?',
      );
      inTransaction(database, () => {
        for (const activity of activities) remove.run(activity, from, to);
      });
    },
  };
}
