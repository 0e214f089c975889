import { describe, expect, test } from 'vitest';
import { posixRule } from '../../../electron/zones/posix-rule.ts';
import { readZoneFile } from '../../../electron/zones/zone-file.ts';
import { systemZoneRules } from '../../../electron/zones/system-zones.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempDir } from '../../support/temp-dir.ts';

interface Zone {
  readonly version?: 1 | 2;
  /** Offsets in seconds. */
  readonly types: readonly number[];
  readonly changes: readonly (readonly [atSeconds: number, type: number])[];
  readonly leaps?: number;
  readonly footer?: string;
}

/** One block by RFC 9636, 3.1 and 3.2. */
function block({ version = 2, types, changes, leaps = 0 }: Zone, timeBytes: 4 | 8): Buffer {
  const head = Buffer.alloc(44);
  head.write('TZif');
  if (version === 2) head.write('2', 4);
  for (const [field, count] of [0, 0, leaps, changes.length, types.length, 4].entries()) {
    head.writeUInt32BE(count, 20 + field * 4);
  }
  const times = changes.map(([at]) => {
    const bytes = Buffer.alloc(timeBytes);
    if (timeBytes === 8) bytes.writeBigInt64BE(BigInt(at));
    else bytes.writeInt32BE(at);
    return bytes;
  });
  const infos = types.map((offset) => {
    const bytes = Buffer.alloc(6);
    bytes.writeInt32BE(offset);
    return bytes;
  });
  const kinds = Buffer.from(changes.map(([, type]) => type));
  const rest = [Buffer.from('XXX\0'), Buffer.alloc(leaps * (timeBytes + 4))];
  return Buffer.concat([head, ...times, kinds, ...infos, ...rest]);
}

function zoneFile(zone: Zone): Buffer {
  if (zone.version === 1) return block(zone, 4);
  const footer = Buffer.from(`\n${zone.footer ?? ''}\n`);
  return Buffer.concat([block(zone, 4), block(zone, 8), footer]);
}

const at = (iso: string) => Date.parse(iso);

describe('a zone file', () => {
  test('gives the whole stretch of an offset, and joins those that only have another name', () => {
    const types = [-3600, 3600, 3600];
    const changes = [
      [1000, 1],
      [2000, 2],
      [3000, 0],
    ] as const;
    for (const version of [1, 2] as const) {
      const file = readZoneFile(zoneFile({ version, types, changes }));
      expect(file?.stretchAt(999_999)).toEqual({
        startMs: -Infinity,
        endMs: 1_000_000,
        offsetMs: -3_600_000,
      });
      expect(file?.stretchAt(2_500_000)).toEqual({
        startMs: 1_000_000,
        endMs: 3_000_000,
        offsetMs: 3_600_000,
      });
      expect(file?.stretchAt(3_000_000)).toMatchObject({ offsetMs: -3_600_000, endMs: Infinity });
    }
  });

  test('goes on by its rule behind the last change that it lists', () => {
    const file = readZoneFile(
      zoneFile({ types: [3600], changes: [], footer: 'CET-1CEST,M3.5.0,M10.5.0/3' }),
    );
    expect(file?.stretchAt(at('2090-07-01T00:00Z'))).toEqual({
      startMs: at('2090-03-26T01:00Z'),
      endMs: at('2090-10-29T01:00Z'),
      offsetMs: 7_200_000,
    });
  });

  test.each([
    ['no zone file', Buffer.from('TZig'.padEnd(100))],
    ['cut off', zoneFile({ types: [0], changes: [[1, 0]] }).subarray(0, 90)],
    ['of a clock with leap seconds', zoneFile({ types: [0], changes: [], leaps: 2 })],
    ['with a type that is not there', zoneFile({ types: [0], changes: [[1, 7]] })],
    ['with a rule that is none', zoneFile({ types: [0], changes: [], footer: 'CET-1,M3' })],
    ['empty', Buffer.alloc(0)],
  ])('that is %s is not taken', (_name, bytes) => {
    expect(readZoneFile(bytes)).toBeUndefined();
  });
});

describe('a rule', () => {
  test.each([
    ['IST-1GMT0,M10.5.0,M3.5.0/1', 2026, ['2026-03-29T01:00Z', '2026-10-25T01:00Z']],
    ['<-02>2<-01>,M3.5.0/-1,M10.5.0/0', 2026, ['2026-03-29T01:00Z', '2026-10-25T01:00Z']],
    ['EST5EDT,M3.2.0,M11.1.0', 2026, ['2026-03-08T07:00Z', '2026-11-01T06:00Z']],
    ['AAA0BBB,J60/0,J300/0', 2028, ['2028-03-01T00:00Z', '2028-10-26T23:00Z']],
    ['AAA0BBB,59/0,300/0', 2028, ['2028-02-29T00:00Z', '2028-10-26T23:00Z']],
  ])('%s changes the clock when POSIX says', (text, year, expected) => {
    expect(
      posixRule(text)
        ?.changesOf(year)
        .map(({ atMs }) => atMs),
    ).toEqual(expected.map(at));
  });
});

test('names that are no zones are not looked for, and those of TZDIR come first', () => {
  const dir = tempDir();
  mkdirSync(join(dir, 'Here'));
  const bytes = zoneFile({ types: [1800], changes: [] });
  writeFileSync(join(dir, 'Here/There'), bytes);
  writeFileSync(join(dir, 'localtime'), bytes);
  const rules = systemZoneRules({ platform: 'linux', env: { TZDIR: dir } });
  expect(rules('Here/There', 0)?.offsetMs).toBe(1_800_000);
  for (const name of ['localtime', '../etc/passwd', 'Here/../Here/There', 'Here', '']) {
    expect(rules(name, 0)).toBeUndefined();
  }
  expect(
    systemZoneRules({ platform: 'win32', env: { TZDIR: dir } })('Here/There', 0),
  ).toBeUndefined();
});
