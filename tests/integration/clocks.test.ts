import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openMemoryDatabase } from '../../electron/storage/database.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { createRecorder } from '../../electron/tracking/recorder.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { AMSTERDAM } from '../support/days.ts';

const TITLES = ['Feed | LinkedIn', 'Messaging | LinkedIn', 'Notes'];

/** A stretch of ticks, after which the clock on the wall is set. */
const stretch = fc.record({
  ticks: fc.integer({ min: 1, max: 40 }),
  title: fc.nat({ max: TITLES.length - 1 }),
  setByMs: fc.oneof(
    fc.constant(0),
    fc.integer({ min: -120_000, max: 120_000 }),
    fc.integer({ min: -30 * 86_400_000, max: 30 * 86_400_000 }),
  ),
  idle: fc.boolean(),
  restart: fc.boolean(),
});

test('however the clock is set, no time is invented and none is stored twice', () => {
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 15 }), (stretches) => {
      const database = openMemoryDatabase();
      const repository = createSpanRepository(database);
      const start = () =>
        createRecorder({
          settings: DEFAULT_SETTINGS,
          store: repository.apply,
          floorMs: repository.lastBefore(Number.MAX_SAFE_INTEGER)?.endedAtMs ?? -Infinity,
          around: (atMs) => ({
            floorMs: repository.lastBefore(atMs + 1)?.endedAtMs ?? -Infinity,
            ceilingMs: repository.firstAfter(atMs)?.startedAtMs ?? Infinity,
          }),
        });
      let recorder = start();
      let atMs = Date.UTC(2026, 10, 16);
      let monoMs = 0;
      let elapsedMs = 0;
      for (const { ticks, title, setByMs, idle, restart } of stretches) {
        for (let tick = 0; tick < ticks; tick += 1) {
          atMs += 5_000;
          monoMs += 5_000;
          elapsedMs += 5_000;
          const idleMs = idle ? tick * 5_000 : 0;
          recorder.see({ atMs, monoMs, idleMs }, AMSTERDAM, {
            kind: 'window',
            key: '1',
            sample: { app: 'chromium', title: TITLES[title] ?? '' },
          });
        }
        atMs += setByMs;
        if (restart) {
          recorder.halt({ atMs, monoMs, idleMs: 0 }, 'stopped');
          recorder = start();
          monoMs = 0;
        }
      }
      recorder.halt({ atMs, monoMs, idleMs: 0 }, 'stopped');
      recorder.flush();
      const spans = repository.between(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
      database.close();
      let endMs = -Infinity;
      let storedMs = 0;
      for (const span of spans) {
        expect(span.startedAtMs).toBeGreaterThanOrEqual(endMs);
        expect(span.endedAtMs).toBeGreaterThan(span.startedAtMs);
        endMs = span.endedAtMs;
        storedMs += span.endedAtMs - span.startedAtMs;
      }
      // A clock that was set by two seconds at most cannot be told from one that went on.
      expect(storedMs).toBeLessThanOrEqual(elapsedMs + stretches.length * 2_000);
    }),
    { numRuns: 400 },
  );
});
