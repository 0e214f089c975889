import { expect, test } from 'vitest';
import {
  buildModeShares,
  buildPurposeShares,
} from '../../../../renderer/features/today/build-shares.ts';
import type { ActivityMs } from '../../../../shared/domain/figures.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/settings/settings.ts';
import {
  EXAMPLE_NOW_MS,
  EXAMPLE_SPANS,
  spansOf,
  viewsOver,
} from '../../../support/example-weeks.ts';
import { DUTCH, ENGLISH, plainIn } from '../words.ts';

const views = viewsOver(EXAMPLE_SPANS, EXAMPLE_NOW_MS, () => DEFAULT_SETTINGS);

test('time by purpose adds up to the LinkedIn time in working time', () => {
  expect(plainIn(buildPurposeShares(views.day(null).figures, ENGLISH))).toEqual({
    totalMinutes: 34,
    parts: [
      {
        id: 'business',
        label: 'Business',
        minutes: 26,
        length: '26 min',
        share: 26 / 34,
        percent: '76%',
      },
      {
        id: 'neutral',
        label: 'Neutral',
        minutes: 5,
        length: '5 min',
        share: 5 / 34,
        percent: '15%',
      },
      {
        id: 'private',
        label: 'Private',
        minutes: 3,
        length: '3 min',
        share: 3 / 34,
        percent: '9%',
      },
    ],
    summary: '34 min on LinkedIn in working time: 26 min business, 5 min neutral, 3 min private.',
  });
});

test('time by doing and reading adds up to the same', () => {
  const shares = plainIn(buildModeShares(views.day(null).figures, DUTCH));
  expect(shares.parts.map(({ id, minutes }) => [id, minutes])).toEqual([
    ['active', 26],
    ['passive', 5],
    ['rest', 3],
  ]);
  expect(shares.summary).toBe(
    '26 min zelf iets doen, 5 min lezen wat voorbijkomt, 3 min geen van beide.',
  );
});

test('rounded parts never disagree with their sum', () => {
  const spans = spansOf('2026-11-19', [
    ['09:00:00', '09:01:30', 'networking'],
    ['09:02:00', '09:03:30', 'feed'],
    ['09:04:00', '09:05:30', 'private'],
  ]);
  const { figures } = viewsOver(spans, EXAMPLE_NOW_MS, () => DEFAULT_SETTINGS).day(null);
  const { parts, totalMinutes } = buildPurposeShares(figures, ENGLISH);
  // Three minutes count; private time, which does not, is rounded by itself, as the report does it.
  expect(parts.map(({ minutes }) => minutes)).toEqual([2, 1, 2]);
  expect(totalMinutes).toBe(5);
});

test('nothing is nothing, and not divided by', () => {
  const { figures } = views.day('2026-11-12');
  expect(plainIn(buildModeShares(figures, ENGLISH))).toMatchObject({
    totalMinutes: 0,
    parts: [{ share: 0, percent: '0%' }, { share: 0 }, { share: 0 }],
    summary: 'No LinkedIn time in working time.',
  });
});

test('percentages add up to a hundred', () => {
  const day = views.day(null).figures;
  const percents = (insideMs: ActivityMs) =>
    buildPurposeShares({ ...day, insideMs, countedByMs: {} }, ENGLISH).parts.map(
      ({ percent }) => percent,
    );
  expect(percents({ messaging: 60_000, feed: 60_000, private: 60_000 })).toEqual([
    '34%',
    '33%',
    '33%',
  ]);
  expect(percents({})).toEqual(['0%', '0%', '0%']);
});
