/**
 * @file The tracker that wakes only when something can happen, held against a replay of the same events, which ticks once a second: no
 * boundary moves, whatever the order of windows, input, locks, pauses and working time.
 */
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createTracker } from '../../electron/tracking/tracker.ts';
import type { Reading } from '../../electron/tracking/sources/source.ts';
import type { Span } from '../../shared/domain/span.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings/settings.ts';
import { AMSTERDAM, instant } from '../support/days.ts';
import { replayedSpans } from '../support/replayed-spans.ts';
import { createRandom } from '../x11/script.ts';

/** A few minutes before working time of the day ends, and begins again. */
const START_MS = instant('2026-11-17', '09:26');
const LENGTH_MS = 15 * 60_000;
const IDLE_MS = 60_000;
/** A window is looked at after changes have rested for so long, a lock's end too; input is looked for once a second while away. */
const SETTLED_MS = 160;
const RETURN_MS = 1_000;

const WINDOWS = [
  ['chromium', 'Feed | LinkedIn'],
  ['chromium', 'Messaging | LinkedIn'],
  ['chromium', 'My Network | LinkedIn'],
  ['gedit', 'Feed | LinkedIn'],
] as const;

interface Happening {
  readonly atMs: number;
  readonly what: 'input' | 'lock' | 'unlock' | number;
}

/** Windows, inputs and locks at random moments, no two of them closer than a change takes to settle. */
function makeScript(seed: number): Happening[] {
  const random = createRandom(seed);
  const script: Happening[] = [{ atMs: START_MS, what: 0 }];
  let locked = false;
  let atMs = START_MS;
  while (atMs < START_MS + LENGTH_MS) {
    const isLong = random() < 0.06;
    atMs += Math.round(200 + (isLong ? 50_000 + random() * 60_000 : random() ** 2 * 15_000));
    const kind = random();
    if (kind < 0.05 && !isLong) {
      script.push({ atMs, what: locked ? 'unlock' : 'lock' });
      locked = !locked;
    } else if (kind < 0.5 || isLong) script.push({ atMs, what: 'input' });
    else script.push({ atMs, what: Math.floor(random() * WINDOWS.length) });
  }
  return script;
}

/** The same as lines of a trace, which tells of input only where there was none for the threshold. */
function traceOf(script: readonly Happening[]): object[] {
  const at = (ms: number) => ({ at: new Date(ms).toISOString() });
  const lines: object[] = [{ ...at(START_MS), event: 'start', zone: AMSTERDAM }];
  let inputMs = START_MS;
  const idleUntil = (untilMs: number) => {
    if (untilMs - inputMs < IDLE_MS) return false;
    lines.push({ ...at(inputMs + IDLE_MS), event: 'idle', idleMs: IDLE_MS });
    return true;
  };
  const later: { atMs: number; line: object }[] = [];
  for (const { atMs, what } of script) {
    if (what === 'input') {
      if (idleUntil(atMs)) lines.push({ ...at(atMs), event: 'active' });
      inputMs = atMs;
    } else if (typeof what === 'number') {
      const [app, title] = WINDOWS[what] ?? WINDOWS[0];
      later.push({ atMs, line: { ...at(atMs), event: 'window', app, title } });
    } else later.push({ atMs, line: { ...at(atMs), event: what } });
  }
  const endMs = START_MS + LENGTH_MS;
  idleUntil(endMs);
  const all = [...lines, ...later.map(({ line }) => line)];
  const timeOf = (line: object) => Date.parse(String(Reflect.get(line, 'at')));
  return [
    ...all.filter((line) => timeOf(line) < endMs).sort((a, b) => timeOf(a) - timeOf(b)),
    { ...at(endMs), event: 'quit' },
  ];
}

/** Lets the tracker live through a script. @returns what it stored, and how often it looked. */
async function live(script: readonly Happening[], settings: Settings) {
  const stored = new Map<number, Span>();
  let reading: Reading = { kind: 'no-window' };
  let inputMs = START_MS;
  let looks = 0;
  let hint: ((isChange: boolean) => void) | undefined;
  const tracker = createTracker({
    settings,
    floorMs: -Infinity,
    store({ saved, removed }) {
      for (const startedAtMs of removed) stored.delete(startedAtMs);
      for (const span of saved) stored.set(span.startedAtMs, span);
    },
    now: () => ({ atMs: Date.now(), monoMs: performance.now(), idleMs: Date.now() - inputMs }),
    zone: () => AMSTERDAM,
    read: () => Promise.resolve(reading),
    watch(onHint) {
      hint = onHint;
      return { isSure: () => true, stop: () => (hint = undefined) };
    },
    onTick: () => (looks += 1),
    onBattery: () => false,
    onStatus: () => undefined,
    onSpans: () => undefined,
    onStoring: () => undefined,
  });
  onTestFinished(() => tracker.stop());
  for (const { atMs, what } of [
    ...script,
    { atMs: START_MS + LENGTH_MS, what: 'input' as const },
  ]) {
    await vi.advanceTimersByTimeAsync(Math.min(atMs, START_MS + LENGTH_MS) - Date.now());
    if (atMs >= START_MS + LENGTH_MS) break;
    if (what === 'input') inputMs = atMs;
    else if (what === 'lock') tracker.halt('locked');
    else if (what === 'unlock') tracker.release('locked');
    else {
      const [app, title] = WINDOWS[what] ?? WINDOWS[0];
      reading = { kind: 'window', key: title, sample: { app, title } };
      hint?.(true);
    }
    if (atMs === START_MS) tracker.start();
  }
  tracker.stop();
  return { spans: [...stored.values()].sort((a, b) => a.startedAtMs - b.startedAtMs), looks };
}

/** Spans that are long enough to be compared: what begins and ends while something settles may be missing. */
const longOnes = (spans: readonly Span[]) =>
  spans.filter(({ startedAtMs, endedAtMs }) => endedAtMs - startedAtMs > RETURN_MS + SETTLED_MS);

beforeEach(() => {
  vi.useFakeTimers({ now: START_MS });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a tracker that wakes when something can happen', () => {
  test.for(Array.from({ length: 24 }, (_, seed) => seed))(
    'stores what one that ticks stores (%i)',
    async (seed) => {
      const settings: Settings = {
        ...DEFAULT_SETTINGS,
        idleSeconds: IDLE_MS / 1000,
        measureOutside: seed % 2 === 0,
        dayChanges: {
          '2026-11-17': [
            { from: '09:00', to: '09:29' },
            { from: '09:33', to: '17:00' },
          ],
        },
      };
      const script = makeScript(seed);
      const expected = replayedSpans(traceOf(script), settings);
      const { spans, looks } = await live(script, settings);
      expect(longOnes(spans).map(({ activity }) => activity)).toEqual(
        longOnes(expected).map(({ activity }) => activity),
      );
      longOnes(expected).forEach(({ startedAtMs, endedAtMs }, index) => {
        const found = longOnes(spans)[index];
        // What ends, ends to the millisecond. What begins after a lock or an absence is found at the next look.
        expect(found?.endedAtMs).toBe(endedAtMs);
        expect(Math.abs((found?.startedAtMs ?? 0) - startedAtMs)).toBeLessThanOrEqual(RETURN_MS);
      });
      // It ticked 900 times.
      expect(looks).toBeLessThan(600);
    },
  );
});
