/** @file Every zone of the system, at every change of its clock: the product's local time is what `date` says. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type OffsetStretch,
  isZone,
  isoWithOffset,
  localTime,
  runtimeStretch,
  setZoneRules,
} from '../../shared/domain/zone.ts';
import { systemZoneRules } from '../../electron/zones/system-zones.ts';

const FOLDER = '/usr/share/zoneinfo';
const FROM_MS = Date.UTC(2020, 0, 1);
const TO_MS = Date.UTC(2036, 0, 1);

function hasDate(): boolean {
  const { status, stdout } = spawnSync('date', ['-u', '-d', '@0', '+%Y'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() === '1970';
}

const canRun = existsSync(`${FOLDER}/Europe/Amsterdam`) && hasDate();
if (!canRun)
  console.warn('Skipped: no zone files, or no date that takes seconds, to compare with.');

/**
 * Names of zones in the system's files; what counts leap seconds or stands beside the zones is none. `Factory` is the
 * zone of a computer that was told none: `date` shows UTC, with an offset of -00:00.
 */
function zoneNames(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /^[A-Z]/.test(name) && name !== 'Factory' && isZone(name),
  );
}

type Stretches = (zone: string, atMs: number) => OffsetStretch | undefined;

/** The seconds around every change that some rules know of. */
function changesBy(stretches: Stretches, zone: string): number[] {
  const seconds: number[] = [];
  let atMs = FROM_MS;
  while (atMs < TO_MS) {
    atMs = stretches(zone, atMs)?.endMs ?? Infinity;
    if (atMs < TO_MS) seconds.push(atMs / 1000 - 1, atMs / 1000, atMs / 1000 + 1);
  }
  return seconds;
}

/**
 * Every month's first, so that a change that is missing everywhere is found too, and some that lie behind all that
 * files list, where their rule alone holds.
 */
const MONTHS = [2020, 2040, 2096].flatMap((year) =>
  Array.from({ length: (year === 2020 ? 16 : 2) * 12 }, (_, month) =>
    Math.floor(Date.UTC(year, month, 1, 12) / 1000),
  ),
);

/** What `date` shows in a zone at some seconds since 1970. */
function wallByDate(zone: string, seconds: readonly number[]): string[] {
  const { stdout } = spawnSync('date', ['-f', '-', '+%Y-%m-%d %H:%M:%S %:z'], {
    input: seconds.map((at) => `@${at}\n`).join(''),
    env: { ...process.env, TZ: `:${zone}`, TZDIR: FOLDER, LC_ALL: 'C' },
    encoding: 'utf8',
  });
  return stdout.trim().split('\n');
}

const systems = systemZoneRules({ platform: 'linux', env: { TZDIR: FOLDER } });

beforeAll(() => setZoneRules(systems));
afterAll(() => setZoneRules(undefined));

test.skipIf(!canRun)(
  'every zone shows the time of `date` at each change from 2020 to 2035',
  () => {
    const names = zoneNames();
    expect(names.length).toBeGreaterThan(300);
    let compared = 0;
    for (const zone of names) {
      const seconds = [...MONTHS, ...changesBy(systems, zone), ...changesBy(runtimeStretch, zone)];
      const shown = seconds.map((at) => {
        const offset = isoWithOffset(zone, at * 1000).slice(-6);
        return `${localTime(zone, at * 1000)} ${offset}`;
      });
      expect({ zone, shown }).toEqual({ zone, shown: wallByDate(zone, seconds) });
      compared += seconds.length;
    }
    expect(compared).toBeGreaterThan(100_000);
  },
  120_000,
);
