import { describe, expect, test } from 'vitest';
import { createIdleSense } from '../../../electron/tracking/idle-sense.ts';

/** Lets ticks pass under a system that tells some idle time. */
function sense() {
  const told: string[] = [];
  const idle = createIdleSense((detection) => told.push(detection));
  let monoMs = 0;
  const tick = (seconds: number, idleMs = 0, locked = false, stepMs = 1_000) => {
    for (let second = 0; second < seconds; second += 1) {
      monoMs += stepMs;
      idle.see({ monoMs, idleMs }, locked);
    }
  };
  return { told, idle, tick };
}

describe('idle detection', () => {
  test('is not available where ten minutes have no second without input', () => {
    const { told, idle, tick } = sense();
    tick(590);
    expect(idle.detection).toBe('unknown');
    tick(20);
    expect(told).toEqual(['unavailable']);
  });

  test('is not available where a locked screen has a minute of input', () => {
    const { told, tick } = sense();
    tick(100);
    tick(30, 0, true);
    // It was unlocked in between.
    tick(5);
    tick(50, 0, true);
    expect(told).toEqual([]);
    tick(20, 0, true);
    expect(told).toEqual(['unavailable']);
  });

  test('works from the first second that it tells on, and stays so through busy hours', () => {
    const { told, idle, tick } = sense();
    tick(300);
    tick(1, 1_000);
    tick(20_000);
    expect(told).toEqual(['works']);
    expect(idle.detection).toBe('works');
  });

  test('is there after all where it is told of later', () => {
    const { told, tick } = sense();
    tick(700);
    tick(1, 2_000);
    expect(told).toEqual(['unavailable', 'works']);
  });

  test('is not judged by time in which nobody looked', () => {
    const { told, tick } = sense();
    tick(20, 0, false, 3_600_000);
    expect(told).toEqual([]);
  });
});
