import { expect, test } from 'vitest';
import { dayFigures } from '../../../shared/domain/figures.ts';
import { createDayFrames } from '../../../shared/domain/frames.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { AMSTERDAM, LATER_MS, NEW_YORK, rulesWith, span } from '../../support/days.ts';

/** The zone of each day of a range. */
function zonesOf(spans: readonly Span[], from: string, to: string): string[] {
  const frames = createDayFrames(rulesWith());
  return dayFigures({ spans, from, to, frames, nowMs: LATER_MS, zoneBefore: 'UTC' }).map(
    ({ zone }) => zone,
  );
}

test('a day without spans has the zone of the latest span before it, not of the first of its day', () => {
  const travel = [
    span('2026-11-17', '09:00', '10:00', 'feed', AMSTERDAM),
    span('2026-11-17', '14:00', '15:00', 'feed', NEW_YORK),
  ];
  expect(zonesOf(travel, '2026-11-16', '2026-11-19')).toEqual([
    'UTC',
    AMSTERDAM,
    NEW_YORK,
    NEW_YORK,
  ]);
  expect(zonesOf(travel, '2026-11-18', '2026-11-19')).toEqual([NEW_YORK, NEW_YORK]);
});

test('nor of a later date that was earlier, over the date line', () => {
  const line = [
    span('2026-11-18', '09:00', '10:00', 'feed', 'Pacific/Kiritimati'),
    span('2026-11-17', '11:00', '12:00', 'feed', 'Pacific/Honolulu'),
  ];
  expect(line[0]?.endedAtMs).toBeLessThan(line[1]?.startedAtMs ?? 0);
  const after = zonesOf(line, '2026-11-16', '2026-11-19').at(-1);
  expect(after).toBe('Pacific/Honolulu');
  expect(zonesOf(line, '2026-11-19', '2026-11-19')).toEqual([after]);
});
