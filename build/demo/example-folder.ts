import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replayInto } from '../../electron/cli/replay.ts';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { parseTrace } from '../../electron/tracking/trace.ts';
import { localZone } from '../../shared/local-zone.ts';
import { addDays, daysBetween, mondayOf } from '../../shared/domain/calendar.ts';
import { isoDateAt } from '../../shared/domain/zone.ts';
import type { SettingsPatch } from '../../shared/settings/settings.ts';
import { ROOT } from '../bundle.ts';
import { shiftTrace } from './shift-trace.ts';

/** What became of the example in a data folder. */
export interface ExampleFolder {
  readonly events: number;
  readonly spans: number;
  /** Today, and the Monday of the example's second week, which is the week before this one. */
  readonly today: string;
  readonly monday: string;
}

/**
 * Replays the embedded example into a data folder, its days moved to the two weeks before this one. The app
 * is paused there, so that nothing of this computer mixes with it.
 */
export function fillWithExample(dataDir: string, settings: SettingsPatch = {}): ExampleFolder {
  const zone = localZone();
  const today = isoDateAt(zone, Date.now());
  const monday = addDays(mondayOf(today), -7);
  const file = join(ROOT, 'build/demo/two-weeks.jsonl');
  const events = parseTrace(readFileSync(file, 'utf8'), 'two-weeks.jsonl');
  const [first] = events;
  if (!first) throw new Error('The example is empty');
  const days = daysBetween(isoDateAt(first.zone, first.atMs), addDays(monday, -7));
  const folder = dataFolder(dataDir);
  const stored = { pause: { untilMs: null }, welcomed: true, ...settings };
  writeFileSync(folder.settings, JSON.stringify(stored));
  const spans = replayInto(folder, shiftTrace(events, days, zone));
  return { events: events.length, spans, today, monday };
}
