/** @file The tracker over a simulated clock. Long because all of it shares one small world of clock, window and store. */
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createCorrections } from '../../electron/corrections/corrections.ts';
import { later } from '../../electron/system/later.ts';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { openMemoryDatabase } from '../../electron/storage/database.ts';
import type { SpanChanges } from '../../shared/domain/span-changes.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import {
  type PowerSignals,
  connectPower,
  connectSessionEnd,
} from '../../electron/tracking/power.ts';
import { createTimerHandlers } from '../../electron/tracking/timer-handlers.ts';
import { type Tracker, createTracker } from '../../electron/tracking/tracker.ts';
import type { Reading } from '../../electron/tracking/sources/source.ts';
import { withUnsaved } from '../../electron/figures/day-and-week-views.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { TrackerStatus } from '../../shared/ipc/views.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings/settings.ts';
import { AMSTERDAM, instant } from '../support/days.ts';

/** A working day at half past nine. */
const START_MS = instant('2026-11-16', '09:30');

function see(title: string, app = 'chromium', key = '1'): Reading {
  return { kind: 'window', key, sample: { app, title } };
}

const FEED = see('Feed | LinkedIn');
const MESSAGES = see('Messaging | LinkedIn');
const NOTES = see('Notes');

/** A computer with a tracker on it, whose clocks stand still until they are advanced. */
function computer(changes: Partial<Settings> = {}) {
  const database = openMemoryDatabase();
  onTestFinished(() => database.close());
  const repository = createSpanRepository(database);
  const power = new EventEmitter();
  const machine = {
    reading: FEED as Reading | NonNullable<TrackerStatus['reason']>,
    readingTakesMs: 0,
    reads: 0,
    looks: 0,
    idleMs: 0,
    /** Of the monotonic clock, which has them where it is a real one. */
    fractionMs: 0,
    idleState: 'active' as 'active' | 'locked',
    platform: 'linux' as NodeJS.Platform,
    zone: AMSTERDAM,
    onBattery: false,
    refuses: false,
    watching: null as ((isChange?: boolean) => void) | null,
    /** Whether the system would tell of any change. */
    sure: false,
    writes: [] as number[],
    storing: [] as boolean[],
    statuses: [] as TrackerStatus[],
  };
  const settings = { ...DEFAULT_SETTINGS, ...changes };

  function create(startSettings: Settings = settings): Tracker {
    const tracker = createTracker({
      settings: startSettings,
      floorMs: repository.lastBefore(Number.MAX_SAFE_INTEGER)?.endedAtMs ?? -Infinity,
      around: (atMs) => ({
        floorMs: repository.lastBefore(atMs + 1)?.endedAtMs ?? -Infinity,
        ceilingMs: repository.firstAfter(atMs)?.startedAtMs ?? Infinity,
      }),
      store(spanChanges: SpanChanges) {
        if (machine.refuses) throw new Error('The disk is full');
        repository.apply(spanChanges);
        machine.writes.push(Date.now());
      },
      now: () => ({
        atMs: Date.now(),
        monoMs: performance.now() + machine.fractionMs,
        idleMs: machine.idleMs,
      }),
      zone: () => machine.zone,
      async read() {
        machine.reads += 1;
        if (machine.readingTakesMs > 0) {
          await new Promise((resolve) => setTimeout(resolve, machine.readingTakesMs));
        }
        return machine.reading;
      },
      watch(onHint) {
        machine.watching = (isChange = true) => onHint(isChange);
        return { isSure: () => machine.sure, stop: () => (machine.watching = null) };
      },
      onTick: () => (machine.looks += 1),
      onBattery: () => machine.onBattery,
      onStatus: (status) => machine.statuses.push(status),
      onSpans: () => undefined,
      onStoring: (works) => machine.storing.push(works),
    });
    const getSystemIdleState = () => machine.idleState;
    const signals: unknown = Object.assign(power, { getSystemIdleState });
    connectPower(signals as PowerSignals, tracker, machine.platform);
    onTestFinished(() => tracker.stop());
    return tracker;
  }

  function start(startSettings?: Settings): Tracker {
    const tracker = create(startSettings);
    tracker.start();
    return tracker;
  }

  return {
    machine,
    settings,
    create,
    start,
    power,
    database,
    repository,
    /** Lets time pass, with the clocks and the ticks that belong to it. */
    pass: (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000),
    /** Stored spans as activity, start and end in seconds from the start. */
    stored: () => brief(repository.between(0, Number.MAX_SAFE_INTEGER)),
  };
}

const brief = (spans: readonly Span[]) =>
  spans.map(({ activity, startedAtMs, endedAtMs }) => [
    activity,
    (startedAtMs - START_MS) / 1000,
    (endedAtMs - START_MS) / 1000,
  ]);

beforeEach(() => {
  vi.useFakeTimers({ now: START_MS });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('ticks', () => {
  test('come once a second, however long a reading takes', async () => {
    const { machine, start, pass } = computer();
    machine.readingTakesMs = 300;
    start();
    await pass(60);
    expect(machine.reads).toBe(61);
  });

  test('come less often on battery, and save as often', async () => {
    const { machine, start, pass } = computer();
    machine.onBattery = true;
    start();
    await pass(60);
    expect(machine.reads).toBe(25);
    const gaps = machine.writes.map(
      (atMs, index) => atMs - (machine.writes[index - 1] ?? START_MS),
    );
    expect(Math.max(...gaps)).toBeLessThanOrEqual(5_000);
  });

  test('save the open span every 5 s', async () => {
    const { machine, start, pass, stored } = computer();
    start();
    await pass(63);
    const gaps = machine.writes.map(
      (atMs, index) => atMs - (machine.writes[index - 1] ?? START_MS),
    );
    expect(Math.max(...gaps)).toBeLessThanOrEqual(5_000);
    expect(machine.writes.length).toBeLessThanOrEqual(13);
    expect(stored()).toEqual([['feed', 0, 60]]);
  });

  test('store what ended at the tick that sees its end, not only when the open span is saved', async () => {
    const { machine, start, pass, stored } = computer();
    start();
    await pass(6);
    machine.reading = MESSAGES;
    await pass(1);
    machine.reading = NOTES;
    await pass(1);
    expect(stored()).toEqual([
      ['feed', 0, 7],
      ['messaging', 7, 8],
    ]);
  });

  test('look at once when the system tells of a change', async () => {
    const { machine, start, pass, stored } = computer();
    const tracker = start();
    await pass(10.3);
    machine.reading = MESSAGES;
    machine.watching?.();
    await pass(5);
    tracker.stop();
    expect(stored()).toEqual([
      ['feed', 0, 10.3],
      ['messaging', 10.3, 15.3],
    ]);
  });

  test('take what comes and goes in steps for what it was since the last step', async () => {
    const { machine, start, pass, stored } = computer();
    const tracker = start();
    await pass(10.3);
    machine.reading = MESSAGES;
    machine.watching?.();
    await pass(0.1);
    machine.reading = NOTES;
    machine.watching?.();
    await pass(5);
    // A change that ends where it began is none.
    machine.watching?.();
    await pass(0.6);
    tracker.stop();
    expect(stored()).toEqual([
      ['feed', 0, 10.4],
      ['elsewhere', 10.4, 16],
    ]);
  });

  test('look when told that there may have been a change, and take what they find for what is now', async () => {
    const { machine, start, pass, stored } = computer();
    const tracker = start();
    await pass(10.3);
    machine.reading = MESSAGES;
    machine.watching?.(false);
    await pass(5);
    tracker.stop();
    expect(stored()).toEqual([
      ['feed', 0, 10.45],
      ['messaging', 10.45, 15.3],
    ]);
  });

  test('let nothing begin before a lock was over, however early its window was there', async () => {
    const { machine, start, pass, power, stored } = computer();
    const tracker = start();
    await pass(10.3);
    machine.reading = MESSAGES;
    machine.watching?.();
    await pass(0.05);
    tracker.halt('locked');
    tracker.release('locked');
    await pass(5);
    machine.watching?.();
    power.emit('suspend');
    await pass(0.1);
    power.emit('resume');
    await pass(5);
    tracker.stop();
    expect(stored()).toEqual([
      ['feed', 0, 10.35],
      ['messaging', 10.45, 15.35],
      ['messaging', 15.6, 20.45],
    ]);
  });

  test('come every 5 s alone while the system is sure to tell of changes', async () => {
    const { machine, start, pass, stored } = computer();
    machine.sure = true;
    const tracker = start();
    await pass(60.2);
    // The first two are before what was read is sure to hold.
    expect(machine.looks).toBe(14);
    expect(machine.reads).toBe(13);
    machine.reading = MESSAGES;
    machine.watching?.();
    await pass(3.8);
    // A change that was not told of after all is seen with the next reading.
    machine.reading = NOTES;
    await pass(6);
    machine.sure = false;
    machine.reading = FEED;
    await pass(6);
    tracker.stop();
    expect(stored()).toEqual([
      ['feed', 0, 60.2],
      ['messaging', 60.2, 65.2],
      ['elsewhere', 65.2, 70.2],
      ['feed', 70.2, 76],
    ]);
  });

  test('do not take for unchanged what changed while it was read', async () => {
    const { machine, start, pass, stored } = computer();
    machine.sure = true;
    machine.readingTakesMs = 400;
    const tracker = start();
    await pass(11.1);
    // Told of while a reading is under way, which answers with what was.
    machine.watching?.();
    await pass(0.35);
    machine.reading = MESSAGES;
    await pass(2);
    tracker.stop();
    expect(stored().map(([activity]) => activity)).toEqual(['feed', 'messaging']);
  });

  test.for([false, true])(
    'are one a second for a title that never rests (sure: %s)',
    async (sure) => {
      const { machine, start, pass, stored } = computer();
      machine.sure = sure;
      const tracker = start();
      for (let change = 0; change < 600; change += 1) {
        if (change === 305) machine.reading = MESSAGES;
        machine.watching?.();
        await pass(0.1);
      }
      expect(machine.reads).toBeGreaterThanOrEqual(54);
      expect(machine.reads).toBeLessThanOrEqual(66);
      tracker.stop();
      const [feed, messages] = stored();
      expect([feed?.[0], messages?.[0]]).toEqual(['feed', 'messaging']);
      expect(Math.abs(Number(feed?.[2]) - 30.5)).toBeLessThanOrEqual(1);
    },
  );
});

describe('a source that does not answer', () => {
  test.for([
    ['throws', 'source-failed'],
    ['hangs', 'source-hangs'],
  ] as const)('because it %s is not measured, and not time', async ([why, reason]) => {
    const { machine, start, pass, stored } = computer();
    const tracker = start();
    await pass(20);
    machine.reading = { kind: 'failed', why };
    await pass(40);
    expect(tracker.status()).toMatchObject({ state: 'not-measured', reason, activity: null });
    expect(stored()).toEqual([['feed', 0, 20]]);
    machine.reading = FEED;
    await pass(10);
    expect(tracker.status()).toMatchObject({ state: 'tracking', reason: null });
    tracker.stop();
    expect(stored()).toEqual([
      ['feed', 0, 20],
      ['feed', 61, 70],
    ]);
  });

  test.for(['wayland', 'no-source'] as const)('for want of one (%s) says so', async (reason) => {
    const { machine, start, pass, stored } = computer();
    machine.reading = reason;
    const tracker = start();
    await pass(10);
    expect(tracker.status()).toMatchObject({ state: 'not-measured', reason });
    expect(stored()).toEqual([]);
  });

  test('does not hold up a stop', async () => {
    const { machine, start, pass, stored } = computer();
    const tracker = start();
    await pass(10);
    machine.readingTakesMs = 2_900;
    await pass(2.5);
    tracker.stop();
    await pass(10);
    expect(stored()).toEqual([['feed', 0, 12.5]]);
  });
});

describe('a pause', () => {
  test('from the settings ends the span at once, and no window is looked at', async () => {
    const { machine, settings, start, pass, stored } = computer();
    const tracker = start();
    await pass(10.4);
    tracker.setSettings({ ...settings, pause: { untilMs: null } });
    expect(stored()).toEqual([['feed', 0, 10.4]]);
    const { reads } = machine;
    await pass(60);
    expect(machine.reads).toBe(reads);
    expect(machine.watching).toBeNull();
    expect(tracker.status()).toMatchObject({ state: 'paused', pausedUntilMs: null });
    tracker.setSettings({ ...settings, pause: null });
    await pass(10);
    tracker.stop();
    expect(stored()).toEqual([
      ['feed', 0, 10.4],
      ['feed', 71, 80.4],
    ]);
  });

  test('holds from the first, before it is known whether the screen is locked', () => {
    const { create } = computer({ pause: { untilMs: null } });
    expect(create().status()).toMatchObject({ state: 'paused', pausedUntilMs: null });
  });

  test('ends by itself when its time has come', async () => {
    const { settings, start, pass, stored } = computer();
    const tracker = start();
    await pass(10);
    tracker.setSettings({ ...settings, pause: { untilMs: START_MS + 70_500 } });
    await pass(60);
    expect(tracker.status()).toMatchObject({ state: 'paused', pausedUntilMs: START_MS + 70_500 });
    await pass(10);
    tracker.stop();
    expect(stored()).toEqual([
      ['feed', 0, 10],
      ['feed', 70.5, 80],
    ]);
  });

  test('outlasts a restart, and so does its end', async () => {
    const { machine, settings, start, pass, stored } = computer();
    const paused = { ...settings, pause: { untilMs: START_MS + 100_000 } };
    start(paused).stop();
    await pass(30);
    const tracker = start(paused);
    await pass(30);
    expect(machine.reads).toBe(0);
    expect(stored()).toEqual([]);
    await pass(50);
    tracker.stop();
    expect(stored()).toEqual([['feed', 100, 110]]);
  });

  test('that was over before the start is none', async () => {
    const { settings, start, pass, stored } = computer();
    const tracker = start({ ...settings, pause: { untilMs: START_MS - 1 } });
    await pass(5);
    tracker.stop();
    expect(stored()).toEqual([['feed', 0, 5]]);
  });
});

describe('the system', () => {
  test.for([
    ['lock-screen', 'unlock-screen', 'locked'],
    ['suspend', 'resume', 'locked'],
    ['user-did-resign-active', 'user-did-become-active', 'locked'],
  ] as const)('ends the span at %s, and measures again after %s', async ([off, on, state]) => {
    const { machine, power, start, pass, stored } = computer();
    const tracker = start();
    await pass(10.25);
    power.emit(off);
    // It is stored when the signal has been handled: the computer may be asleep a moment later.
    expect(stored()).toEqual([['feed', 0, 10.25]]);
    expect(tracker.status().state).toBe(state);
    const { reads } = machine;
    await pass(600);
    expect(machine.reads).toBe(reads);
    expect(machine.watching).toBeNull();
    power.emit(on);
    await pass(10);
    tracker.stop();
    expect(stored()).toEqual([
      ['feed', 0, 10.25],
      ['feed', 611, 620.25],
    ]);
  });

  test.for(['darwin', 'win32'] as const)(
    'was locked before the app started, on %s',
    async (platform) => {
      const { machine, power, start, pass, stored } = computer();
      Object.assign(machine, { platform, idleState: 'locked' });
      const tracker = start();
      await pass(10);
      expect(tracker.status().state).toBe('locked');
      expect(machine.reads).toBe(0);
      power.emit('unlock-screen');
      await pass(10);
      tracker.stop();
      expect(stored()).toEqual([['feed', 10.15, 20]]);
    },
  );

  test('is not held up on Linux by what nobody would take back', async () => {
    const { machine, start, pass, stored } = computer();
    machine.idleState = 'locked';
    start();
    await pass(10);
    expect(stored()).toEqual([['feed', 0, 10]]);
  });

  test('is only there again when all that took it away has ended', async () => {
    const { power, start, pass, stored } = computer();
    const tracker = start();
    await pass(10);
    for (const signal of ['lock-screen', 'suspend']) power.emit(signal);
    await pass(10);
    power.emit('resume');
    await pass(10);
    expect(tracker.status().state).toBe('locked');
    power.emit('unlock-screen');
    await pass(10);
    tracker.stop();
    expect(stored()).toEqual([
      ['feed', 0, 10],
      ['feed', 31, 40],
    ]);
  });

  test('shuts down with everything stored; a shutdown that is called off goes on', async () => {
    const { power, start, pass, stored } = computer();
    const tracker = start();
    await pass(10.5);
    power.emit('shutdown');
    expect(stored()).toEqual([['feed', 0, 10.5]]);
    await pass(30);
    expect(stored()).toEqual([['feed', 0, 10.5]]);
    await pass(40);
    tracker.stop();
    expect(stored()).toEqual([
      ['feed', 0, 10.5],
      ['feed', 71, 80.5],
    ]);
  });

  test.for(['query-session-end', 'session-end'])(
    'on Windows ends the session (%s) with everything stored',
    async (signal) => {
      const { start, pass, stored } = computer();
      const tracker = start();
      const app = new EventEmitter();
      const window = new EventEmitter();
      connectSessionEnd(app as unknown as Parameters<typeof connectSessionEnd>[0], tracker);
      app.emit('browser-window-created', {}, window);
      await pass(10.5);
      window.emit(signal, {});
      expect(stored()).toEqual([['feed', 0, 10.5]]);
      await pass(70);
      tracker.stop();
      // Called off after all.
      expect(stored()).toEqual([
        ['feed', 0, 10.5],
        ['feed', 71, 80.5],
      ]);
    },
  );

  test('that slept without a word gets no time', async () => {
    const { start, pass, stored } = computer();
    const tracker = start();
    await pass(10);
    vi.setSystemTime(Date.now() + 3_600_000);
    await pass(10);
    tracker.stop();
    expect(stored()).toEqual([
      ['feed', 0, 10],
      ['feed', 3611, 3620],
    ]);
  });

  test('whose clock was far ahead is measured on when it is right again, with a restart in between or not', async () => {
    const AHEAD_S = 400 * 86_400;
    const { start, pass, stored } = computer();
    const tracker = start();
    await pass(10);
    vi.setSystemTime(Date.now() + AHEAD_S * 1000);
    await pass(10);
    vi.setSystemTime(Date.now() - AHEAD_S * 1000);
    await pass(10);
    tracker.stop();
    const again = start();
    await pass(10);
    again.stop();
    expect(stored()).toEqual([
      ['feed', 0, 10],
      ['feed', 22, 30],
      ['feed', 30, 40],
      ['feed', AHEAD_S + 11, AHEAD_S + 20],
    ]);
  });

  test('whose clock was set back gets no time that it has already', async () => {
    const { machine, start, pass, stored } = computer();
    const tracker = start();
    await pass(5);
    vi.setSystemTime(Date.now() + 100_000);
    await pass(30);
    machine.reading = NOTES;
    // Back into the pause before the latest span: it is run through, and then waited for to end.
    vi.setSystemTime(Date.now() - 60_000);
    await pass(90);
    tracker.stop();
    expect(stored()).toEqual([
      ['feed', 0, 5],
      ['elsewhere', 77, 106],
      ['feed', 106, 135],
      ['elsewhere', 135, 165],
    ]);
  });

  test('whose user is idle is not looked at, and the time since the last input is taken back', async () => {
    const { machine, start, pass, stored } = computer();
    const tracker = start();
    await pass(10);
    for (let second = 1; second <= 300; second += 1) {
      machine.idleMs = second * 1000;
      await pass(1);
    }
    expect(tracker.status().state).toBe('idle');
    expect(stored()).toEqual([['feed', 0, 10]]);
    const { reads } = machine;
    await pass(100);
    expect(machine.reads).toBe(reads);
    expect(machine.watching).toBeNull();
    machine.idleMs = 0;
    await pass(10);
    tracker.stop();
    expect(stored()).toEqual([
      ['feed', 0, 10],
      ['feed', 410.5, 420],
    ]);
  });

  test.for([0.25, 0.5, 0.999])(
    'that tells the last input to %d of a millisecond has whole ones stored, and goes on storing',
    async (fraction) => {
      const { machine, start, pass, stored } = computer();
      const tracker = start();
      await pass(10);
      for (let second = 1; second <= 185; second += 1) {
        machine.idleMs = second * 1000 - 1 + fraction;
        await pass(1);
      }
      machine.idleMs = fraction;
      machine.reading = MESSAGES;
      await pass(20);
      tracker.stop();
      expect(machine.storing).toEqual([true]);
      const [feed, messages] = stored();
      expect([feed?.[0], messages?.[0], messages?.[2]]).toEqual(['feed', 'messaging', 215]);
      expect([10, 10.001]).toContain(feed?.[2]);
    },
  );

  test.for([
    [1_500, 6],
    [0, 7],
    // Before the tick that still saw them away: what it saw holds.
    [3_500, 5],
  ] as const)(
    'whose user came back %i ms ago begins again with their input',
    async ([idleMs, beganAt]) => {
      const { machine, start, pass, stored } = computer();
      machine.onBattery = true;
      machine.idleMs = 200_000;
      const tracker = start();
      await pass(5.1);
      machine.idleMs = idleMs;
      await pass(4.9);
      tracker.stop();
      expect(stored()).toEqual([['feed', beganAt, 10]]);
    },
  );

  test('whose user wakes it begins no earlier than it woke, and at a whole millisecond', async () => {
    const { machine, start, pass, power, stored } = computer();
    machine.idleMs = 200_000;
    const tracker = start();
    await pass(3);
    power.emit('suspend');
    await pass(0.7);
    power.emit('resume');
    machine.idleMs = 0;
    machine.fractionMs = 0.25;
    await pass(5.3);
    tracker.stop();
    expect(stored()).toEqual([['feed', 3.7, 9]]);
  });

  test('whose user comes back to a lock screen that is seen alone begins when it is gone', async () => {
    const { machine, start, pass, stored } = computer();
    machine.reading = see('Windows Default Lock Screen', 'LockApp.exe');
    const tracker = start();
    await pass(3);
    machine.idleMs = 200_000;
    await pass(100);
    machine.reading = FEED;
    machine.idleMs = 0;
    await pass(7);
    tracker.stop();
    expect(stored()).toEqual([['feed', 104, 110]]);
  });

  test('that moves to another zone starts another span', async () => {
    const { machine, start, pass, repository } = computer();
    const tracker = start();
    await pass(10);
    machine.zone = 'America/New_York';
    await pass(10);
    tracker.stop();
    const spans = repository.between(0, Number.MAX_SAFE_INTEGER);
    expect(spans.map(({ zone }) => zone)).toEqual([AMSTERDAM, 'America/New_York']);
    expect(brief(spans)).toEqual([
      ['feed', 0, 11],
      ['feed', 11, 20],
    ]);
  });
});

describe('the timer by hand', () => {
  test('makes one span where nothing can be seen, and no window is looked at meanwhile', async () => {
    const { machine, start, pass, stored } = computer();
    machine.reading = 'wayland';
    const tracker = start();
    await pass(10);
    expect(tracker.startTimer()).toBe(true);
    const { reads } = machine;
    await pass(300.5);
    expect(machine.reads).toBe(reads);
    expect(tracker.status()).toMatchObject({
      state: 'tracking',
      activity: 'other',
      timerSinceMs: START_MS + 10_000,
      timed: null,
    });
    tracker.stopTimer();
    expect(stored()).toEqual([['other', 10, 310.5]]);
    expect(tracker.status()).toMatchObject({
      state: 'not-measured',
      timerSinceMs: null,
      timed: { startedAtMs: START_MS + 10_000, endedAtMs: START_MS + 310_500 },
    });
    tracker.forgetTimed();
    expect(tracker.status().timed).toBeNull();
  });

  test('stands between what is measured, apart from it and without overlap', async () => {
    const { machine, start, pass, stored } = computer();
    machine.reading = see('Something else | LinkedIn');
    const tracker = start();
    await pass(10.5);
    tracker.startTimer();
    await pass(60);
    tracker.stopTimer();
    await pass(30);
    tracker.stop();
    const spans = stored();
    expect(spans.length).toBe(3);
    expect(spans[1]).toEqual(['other', 10.5, 70.5]);
    expect(spans[0]).toEqual([spans[0]?.[0], 0, 10.5]);
    expect(Number(spans[2]?.[1])).toBeGreaterThanOrEqual(70.5);
  });

  test.for([
    ['lock-screen', 'unlock-screen'],
    ['suspend', 'resume'],
    ['user-did-resign-active', 'user-did-become-active'],
  ] as const)('ends with %s, and does not begin again after %s', async ([off, on]) => {
    const { machine, power, start, pass, stored } = computer();
    machine.reading = NOTES;
    const tracker = start();
    tracker.startTimer();
    await pass(20.5);
    power.emit(off);
    expect(tracker.status()).toMatchObject({
      timerSinceMs: null,
      timed: { startedAtMs: START_MS, endedAtMs: START_MS + 20_500 },
    });
    await pass(100);
    power.emit(on);
    await pass(10);
    tracker.stop();
    expect(stored()[0]).toEqual(['other', 0, 20.5]);
    expect(stored().filter(([activity]) => activity === 'other')).toHaveLength(1);
  });

  test('ends with a pause, with sleep that nobody announced, and after two hours', async () => {
    const { machine, settings, start, pass, stored } = computer();
    machine.reading = 'wayland';
    const tracker = start();
    tracker.startTimer();
    await pass(20);
    tracker.setSettings({ ...settings, pause: { untilMs: null } });
    expect(tracker.status()).toMatchObject({ state: 'paused', timerSinceMs: null });
    expect(tracker.startTimer()).toBe(false);
    tracker.setSettings({ ...settings, pause: null });
    tracker.startTimer();
    await pass(20);
    vi.setSystemTime(Date.now() + 3_600_000);
    await pass(20);
    expect(tracker.status().timerSinceMs).toBeNull();
    tracker.startTimer();
    await pass(3 * 3600);
    expect(tracker.status().timerSinceMs).toBeNull();
    tracker.stop();
    expect(stored()).toEqual([
      ['other', 0, 20],
      ['other', 20, 40],
      ['other', 3660, 3660 + 2 * 3600],
    ]);
  });

  test('ends with the session, and lets nothing run after it', async () => {
    const { power, start, pass, stored } = computer();
    const tracker = start();
    await pass(10);
    tracker.startTimer();
    await pass(20);
    power.emit('shutdown');
    await pass(30);
    expect(tracker.status()).toMatchObject({ state: 'locked', timerSinceMs: null });
    expect(stored()).toEqual([
      ['feed', 0, 10],
      ['other', 10, 30],
    ]);
  });

  test('ends at the last input of a user who went away', async () => {
    const { machine, start, pass, stored } = computer();
    machine.reading = 'wayland';
    const tracker = start();
    tracker.startTimer();
    await pass(100);
    for (let second = 1; second <= 200; second += 1) {
      machine.idleMs = second * 1000;
      await pass(1);
    }
    expect(tracker.status()).toMatchObject({
      timerSinceMs: null,
      timed: { startedAtMs: START_MS, endedAtMs: START_MS + 100_000 },
    });
    machine.idleMs = 0;
    await pass(60);
    tracker.stop();
    expect(stored()).toEqual([['other', 0, 100]]);
  });

  test('is saved every 5 s, so that a crash loses little', async () => {
    const { machine, start, pass, stored } = computer();
    machine.reading = 'wayland';
    start().startTimer();
    await pass(63);
    expect(stored()).toEqual([['other', 0, 60]]);
  });

  test('is what the user says afterwards, shielded where it is job search', async () => {
    const { machine, settings, start, pass, database, repository, stored } = computer();
    machine.reading = 'wayland';
    const tracker = start();
    const corrections = createCorrections({
      store: { database, between: repository.between },
      apply: repository.apply,
      folder: dataFolder('/nowhere'),
      tracker,
      settings: { get: () => settings },
      nowMs: Date.now,
      zone: () => machine.zone,
      later,
      onSpans: () => undefined,
      onOffers: () => undefined,
      onFinal: () => undefined,
      onError: (error) => {
        throw error;
      },
    });
    const handlers = createTimerHandlers(tracker, corrections.relabelTimed);
    await handlers['timer:start']();
    await pass(600);
    await handlers['timer:stop']();
    const told = await handlers['timer:label']('messaging');
    expect(told.timed).toBeNull();
    const spans = repository.between(0, Number.MAX_SAFE_INTEGER);
    expect(spans).toMatchObject([{ activity: 'messaging', relabelled: true }]);
    expect(() => handlers['timer:label']('feed')).toThrow();
    // It can be taken back as any correction can; no rule could have said it, as no window was seen.
    const [offer] = corrections.offers();
    expect(offer).toMatchObject({ from: 'other', to: 'messaging', startedAtMs: null });
    corrections.undo(offer?.id ?? 0);
    expect(stored()).toEqual([['other', 0, 600]]);
    corrections.relabel(START_MS, 'messaging');
    await pass(60);
    await handlers['timer:start']();
    await pass(60);
    await handlers['timer:stop']();
    await handlers['timer:label']('jobs');
    await pass(60);
    await handlers['timer:start']();
    await pass(60);
    await handlers['timer:stop']();
    await handlers['timer:label'](null);
    tracker.stop();
    expect(stored()).toEqual([
      ['messaging', 0, 600],
      ['private', 660, 720],
      ['other', 780, 840],
    ]);
  });
});

describe('outside working time', () => {
  /** Half past twelve, the end of the morning, in seconds from the start. */
  const NOON = 3 * 3600;
  /** One o'clock, the start of the afternoon. */
  const AFTERNOON = 3.5 * 3600;

  test('is measured unless the user chose otherwise', async () => {
    const { start, pass, stored } = computer();
    const tracker = start();
    await pass(NOON + 600);
    tracker.stop();
    expect(stored()).toEqual([['feed', 0, NOON + 600]]);
  });

  test('is cut at the very edge, and not looked at', async () => {
    const { machine, start, pass, stored } = computer({ measureOutside: false });
    const tracker = start();
    await pass(0.4);
    machine.readingTakesMs = 200;
    await pass(NOON + 10);
    expect(stored()).toEqual([['feed', 0, NOON]]);
    expect(tracker.status().state).toBe('outside-hours');
    const { reads } = machine;
    await pass(1000);
    expect(machine.reads).toBe(reads);
    expect(machine.watching).toBeNull();
    await pass(AFTERNOON - NOON);
    tracker.stop();
    const [, afternoon] = stored();
    expect(afternoon?.[1]).toBeGreaterThanOrEqual(AFTERNOON);
    expect(afternoon?.[1]).toBeLessThanOrEqual(AFTERNOON + 1.5);
    expect(stored()).toHaveLength(2);
  });
});

describe('what is stored', () => {
  test('shields job search unless the user chose otherwise', async () => {
    const { machine, settings, start, pass, stored } = computer();
    machine.reading = see('Jobs | LinkedIn');
    const tracker = start();
    await pass(10);
    tracker.setSettings({ ...settings, shieldJobs: false });
    await pass(10);
    tracker.stop();
    expect(stored()).toEqual([
      ['private', 0, 11],
      ['jobs', 11, 20],
    ]);
  });

  test.for([
    'LockApp.exe',
    'LogonUI.exe',
    'loginwindow',
    'ScreenSaverEngine',
    'lightdm-gtk-greeter',
  ])('has no lock screen in it (%s)', async (app) => {
    const { machine, start, pass, stored } = computer();
    const tracker = start();
    await pass(10);
    machine.reading = see('', app);
    await pass(600);
    expect(tracker.status()).toMatchObject({ state: 'locked', activity: null });
    machine.reading = NOTES;
    await pass(10);
    tracker.stop();
    expect(stored()).toEqual([
      ['feed', 0, 11],
      ['elsewhere', 611, 620],
    ]);
  });

  test('is one span where notices flip the title ten times a minute', async () => {
    const { machine, start, pass, stored } = computer();
    const tracker = start();
    for (let minute = 0; minute < 10; minute += 1) {
      for (let flip = 0; flip < 10; flip += 1) {
        machine.reading = see('(2) New message from Ada Example | LinkedIn');
        await pass(3);
        machine.reading = see(flip % 2 === 0 ? 'Feed | LinkedIn' : '(1) Feed | LinkedIn');
        await pass(3);
      }
    }
    tracker.stop();
    expect(stored()).toEqual([['feed', 0, 600]]);
  });

  test('keeps the notices of two windows apart', async () => {
    const { machine, start, pass, stored } = computer();
    const tracker = start();
    await pass(10);
    machine.reading = see('New message from Ada Example | LinkedIn', 'chromium', '2');
    await pass(10);
    machine.reading = see('New message from Ada Example | LinkedIn');
    await pass(10);
    tracker.stop();
    expect(stored()).toEqual([
      ['feed', 0, 11],
      ['messaging', 11, 21],
      ['feed', 21, 30],
    ]);
  });

  test('waits in memory while it cannot be stored, and is told and seen', async () => {
    const { machine, start, pass, stored, repository } = computer();
    const tracker = start();
    await pass(10);
    machine.refuses = true;
    for (const reading of [MESSAGES, NOTES, FEED]) {
      machine.reading = reading;
      await pass(20);
    }
    expect(machine.storing).toEqual([true, false]);
    expect(stored()).toEqual([['feed', 0, 10]]);
    const { unsaved, state } = tracker.recorder;
    const seen = withUnsaved(repository, unsaved, state.open);
    expect(brief(seen.between(0, Number.MAX_SAFE_INTEGER))).toEqual([
      ['feed', 0, 11],
      ['messaging', 11, 31],
      ['elsewhere', 31, 51],
      ['feed', 51, 70],
    ]);
    expect(seen.lastBefore(START_MS + 31_000)?.activity).toBe('messaging');
    machine.refuses = false;
    await pass(5);
    expect(machine.storing).toEqual([true, false, true]);
    tracker.stop();
    expect(stored()).toEqual([
      ['feed', 0, 11],
      ['messaging', 11, 31],
      ['elsewhere', 31, 51],
      ['feed', 51, 75],
    ]);
  });
});
