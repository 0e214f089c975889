/**
 * @file What the kill test kills: the real recorder on the real database, at an accelerated clock, which writes
 * down in a file of its own what it is about to store and what is stored. `node kill-child.ts DIR LOG SEED [TICKS]`
 */
import { openSync, writeSync } from 'node:fs';
import { backUp } from '../../electron/storage/backups.ts';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { openOrRecover } from '../../electron/storage/recover.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { createRecorder } from '../../electron/tracking/recorder.ts';
import type { Sighting } from '../../electron/tracking/sources/window-reading.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { Moment } from '../../shared/domain/tracking.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { AMSTERDAM } from '../support/days.ts';
import { createRandom } from '../x11/script.ts';

/** A line of the child's own log. */
export type KillLine =
  | { readonly is: 'opened'; readonly notice: string | null }
  | { readonly is: 'storing'; readonly saved: readonly Span[]; readonly removed: readonly number[] }
  | { readonly is: 'stored' }
  /** A tick was seen; `openMs` is the start of the span that runs. */
  | { readonly is: 'tick'; readonly atMs: number; readonly openMs: number | null };

const TITLES = ['Feed | LinkedIn', 'Messaging | LinkedIn', 'My Network | LinkedIn', 'Notes'];

function sighting(title: string): Sighting {
  return { kind: 'window', key: '1', sample: { app: 'chromium', title } };
}

const [dir = '', log = '', seed = '0', ticks = 'Infinity'] = process.argv.slice(2);
const descriptor = openSync(log, 'a', 0o600);
// What the system has taken stays when this process is killed.
const say = (line: KillLine) => writeSync(descriptor, `${JSON.stringify(line)}\n`);

const folder = dataFolder(dir);
process.stdout.write('ready\n');
const { database, notice } = openOrRecover(folder, Date.now());
say({ is: 'opened', notice });
const repository = createSpanRepository(database);
const floorMs = repository.lastBefore(Number.MAX_SAFE_INTEGER)?.endedAtMs ?? Date.UTC(2026, 0, 5);
const recorder = createRecorder({
  settings: DEFAULT_SETTINGS,
  floorMs,
  store({ saved, removed }) {
    say({ is: 'storing', saved: [...saved], removed: [...removed] });
    repository.apply({ saved, removed });
    say({ is: 'stored' });
  },
});

const random = createRandom(Number(seed));
let title = TITLES[0] ?? '';
let idleMs = 0;
for (let second = 60; second < 60 + Number(ticks); second += 1) {
  const moment: Moment = { atMs: floorMs + second * 1000, monoMs: second * 1000, idleMs };
  if (random() < 0.06) title = TITLES[Math.floor(random() * TITLES.length)] ?? title;
  // Away for a while, now and then: spans are taken back to the last input.
  idleMs = idleMs > 0 || random() < 0.005 ? (idleMs + 1000) % 240_000 : 0;
  if (random() < 0.004) {
    recorder.halt(moment, 'locked');
    recorder.release(moment, 'locked');
  }
  recorder.see(moment, AMSTERDAM, sighting(title));
  say({ is: 'tick', atMs: moment.atMs, openMs: recorder.state.open?.startedAtMs ?? null });
  // As if each tick were an hour, so that many kills come while a back-up is made.
  const backUpDate = new Date(floorMs + second * 3_600_000).toISOString().slice(0, 10);
  if (random() < 0.05) backUp(database, folder, backUpDate);
}
