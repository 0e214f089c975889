import { expect, test } from 'vitest';
import { ZONE_KEPT_MS, createSystemZone } from '../../../electron/tracking/system-zone.ts';

function scripted() {
  const system = { zone: 'Europe/Amsterdam', offset: -60, nowMs: 0, reads: 0 };
  const zone = createSystemZone({
    read: () => {
      system.reads += 1;
      return system.zone;
    },
    offsetMinutes: () => system.offset,
    monoMs: () => system.nowMs,
  });
  return { system, zone };
}

test('is not read at every sample', () => {
  const { system, zone } = scripted();
  for (; system.nowMs < ZONE_KEPT_MS; system.nowMs += 1000) expect(zone()).toBe('Europe/Amsterdam');
  expect(system.reads).toBe(1);
});

test('is another one with the first sample at another offset', () => {
  const { system, zone } = scripted();
  zone();
  Object.assign(system, { zone: 'America/New_York', offset: 300 });
  expect(zone()).toBe('America/New_York');
});

test('is another one within a minute where the offset is the same', () => {
  const { system, zone } = scripted();
  zone();
  system.zone = 'Europe/Berlin';
  system.nowMs = ZONE_KEPT_MS;
  expect(zone()).toBe('Europe/Berlin');
});

test('is the one that the system has', () => {
  expect(createSystemZone()()).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
});
