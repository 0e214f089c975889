import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Activity } from '../../../shared/domain/activity.ts';
import type { Span } from '../../../shared/domain/span.ts';
import {
  type Halt,
  SLEEP_GAP_MS,
  type TrackerInput,
  type TrackingState,
  initialTracking,
  trackStep,
} from '../../../shared/domain/tracking.ts';

const IDLE_MS = 180_000;
const ZONE = 'Europe/Amsterdam';

/** Runs inputs and returns what would be stored, by start. */
function run(inputs: readonly TrackerInput[]): { stored: Span[]; state: TrackingState } {
  const stored = new Map<number, Span>();
  let state = initialTracking();
  for (const input of inputs) {
    const step = trackStep(state, input, IDLE_MS);
    state = step.state;
    for (const start of step.removed) stored.delete(start);
    for (const span of step.saved) stored.set(span.startedAtMs, span);
  }
  return { stored: [...stored.values()].sort((a, b) => a.startedAtMs - b.startedAtMs), state };
}

function sample(
  seconds: number,
  activity: Activity | null,
  more: { idleSeconds?: number; monoSeconds?: number; zone?: string } = {},
): TrackerInput {
  return {
    kind: 'sample',
    atMs: seconds * 1000,
    monoMs: (more.monoSeconds ?? seconds) * 1000,
    idleMs: (more.idleSeconds ?? 0) * 1000,
    activity,
    zone: more.zone ?? ZONE,
  };
}

function event(kind: 'halt' | 'release', halt: Halt, seconds: number): TrackerInput {
  return { kind, halt, atMs: seconds * 1000, monoMs: seconds * 1000, idleMs: 0 };
}

/** A sample every 5 s from one second to another, both included. */
function samples(from: number, to: number, activity: Activity | null): TrackerInput[] {
  const all: TrackerInput[] = [];
  for (let second = from; second <= to; second += 5) all.push(sample(second, activity));
  return all;
}

const brief = (spans: readonly Span[]) =>
  spans.map((span) => [span.activity, span.startedAtMs / 1000, span.endedAtMs / 1000]);

describe('a span', () => {
  test('runs from its sample to the next sample of another activity', () => {
    const { stored } = run([
      ...samples(0, 10, 'feed'),
      sample(12.3, 'messaging'),
      sample(15, 'messaging'),
      event('halt', 'stopped', 17),
    ]);
    expect(brief(stored)).toEqual([
      ['feed', 0, 12.3],
      ['messaging', 12.3, 17],
    ]);
  });

  test('goes on where another activity took no time', () => {
    const { stored } = run([
      ...samples(0, 10, 'feed'),
      sample(10, 'messaging'),
      sample(10, 'feed'),
      event('halt', 'paused', 10),
      event('release', 'paused', 10),
      ...samples(10, 20, 'feed'),
      event('halt', 'stopped', 20),
    ]);
    expect(brief(stored)).toEqual([['feed', 0, 20]]);
  });

  test('is split where the zone changes', () => {
    const { stored } = run([
      ...samples(0, 10, 'feed'),
      sample(12, 'feed', { zone: 'America/New_York' }),
      event('halt', 'stopped', 20),
    ]);
    expect(stored.map((span) => [span.zone, span.endedAtMs / 1000])).toEqual([
      [ZONE, 12],
      ['America/New_York', 20],
    ]);
  });

  test('ends at the latest tick that could be measured', () => {
    const { stored, state } = run([...samples(0, 10, 'feed'), sample(12, null)]);
    expect(brief(stored)).toEqual([['feed', 0, 10]]);
    expect(state.open).toBeNull();
  });
});

describe('idle time', () => {
  test('ends the span at the last input', () => {
    const { stored } = run([
      ...samples(0, 300, 'feed'),
      sample(305, 'feed', { idleSeconds: 180 }),
      sample(310, 'feed', { idleSeconds: 185 }),
      sample(400, 'feed'),
      event('halt', 'stopped', 410),
    ]);
    expect(brief(stored)).toEqual([
      ['feed', 0, 125],
      ['feed', 400, 410],
    ]);
  });

  test('below the threshold counts', () => {
    const { stored } = run([
      sample(0, 'feed'),
      ...samples(5, 180, 'feed').map((input, index) => ({ ...input, idleMs: (index + 1) * 4_900 })),
      event('halt', 'stopped', 180),
    ]);
    expect(brief(stored)).toEqual([['feed', 0, 180]]);
  });

  test('takes back what the window did by itself after the last input', () => {
    const { stored } = run([
      ...samples(0, 50, 'feed'),
      sample(60, 'messaging', { idleSeconds: 30 }),
      sample(100, 'elsewhere', { idleSeconds: 70 }),
      ...[145, 190].map((at) => sample(at, 'elsewhere', { idleSeconds: at - 30 })),
      sample(210, 'elsewhere', { idleSeconds: 180 }),
    ]);
    expect(brief(stored)).toEqual([['feed', 0, 30]]);
  });

  test('takes nothing back from before a lock', () => {
    const { stored } = run([
      ...samples(0, 60, 'feed'),
      { ...event('halt', 'locked', 62), idleMs: 60_000 },
      { ...event('release', 'locked', 63), idleMs: 61_000 },
      sample(63, 'feed', { idleSeconds: 61 }),
      ...[100, 150].map((at) => sample(at, 'feed', { idleSeconds: at - 2 })),
      sample(190, 'feed', { idleSeconds: 188 }),
    ]);
    expect(brief(stored)).toEqual([['feed', 0, 62]]);
  });
});

describe('clocks', () => {
  test('a silent sleep ends the span at the earlier tick', () => {
    const { stored } = run([
      ...samples(0, 10, 'feed'),
      sample(10 + SLEEP_GAP_MS / 1000 + 1, 'feed'),
      event('halt', 'stopped', 80),
    ]);
    expect(brief(stored)).toEqual([
      ['feed', 0, 10],
      ['feed', 71, 80],
    ]);
  });

  test('a gap of 60 s is none', () => {
    const { stored } = run([sample(0, 'feed'), sample(60, 'feed'), event('halt', 'stopped', 61)]);
    expect(brief(stored)).toEqual([['feed', 0, 61]]);
  });

  test('a clock that jumps ahead credits nothing', () => {
    const { stored } = run([
      ...samples(0, 10, 'feed'),
      sample(45, 'feed', { monoSeconds: 11 }),
      { ...event('halt', 'stopped', 50), monoMs: 16_000 },
    ]);
    expect(brief(stored)).toEqual([
      ['feed', 0, 10],
      ['feed', 45, 50],
    ]);
  });

  test('a clock that is set back leaves no overlap', () => {
    const { stored } = run([
      ...samples(3600, 3660, 'feed'),
      ...[0, 30, 60].map((at) => sample(at, 'messaging', { monoSeconds: 3661 + at })),
      sample(3659, 'messaging', { monoSeconds: 7320 }),
      sample(3661, 'messaging', { monoSeconds: 7322 }),
      { ...event('halt', 'stopped', 3665), monoMs: 7_326_000 },
    ]);
    expect(brief(stored)).toEqual([
      ['feed', 3600, 3660],
      ['messaging', 3661, 3665],
    ]);
  });
});

describe('halts', () => {
  test('are independent: unlocking does not end a pause', () => {
    const { stored, state } = run([
      ...samples(0, 10, 'feed'),
      event('halt', 'paused', 11),
      event('halt', 'locked', 20),
      event('release', 'locked', 30),
      sample(30, 'feed'),
    ]);
    expect(brief(stored)).toEqual([['feed', 0, 11]]);
    expect(state.open).toBeNull();
    expect(state.halts).toEqual(['paused']);
  });
});

/** Any walk through inputs: clocks that mostly go on, at times sleep, jump or are set back. */
const anyInputs = fc
  .array(
    fc.record({
      wallMs: fc.oneof(
        { weight: 8, arbitrary: fc.integer({ min: 0, max: 5_000 }) },
        { weight: 1, arbitrary: fc.integer({ min: -7_200_000, max: 7_200_000 }) },
      ),
      monoMs: fc.oneof(
        { weight: 8, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 7_200_000 }) },
      ),
      idleMs: fc.oneof(
        { weight: 4, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 1_000_000 }) },
        // A display tells it by a clock that has fractions of a millisecond.
        { weight: 1, arbitrary: fc.double({ min: 0, max: 1_000_000, noNaN: true }) },
      ),
      what: fc.constantFrom<Activity | null | `${'halt' | 'release'}:${Halt}`>(
        'feed',
        'feed',
        'messaging',
        'elsewhere',
        null,
        'halt:paused',
        'release:paused',
        'halt:locked',
        'release:locked',
      ),
      zone: fc.constantFrom(ZONE, ZONE, ZONE, 'America/New_York'),
    }),
    { maxLength: 120 },
  )
  .map((steps) => {
    let atMs = 1_000_000_000;
    let mono = 0;
    return steps.map(({ wallMs, monoMs, idleMs, what, zone }): TrackerInput => {
      atMs += wallMs;
      mono += monoMs ?? Math.max(0, wallMs);
      const moment = { atMs, monoMs: mono, idleMs };
      const [kind, halt] = what?.split(':') ?? [];
      return halt === 'paused' || halt === 'locked'
        ? { ...moment, kind: kind === 'halt' ? 'halt' : 'release', halt }
        : { ...moment, kind: 'sample', activity: what as Activity | null, zone };
    });
  });

/** The stored spans with the open one, as they would lie in the store. */
function all(inputs: readonly TrackerInput[]): Span[] {
  const { stored, state } = run(inputs);
  const { open } = state;
  if (!open || open.endedAtMs === open.startedAtMs) return stored;
  return [...stored.filter((span) => span.startedAtMs !== open.startedAtMs), open].sort(
    (a, b) => a.startedAtMs - b.startedAtMs,
  );
}

describe('whatever happens', () => {
  test('spans begin and end at whole milliseconds, never overlap and are never empty', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        let endMs = -Infinity;
        for (const span of all(inputs)) {
          expect(span.startedAtMs).toBeGreaterThanOrEqual(endMs);
          expect(span.endedAtMs).toBeGreaterThan(span.startedAtMs);
          expect([span.startedAtMs, span.endedAtMs].every(Number.isInteger)).toBe(true);
          endMs = span.endedAtMs;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('neighbours of one activity and zone with no gap are one span', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        all(inputs).forEach((span, index, spans) => {
          const next = spans[index + 1];
          const same = next?.activity === span.activity && next.zone === span.zone;
          if (same) expect(next.startedAtMs).toBeGreaterThan(span.endedAtMs);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('there is never more time than both clocks saw pass, in gaps of at most 60 s', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        let seenMs = 0;
        inputs.forEach((input, index) => {
          const before = inputs[index - 1];
          const wallMs = before ? input.atMs - before.atMs : 0;
          if (wallMs > 0 && wallMs <= SLEEP_GAP_MS) seenMs += wallMs;
        });
        const storedMs = all(inputs).reduce(
          (sum, span) => sum + (span.endedAtMs - span.startedAtMs),
          0,
        );
        expect(storedMs).toBeLessThanOrEqual(seenMs);
      }),
      { numRuns: 1000 },
    );
  });
});

test('a span that was entered by hand does not go on, whatever is measured right after it', () => {
  const seen = { kind: 'sample', monoMs: 0, idleMs: 0, zone: ZONE } as const;
  const { stored, state } = run([...samples(0, 10, 'feed'), event('halt', 'paused', 10)]);
  const [span] = stored;
  if (!span) throw new Error('Nothing was measured');
  const released = trackStep(
    { ...state, halts: [], tail: [{ ...span, manual: true }] },
    { ...seen, activity: 'feed', atMs: 10_000, monoMs: 10_000 },
    IDLE_MS,
  );
  expect(released.state.open).toMatchObject({ startedAtMs: 10_000, manual: false });
});
