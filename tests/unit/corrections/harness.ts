import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type Corrections, createCorrections } from '../../../electron/corrections/corrections.ts';
import { dataFolder } from '../../../electron/data-folder/data-folder.ts';
import { openDatabase } from '../../../electron/storage/database.ts';
import { createSpanRepository } from '../../../electron/storage/span-repository.ts';
import { createRecorder, type Recorder } from '../../../electron/tracking/recorder.ts';
import { withUnsaved } from '../../../electron/figures/day-and-week-views.ts';
import type { Activity } from '../../../shared/domain/activity.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { Halt, Moment } from '../../../shared/domain/tracking.ts';
import type { UndoOffer } from '../../../shared/ipc/corrections.ts';
import { parseSettings } from '../../../shared/settings/settings.ts';
import { tempDir } from '../../support/temp-dir.ts';

const ZONE = 'Europe/Amsterdam';

/** Monday at ten. */
export const START = Date.parse('2026-11-16T10:00:00+01:00');

/** A title that is this activity by the rules. */
const TITLES = {
  feed: 'Feed | LinkedIn',
  messaging: 'Messaging | LinkedIn',
  jobs: 'Jobs | LinkedIn',
  elsewhere: 'A document',
} as const;
export type Shown = keyof typeof TITLES;

/** The recorder and the corrections over a real database, with a clock that a test sets. */
export interface Harness {
  readonly dir: string;
  readonly database: DatabaseSync;
  readonly recorder: Recorder;
  readonly corrections: Corrections;
  /** The latest offers that were told. */
  readonly told: () => readonly UndoOffer[];
  readonly finals: () => number;
  /** Seconds since the start. */
  readonly now: () => number;
  /** Lets time pass, without a tick. Timers that are due then ring. */
  wait(seconds: number): void;
  /** Shows a window, and ticks. */
  show(what: Shown): void;
  /** Spans as the window would show them, the running one included. */
  spans(): Span[];
  close(): void;
}

export function createHarness(shieldJobs = true, dir = tempDir()): Harness {
  const folder = dataFolder(dir);
  const database = openDatabase(folder);
  const repository = createSpanRepository(database);
  let nowMs = START;
  const moment = (): Moment => ({ atMs: nowMs, monoMs: nowMs - START, idleMs: 0 });
  const recorder = createRecorder({
    settings: parseSettings({ shieldJobs }).settings,
    store: repository.apply,
    floorMs: -Infinity,
  });
  const timers = new Map<number, { atMs: number; ring: () => void }>();
  let timerId = 0;
  let told: readonly UndoOffer[] = [];
  let finals = 0;
  const corrections = createCorrections({
    store: { database, between: repository.between },
    apply: repository.apply,
    folder,
    tracker: {
      halt: (halt: Halt) => {
        recorder.halt(moment(), halt);
        recorder.flush();
      },
      release: (halt: Halt) => {
        recorder.release(moment(), halt);
      },
      cut: () => {
        recorder.cut(moment(), true);
        recorder.flush();
      },
      recorder,
    },
    settings: { get: () => ({ shieldJobs }) },
    nowMs: () => nowMs,
    zone: () => ZONE,
    later(ms, ring) {
      timerId += 1;
      const id = timerId;
      timers.set(id, { atMs: nowMs + ms, ring });
      return () => timers.delete(id);
    },
    onSpans: () => undefined,
    onOffers: (offers) => {
      told = offers;
    },
    onFinal: () => {
      finals += 1;
    },
    onError: (error) => {
      throw error;
    },
  });
  return {
    dir: folder.dir,
    database,
    recorder,
    corrections,
    told: () => told,
    finals: () => finals,
    now: () => (nowMs - START) / 1000,
    wait(seconds) {
      nowMs += seconds * 1000;
      for (const [id, { atMs, ring }] of [...timers]) {
        if (atMs > nowMs) continue;
        timers.delete(id);
        ring();
      }
    },
    show(what) {
      const sample = { app: 'Google Chrome', title: TITLES[what] };
      recorder.see(moment(), ZONE, { kind: 'window', key: what, sample });
    },
    spans: () =>
      withUnsaved(repository, recorder.unsaved, recorder.state.open).between(
        0,
        Number.MAX_SAFE_INTEGER,
      ),
    close: () => {
      database.close();
    },
  };
}

/** Spans in short: activity, with `*` where re-labelled, and seconds since the start. */
export function brief(spans: readonly Span[]): [string, number, number][] {
  return spans.map(({ activity, relabelled, startedAtMs, endedAtMs }) => [
    mark(activity, relabelled),
    (startedAtMs - START) / 1000,
    (endedAtMs - START) / 1000,
  ]);
}

export function mark(activity: Activity, relabelled: boolean): string {
  return relabelled ? `${activity}*` : activity;
}

/** Whether bytes lie in any file of a folder. */
export function isOnDisk(dir: string, bytes: Buffer): boolean {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(bytes));
}

const opened: Harness[] = [];

/** Has a harness closed by {@link closeOpened}. */
export function opening(harness: Harness): Harness {
  opened.push(harness);
  return harness;
}

/** Closes what a test opened. */
export function closeOpened(): void {
  for (const harness of opened.splice(0)) harness.close();
}

/** Shows windows for some seconds each, a tick every second, and then another. */
export function show(harness: Harness, shown: readonly (readonly [Shown, number])[]): void {
  for (const [what, seconds] of shown) {
    for (let second = 0; second < seconds; second += 1) {
      harness.show(what);
      harness.wait(1);
    }
  }
  harness.show('elsewhere');
}

/** A harness that was shown windows for some seconds each. */
export function recorded(...shown: (readonly [Shown, number])[]): Harness {
  const harness = opening(createHarness());
  show(harness, shown);
  return harness;
}

/** The instant so many seconds after the start. */
export const at = (second: number): number => START + second * 1000;
