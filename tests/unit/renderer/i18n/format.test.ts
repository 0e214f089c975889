import { describe, expect, test } from 'vitest';
import { createFormat, formatLocale, wholeMinutes } from '../../../../renderer/i18n/format.ts';
import { blockText, durationText, spanLengthText } from '../../../../renderer/i18n/words.ts';
import { DUTCH, ENGLISH, plain, wordsIn } from '../words.ts';

const MINUTE = 60_000;

describe('the locale of formats', () => {
  test.each([
    ['en', 'nl-NL', 'en-NL'],
    ['nl', 'nl-BE', 'nl-BE'],
    ['nl', 'en-US', 'nl-US'],
    ['en', 'de', 'en-DE'],
    ['en', 'not a locale', 'en'],
  ])('%s texts on a %s system are written as %s', (language, system, locale) => {
    expect(formatLocale(language, system)).toBe(locale);
  });
});

describe('dates and times', () => {
  const { format } = DUTCH;
  test('are written as the Dutch write them', () => {
    expect(format.dateLong('2026-11-17')).toBe('dinsdag 17 november 2026');
    expect(format.weekdayShort('2026-11-17')).toBe('di');
    expect(plain(format.dateRange('2026-11-16', '2026-11-22'))).toBe('16–22 november 2026');
    expect(plain(format.dateRange('2026-12-28', '2027-01-03'))).toBe(
      '28 december 2026 – 3 januari 2027',
    );
    expect(plain(format.percent(0.535))).toBe('54%');
  });

  test('tell the clock of the zone that is asked for', () => {
    const at = Date.parse('2026-11-17T09:05:00+01:00');
    expect(format.time(at, 'Europe/Amsterdam')).toBe('09:05');
    expect(plain(createFormat('en-US').time(at, 'America/New_York'))).toBe('3:05 AM');
  });
});

describe('lengths', () => {
  test.each([
    [0, '0 min', '0 min'],
    [59, '59 min', '59 min'],
    [60, '1 h', '1 u'],
    [135, '2 h 15 min', '2 u 15 min'],
    [60_005, '1,000 h 5 min', '1.000 u 5 min'],
  ])('%i minutes', (minutes, english, dutch) => {
    expect(plain(durationText(ENGLISH, minutes))).toBe(english);
    expect(plain(durationText(DUTCH, minutes))).toBe(dutch);
  });

  test('a span below a minute is told in seconds', () => {
    expect(plain(spanLengthText(ENGLISH, 59_999))).toBe('59 s');
    expect(plain(spanLengthText(ENGLISH, MINUTE))).toBe('1 min');
  });

  test('half a minute counts up', () => {
    expect([29_999, 30_000, 89_999, 90_000].map(wholeMinutes)).toEqual([0, 1, 1, 2]);
  });

  test('a block of one length has no range', () => {
    expect(plain(blockText(ENGLISH, 15, 30))).toBe('15–30 min');
    expect(plain(blockText(wordsIn('nl', 'en-US'), 20, 20))).toBe('20 min');
  });
});
