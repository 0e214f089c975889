import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ACTIVITIES } from '../../shared/domain/activity.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { openDatabaseForReading } from '../../electron/storage/database.ts';
import { dataFolder } from '../../electron/storage/data-folder.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { runCli } from '../support/cli.ts';
import { tempDir } from '../support/temp-dir.ts';

const TRACE = join(import.meta.dirname, '../golden/amsterdam-march/trace.jsonl');

/** The form that docs/data-file.md describes. */
const dataFile = z.strictObject({
  format: z.literal('sweetspot-data'),
  version: z.literal(1),
  settings: z.looseObject({ language: z.string() }),
  spans: z.array(
    z.strictObject({
      start: z.iso.datetime({ offset: true }),
      end: z.iso.datetime({ offset: true }),
      activity: z.enum(ACTIVITIES),
      zone: z.string(),
      relabelled: z.boolean(),
    }),
  ),
});

test('export writes every span to the millisecond, and every setting', async () => {
  const dir = tempDir();
  await runCli(['replay', TRACE, '--data', dir]);
  writeFileSync(join(dir, 'settings.json'), '{"idleSeconds":240}');
  const { status, stdout, stderr } = await runCli(['export', '--data', dir]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const file = dataFile.parse(JSON.parse(stdout));
  expect(file.settings).toEqual({ ...DEFAULT_SETTINGS, idleSeconds: 240 });
  const database = openDatabaseForReading(dataFolder(dir));
  const stored = database ? createSpanRepository(database).between(0, Number.MAX_SAFE_INTEGER) : [];
  database?.close();
  expect(stored.length).toBeGreaterThan(50);
  expect(
    file.spans.map(({ start, end, ...span }) => ({
      startedAtMs: Date.parse(start),
      endedAtMs: Date.parse(end),
      ...span,
    })),
  ).toEqual(stored);
  expect(file.spans.some(({ activity }) => activity === 'private')).toBe(true);
});

test('export of an empty folder has no span, and of none says so in one line', async () => {
  const { stdout } = await runCli(['export', '--data', tempDir()]);
  expect(dataFile.parse(JSON.parse(stdout)).spans).toEqual([]);
  const missing = await runCli(['export', '--data', join(tempDir(), 'none')]);
  expect(missing).toMatchObject({ status: 2, stdout: '' });
  expect(missing.stderr.trim().split('\n')).toHaveLength(1);
});
