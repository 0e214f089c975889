/** @file What a companion says while something else holds measuring back: the tracker as it runs, over a simulated clock. */
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { ConnectionState, Word } from '../../companion/contract.ts';
import { createTracker } from '../../electron/tracking/tracker.ts';
import { withCompanions } from '../../electron/tracking/with-companion.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { Halt } from '../../shared/domain/tracking.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { AMSTERDAM, instant } from '../support/days.ts';
import { HELLO } from '../support/native-messages.ts';

const START_MS = instant('2026-11-16', '09:30');

beforeEach(() => {
  vi.useFakeTimers({ now: START_MS });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A desktop that shows nothing but what the companion in Firefox says. */
function desk() {
  let state: ConnectionState = { ...HELLO, browser: 'firefox', pid: 1, word: 'feed', atMs: 0 };
  let hint = (): void => undefined;
  let leftMs: number | undefined;
  const spans = new Map<number, Span>();
  const companions = {
    connections: () => [state],
    onChange(listener: () => void) {
      hint = listener;
      return () => undefined;
    },
    isSure: () => true,
    stop: () => undefined,
  };
  const windows = {
    read: () => Promise.resolve('wayland' as const),
    watch: () => ({ isSure: () => true, stop: () => undefined }),
  };
  const seen = withCompanions(windows, companions);
  const tracker = createTracker({
    settings: DEFAULT_SETTINGS,
    floorMs: -Infinity,
    store({ removed, saved }) {
      for (const startedAtMs of removed) spans.delete(startedAtMs);
      for (const span of saved) spans.set(span.startedAtMs, span);
    },
    now: () => ({
      atMs: Date.now(),
      monoMs: performance.now(),
      idleMs: leftMs === undefined ? 0 : Date.now() - leftMs,
    }),
    zone: () => AMSTERDAM,
    read: seen.read,
    watch: seen.watch,
    onBattery: () => false,
    onStatus: () => undefined,
    onSpans: () => undefined,
    onStoring: () => undefined,
  });
  onTestFinished(() => tracker.stop());
  tracker.start();
  return {
    tracker,
    say(word: Word) {
      state = { ...state, word, atMs: Date.now() };
      hint();
    },
    leave: () => void (leftMs = Date.now()),
    pass: (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000),
    stored: () =>
      [...spans.values()]
        .sort((a, b) => a.startedAtMs - b.startedAtMs)
        .map(({ activity, startedAtMs, endedAtMs }) => [
          activity,
          Math.round((startedAtMs - START_MS) / 1000),
          Math.round((endedAtMs - START_MS) / 1000),
        ]),
  };
}

test('decides where nothing else can be seen, and its next word is followed', async () => {
  const { tracker, say, pass, stored } = desk();
  await pass(20);
  say('messaging');
  await pass(10);
  say('away');
  await pass(10);
  say('unknown');
  await pass(10);
  tracker.stop();
  // Where it may not look, nothing is left that tells: no time since it said so, and never elsewhere.
  expect(stored()).toEqual([
    ['feed', 0, 20],
    ['messaging', 20, 30],
    ['elsewhere', 30, 40],
  ]);
});

test.each<Halt>(['locked', 'suspended', 'switched-away'])(
  'comes after what halts: %s',
  async (halt) => {
    const { tracker, say, pass, stored } = desk();
    await pass(20);
    tracker.halt(halt);
    say('messaging');
    await pass(30);
    say('sales');
    await pass(30);
    expect(stored()).toEqual([['feed', 0, 20]]);
    tracker.release(halt);
    await pass(10);
    tracker.stop();
    expect(stored().at(-1)?.[0]).toBe('sales');
    expect(stored()).toHaveLength(2);
  },
);

test('comes after a pause', async () => {
  const { tracker, say, pass, stored } = desk();
  await pass(20);
  tracker.setSettings({ ...DEFAULT_SETTINGS, pause: { untilMs: START_MS + 50_000 } });
  say('messaging');
  await pass(20);
  tracker.stop();
  expect(stored()).toEqual([['feed', 0, 20]]);
});

test('comes after being away: what it says then is nobody’s', async () => {
  const { tracker, say, leave, pass, stored } = desk();
  await pass(20);
  leave();
  await pass(DEFAULT_SETTINGS.idleSeconds + 10);
  say('messaging');
  await pass(30);
  say('sales');
  await pass(30);
  tracker.stop();
  expect(stored()).toEqual([['feed', 0, 20]]);
});
