import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isSound, listBackups } from '../../electron/storage/backups.ts';
import {
  type DataFolder,
  dataFolder,
  listSetAside,
} from '../../electron/data-folder/data-folder.ts';
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
import { DONE, ROWS_A_LETTER, SLOW_STEPS } from './migrate-child.ts';

/** How many times the recorder is killed, in two lanes. SWEETSPOT_KILLS may say; a release wants 200. */
const KILLS = Number(process.env['SWEETSPOT_KILLS'] ?? 40);
/** A kill comes when the child has written down at most this much. */
const MOST_BYTES = 60_000;
/** A crash loses at most this of the open span. */
const MOST_LOST_MS = 10_000;

/** Starts a script of this folder, whose stdout can be read. */
function launch(script: string, args: readonly string[], cache: string) {
  return spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // What was compiled once need not be for each kill.
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
}

/** Starts a script of this folder, and resolves when it says that it is ready. */
async function start(...how: Parameters<typeof launch>): Promise<ChildProcess> {
  const child = launch(...how);
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
 * @returns how many spans came together, the most that was lost of a running span, and how many kills came while
 *   spans were stored and while a back-up was made.
 */
async function killAgainAndAgain(times: number, seed: number) {
  const folder = dataFolder(join(tempDir(), 'data'));
  const cache = tempDir();
  const random = createRandom(seed);
  let stored: Stored = new Map();
  let mostLostMs = 0;
  let inFlight = 0;
  let backingUp = 0;
  for (let run = 0; run < times; run += 1) {
    const log = join(cache, `log-${seed}-${run}`);
    const unfinishedAtMs = () =>
      statSync(join(folder.backups, 'unfinished.sqlite'), { throwIfNoEntry: false })?.mtimeMs;
    const beforeMs = unfinishedAtMs();
    const child = await start('kill-child.ts', [folder.dir, log, String(seed + run)], cache);
    // Some are killed while they open the database, most while they are at work.
    const untilBytes = random() < 0.2 ? 0 : random() * MOST_BYTES;
    const sizeOf = () => statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    while (sizeOf() < untilBytes && child.exitCode === null) await wait(1);
    await wait(random() * 10);
    await kill(child);
    const afterMs = unfinishedAtMs();
    if (afterMs !== undefined && afterMs !== beforeMs) {
      backingUp += 1;
      expect(listBackups(folder).filter((backup) => !isSound(backup))).toEqual([]);
    }
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
    // By what was stored at that tick: what was being stored may be the idle time that takes the span back.
    const tick = lines.findLast((line) => line.is === 'tick');
    if (tick?.openMs != null) {
      const endMs = stored.get(tick.openMs)?.endedAtMs ?? tick.openMs;
      mostLostMs = Math.max(mostLostMs, tick.atMs - endMs);
    }
    if (!existsSync(folder.database)) {
      expect(stored.size).toBe(0);
      continue;
    }
    checkDatabase(folder);
    const spans = readSpans(folder);
    if (storing && spans.length > 0) {
      inFlight += 1;
      const arrived = JSON.stringify(spans) === JSON.stringify(byTime(storing));
      stored = arrived ? storing : stored;
    }
    expect(spans).toEqual(byTime(stored));
  }
  for (const backup of listBackups(folder)) expect(isSound(backup)).toBe(true);
  expect(listSetAside(folder)).toEqual([]);
  return {
    spans: stored.size,
    mostLostMs,
    inFlight,
    backingUp,
    backups: listBackups(folder).length,
  };
}

test(
  `${KILLS} kills at random moments lose no closed span, and little of the open one`,
  async () => {
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
    const sum = (key: 'inFlight' | 'backingUp') => lanes.reduce((all, lane) => all + lane[key], 0);
    expect(sum('inFlight')).toBeGreaterThan(0);
    expect(sum('backingUp')).toBeGreaterThan(0);
  },
  60_000 + KILLS * 15_000,
);

describe('a kill', () => {
  test('during a migration leaves the old schema or the new one, and every span', async () => {
    const folder = dataFolder(join(tempDir(), 'data'));
    const cache = tempDir();
    const spans = someSpans(20_000);
    const database = openDatabase(folder);
    createSpanRepository(database).apply({ saved: spans, removed: [] });
    database.close();
    const letters = spans.length / ROWS_A_LETTER;
    const random = createRandom(3);

    /** Migrates a file, and kills that once it has told so many letters. @returns what it told. */
    async function migrateUntil(count: number, file: string): Promise<string> {
      const child = launch('migrate-child.ts', [file], cache);
      const exited = once(child, 'exit');
      let told = '';
      for await (const part of child.stdout) {
        told += String(part);
        if (told.length >= count) child.kill('SIGKILL');
      }
      await exited;
      return told;
    }

    function expectWhole(file: string): number {
      const left = openReadOnly(file);
      onTestFinished(() => {
        if (left.isOpen) left.close();
      });
      expect(left.prepare('PRAGMA integrity_check(1)').get()).toEqual({ integrity_check: 'ok' });
      const version = schemaVersion(left);
      const rows = left.prepare('SELECT * FROM spans ORDER BY started_at').all();
      left.close();
      expect(rows).toHaveLength(spans.length);
      const notes = new Set(rows.map((row) => row['note']));
      expect([...notes]).toEqual([[undefined], ['second'], ['third']][version - SCHEMA_VERSION]);
      return version;
    }

    const between: number[] = [];
    for (let kill = 0; kill < 10; kill += 1) {
      // Never at the very end of a step, where it may be over before the kill is there.
      const step = kill % 2;
      const count = Math.ceil((step + random() * 0.8) * letters);
      const copy = join(tempDir(), 'copy.sqlite');
      copyFileSync(folder.database, copy);
      const told = await migrateUntil(Math.max(1, count), copy);
      const version = expectWhole(copy);
      const changing = SCHEMA_VERSION + (told.endsWith('t') ? 1 : 0);
      if (version === changing) between.push(version);
      // What is left can be migrated as if nothing had been.
      expect(await migrateUntil(Infinity, copy)).toContain(DONE);
      expect(expectWhole(copy)).toBe(SLOW_STEPS.length);
    }
    // Else none of the kills came in the middle of a step.
    expect(new Set(between)).toEqual(new Set([SCHEMA_VERSION, SCHEMA_VERSION + 1]));
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

test('what is stored is on the disk before it counts, so that a power cut does not take it', (context) => {
  // Where nothing may be traced, it ends with an error as well.
  const { status } = spawnSync('strace', ['--trace=fsync', process.execPath, '--version']);
  if (status !== 0) context.skip('strace, of Linux, is not here or may not trace');
  const dir = tempDir();
  const [log, trace] = [join(dir, 'log'), join(dir, 'trace')];
  spawnSync('strace', [
    ...['--follow-forks', '--decode-fds=path', '--trace=fsync,fdatasync,write', '--output', trace],
    ...[process.execPath, join(import.meta.dirname, 'kill-child.ts'), join(dir, 'data'), log, '1'],
    '400',
  ]);
  const reached: boolean[] = [];
  let isSynced = false;
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    if (/ f(data)?sync\(\d+<[^>]*spans\.sqlite-wal>/.test(line)) isSynced = true;
    else if (!line.includes(`<${log}>`)) continue;
    else if (line.includes('storing')) isSynced = false;
    else if (line.includes('stored')) reached.push(isSynced);
  }
  expect(reached.length).toBeGreaterThan(50);
  expect(reached).not.toContain(false);
}, 60_000);
