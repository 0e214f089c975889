import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ROOT } from '../../../build/bundle.ts';
import { dataFolder } from '../../../electron/data-folder/data-folder.ts';
import { lockForWriting } from '../../../electron/storage/writer-lock.ts';
import { runCli } from '../../support/cli.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { FEED, exportOf, windowEvent, windows } from './make-export.ts';

const CASES = join(import.meta.dirname, '../../fixtures/activitywatch');
const FIXTURE = join(CASES, 'two-computers.json');
const AMSTERDAM = { env: { TZ: 'Europe/Amsterdam' } };

const importFile = (dir: string, file: string, ...more: string[]) =>
  runCli(['import', 'activitywatch', file, '--data', dir, ...more], AMSTERDAM);

async function reportOf(dir: string, by: string): Promise<unknown> {
  const range = ['--from', '2026-01-05', '--to', '2026-01-05', '--by', by, '--include-private'];
  const { stdout, stderr } = await runCli(['report', '--data', dir, ...range], AMSTERDAM);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

describe('import activitywatch', () => {
  test('turns the history of two computers into spans, once', async () => {
    const dir = join(tempDir(), 'new');
    expect(await importFile(dir, FIXTURE)).toEqual({
      status: 0,
      stdout: '{"events":14,"spans":6,"skipped":3,"alreadyThere":0}\n',
      stderr: `Bucket 4 is of another kind: 1 event skipped.
Bucket 3, event 7 is skipped: its duration is no number of seconds.
1 event without length, and with none close behind, skipped.
No AFK events for 1 of 2 computers: no idle time is taken away there.
`,
    });
    const spans = await reportOf(dir, 'span');
    expect(spans).toMatchObject(
      [
        ['09:00:00', '09:10:00', 'feed'],
        ['09:14:00', '09:18:00', 'networking'],
        ['10:00:00', '10:05:00', 'private'],
        ['10:05:00', '10:20:00', 'messaging'],
      ].map(([from = '', to = '', activity = '']) => ({
        start: `2026-01-05T${from}.000+01:00`,
        end: `2026-01-05T${to}.000+01:00`,
        activity,
        relabelled: false,
        manual: false,
      })),
    );
    expect(await reportOf(dir, 'day')).toMatchObject([
      {
        place: 'sweet-spot',
        countedMs: 29 * 60_000,
        insideMs: {
          feed: 10 * 60_000,
          networking: 4 * 60_000,
          messaging: 15 * 60_000,
          private: 5 * 60_000,
        },
        measuredMs: 70 * 60_000,
      },
    ]);
    expect((await importFile(dir, FIXTURE)).stdout).toBe(
      '{"events":14,"spans":0,"skipped":3,"alreadyThere":6}\n',
    );
    expect(await reportOf(dir, 'span')).toEqual(spans);
  });

  test('gives the spans the zone that is asked for', async () => {
    const dir = tempDir();
    await importFile(dir, FIXTURE, '--zone', 'Asia/Kolkata');
    expect(await reportOf(dir, 'span')).toMatchObject([
      { start: '2026-01-05T13:30:00.000+05:30' },
      {},
      {},
      {},
    ]);
  });

  test('follows the settings of the folder', async () => {
    const dir = tempDir();
    writeFileSync(join(dir, 'settings.json'), '{"shieldJobs": false}');
    await importFile(dir, FIXTURE);
    expect(await reportOf(dir, 'span')).toMatchObject([{}, {}, { activity: 'jobs' }, {}]);
  });

  test('takes LinkedIn on telephones with --with-phones alone, and says what it adds', async () => {
    const dir = tempDir();
    const file = join(CASES, 'phone-beside-computer.json');
    expect((await importFile(dir, file)).stderr).toContain(
      '1 telephone left out: --with-phones would add 10 minutes of LinkedIn.\n',
    );
    expect(await importFile(dir, file, '--with-phones')).toMatchObject({
      status: 0,
      stdout: '{"events":7,"spans":1,"skipped":1,"alreadyThere":3}\n',
      stderr: expect.stringContaining('1 telephone: 10 minutes of LinkedIn added.\n') as unknown,
    });
  });

  test.each<[string, string[], RegExp]>([
    ['another format', ['toggl', FIXTURE], /import knows activitywatch/],
    ['no file', ['activitywatch'], /takes activitywatch or everything and FILE/],
    ['a file that is not there', ['activitywatch', '/nowhere.json'], /cannot be read/],
    ['a folder as the file', ['activitywatch', import.meta.dirname], /is a folder/],
    ['a zone that is none', ['activitywatch', FIXTURE, '--zone', 'Mars'], /IANA zone/],
    [
      'a file of something else',
      ['activitywatch', import.meta.filename],
      /is no ActivityWatch export/,
    ],
  ])('refuses %s in one line, and makes nothing', async (_name, args, sentence) => {
    const dir = join(tempDir(), 'new');
    const { status, stdout, stderr } = await runCli(['import', ...args, '--data', dir]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(existsSync(dir)).toBe(false);
  });

  test('refuses while another process writes in the folder', async () => {
    const dir = tempDir();
    const release = lockForWriting(dataFolder(dir));
    try {
      const { status, stderr } = await importFile(dir, FIXTURE);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^Sweetspot is running on [^\n]*\n$/);
    } finally {
      release();
    }
  });

  test.skipIf(process.platform === 'win32')('that is interrupted leaves nothing', async () => {
    const dir = join(tempDir(), 'data');
    mkdirSync(dir);
    const pipe = join(dir, '../export.json');
    execFileSync('mkfifo', [pipe]);
    // Held open for both directions it blocks nobody here, and has no end for the one that reads.
    const held = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    onTestFinished(() => closeSync(held));
    writeSync(held, exportOf(windows([windowEvent(0, 60, FEED)])).slice(0, -1));
    const args = ['electron/cli.ts', 'import', 'activitywatch', pipe, '--data', dir];
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const exited = once(child, 'exit');
    const told = Promise.all([text(child.stdout), text(child.stderr)]);
    // From its lock on it listens.
    await vi.waitUntil(() => existsSync(join(dir, 'writer.lock')), { timeout: 15_000 });
    child.kill('SIGINT');
    await exited;
    expect({ told: await told, status: child.exitCode }).toEqual({
      told: ['', 'Stopped; nothing was imported.\n'],
      status: 130,
    });
    expect(readdirSync(dir)).toEqual(['writer.lock']);
  });
});
