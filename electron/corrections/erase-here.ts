import type { DatabaseSync } from 'node:sqlite';
import { SHIELDED_ACTIVITIES, type Activity } from '../../shared/domain/activity.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import type { EraseWhat } from '../../shared/ipc/privacy.ts';
import { createActionLog } from '../storage/action-log.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { createDayTotals, FIRST_DATE, LAST_DATE } from '../storage/day-totals.ts';
import {
  type Erased,
  eraseActivities,
  eraseAll,
  eraseDays,
  eraseInterval,
  forget,
} from '../storage/erase.ts';
import { createNotes } from '../storage/notes.ts';
import { createSpanRepository } from '../storage/span-repository.ts';

const QUARTER_MS = 15 * 60_000;

/** What erasing in the running app takes. */
export interface EraseNeeds {
  readonly database: DatabaseSync;
  readonly folder: DataFolder;
  readonly nowMs: number;
  /** IANA zone of the computer. */
  readonly zone: string;
}

/** Job search is one activity, whichever of its two forms it was stored in. */
function formsOf(activity: Activity): readonly Activity[] {
  return SHIELDED_ACTIVITIES.includes(activity) ? SHIELDED_ACTIVITIES : [activity];
}

/** Erases for good what the user chose; nothing may run meanwhile. @returns what was there. */
export function eraseWhat(what: EraseWhat, needs: EraseNeeds): Erased {
  const { database, folder, nowMs, zone } = needs;
  switch (what.kind) {
    case 'last-quarter':
      return eraseInterval(database, folder, { startMs: nowMs - QUARTER_MS, endMs: nowMs });
    case 'today': {
      const today = isoDateAt(zone, nowMs);
      return eraseDays(database, folder, { from: today, to: today });
    }
    case 'range':
      return eraseDays(database, folder, { from: what.from, to: what.to });
    case 'activity':
      return eraseActivities(database, folder, formsOf(what.activity), what.range);
    case 'log': {
      const actions = createActionLog(database).clear();
      forget(database, folder);
      return { before: [], after: [], actions, totals: [] };
    }
    case 'everything': {
      const before = createSpanRepository(database).between(
        Number.MIN_SAFE_INTEGER,
        Number.MAX_SAFE_INTEGER,
      );
      const actions = createActionLog(database).newest(Number.MAX_SAFE_INTEGER);
      const totals = createDayTotals(database).between(FIRST_DATE, LAST_DATE);
      const notes = createNotes(database).all();
      eraseAll(database, folder);
      return { before, after: [], actions, totals, notes };
    }
  }
}
