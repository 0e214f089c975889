import { expect, test } from 'vitest';
import { ZONE_KEPT_MS, createSystemZone } from '../../../electron/tracking/system-zone.ts';

test('is not read at every sample, and is another one soon after the system’s is', () => {
  const system = { zone: 'Europe/Amsterdam', nowMs: 0, reads: 0 };
  const zone = createSystemZone({
    read: () => {
      system.reads += 1;
      return system.zone;
    },
    monoMs: () => system.nowMs,
  });
  for (; system.nowMs < ZONE_KEPT_MS; system.nowMs += 1000) {
    expect(zone()).toBe('Europe/Amsterdam');
    system.zone = system.nowMs > 0 ? 'America/New_York' : system.zone;
  }
  expect(system.reads).toBe(1);
  expect(zone()).toBe('America/New_York');
});

test('is the one that the system has', () => {
  expect(createSystemZone()()).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
});
