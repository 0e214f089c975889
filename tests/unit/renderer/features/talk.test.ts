import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  WISH_LENGTH,
  agreementsOfTalk,
  fitsOnePage,
} from '../../../../renderer/features/report/talk.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/settings/settings.ts';

const [ALWAYS] = DEFAULT_SETTINGS.agreements;
if (!ALWAYS) throw new Error('no agreement');
const SPRING = { ...ALWAYS, from: '2026-03-01', maxMinutes: 45 };
const AUTUMN = { ...ALWAYS, from: '2026-10-01', until: '2026-11-30' };
const VERSIONS = [ALWAYS, AUTUMN, SPRING];
const TODAY = '2026-11-19';

describe('the agreements of a talk', () => {
  test.each([
    ['one that held on all of the days', '2026-11-02', '2026-11-15', AUTUMN, []],
    [
      'what held at their end, and what did before',
      '2026-01-05',
      '2026-11-15',
      AUTUMN,
      [ALWAYS, SPRING],
    ],
    ['the day before a version', '2026-09-28', '2026-09-30', SPRING, []],
    ['what holds now, where they go on', '2026-11-16', '2026-12-31', AUTUMN, []],
    ['days to come alone', '2026-12-01', '2026-12-31', undefined, []],
  ])('are %s', (_, from, to, last, earlier) => {
    expect(agreementsOfTalk(VERSIONS, { from, to }, TODAY)).toEqual({ last, earlier });
  });

  test('are none after the last one ended, though one held before', () => {
    expect(
      agreementsOfTalk(VERSIONS, { from: '2026-11-23', to: '2026-12-06' }, '2027-01-01'),
    ).toEqual({
      last: undefined,
      earlier: [AUTUMN],
    });
  });
});

describe('what is typed for a talk', () => {
  test.each([
    ['nothing', '', true],
    ['a paragraph as long as it may be', 'word '.repeat(WISH_LENGTH / 5), true],
    ['wide letters alone', 'W'.repeat(WISH_LENGTH), true],
    ['more than that', 'a'.repeat(WISH_LENGTH + 1), false],
    ['as many lines as the page has', 'a\n'.repeat(35) + 'a', true],
    ['one more', 'a\n'.repeat(36) + 'a', false],
    ['lines at its ends, which are not printed', `${'\n'.repeat(40)}a${'\n'.repeat(40)}`, true],
  ])('of %s fits on one page or not', (_, text, fits) => {
    expect(fitsOnePage(text)).toBe(fits);
  });

  test('fits where a part of something that fits does', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), fc.nat(), (text, cut) => {
        if (fitsOnePage(text)) expect(fitsOnePage(text.trim().slice(0, cut % 2_000))).toBe(true);
      }),
    );
  });
});
