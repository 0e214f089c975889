import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { DEFAULT_SETTINGS } from '../../shared/settings/settings.ts';
import { dataFileSchema } from '../../electron/data-file/data-file.ts';
import { openDatabaseForReading } from '../../electron/storage/database.ts';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { createSpanRepository } from '../../electron/storage/span-repository.ts';
import { runCli } from '../support/cli.ts';
import { tempDir } from '../support/temp-dir.ts';

const TRACE = join(import.meta.dirname, '../golden/amsterdam-march/trace.jsonl');

const shape = z.object({
  settings: z.looseObject({}),
  spans: z.array(
    z.object({
      start: z.string(),
      end: z.string(),
      activity: z.string(),
      zone: z.string(),
      relabelled: z.boolean(),
      manual: z.boolean(),
    }),
  ),
  actions: z.array(z.looseObject({ kind: z.string() })),
});

/** Checks a file against the form that is published, and reads it. */
function parseFile(text: string) {
  return shape.parse(dataFileSchema().parse(JSON.parse(text)));
}

test('export writes every span to the millisecond, and every setting', async () => {
  const dir = tempDir();
  await runCli(['replay', TRACE, '--data', dir]);
  await runCli(['erase', '--data', dir, '--from', '2026-03-23', '--to', '2026-03-23']);
  writeFileSync(join(dir, 'settings.json'), '{"idleSeconds":240}');
  const { status, stdout, stderr } = await runCli(['export', '--data', dir]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const file = parseFile(stdout);
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
  expect(file.actions).toMatchObject([{ kind: 'erased', from: null, start: null }]);
  expect(file.spans.some(({ activity }) => activity === 'private')).toBe(true);
});

test('export of an empty folder has no span, and of none says so in one line', async () => {
  const { stdout } = await runCli(['export', '--data', tempDir()]);
  expect(parseFile(stdout).spans).toEqual([]);
  const missing = await runCli(['export', '--data', join(tempDir(), 'none')]);
  expect(missing).toMatchObject({ status: 2, stdout: '' });
  expect(missing.stderr.trim().split('\n')).toHaveLength(1);
});

test('what is exported comes back on another machine: figures, spans and settings are the same', async () => {
  const [dir, other] = [tempDir(), join(tempDir(), 'new')];
  await runCli(['replay', TRACE, '--data', dir]);
  writeFileSync(join(dir, 'settings.json'), '{"idleSeconds":240,"daysOff":["2026-03-27"]}');
  const { stdout } = await runCli(['export', '--data', dir]);
  const file = join(tempDir(), 'everything.json');
  writeFileSync(file, stdout);
  const first = await runCli(['import', 'everything', file, '--data', other]);
  expect(first).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(first.stdout)).toMatchObject({ settings: 2, others: 0 });
  // All of it, and one line in the log of what was done with it.
  const copy = (await runCli(['export', '--data', other])).stdout;
  const upToLog = stdout.indexOf('"actions":[');
  expect(copy.slice(0, upToLog)).toBe(stdout.slice(0, upToLog));
  expect(copy.slice(upToLog)).toMatch(
    /^"actions":\[\s*\{"at":"[^"]*","kind":"imported","spans":283,[^}]*\}\]\}\s*$/,
  );
  const report = (data: string) =>
    runCli(['report', '--data', data, '--from', '2026-03-01', '--to', '2026-04-30', '--by', 'day']);
  expect(await report(other)).toEqual(await report(dir));
  const again = await runCli(['import', 'everything', file, '--data', other, '--settings', 'take']);
  expect(JSON.parse(again.stdout)).toEqual({ spans: 0, others: 0, settings: 0 });
  if (process.platform !== 'win32') {
    expect(statSync(join(other, 'settings.json')).mode & 0o777).toBe(0o600);
  }
}, 60_000);

test('settings of a folder that has some stay, unless they are to be taken; other keys always', async () => {
  const [dir, other] = [tempDir(), tempDir()];
  writeFileSync(join(dir, 'settings.json'), '{"idleSeconds":240}');
  writeFileSync(join(other, 'settings.json'), '{"idleSeconds":90,"refusedRequests":7}');
  const file = join(tempDir(), 'everything.json');
  writeFileSync(file, (await runCli(['export', '--data', dir])).stdout);
  const settings = (): unknown => JSON.parse(readFileSync(join(other, 'settings.json'), 'utf8'));
  await runCli(['import', 'everything', file, '--data', other]);
  expect(settings()).toEqual({ idleSeconds: 90, refusedRequests: 7 });
  await runCli(['import', 'everything', file, '--data', other, '--settings', 'take']);
  expect(settings()).toEqual({ idleSeconds: 240, refusedRequests: 7 });
});

test('a file that is not right is refused in one line, and no folder is made for it', async () => {
  const other = join(tempDir(), 'none');
  const file = join(tempDir(), 'everything.json');
  for (const text of ['', '{"format":"sweetspot-data","version":1,"settings":{}', '[1]']) {
    writeFileSync(file, text);
    const { status, stdout, stderr } = await runCli([
      'import',
      'everything',
      file,
      '--data',
      other,
    ]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(other)).toBe(false);
  }
});
