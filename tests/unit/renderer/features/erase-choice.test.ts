import { describe, expect, test } from 'vitest';
import {
  type EraseChoice,
  eraseQuestion,
  isBackwards,
  whatToErase,
} from '../../../../renderer/features/privacy/erase-choice.ts';
import { ENGLISH } from '../words.ts';

const CHOICE: EraseChoice = { kind: 'range', activity: 'feed', from: '', to: '' };
const DAYS = { from: '2026-11-16', to: '2026-11-18' };

describe('whatToErase', () => {
  test.each(['last-quarter', 'today', 'log', 'everything'] as const)('%s takes no days', (kind) => {
    expect(whatToErase({ ...CHOICE, ...DAYS, kind })).toEqual({ kind });
  });

  test('days need both ends, in their order', () => {
    expect(whatToErase(CHOICE)).toBeUndefined();
    expect(whatToErase({ ...CHOICE, from: DAYS.from })).toBeUndefined();
    expect(whatToErase({ ...CHOICE, from: DAYS.to, to: DAYS.from })).toBeUndefined();
    expect(whatToErase({ ...CHOICE, ...DAYS })).toEqual({ kind: 'range', ...DAYS });
  });

  test('an activity is erased of all days where none are chosen, and never of half a range', () => {
    const activity: EraseChoice = { ...CHOICE, kind: 'activity' };
    expect(whatToErase(activity)).toEqual({ kind: 'activity', activity: 'feed', range: null });
    expect(whatToErase({ ...activity, to: DAYS.to })).toBeUndefined();
    expect(whatToErase({ ...activity, ...DAYS })).toMatchObject({ range: DAYS });
  });
});

test('days are backwards only where they are asked for', () => {
  const backwards = { ...CHOICE, from: DAYS.to, to: DAYS.from };
  expect(isBackwards(backwards)).toBe(true);
  expect(isBackwards({ ...backwards, kind: 'today' })).toBe(false);
  expect(isBackwards({ ...backwards, to: '' })).toBe(false);
});

test('the question names the days and how many they are, the last one too', () => {
  const question = eraseQuestion(ENGLISH, { kind: 'range', ...DAYS }, 0);
  expect(question).toContain('16 November 2026');
  expect(question).toContain('3 days');
  expect(eraseQuestion(ENGLISH, { kind: 'everything' }, 41)).toContain('41');
});
