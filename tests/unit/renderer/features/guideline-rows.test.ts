import { expect, test } from 'vitest';
import {
  buildGuidelineRows,
  type GuidelinePart,
  takeOver,
} from '../../../../renderer/features/agreement/guideline-rows.ts';
import type { Suggestion } from '../../../../shared/settings/guideline-file.ts';
import { parseSettings } from '../../../../shared/settings/settings.ts';
import { ENGLISH, plainIn } from '../words.ts';

const [now] = parseSettings({ agreements: [{ purposes: { learning: 'neutral' } }] }).settings
  .agreements;
if (!now) throw new Error('No agreement');
const SUGGESTION: Suggestion = {
  goal: 'Staying in touch.',
  block: { minMinutes: 15, maxMinutes: 30 },
  window: { from: '09:00', to: '10:00' },
  purposes: { feed: 'business', learning: 'business' },
};

test('each suggestion stands next to what holds now, and says where it is the same', () => {
  const rows = plainIn(buildGuidelineRows(SUGGESTION, 'sales', now, ENGLISH));
  expect(
    rows.map(({ part, now: before, suggested, same }) => [part, before, suggested, same]),
  ).toEqual([
    ['role', 'Another role', 'Sales', false],
    ['goal', '', 'Staying in touch.', false],
    ['block', '15–30 min', '15–30 min', true],
    ['window', 'any time of day', '09:00 – 10:00', false],
    ['learning', 'Neutral', 'Business', false],
    ['feed', 'Neutral', 'Business', false],
  ]);
  expect(buildGuidelineRows({}, 'other', now, ENGLISH).map(({ part }) => part)).toEqual(['role']);
});

test('what is ticked is taken over, and nothing else', () => {
  const taken = (...parts: GuidelinePart[]) =>
    takeOver(now, SUGGESTION, 'sales', new Set<GuidelinePart>(parts));
  expect(taken()).toEqual(now);
  expect(taken('window', 'learning')).toEqual({ ...now, window: SUGGESTION.window, purposes: {} });
  expect(taken('role', 'feed')).toEqual({
    ...now,
    role: 'sales',
    purposes: { learning: 'neutral', feed: 'business' },
  });
  expect(taken('goal', 'block')).toEqual({ ...now, goal: 'Staying in touch.' });
  // What is not suggested cannot be ticked into being.
  expect(takeOver(now, {}, 'other', new Set<GuidelinePart>(['goal', 'window', 'feed']))).toEqual(
    now,
  );
});
