import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LEAST_DAYS,
  type BlockProposal,
  type ProposalDay,
  proposeBlock,
} from '../../../shared/domain/block-proposal.ts';

const MINUTE = 60_000;

/** Working days, all of them measured, with these counted minutes. */
const daysOf = (minutes: readonly number[]): ProposalDay[] =>
  minutes.map((counted) => ({ workingDay: true, coverage: 1, countedMs: counted * MINUTE }));

const TWELVE = [0, 5, 9, 17, 18, 21, 22, 24, 28, 40, 55, 90];

describe('the block that days come to', () => {
  test('spans their middle half, whatever the days at either end had', () => {
    const expected = {
      status: 'proposed',
      days: 12,
      leastMinutes: 17,
      meanMinutes: 22,
      mostMinutes: 28,
      minMinutes: 15,
      maxMinutes: 30,
    };
    expect(proposeBlock(daysOf(TWELVE))).toEqual(expected);
    expect(proposeBlock(daysOf([...TWELVE].reverse()))).toEqual(expected);
    expect(proposeBlock(daysOf([0, 0, 0, ...TWELVE.slice(3, -3), 400, 500, 600]))).toEqual(
      expected,
    );
  });

  test.each([
    ['no LinkedIn at all', Array<number>(10).fill(0), [0, 5]],
    ['always the same', Array<number>(10).fill(20), [20, 25]],
    ['as much as its minutes say, and not as its seconds', Array<number>(10).fill(19.6), [20, 25]],
    ['days longer than a day', Array<number>(10).fill(1500), [1435, 1440]],
  ] as const)('of %s is a block too', (_, minutes, [minMinutes, maxMinutes]) => {
    expect(proposeBlock(daysOf(minutes))).toMatchObject({ minMinutes, maxMinutes });
  });

  test('is none where too few of them were measured', () => {
    expect(proposeBlock(daysOf(TWELVE.slice(0, LEAST_DAYS - 1)))).toEqual({
      status: 'too-few',
      days: LEAST_DAYS - 1,
    });
    expect(proposeBlock([])).toEqual({ status: 'too-few', days: 0 });
  });

  test('leaves out days off and days less than half measured, which are not days of zero', () => {
    const others: ProposalDay[] = [
      { workingDay: false, coverage: 1, countedMs: 0 },
      { workingDay: true, coverage: 0.49, countedMs: 0 },
      { workingDay: true, coverage: 0, countedMs: 0 },
    ];
    const days = daysOf(TWELVE);
    expect(proposeBlock([...others, ...days, ...others])).toEqual(proposeBlock(days));
    const half: ProposalDay = { workingDay: true, coverage: 0.5, countedMs: 0 };
    expect(proposeBlock([...days, half])).toMatchObject({ days: 13 });
  });
});

describe('whatever the days had', () => {
  const anyDay: fc.Arbitrary<ProposalDay> = fc.record({
    workingDay: fc.boolean(),
    coverage: fc.double({ min: 0, max: 1, noNaN: true }),
    countedMs: fc.integer({ min: 0, max: 25 * 60 * MINUTE }),
  });
  const anyDays = fc.array(anyDay, { maxLength: 80 });
  const proposed = (found: BlockProposal) => (found.status === 'proposed' ? found : undefined);

  test('the block has steps of five, room inside, and all of the middle half', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const found = proposed(proposeBlock(days));
        if (!found) return;
        const { leastMinutes, meanMinutes, mostMinutes, minMinutes, maxMinutes } = found;
        expect(leastMinutes).toBeLessThanOrEqual(meanMinutes);
        expect(meanMinutes).toBeLessThanOrEqual(mostMinutes);
        expect([minMinutes % 5, maxMinutes % 5]).toEqual([0, 0]);
        expect(minMinutes).toBeGreaterThanOrEqual(0);
        expect(minMinutes).toBeLessThan(maxMinutes);
        expect(maxMinutes).toBeLessThanOrEqual(1440);
        expect(minMinutes).toBeLessThanOrEqual(leastMinutes);
        expect(maxMinutes).toBeGreaterThanOrEqual(Math.min(mostMinutes, 1440));
        // No wider than it has to be.
        if (mostMinutes < 1435) {
          expect(leastMinutes - minMinutes).toBeLessThan(5);
          expect(maxMinutes - mostMinutes).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  test('at least half of the days lie in it, and their order does not matter', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const counts = days.filter(({ workingDay, coverage }) => workingDay && coverage >= 0.5);
        const found = proposed(proposeBlock(days));
        expect(proposeBlock([...days].reverse())).toEqual(proposeBlock(days));
        expect(found !== undefined).toBe(counts.length >= LEAST_DAYS);
        if (!found) return;
        const inside = counts.filter(({ countedMs }) => {
          const minutes = Math.floor(countedMs / MINUTE + 0.5);
          return minutes >= found.leastMinutes && minutes <= found.mostMinutes;
        });
        expect(inside.length * 2).toBeGreaterThanOrEqual(counts.length);
      }),
    );
  });
});
