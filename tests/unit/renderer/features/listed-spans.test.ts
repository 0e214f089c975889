import { expect, test } from 'vitest';
import { listedSpans } from '../../../../renderer/features/today/listed-spans.ts';
import type { Span } from '../../../../shared/domain/span.ts';

const span = (startedAtMs: number, lengthMs: number, part: Partial<Span> = {}): Span => ({
  startedAtMs,
  endedAtMs: startedAtMs + lengthMs,
  zone: 'Europe/Amsterdam',
  activity: 'messaging',
  relabelled: false,
  manual: false,
  ...part,
});

test('moments under a second are not listed, unless they were corrected', () => {
  const long = span(0, 60_000);
  const second = span(100_000, 1_000);
  const corrected = span(200_000, 400, { activity: 'elsewhere', relabelled: true });
  const elsewhere = span(300_000, 60_000, { activity: 'elsewhere' });
  expect(listedSpans([long, second, span(150_000, 999), corrected, elsewhere])).toEqual([
    corrected,
    second,
    long,
  ]);
});
