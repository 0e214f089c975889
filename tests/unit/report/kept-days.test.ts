import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createKeptDays, forgettingChanges } from '../../../electron/figures/kept-days.ts';
import { figuresOfRange } from '../../../electron/figures/figures-of-range.ts';
import { openMemoryDatabase } from '../../../electron/storage/database.ts';
import {
  type SpanRepository,
  createSpanRepository,
} from '../../../electron/storage/span-repository.ts';
import { ACTIVITIES } from '../../../shared/domain/activity.ts';
import { DAY_MS, addDays, wallMidnight } from '../../../shared/domain/calendar.ts';
import { createDayFrames } from '../../../shared/domain/frames.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { LATER_MS } from '../../support/days.ts';

/** A fortnight in which the clocks change in Europe and in America. */
const FIRST_DAY = '2026-10-23';
const DAYS = 14;
const SLOTS = DAYS * 12;
const SLOT_MS = (DAYS * DAY_MS) / SLOTS;

const ZONES = ['Europe/Amsterdam', 'America/New_York', 'Pacific/Kiritimati'];

/** A span in one of the two-hour slots of the fortnight, so that none overlap. */
const anySpan = fc
  .record({
    slot: fc.nat(SLOTS - 1),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    activity: fc.constantFrom(...ACTIVITIES),
    zone: fc.constantFrom(...ZONES),
  })
  .map(({ slot, share, ...rest }): Span => {
    const startedAtMs = wallMidnight(FIRST_DAY) + slot * SLOT_MS;
    const endedAtMs = startedAtMs + Math.ceil(share * SLOT_MS);
    return { startedAtMs, endedAtMs, relabelled: false, manual: false, ...rest };
  });

const anyDate = fc.integer({ min: -2, max: DAYS + 2 }).map((days) => addDays(FIRST_DAY, days));

const anyStep = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('save'), span: anySpan }) },
  fc.record({ do: fc.constant('remove'), span: anySpan }),
  fc.record({ do: fc.constant('day off'), date: anyDate }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('ask'),
      from: fc.oneof(fc.constant(addDays(FIRST_DAY, -2)), anyDate),
      to: fc.oneof(fc.constant(addDays(FIRST_DAY, DAYS + 2)), anyDate),
      unsavedFromMs: fc.oneof(fc.constant(Infinity), anyDate.map(wallMidnight)),
      nowMs: fc.oneof(fc.constant(LATER_MS), anyDate.map(wallMidnight)),
    }),
  },
);

function emptyRepository(): SpanRepository {
  return createSpanRepository(openMemoryDatabase());
}

test('what is kept is what would be reckoned now, whatever was changed and asked before', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40, size: 'max' }), (steps) => {
      const repository = emptyRepository();
      const kept = createKeptDays();
      const apply = forgettingChanges(kept, repository.apply);
      let rules = DEFAULT_SETTINGS;
      for (const step of steps) {
        if ('span' in step) {
          const saved = step.do === 'save' ? [step.span] : [];
          apply({ saved, removed: saved.length > 0 ? [] : [step.span.startedAtMs] });
        } else if ('date' in step) {
          rules = { ...rules, daysOff: [...rules.daysOff, step.date] };
        } else {
          const range = { from: step.from, to: step.to };
          expect(
            kept.figures(repository, range, rules, rules, step.unsavedFromMs, step.nowMs),
          ).toEqual(figuresOfRange(repository, range, createDayFrames(rules), step.nowMs));
        }
      }
    }),
    { numRuns: 200 },
  );
});

const WEEK = { from: '2026-11-16', to: '2026-11-22' };

const at = (isoDate: string, hour: number): Span => ({
  startedAtMs: wallMidnight(isoDate) + hour * 3_600_000,
  endedAtMs: wallMidnight(isoDate) + hour * 3_600_000 + 60_000,
  activity: 'feed',
  zone: 'Europe/Amsterdam',
  relabelled: false,
  manual: false,
});

test('reads nothing again of days that did not change', () => {
  const repository = emptyRepository();
  const kept = createKeptDays();
  const within = vi.spyOn(repository, 'timesWithin');
  const ask = () =>
    kept.figures(
      repository,
      WEEK,
      DEFAULT_SETTINGS,
      DEFAULT_SETTINGS,
      wallMidnight('2026-11-24'),
      LATER_MS,
    );
  const apply = forgettingChanges(kept, repository.apply);
  apply({ saved: [at('2026-11-17', 10), at('2026-11-20', 10)], removed: [] });

  ask();
  within.mockClear();
  ask();
  // At most the last day, which is not settled yet.
  expect(within.mock.calls.filter(([fromMs]) => fromMs <= wallMidnight('2026-11-20'))).toEqual([]);

  apply({ saved: [at('2026-11-20', 12)], removed: [] });
  within.mockClear();
  ask();
  expect(within.mock.calls.map(([fromMs]) => fromMs > wallMidnight('2026-11-15'))).toEqual([true]);
});

test('forgets what was touched by a change that could not be stored', () => {
  const repository = emptyRepository();
  const kept = createKeptDays();
  const forgetFrom = vi.spyOn(kept, 'forgetFrom');
  const apply = forgettingChanges(kept, (changes) => {
    repository.apply(changes);
    throw new Error('full');
  });
  const span = at('2026-11-17', 10);
  expect(() => apply({ saved: [span], removed: [] })).toThrow('full');
  expect(forgetFrom).toHaveBeenCalledWith(span.startedAtMs);
});

test('does not keep what is not settled, as a running span that is never stored', () => {
  const kept = createKeptDays();
  const stored = emptyRepository();
  const running = emptyRepository();
  running.apply({ saved: [at('2026-11-20', 10)], removed: [] });
  const ask = (spans: SpanRepository, unsavedFromMs: number) =>
    kept.figures(spans, WEEK, DEFAULT_SETTINGS, DEFAULT_SETTINGS, unsavedFromMs, LATER_MS);
  expect(ask(running, wallMidnight('2026-11-20'))).not.toEqual(ask(stored, Infinity));
  expect(ask(stored, Infinity)).toEqual(
    figuresOfRange(stored, WEEK, createDayFrames(DEFAULT_SETTINGS), LATER_MS),
  );
});

test('forgets everything where nothing is known of a change', () => {
  const kept = createKeptDays();
  const repository = emptyRepository();
  const ask = () =>
    kept.figures(repository, WEEK, DEFAULT_SETTINGS, DEFAULT_SETTINGS, Infinity, LATER_MS);
  ask();
  // Not through the changes that are watched.
  repository.apply({ saved: [at('2026-11-17', 10)], removed: [] });
  kept.forgetFrom(-Infinity);
  expect(ask()).toEqual(
    figuresOfRange(repository, WEEK, createDayFrames(DEFAULT_SETTINGS), LATER_MS),
  );
});
