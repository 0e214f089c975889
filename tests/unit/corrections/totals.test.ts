/** @file Erasing on days of which there are totals alone, and its undoing. */
import { expect, test } from 'vitest';
import { reportJson } from '../../../electron/report/report.ts';
import { condense } from '../../../electron/storage/condense.ts';
import { dataFolder } from '../../../electron/data-folder/data-folder.ts';
import { createSpanRepository } from '../../../electron/storage/span-repository.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { brief, createHarness, isOnDisk } from './harness.ts';
import { LATER_MS } from '../../support/days.ts';

test.each([
  { kind: 'range', from: '2026-11-02', to: '2026-11-03' },
  { kind: 'range', from: '2026-11-03', to: '2026-11-16' },
  { kind: 'activity', activity: 'feed', range: null },
  { kind: 'activity', activity: 'feed', range: { from: '2026-11-02', to: '2026-11-02' } },
  { kind: 'everything' },
] as const)('%o on days of which there are totals alone, comes back whole', (what) => {
  const harness = createHarness();
  harness.show('feed');
  harness.wait(10);
  harness.show('elsewhere');
  const { database, dir } = harness;
  const repository = createSpanRepository(database);
  const old = ['02', '03', '04'].flatMap((day) =>
    (['feed', 'networking'] as const).map((activity, hour) => {
      const startedAtMs = Date.UTC(2026, 10, Number(day), 9 + hour);
      const times = { startedAtMs, endedAtMs: startedAtMs + 123_456 };
      return { ...times, activity, zone: 'Europe/Amsterdam', relabelled: false, manual: false };
    }),
  );
  repository.apply({ saved: old, removed: [] });
  condense(database, dataFolder(dir), '2026-11-09', DEFAULT_SETTINGS, 'totals');
  harness.recorder.flush();
  const shown = () => ({
    spans: brief(harness.spans()),
    totals: repository.totals.between('2026-11-01', '2026-11-30'),
    report: reportJson(repository, DEFAULT_SETTINGS, {
      from: '2026-11-01',
      to: '2026-11-30',
      by: 'day',
      includePrivate: true,
      roundMinutes: undefined,
      nowMs: LATER_MS,
    }),
  });
  const before = shown();
  expect(before.totals).toHaveLength(3);
  harness.corrections.erase(what);
  expect(shown().totals).not.toEqual(before.totals);
  harness.corrections.undo(harness.corrections.offers()[0]?.id ?? 0);
  expect(shown()).toEqual(before);
  // And what is left of it goes for good with the next.
  harness.corrections.erase({ kind: 'everything' });
  harness.wait(30);
  expect(isOnDisk(dir, Buffer.from('2026-11-0'))).toBe(false);
  harness.close();
});
