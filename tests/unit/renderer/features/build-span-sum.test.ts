import { describe, expect, test } from 'vitest';
import { effectOf, spanSumText } from '../../../../renderer/features/today/build-span-sum.ts';
import { dayView } from '../../../../electron/figures/day-and-week-views.ts';
import type { Activity } from '../../../../shared/domain/activity.ts';
import { agreementOn } from '../../../../shared/domain/agreement.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/settings/settings.ts';
import { ENGLISH, plain } from '../words.ts';

const MINUTE_MS = 60_000;
const AGREEMENT = agreementOn(DEFAULT_SETTINGS.agreements, '2026-11-19');
if (!AGREEMENT) throw new Error('no agreement');

/** A span of Thursday 19 November 2026. */
function span(activity: Activity, from: string, minutes: number): Span {
  const startedAtMs = Date.parse(`2026-11-19T${from}:00Z`);
  const endedAtMs = startedAtMs + minutes * MINUTE_MS;
  return { startedAtMs, endedAtMs, activity, zone: 'UTC', relabelled: false, manual: false };
}

function viewOf(spans: readonly Span[], role: 'other' | 'sales' = 'other') {
  return dayView(null, {
    settings: {
      ...DEFAULT_SETTINGS,
      agreements: DEFAULT_SETTINGS.agreements.map((one) => ({ ...one, role })),
    },
    spans: {
      between: (startMs, endMs) =>
        spans.filter((one) => one.startedAtMs < endMs && one.endedAtMs > startMs),
      lastBefore: (atMs) => spans.findLast((one) => one.startedAtMs < atMs),
    },
    nowMs: Date.parse('2026-11-19T20:00:00Z'),
    zone: 'UTC',
  });
}

describe('what a span does to the sum', () => {
  // A day has the zone of its spans; without any it would have the machine's.
  const { working } = viewOf([span('elsewhere', '08:00', 10)]);
  test.each([
    ['messaging', '10:00', 10, undefined],
    ['messaging', '18:00', 10, 'outside'],
    ['messaging', '17:25', 10, 'partly'],
    ['private', '10:00', 10, 'private'],
    ['sales', '10:00', 10, 'ownWork'],
    ['elsewhere', '18:00', 10, undefined],
  ] as const)('%s at %s', (activity, from, minutes, effect) => {
    expect(effectOf(span(activity, from, minutes), { ...AGREEMENT, role: 'sales' }, working)).toBe(
      effect,
    );
  });

  test('is added up in the last row, as the dial has it', () => {
    const spans = [
      span('messaging', '10:00', 39),
      span('sales', '11:00', 20),
      span('private', '15:00', 5),
      span('networking', '18:00', 8),
    ];
    expect(plain(spanSumText(viewOf(spans, 'sales'), ENGLISH))).toBe(
      '39 min counted, 8 min outside working time, 20 min your own work, 5 min private',
    );
    expect(plain(spanSumText(viewOf(spans.slice(0, 1)), ENGLISH))).toBe('39 min counted');
  });
});
