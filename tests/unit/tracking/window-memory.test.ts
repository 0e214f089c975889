import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRecorder } from '../../../electron/tracking/recorder.ts';
import {
  createWindowMemory,
  MOST_REMEMBERED,
  REMEMBER_MS,
} from '../../../electron/tracking/window-memory.ts';
import { parseSettings, type SettingsPatch } from '../../../shared/settings/settings.ts';

const ZONE = 'Europe/Amsterdam';
const START = Date.parse('2026-11-16T10:00:00+01:00');
const CHROME = 'Google Chrome';

/** A memory with a clock that a test sets. */
function setUp() {
  let nowMs = START;
  const timers = new Map<() => void, number>();
  const memory = createWindowMemory({
    nowMs: () => nowMs,
    later(ms, callback) {
      const ring = () => callback();
      timers.set(ring, nowMs + ms);
      return () => timers.delete(ring);
    },
  });
  return {
    memory,
    timers,
    now: () => nowMs,
    /** Lets time pass; without timers it is a machine that slept, or a clock that was set. */
    pass(ms: number, runTimers = true) {
      nowMs += ms;
      if (!runTimers) return;
      for (const [ring, atMs] of [...timers]) {
        if (atMs > nowMs) continue;
        timers.delete(ring);
        ring();
      }
    },
  };
}

/** A recorder that remembers, with a clock that goes on by itself. */
function recording(patch: SettingsPatch = {}) {
  const set = setUp();
  const settings = parseSettings(patch).settings;
  const recorder = createRecorder({
    settings,
    store: () => undefined,
    floorMs: -Infinity,
    latest: set.memory,
  });
  const moment = (idleMs = 0) => ({ atMs: set.now(), monoMs: set.now(), idleMs });
  const show = (title: string, seconds = 2, app = CHROME, idleMs = 0) => {
    for (let tick = 0; tick < seconds; tick += 1) {
      set.pass(1000);
      const sighting = { kind: 'window', key: 'one', sample: { app, title } } as const;
      recorder.see(moment(idleMs), ZONE, sighting);
    }
  };
  show('Jane Doe | LinkedIn');
  const first = recorder.state.open?.startedAtMs ?? 0;
  const title = () => set.memory.of(first)?.title;
  expect(title()).toBe('Jane Doe | LinkedIn');
  return { ...set, settings, recorder, moment, show, first, title };
}

describe('the window of a span', () => {
  test('is the latest that it had, without the address', () => {
    const { memory } = setUp();
    const span = { startedAtMs: 1, activity: 'networking' } as const;
    memory.see({ app: CHROME, title: 'A | LinkedIn', url: 'https://www.linkedin.com/in/a' }, span);
    memory.see({ app: CHROME, title: 'B | LinkedIn', url: 'https://www.linkedin.com/in/b' }, span);
    expect(memory.of(1)).toEqual({ app: CHROME, title: 'B | LinkedIn' });
    expect(memory.of(2)).toBeUndefined();
  });

  test('stays while another is in front, also where its span is cut', () => {
    const { recorder, moment, show, title } = recording();
    recorder.cut(moment(), true);
    show('main.ts', 5, 'Code');
    expect(title()).toBe('Jane Doe | LinkedIn');
  });

  test('is not a notice, which says nothing of the page', () => {
    const { show, title } = recording();
    show('Zoe Roe sent you a message | LinkedIn');
    expect(title()).toBe('Jane Doe | LinkedIn');
  });

  test('is remembered of LinkedIn alone', () => {
    const { show, memory, recorder } = recording();
    show('Zyxwvut - Code', 2, 'Code');
    expect(memory.of(recorder.state.open?.startedAtMs ?? 0)).toBeUndefined();
  });

  test('that is longer than what is compared is not remembered', () => {
    const { memory } = setUp();
    const span = { startedAtMs: 1, activity: 'networking' } as const;
    memory.see({ app: CHROME, title: 'B | LinkedIn' }, span);
    memory.see({ app: CHROME, title: `${'a'.repeat(1100)} | LinkedIn` }, span);
    expect(memory.of(1)).toBeUndefined();
  });
});

describe('everything is forgotten', () => {
  test.each([
    ['at a pause', ({ recorder, moment }) => recorder.halt(moment(), 'paused')],
    ['at a lock', ({ recorder, moment }) => recorder.halt(moment(), 'locked')],
    ['when the computer sleeps', ({ recorder, moment }) => recorder.halt(moment(), 'suspended')],
    ['at the end of the app', ({ recorder, moment }) => recorder.halt(moment(), 'stopped')],
    ['at an erasure', ({ recorder }) => recorder.forgetClosed()],
    ['where a span is deleted', ({ recorder, first }) => recorder.forgetRulesOf(first)],
    ['where the settings change', ({ recorder, settings }) => recorder.setSettings(settings)],
    ['where the user is away', ({ show }) => show('Feed | LinkedIn', 1, CHROME, 400_000)],
    ['where job search is seen', ({ show }) => show('Jobs | LinkedIn', 1)],
    ['two minutes after it was in front', ({ pass }) => pass(REMEMBER_MS)],
    ['after a sleep that no timer rang in', ({ pass }) => pass(REMEMBER_MS, false)],
    ['where the clock was set back', ({ pass }) => pass(-REMEMBER_MS, false)],
  ] satisfies [string, (set: ReturnType<typeof recording>) => void][])('%s', (_, end) => {
    const set = recording();
    end(set);
    expect(set.title()).toBeUndefined();
    expect(set.timers.size).toBe(0);
  });
});

test('never more than a few windows are known, none for longer than two minutes', () => {
  const step = fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('see'),
        start: fc.nat(9),
        long: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('pass'), ms: fc.nat(90_000), rings: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('private', 'jobs', 'clear') }) },
  );
  let mostKnown = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { memory, timers, pass, now } = setUp();
      const seen = new Map<number, number>();
      for (const one of steps) {
        if (one.kind === 'see' && 'start' in one) {
          const title = one.long ? 'x'.repeat(2000) : `${String(one.start)} | LinkedIn`;
          memory.see({ app: CHROME, title }, { startedAtMs: one.start, activity: 'networking' });
          if (one.long) seen.delete(one.start);
          else seen.set(one.start, now());
        } else if (one.kind === 'pass' && 'ms' in one) pass(one.ms, one.rings);
        else {
          if (one.kind === 'clear') memory.clear();
          else memory.see({ app: CHROME, title: 'Jobs' }, { startedAtMs: 99, activity: one.kind });
          seen.clear();
        }
        const known = Array.from({ length: 100 }, (_, start) => start).filter((s) => memory.of(s));
        mostKnown = Math.max(mostKnown, known.length);
        expect(known.length).toBeLessThanOrEqual(MOST_REMEMBERED);
        for (const start of known) {
          expect(now() - (seen.get(start) ?? -Infinity)).toBeLessThan(REMEMBER_MS);
          expect(memory.of(start)?.title).toBe(`${String(start)} | LinkedIn`);
        }
        // While something is known a timer will end that; else there is nothing to end.
        expect(timers.size).toBe(known.length > 0 ? 1 : 0);
      }
    }),
    { numRuns: 500 },
  );
  expect(mostKnown).toBe(MOST_REMEMBERED);
});
