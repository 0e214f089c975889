import { isoDateAt } from '../../shared/domain/zone.ts';
import type { BlockCalendarView } from '../../shared/ipc/block-calendar.ts';
import { parseGuidelineFile, writeGuidelineFile } from '../../shared/settings/guideline-file.ts';
import type { ViewNeeds } from '../figures/day-and-week-views.ts';
import { Failure } from '../ipc/failure.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import { dateOf } from '../../shared/domain/block-plan.ts';
import { blockCalendar, planYear } from './block-calendar.ts';

/** What files of the agreement are made of, and where they go. */
export interface HandOverNeeds {
  readonly view: () => Pick<ViewNeeds, 'settings' | 'nowMs' | 'zone'>;
  /** Asks where to save a calendar file; undefined where the user cancelled. */
  readonly askForCalendar: () => Promise<string | undefined>;
  /** Asks where to save a guideline file; undefined where the user cancelled. */
  readonly askForGuideline: () => Promise<string | undefined>;
  /** Writes a file whole or not at all. */
  readonly writeFile: (file: string, text: string) => Promise<void>;
}

/** Saves the block as a calendar file, and a guideline for others. */
export function createHandOverHandlers({
  view,
  askForCalendar,
  askForGuideline,
  writeFile,
}: HandOverNeeds): Pick<Handlers, 'calendar:plan' | 'calendar:save' | 'guideline:save'> {
  async function save(ask: () => Promise<string | undefined>, text: string) {
    const file = await ask();
    if (file === undefined) return { saved: false };
    try {
      await writeFile(file, text);
    } catch {
      throw new Failure('not-saved', 'The file could not be saved there.');
    }
    return { saved: true };
  }

  return {
    'calendar:plan': ({ at }): BlockCalendarView => {
      const { settings, nowMs, zone } = view();
      const plan = planYear(settings, isoDateAt(zone, nowMs), at);
      if (!plan.ok) return { status: 'none', problem: plan.problem };
      const dates = plan.blocks.map(dateOf);
      return {
        status: 'planned',
        count: dates.length,
        first: dates[0] ?? '',
        last: dates.at(-1) ?? '',
      };
    },
    'calendar:save': async (choice) => {
      const { settings, nowMs, zone } = view();
      const calendar = blockCalendar(settings, {
        ...choice,
        from: isoDateAt(zone, nowMs),
        zone,
        nowMs,
      });
      if (!calendar.ok) throw new Failure('not-found', 'There is no block to put in a calendar.');
      return await save(askForCalendar, calendar.text);
    },
    'guideline:save': async (guideline) => {
      const text = writeGuidelineFile(guideline);
      // What was written is read as an employee's app will read it.
      if (!parseGuidelineFile(text).ok) throw new Failure('invalid-args', 'This is no guideline.');
      return await save(askForGuideline, text);
    },
  };
}
