import { expect, test } from 'vitest';
import { figureParts, figuresOfRange } from '../../../electron/figures/figures-of-range.ts';
import { spansOfRange, zoneBefore } from '../../../electron/storage/span-reader.ts';
import { openMemoryDatabase } from '../../../electron/storage/database.ts';
import { createSpanRepository } from '../../../electron/storage/span-repository.ts';
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import { DAY_MS } from '../../../shared/domain/calendar.ts';
import { dayFigures } from '../../../shared/domain/figures.ts';
import { createDayFrames } from '../../../shared/domain/frames.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { LATER_MS } from '../../support/days.ts';

const RANGE = { from: '2026-01-05', to: '2026-06-28' };

/** Spans without a gap, of a length that meets every boundary of days, weeks and parts at another place. */
function unbroken(lengthMs: number): Span[] {
  const startMs = Date.parse('2026-01-01');
  const endMs = Date.parse('2026-07-05');
  return Array.from({ length: Math.ceil((endMs - startMs) / lengthMs) }, (_, index) => ({
    startedAtMs: startMs + index * lengthMs,
    endedAtMs: startMs + (index + 1) * lengthMs,
    activity: ACTIVITIES[index % ACTIVITIES.length] ?? 'other',
    zone: index % 50 < 40 ? 'Europe/Amsterdam' : 'America/New_York',
    relabelled: false,
    manual: false,
  }));
}

test.each([5.3 * 3_600_000, DAY_MS, 33 * DAY_MS])(
  'reading in parts gives what reading at once gives, in spans of %i ms',
  (lengthMs) => {
    const repository = createSpanRepository(openMemoryDatabase());
    const spans = unbroken(lengthMs);
    repository.apply({ saved: spans, removed: [] });
    const figures = figuresOfRange(repository, RANGE, createDayFrames(DEFAULT_SETTINGS), LATER_MS);
    expect(figures).toEqual(
      dayFigures({
        spans: spansOfRange(repository, RANGE),
        ...RANGE,
        frames: createDayFrames(DEFAULT_SETTINGS),
        nowMs: LATER_MS,
        zoneBefore: zoneBefore(repository, RANGE),
      }),
    );
    const parts = [...figureParts(repository, RANGE, DEFAULT_SETTINGS, LATER_MS)];
    expect(parts.length).toBeGreaterThan(10);
    expect(parts.flatMap(({ part }) => part)).toEqual(figures);
    expect(spansOfRange(repository, { from: '2026-01-01', to: '2026-07-05' })).toEqual(spans);
  },
);
