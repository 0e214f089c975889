import { expect, test } from 'vitest';
import { createRetention } from '../../../electron/privacy/retention.ts';
import { keptFrom } from '../../../shared/domain/keeping.ts';
import { dataFolder } from '../../../electron/data-folder/data-folder.ts';
import { openMemoryDatabase } from '../../../electron/storage/database.ts';
import { createSpanRepository } from '../../../electron/storage/span-repository.ts';
import { DEFAULT_SETTINGS, type SettingsPatch } from '../../../shared/settings/settings.ts';
import { tempDir } from '../../support/temp-dir.ts';

/** Thursday of week 48. */
const NOW_MS = Date.UTC(2026, 10, 26, 12);

function setUp(startedAtMs: number, patch: SettingsPatch = {}) {
  const database = openMemoryDatabase();
  const repository = createSpanRepository(database);
  const span = {
    activity: 'feed',
    zone: 'Europe/Amsterdam',
    relabelled: false,
    manual: false,
  } as const;
  repository.apply({
    saved: [{ ...span, startedAtMs, endedAtMs: startedAtMs + 60_000 }],
    removed: [],
  });
  let gone = 0;
  const retention = createRetention({
    store: { ...repository, database },
    folder: dataFolder(tempDir()),
    settings: () => ({ ...DEFAULT_SETTINGS, ...patch }),
    rulesOf: (settings) => settings,
    nowMs: () => NOW_MS,
    zone: () => 'Europe/Amsterdam',
    onGone: () => (gone += 1),
  });
  return { retention, repository, gone: () => gone };
}

test('whole weeks are kept besides the present one', () => {
  expect(keptFrom('13-weeks', '2026-11-26')).toBe('2026-08-24');
  expect(keptFrom('13-weeks', '2026-11-30')).toBe('2026-08-31');
  expect(keptFrom('year', '2026-11-26')).toBe('2025-11-24');
  expect(keptFrom('always', '2026-11-26')).toBeNull();
});

test('the choice is offered after thirteen weeks, until it was offered or made', () => {
  const codes = (startedAtMs: number, patch?: SettingsPatch) =>
    setUp(startedAtMs, patch).retention.notices();
  const quarter = Date.UTC(2026, 7, 27, 9);
  expect(codes(quarter)).toEqual([{ code: 'keeping-offered' }]);
  expect(codes(quarter + 86_400_000)).toEqual([]);
  expect(codes(quarter, { keepingAsked: true })).toEqual([]);
  expect(codes(quarter, { keepSpans: 'year' })).toEqual([]);
});

test.each([
  ['totals', 'condensed', 1],
  ['erase', 'older-erased', 0],
] as const)('older spans go once (%s), and it is told', (olderSpans, code, days) => {
  const old = setUp(Date.UTC(2026, 7, 23, 9), { keepSpans: '13-weeks', olderSpans });
  old.retention.run();
  old.retention.run();
  expect(old.gone()).toBe(1);
  expect(old.retention.notices()).toEqual([{ code }]);
  expect([old.repository.count(), old.repository.totals.count()]).toEqual([0, days]);
  const recent = setUp(Date.UTC(2026, 7, 24, 9), { keepSpans: '13-weeks', olderSpans });
  recent.retention.run();
  expect([recent.gone(), recent.repository.count()]).toEqual([0, 1]);
});
