import { describe, expect, test } from 'vitest';
import { type LookPlan, nextLookMs } from '../../../electron/tracking/next-look.ts';

const SURE: LookPlan = {
  now: { atMs: 1_000_000, monoMs: 0, idleMs: 2_000 },
  halted: false,
  away: false,
  sure: true,
  onBattery: false,
  idleThresholdMs: 180_000,
  savedAtMs: 1_000_000,
  edgesMs: [Infinity],
};

describe('the next look', () => {
  test.for<[string, Partial<LookPlan>, number]>([
    ['5 s later where nothing can happen without a word', {}, 5_000],
    ['when what runs is to be saved', { savedAtMs: 998_400 }, 3_400],
    ['never later, though the clock was set back', { savedAtMs: 9_000_000 }, 5_000],
    [
      'when the user has been without input for long enough',
      { now: { ...SURE.now, idleMs: 178_999.5 } },
      1_000.5,
    ],
    ['when a pause or working time ends', { edgesMs: [1_000_700, 1_004_000] }, 700],
    ['not for what is over', { edgesMs: [1_000_000, 999_000] }, 5_000],
    ['a tick later where the system does not tell', { sure: false }, 1_000],
    ['a longer one on battery', { sure: false, onBattery: true }, 2_500],
    ['a tick later while the user is away, as nobody tells of their return', { away: true }, 1_000],
    [
      'seldom while nothing is measured, wherever the user is',
      { halted: true, away: true, sure: false, savedAtMs: 0, onBattery: true },
      5_000,
    ],
    ['at the end of a pause', { halted: true, sure: false, edgesMs: [1_001_500] }, 1_500],
  ])('is %s', ([, changes, expected]) => {
    expect(nextLookMs({ ...SURE, ...changes })).toBe(expected);
  });
});
