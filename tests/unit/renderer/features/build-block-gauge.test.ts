import { describe, expect, test } from 'vitest';
import { buildBlockGauge } from '../../../../renderer/features/today/build-block-gauge.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../shared/settings/settings.ts';
import { EXAMPLE_NOW_MS, EXAMPLE_SPANS, viewsOver } from '../../../support/example-weeks.ts';
import { DUTCH, ENGLISH, plainIn } from '../words.ts';

function gaugeOn(isoDate: string, settings: Settings = DEFAULT_SETTINGS, words = ENGLISH) {
  const view = viewsOver(EXAMPLE_SPANS, EXAMPLE_NOW_MS, () => settings).day(isoDate);
  return plainIn(buildBlockGauge(view, words));
}

const [agreement] = DEFAULT_SETTINGS.agreements;
const withWindow: Settings = {
  ...DEFAULT_SETTINGS,
  agreements: [{ ...agreement!, window: { from: '09:00', to: '10:00' } }],
};

describe('the block ring', () => {
  test('of a day inside the block', () => {
    expect(gaugeOn('2026-11-17')).toEqual({
      countedMinutes: 27,
      number: '27',
      band: [15, 30],
      scaleMinutes: 45,
      standing: 'sweet-spot',
      words: 'In your sweet spot',
      of: 'of 15–30 min',
      inWindow: null,
      summary: '27 min counted, inside the agreed block of 15–30 min.',
      rows: [
        { label: 'Counted', value: '27 min' },
        { label: 'Agreed block', value: '15–30 min' },
      ],
    });
  });

  test('of a day above it, with a fixed window, in Dutch', () => {
    expect(gaugeOn('2026-11-19', withWindow, DUTCH)).toEqual({
      countedMinutes: 31,
      number: '31',
      band: [15, 30],
      scaleMinutes: 45,
      standing: 'over',
      words: 'Boven het blok',
      of: 'van 15–30 min',
      inWindow: '10 min binnen het vaste tijdvak',
      summary: '31 min geteld, boven het afgesproken blok van 15–30 min.',
      rows: [
        { label: 'Geteld', value: '31 min' },
        { label: 'Afgesproken blok', value: '15–30 min' },
        { label: 'Binnen het vaste tijdvak', value: '10 min' },
      ],
    });
  });

  test('of a day of zero says that there is room, and zero is a figure', () => {
    expect(gaugeOn('2026-11-12')).toMatchObject({
      number: '0',
      standing: 'room',
      words: 'Room for more, if you like',
      summary: '0 min counted; the agreed block is 15–30 min, so there is room.',
    });
  });

  test('of a day that was not measured has a dash and no zero', () => {
    expect(gaugeOn('2026-11-18')).toMatchObject({
      number: '–',
      standing: 'no-data',
      words: 'Not measured',
      summary: 'Nothing was measured in working time; the agreed block is 15–30 min.',
      rows: [{ value: '–' }, { value: '15–30 min' }],
    });
  });

  test('before the working time of today says so, and not that it was missed', () => {
    const early = Date.parse('2026-11-19T08:00:00+01:00');
    // With nothing at all before it, the zone of the day would be that of this machine.
    const before = EXAMPLE_SPANS.filter(({ endedAtMs }) => endedAtMs < early);
    const view = viewsOver(before, early, () => DEFAULT_SETTINGS).day(null);
    expect(plainIn(buildBlockGauge(view, ENGLISH))).toMatchObject({
      number: '0',
      standing: 'not-begun',
      words: 'Working time has yet to begin',
      summary: 'Working time has yet to begin; the agreed block is 15–30 min.',
    });
  });

  test('of a day off has no block', () => {
    expect(gaugeOn('2026-11-15')).toMatchObject({
      number: '–',
      band: null,
      scaleMinutes: 60,
      standing: 'day-off',
      of: 'Day off',
      words: 'No block on a day off',
    });
  });

  test('of a day before any agreement has none either', () => {
    const late: Settings = {
      ...DEFAULT_SETTINGS,
      agreements: [{ ...agreement!, from: '2026-12-01' }],
    };
    expect(gaugeOn('2026-11-17', late)).toMatchObject({
      number: '27',
      band: null,
      standing: 'none',
      of: 'no block agreed',
      summary: '27 min counted; no block was agreed for this day.',
    });
  });

  test('grows in quarters of an hour when the time runs over its end', () => {
    const short: Settings = {
      ...DEFAULT_SETTINGS,
      agreements: [{ ...agreement!, minMinutes: 5, maxMinutes: 10 }],
    };
    expect(gaugeOn('2026-11-17', short)).toMatchObject({ band: [5, 10], scaleMinutes: 30 });
  });
});
