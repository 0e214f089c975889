import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LookTimer, createLookTimer } from '../../../electron/tracking/look-timer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A timer under way whose looks take and wait for some milliseconds, and when they began. */
function underWay(takesMs: number, waitMs: number): { timer: LookTimer; looks: number[] } {
  const startMs = Date.now();
  const looks: number[] = [];
  const now = () => ({ atMs: Date.now(), monoMs: Date.now() - startMs, idleMs: 0 });
  const timer = createLookTimer({
    now,
    async look() {
      looks.push(now().monoMs);
      await new Promise((resolve) => setTimeout(resolve, takesMs));
    },
    onLooked: () => undefined,
    waitMs: () => waitMs,
  });
  timer.start(now());
  return { timer, looks };
}

test('looks come at their time, however long each takes, and none overtakes another', async () => {
  const { looks } = underWay(40, 1_000);
  const { looks: slow } = underWay(1_500, 1_000);
  await vi.advanceTimersByTimeAsync(3_100);
  expect(looks).toEqual([0, 1_000, 2_000, 3_000]);
  // A timer of 0 ms is one of 1 ms.
  expect(slow).toEqual([0, 1_501, 3_002]);
});

test('a change is looked at once it has settled, and one that never does once a second', async () => {
  const { timer, looks } = underWay(10, 60_000);
  await vi.advanceTimersByTimeAsync(100);
  timer.onChange();
  await vi.advanceTimersByTimeAsync(100);
  timer.onChange();
  await vi.advanceTimersByTimeAsync(900);
  expect(looks).toEqual([0, 350]);
  const fromMs = 1_100;
  for (let ms = 0; ms < 1_500; ms += 100) {
    timer.onChange();
    await vi.advanceTimersByTimeAsync(100);
  }
  await vi.advanceTimersByTimeAsync(100);
  expect(looks).toEqual([0, 350, fromMs + 1_000, fromMs + 1_400 + 150]);
});

test('a change during a look is looked at after it', async () => {
  const { timer, looks } = underWay(400, 60_000);
  timer.onChange();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks).toEqual([0, 450]);
});

test('what may come earlier is looked at soon, but not where a look is due anyhow', async () => {
  const { timer, looks } = underWay(10, 5_000);
  await vi.advanceTimersByTimeAsync(2_000);
  timer.lookSoon();
  await vi.advanceTimersByTimeAsync(4_500);
  timer.lookSoon();
  await vi.advanceTimersByTimeAsync(600);
  expect(looks).toEqual([0, 2_150]);
  await vi.advanceTimersByTimeAsync(100);
  expect(looks).toEqual([0, 2_150, 7_150]);
});

test('after it stopped there is no look', async () => {
  const { timer, looks } = underWay(10, 1_000);
  await vi.advanceTimersByTimeAsync(100);
  timer.onChange();
  timer.stop();
  timer.onChange();
  await vi.advanceTimersByTimeAsync(5_000);
  expect([looks, timer.is]).toEqual([[0], 'stopped']);
});
