import { expect, test } from 'vitest';
import { previewAgreements } from '../../../electron/agreement/preview.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { EXAMPLE_NOW_MS, EXAMPLE_SPANS } from '../../support/example-weeks.ts';

const [AGREEMENT] = DEFAULT_SETTINGS.agreements;
if (!AGREEMENT) throw new Error('no agreement');

const NEEDS = {
  settings: DEFAULT_SETTINGS,
  nowMs: EXAMPLE_NOW_MS,
  zone: 'Europe/Amsterdam',
  spans: {
    lastBefore: (atMs: number) => EXAMPLE_SPANS.findLast((span) => span.startedAtMs < atMs),
    between: (fromMs: number, toMs: number) =>
      EXAMPLE_SPANS.filter((span) => span.startedAtMs < toMs && span.endedAtMs > fromMs),
  },
};

test('the agreements as they are change nothing', () => {
  expect(previewAgreements(DEFAULT_SETTINGS.agreements, NEEDS)).toEqual({ days: 0, moves: [] });
});

test('a version from today on touches no day that has been', () => {
  const next = { ...AGREEMENT, from: '2026-11-19', minMinutes: 60, maxMinutes: 90 };
  expect(previewAgreements([AGREEMENT, next], NEEDS)).toEqual({ days: 0, moves: [] });
});

test('a correction moves days from place to place', () => {
  // Counted: Mon 9th 21, 10th 25, 11th 17, 12th 0, 13th 29; Mon 16th 12, 17th 27, 18th not measured.
  const corrected = { ...AGREEMENT, minMinutes: 10, maxMinutes: 20 };
  expect(previewAgreements([corrected], NEEDS)).toEqual({
    days: 8,
    moves: [
      { from: 'sweet-spot', to: 'over', count: 4 },
      { from: 'room', to: 'sweet-spot', count: 1 },
    ],
  });
});

test('when to look at it again changes no day that has been', () => {
  const dated = { ...AGREEMENT, lookAgainOn: '2026-11-13' };
  expect(previewAgreements([dated], NEEDS)).toEqual({ days: 0, moves: [] });
});

test('an end takes the place of the days after it', () => {
  const ended = { ...AGREEMENT, until: '2026-11-13' };
  expect(previewAgreements([ended], NEEDS)).toEqual({
    days: 3,
    moves: [
      { from: 'room', to: null, count: 1 },
      { from: 'sweet-spot', to: null, count: 1 },
      { from: 'no-data', to: null, count: 1 },
    ],
  });
});

test('without spans there is nothing to move', () => {
  const spans = { lastBefore: () => undefined, between: () => [] };
  expect(previewAgreements([], { ...NEEDS, spans })).toEqual({ days: 0, moves: [] });
});
