import { z } from 'zod';
import { ACTIVITIES } from '../../shared/domain/activity.ts';
import { type Action, ACTION_KINDS } from '../../shared/ipc/corrections.ts';
import { createActionLog, type NewAction } from '../storage/action-log.ts';
import { hasTable } from '../storage/schema.ts';
import { DataFileError, type DataSection, readRows } from './data-section.ts';

const NAME = 'actions';

const instant = z.iso.datetime();

const actionRow = z
  .strictObject({
    at: instant.describe('when it was done, in UTC'),
    kind: z.enum(ACTION_KINDS),
    spans: z.int().min(0).describe('how many spans were changed'),
    from: z.enum(ACTIVITIES).nullable().describe('of a span that was re-labelled, what it was'),
    to: z.enum(ACTIVITIES).nullable().describe('of a span that was re-labelled, what it is'),
    start: instant.nullable().describe('start of that span, in UTC; null of what was deleted'),
    end: instant.nullable().describe('end of that span, in UTC; null of what was deleted'),
  })
  .describe('what the user did with their own data');

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
const msOf = (text: string | null) => (text === null ? null : Date.parse(text));

/** All but its place in the log, which says nothing. */
const keyOf = ({ atMs, kind, spans, from, to, startMs, endMs }: NewAction) =>
  JSON.stringify([atMs, kind, spans, from, to, startMs, endMs]);

function readActions(rows: readonly unknown[]): Action[] {
  return readRows(NAME, actionRow, rows).map(({ at, start, end, ...rest }, index) => {
    const [startMs, endMs] = [msOf(start), msOf(end)];
    if (startMs !== null && endMs !== null && endMs <= startMs) {
      throw new DataFileError('wrong-value', NAME, index + 1);
    }
    return { id: index + 1, atMs: Date.parse(at), ...rest, startMs, endMs };
  });
}

/** The log of the user's own actions: entries that are not there yet are added. */
export const actionsSection: DataSection = {
  name: NAME,
  row: actionRow,
  *read(database) {
    // A file that is only read may be of an older version.
    if (!hasTable(database, NAME)) return;
    const actions = createActionLog(database).newest(Number.MAX_SAFE_INTEGER).reverse();
    for (const { atMs, kind, spans, from, to, startMs, endMs } of actions) {
      yield { at: iso(atMs), kind, spans, from, to, start: iso(startMs), end: iso(endMs) };
    }
  },
  check(rows) {
    const actions = readActions(rows);
    return (database) => {
      const log = createActionLog(database);
      const known = new Set(log.newest(Number.MAX_SAFE_INTEGER).map(keyOf));
      const added = actions.filter((action) => !known.has(keyOf(action)));
      return {
        added: added.length,
        fromMs: added.at(0)?.atMs ?? null,
        toMs: added.at(-1)?.atMs ?? null,
        store: () => {
          log.restore(added);
        },
      };
    };
  },
};
