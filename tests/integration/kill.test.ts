import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isSound, listBackups } from '../../electron/storage/backups.ts';
import { type DataFolder, dataFolder, listSetAside } from '../../electron/storage/data-folder.ts';
import {
  checkDatabase,
  openDatabase,
  openDatabaseForReading,
  openReadOnly,
} from '../../electron/storage/database.ts';
import { SCHEMA_VERSION, schemaVersion } from '../../electron/storage/schema.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import type { Span } from '../../shared/domain/span.ts';
import { allSpans, someSpans } from '../support/stored-spans.ts';
import { tempDir } from '../support/temp-dir.ts';
import { createRandom } from '../x11/script.ts';
import type { KillLine } from './kill-child.ts';
import { SLOW_STEPS } from './migrate-child.ts';

/** How many times the recorder is killed, in two lanes. SWEETSPOT_KILLS may say; a release wants 200. */
const KILLS = Number(process.env['SWEETSPOT_KILLS'] ?? 40);
/** A kill comes when the child has written down at most this much. */
const MOST_BYTES = 60_000;
/** A crash loses at most this of the open span. */
const MOST_LOST_MS = 10_000;

/** Starts a script of this folder, and resolves when it says that it is ready. */
async function start(
  script: string,
  args: readonly string[],
  cache: string,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // What was compiled once need not be for each kill.
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) throw new Error(`It ended by itself, with ${child.exitCode}`);
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** The lines that a child wrote. A kill cuts the last one short. */
function readLines(file: string): KillLine[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as KillLine);
}

type Stored = ReadonlyMap<number, Span>;

function changed(stored: Stored, { saved, removed }: KillLine & { is: 'storing' }): Stored {
  const next = new Map(stored);
  for (const start of removed) next.delete(start);
  for (const span of saved) next.set(span.startedAtMs, span);
  return next;
}

const byTime = (stored: Stored) =>
  [...stored.values()].sort((a, b) => a.startedAtMs - b.startedAtMs);

function readSpans(folder: DataFolder): Span[] {
  const database = openDatabaseForReading(folder);
  const spans = database ? allSpans(database) : [];
  database?.close();
  return spans;
}

/**
 * Kills the recorder again and again on one folder. What was stored by its own account is there each time, and
 * nothing else but what it was storing at that moment.
 *
 * @returns how many spans came together, and the most that was lost of a running span.
 */
async function killAgainAndAgain(times: number, seed: number) {
  const folder = dataFolder(join(tempDir(), 'data'));
  const cache = tempDir();
  const random = createRandom(seed);
  let stored: Stored = new Map();
  let mostLostMs = 0;
  let inFlight = 0;
  for (let run = 0; run < times; run += 1) {
    const log = join(cache, `log-${seed}-${run}`);
    const child = await start('kill-child.ts', [folder.dir, log, String(seed + run)], cache);
    // Some are killed while they open the database, most while they are at work.
    const untilBytes = random() < 0.2 ? 0 : random() * MOST_BYTES;
    const sizeOf = () => statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    while (sizeOf() < untilBytes && child.exitCode === null) await wait(1);
    await wait(random() * 10);
    await kill(child);
    const lines = readLines(log);
    rmSync(log, { force: true });

    let storing: Stored | undefined;
    for (const line of lines) {
      if (line.is === 'opened') expect(line.notice).toBeNull();
      else if (line.is === 'storing') storing = changed(stored, line);
      else if (line.is === 'stored') {
        stored = storing ?? stored;
        storing = undefined;
      }
    }
    if (!existsSync(folder.database)) continue;
    checkDatabase(folder);
    const spans = readSpans(folder);
    if (storing && spans.length > 0) {
      inFlight += 1;
      const arrived = JSON.stringify(spans) === JSON.stringify(byTime(storing));
      stored = arrived ? storing : stored;
    }
    expect(spans).toEqual(byTime(stored));

    const tick = lines.findLast((line) => line.is === 'tick');
    if (tick?.openMs != null) {
      const endMs = stored.get(tick.openMs)?.endedAtMs ?? tick.openMs;
      mostLostMs = Math.max(mostLostMs, tick.atMs - endMs);
    }
  }
  for (const backup of listBackups(folder)) expect(isSound(backup)).toBe(true);
  expect(listSetAside(folder)).toEqual([]);
  return { spans: stored.size, mostLostMs, inFlight, backups: listBackups(folder).length };
}

test(`${KILLS} kills at random moments lose no closed span, and little of the open one`, async () => {
  const lanes = await Promise.all([
    killAgainAndAgain(Math.ceil(KILLS / 2), 1),
    killAgainAndAgain(Math.floor(KILLS / 2), 1_000_000),
  ]);
  console.log(JSON.stringify(lanes));
  for (const { spans, mostLostMs, backups } of lanes) {
    // Else the kills came before anything was at work.
    expect(spans).toBeGreaterThan(KILLS);
    expect(backups).toBeGreaterThan(0);
    expect(mostLostMs).toBeLessThanOrEqual(MOST_LOST_MS);
  }
}, 600_000);

describe('a kill', () => {
  test('during a migration leaves the old schema or the new one, and every span', async () => {
    const folder = dataFolder(join(tempDir(), 'data'));
    const cache = tempDir();
    const spans = someSpans(20_000);
    const database = openDatabase(folder);
    createSpanRepository(database).apply({ saved: spans, removed: [] });
    database.close();
    const random = createRandom(3);
    const versions: number[] = [];
    // The later a kill comes, the further the migration is; how far depends on the computer.
    for (let windowMs = 20; versions.at(-1) !== SLOW_STEPS.length; windowMs *= 1.15) {
      const child = await start('migrate-child.ts', [folder.database], cache);
      await wait(random() * windowMs);
      if (child.exitCode === null) await kill(child);
      const left = openReadOnly(folder.database);
      onTestFinished(() => {
        if (left.isOpen) left.close();
      });
      expect(left.prepare('PRAGMA integrity_check(1)').get()).toEqual({ integrity_check: 'ok' });
      const version = schemaVersion(left);
      versions.push(version);
      const rows = left.prepare('SELECT * FROM spans ORDER BY started_at').all();
      left.close();
      expect(rows).toHaveLength(spans.length);
      const notes = new Set(rows.map((row) => row['note']));
      expect([...notes]).toEqual([[undefined], ['second'], ['third']][version - SCHEMA_VERSION]);
    }
    // Else none of the kills came in the middle.
    expect(versions.filter((version) => version < SLOW_STEPS.length).length).toBeGreaterThan(2);
  }, 180_000);

  test('while the first database is made leaves none or a whole one', async () => {
    const cache = tempDir();
    const random = createRandom(5);
    const made: boolean[] = [];
    for (let windowMs = 4; made.filter(Boolean).length < 4; windowMs *= 1.3) {
      const folder = dataFolder(join(tempDir(), 'data'));
      const log = join(cache, `log-${made.length}`);
      const child = await start('kill-child.ts', [folder.dir, log, '1'], cache);
      await wait(random() * windowMs);
      await kill(child);
      made.push(existsSync(folder.database));
      if (!made.at(-1)) continue;
      checkDatabase(folder);
      const reopened = openReadOnly(folder.database);
      expect(schemaVersion(reopened)).toBe(SCHEMA_VERSION);
      reopened.close();
    }
    // Else none of the kills came before it was made.
    expect(made).toContain(false);
  }, 120_000);
});
