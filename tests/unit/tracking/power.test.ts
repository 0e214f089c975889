import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idleMsOf } from '../../../electron/tracking/power.ts';

test('the last input is told half a second off at most, and as just now where the system says so', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 10_000_000 }), (trueMs) => {
      const toldMs = idleMsOf({ getSystemIdleTime: () => Math.floor(trueMs / 1000) });
      expect(Math.abs(toldMs - trueMs)).toBeLessThanOrEqual(500);
    }),
  );
  expect(idleMsOf({ getSystemIdleTime: () => 0 })).toBe(0);
});
