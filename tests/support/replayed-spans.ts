import { createRecorder } from '../../electron/tracking/recorder.ts';
import { replayTrace } from '../../electron/tracking/replay.ts';
import { parseTrace } from '../../electron/tracking/trace.ts';
import type { Span } from '../../shared/domain/span.ts';
import { isoWithOffset } from '../../shared/domain/zone.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings/settings.ts';

/** A window of the tests. */
export const FEED = {
  event: 'window',
  app: 'Google Chrome',
  title: 'Feed | LinkedIn - Google Chrome',
};

/** The spans that the lines of a trace give under the default settings with changes, by time. */
export function replayedSpans(events: readonly object[], changes: Partial<Settings> = {}): Span[] {
  const stored = new Map<number, Span>();
  const recorder = createRecorder({
    settings: { ...DEFAULT_SETTINGS, ...changes },
    floorMs: -Infinity,
    store({ saved, removed }) {
      for (const startedAtMs of removed) stored.delete(startedAtMs);
      for (const span of saved) stored.set(span.startedAtMs, span);
    },
  });
  const lines = events.map((event) => JSON.stringify(event)).join('\n');
  replayTrace(parseTrace(lines, 'trace.jsonl'), recorder);
  return [...stored.values()].sort((a, b) => a.startedAtMs - b.startedAtMs);
}

/** Start and end of spans, each as the clock of their zone showed it. */
export function startsAndEnds(spans: readonly Span[]): string[][] {
  return spans.map(({ startedAtMs, endedAtMs, zone }) => [
    isoWithOffset(zone, startedAtMs),
    isoWithOffset(zone, endedAtMs),
  ]);
}
