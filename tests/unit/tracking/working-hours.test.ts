import { describe, expect, test } from 'vitest';
import type { WallRange } from '../../../shared/domain/agreement.ts';
import { FEED, replayedSpans, startsAndEnds } from '../../support/replayed-spans.ts';

/** Start and end of the spans of a trace on a Tuesday of these ranges, outside of which nothing is measured. */
function spansOf(ranges: WallRange[], ...events: object[]): string[][] {
  const dayChanges = { '2026-11-17': ranges, '2026-11-18': [] };
  return startsAndEnds(replayedSpans(events, { measureOutside: false, dayChanges }));
}

describe('where nothing is measured outside working time, a span ends', () => {
  const START = { at: '2026-11-17T23:00:00.300+01:00', event: 'start', zone: 'Europe/Amsterdam' };

  test('at the very midnight at which working time does', () => {
    const spans = spansOf(
      [{ from: '09:00', to: '24:00' }],
      START,
      { at: START.at, ...FEED },
      { at: '2026-11-18T00:10:00.000+01:00', event: 'quit' },
    );
    expect(spans).toEqual([[START.at, '2026-11-18T00:00:00.000+01:00']]);
  });

  test('where another zone says that nobody works now', () => {
    const spans = spansOf(
      [
        { from: '22:00', to: '22:10' },
        { from: '23:00', to: '23:30' },
      ],
      START,
      { at: START.at, ...FEED },
      { at: '2026-11-17T22:20:00.900+00:00', event: 'active', zone: 'Europe/London' },
      { at: '2026-11-17T23:50:00.000+01:00', event: 'quit' },
    );
    expect(spans).toEqual([[START.at, '2026-11-17T23:20:00.900+01:00']]);
  });

  test('where the machine fell asleep unannounced, although working time ended soon after', () => {
    const spans = spansOf(
      [{ from: '22:00', to: '23:30' }],
      START,
      { at: START.at, ...FEED },
      {
        at: '2026-11-17T23:29:20.300+01:00',
        event: 'freeze',
        until: '2026-11-17T23:40:00.000+01:00',
      },
      { at: '2026-11-17T23:50:00.000+01:00', event: 'quit' },
    );
    expect(spans).toEqual([[START.at, '2026-11-17T23:29:20.300+01:00']]);
  });

  test('where the user left, although working time ended before the idle threshold was reached', () => {
    const spans = spansOf(
      [{ from: '22:00', to: '23:30' }],
      START,
      { at: START.at, ...FEED },
      { at: '2026-11-17T23:31:20.000+01:00', event: 'idle', idleMs: 180_000 },
      { at: '2026-11-17T23:40:00.000+01:00', event: 'active' },
      { at: '2026-11-17T23:50:00.000+01:00', event: 'quit' },
    );
    expect(spans).toEqual([[START.at, '2026-11-17T23:28:20.000+01:00']]);
  });

  test('with working time, although the machine was too busy to tick then', () => {
    const spans = spansOf(
      [{ from: '22:00', to: '23:30' }],
      START,
      { at: START.at, ...FEED },
      {
        at: '2026-11-17T23:29:50.000+01:00',
        event: 'freeze',
        until: '2026-11-17T23:30:20.000+01:00',
      },
      { at: '2026-11-17T23:30:20.000+01:00', event: 'lock' },
      { at: '2026-11-17T23:50:00.000+01:00', event: 'quit' },
    );
    expect(spans).toEqual([[START.at, '2026-11-17T23:30:00.000+01:00']]);
  });
});

describe('where nothing is measured outside working time, a span starts', () => {
  test('the moment that working time does', () => {
    const spans = spansOf(
      [{ from: '09:00', to: '12:30' }],
      { at: '2026-11-17T08:50:00.700+01:00', event: 'start', zone: 'Europe/Amsterdam' },
      { at: '2026-11-17T08:50:00.700+01:00', ...FEED },
      { at: '2026-11-17T09:10:00.000+01:00', event: 'quit' },
    );
    expect(spans).toEqual([['2026-11-17T09:00:00.000+01:00', '2026-11-17T09:10:00.000+01:00']]);
  });
});
