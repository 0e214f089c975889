import { expect, test } from 'vitest';
import { createWindowWatch, WATCH_LEASE_MS } from '../../../electron/rules/window-watch.ts';

const FEED = { app: 'Firefox', title: 'Feed | LinkedIn' };
const MAIL = { app: 'Thunderbird', title: 'Inbox' };

function setUp() {
  let now = 1_000_000;
  const timers = new Map<() => void, number>();
  const watch = createWindowWatch({
    nowMs: () => now,
    ownApps: ['Sweetspot', '/opt/sweetspot/sweetspot-bin'],
    later(ms, callback) {
      timers.set(callback, now + ms);
      return () => timers.delete(callback);
    },
  });
  return {
    watch,
    timers,
    /** Lets time pass; without timers it is a machine that slept. */
    pass(ms: number, runTimers = true) {
      now += ms;
      if (!runTimers) return;
      for (const [callback, atMs] of [...timers]) {
        if (atMs > now) continue;
        timers.delete(callback);
        callback();
      }
    },
  };
}

test('keeps nothing until it is asked to', () => {
  const { watch } = setUp();
  watch.see(FEED);
  expect(watch.ask()).toEqual({ watching: false, sample: undefined });
  watch.watch(true);
  expect(watch.ask()).toEqual({ watching: true, sample: undefined });
});

test('keeps the latest window, but not the app’s own', () => {
  const { watch } = setUp();
  watch.watch(true);
  watch.see(FEED);
  watch.see({ app: 'sweetspot.exe', title: 'Sweetspot' });
  watch.see({ app: 'C:\\Apps\\Sweetspot.exe', title: 'Sweetspot' });
  watch.see({ app: 'sweetspot-bin', title: 'Sweetspot' });
  expect(watch.ask().sample).toEqual(FEED);
  watch.see(MAIL);
  expect(watch.ask().sample).toEqual(MAIL);
});

test('forgets at once when it ends, and when it begins anew', () => {
  const { watch, timers } = setUp();
  watch.watch(true);
  watch.see(FEED);
  watch.watch(false);
  expect(timers.size).toBe(0);
  watch.see(MAIL);
  expect(watch.ask()).toEqual({ watching: false, sample: undefined });
  watch.watch(true);
  expect(watch.ask().sample).toBeUndefined();
});

test('lasts while it is asked for, and ends by itself when nobody asks', () => {
  const { watch, pass } = setUp();
  watch.watch(true);
  watch.see(FEED);
  for (let i = 0; i < 5; i += 1) {
    pass(WATCH_LEASE_MS - 1);
    expect(watch.ask().sample).toEqual(FEED);
  }
  pass(WATCH_LEASE_MS);
  watch.see(MAIL);
  expect(watch.ask()).toEqual({ watching: false, sample: undefined });
});

test.each([
  ['ahead', WATCH_LEASE_MS],
  ['back', -3_600_000],
])('is over after a clock that jumped %s', (_name, ms) => {
  const { watch, pass } = setUp();
  watch.watch(true);
  watch.see(FEED);
  pass(ms, false);
  expect(watch.ask()).toEqual({ watching: false, sample: undefined });
});
