import { expect, test } from 'vitest';
import { proposalView } from '../../../electron/review/proposal-view.ts';
import { addDays } from '../../../shared/domain/calendar.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { AMSTERDAM, instant, rulesWith, span } from '../../support/days.ts';

/** A day that was measured from nine to five, with so much of the feed, up to an hour, after nine. */
function measuredDay(date: string, minutes: number): Span[] {
  const time = `09:${String(minutes).padStart(2, '0')}`;
  return [
    ...(minutes > 0 ? [span(date, '09:00', time, 'feed')] : []),
    span(date, time, '17:00', 'elsewhere'),
  ];
}

/** Thursday of week 47. */
const NOW_MS = instant('2026-11-19', '12:00');

/** Twelve weeks from Monday 31 August 2026 on: 20 min each working day, and 50 on Mondays. */
const SPANS = Array.from({ length: 84 }, (_, day) => {
  const date = addDays('2026-08-31', day);
  return measuredDay(date, day % 7 === 0 ? 50 : 20);
})
  .flat()
  .filter(({ startedAtMs }) => startedAtMs < NOW_MS);

const NEEDS = {
  spans: {
    lastBefore: (atMs: number) => SPANS.findLast((one) => one.startedAtMs < atMs),
    between: (fromMs: number, toMs: number) =>
      SPANS.filter((one) => one.startedAtMs < toMs && one.endedAtMs > fromMs),
  },
  settings: rulesWith(),
  nowMs: NOW_MS,
  zone: AMSTERDAM,
};

test('takes the eight weeks up to the one that is looked back on', () => {
  expect(proposalView('2026-11-11', NEEDS)).toEqual({
    status: 'proposed',
    from: '2026-09-21',
    to: '2026-11-15',
    days: 40,
    leastMinutes: 20,
    meanMinutes: 20,
    mostMinutes: 20,
    minMinutes: 20,
    maxMinutes: 25,
  });
});

test('leaves out today, which is not over, and all that is to come', () => {
  const expected = { from: '2026-09-28', to: '2026-11-18', days: 38 };
  expect(proposalView('2026-11-16', NEEDS)).toMatchObject(expected);
  expect(proposalView('2030-01-01', NEEDS)).toMatchObject(expected);
});

test('reckons none where too few days were measured', () => {
  expect(proposalView('2026-09-08', NEEDS)).toMatchObject({ status: 'proposed', days: 10 });
  expect(proposalView('2026-09-06', NEEDS)).toEqual({
    status: 'too-few',
    from: '2026-07-13',
    to: '2026-09-06',
    days: 5,
  });
});
