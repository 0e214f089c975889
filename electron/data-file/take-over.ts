import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { DataTaken } from '../../shared/ipc/data-file.ts';
import {
  SETTING_SCHEMAS,
  type SettingKey,
  type Settings,
  type SettingsPatch,
} from '../../shared/settings/settings.ts';
import { createActionLog, wordlessAction } from '../storage/action-log.ts';
import { inTransaction } from '../storage/transaction.ts';
import type { DataFile } from './data-file.ts';
import type { SectionPlan } from './data-section.ts';
import { spansSection } from './spans-section.ts';

/** Settings that are of a moment or of a computer, and are not taken along. */
const OF_THE_MOMENT: readonly string[] = [
  'pause',
  'welcomed',
  'keepingAsked',
  'autostartAsked',
  'reviewedWeek',
];

/** Which settings of a file differ from the present ones. */
export function differingKeys(file: Settings, here: Settings): SettingKey[] {
  return (Object.keys(SETTING_SCHEMAS) as SettingKey[]).filter(
    (key) => !OF_THE_MOMENT.includes(key) && !isDeepStrictEqual(file[key], here[key]),
  );
}

/** The settings of a file that differ from the present ones. */
export function differingSettings(file: Settings, here: Settings): SettingsPatch {
  return Object.fromEntries(differingKeys(file, here).map((key) => [key, file[key]]));
}

/** How many rows of which kind plans would add. */
export function countPlans(plans: ReadonlyMap<string, SectionPlan>): Omit<DataTaken, 'settings'> {
  let others = 0;
  for (const [name, { added }] of plans) if (name !== spansSection.name) others += added;
  return { spans: plans.get(spansSection.name)?.added ?? 0, others };
}

/**
 * Takes over a file of everything, all or nothing: what is stored stays, and what is new is added. Doing it again
 * changes nothing.
 *
 * @param setSettings changes the settings, or throws; null leaves them.
 * @param notedAtMs where spans come in, the log of actions gets an entry of this moment; null for none.
 */
export function takeOver(
  database: DatabaseSync,
  file: DataFile,
  here: Settings,
  setSettings: ((patch: SettingsPatch) => void) | null,
  notedAtMs: number | null = null,
): DataTaken {
  const patch = setSettings ? differingSettings(file.settings, here) : {};
  return inTransaction(database, () => {
    const plans = file.plan(database);
    for (const plan of plans.values()) plan.store();
    const { spans } = countPlans(plans);
    if (spans > 0 && notedAtMs !== null) {
      createActionLog(database).note(wordlessAction('imported', spans, notedAtMs));
    }
    // Last, so that a change of settings is never left without the rows.
    if (Object.keys(patch).length > 0) setSettings?.(patch);
    return { ...countPlans(plans), settings: Object.keys(patch).length };
  });
}
