import { describe, expect, test } from 'vitest';
import { createRecorder } from '../../../electron/tracking/recorder.ts';
import { replayTrace } from '../../../electron/tracking/replay.ts';
import { parseTrace } from '../../../electron/tracking/trace.ts';
import type { WallRange } from '../../../shared/domain/agreement.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { isoWithOffset } from '../../../shared/domain/zone.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';

const FEED = { event: 'window', app: 'Google Chrome', title: 'Feed | LinkedIn - Google Chrome' };

/** Start and end of the spans of a trace on a Tuesday of these ranges, outside of which nothing is measured. */
function spansOf(ranges: WallRange[], ...events: object[]): string[][] {
  const stored = new Map<number, Span>();
  const recorder = createRecorder({
    settings: {
      ...DEFAULT_SETTINGS,
      measureOutside: false,
      dayChanges: { '2026-11-17': ranges, '2026-11-18': [] },
    },
    floorMs: -Infinity,
    store({ saved, removed }) {
      for (const startedAtMs of removed) stored.delete(startedAtMs);
      for (const span of saved) stored.set(span.startedAtMs, span);
    },
  });
  const lines = events.map((event) => JSON.stringify(event)).join('\n');
  replayTrace(parseTrace(lines, 'trace.jsonl'), recorder);
  return [...stored.values()].map(({ startedAtMs, endedAtMs, zone }) => [
    isoWithOffset(zone, startedAtMs),
    isoWithOffset(zone, endedAtMs),
  ]);
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
});
