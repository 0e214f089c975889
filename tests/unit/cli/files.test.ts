/** @file What the command line reads and writes: any encoding of normal tools in, whole files in UTF-8 out. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../build/bundle.ts';
import { runCli } from '../../support/cli.ts';
import { tempDir } from '../../support/temp-dir.ts';

const FILES = join(ROOT, 'tests/fixtures/files');
const TRACE = join(FILES, 'trace.jsonl');
const WEEK = ['--from', '2026-11-16', '--to', '2026-11-22'];

/** Under load a process takes its time to start, and each test starts several. */
const SLOW_MS = 120_000;

function utf16(text: string): Buffer {
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}

async function placeOf(dir: string): Promise<unknown> {
  const day = ['--from', '2026-11-17', '--to', '2026-11-17', '--by', 'day'];
  const { stdout } = await runCli(['report', '--data', dir, ...day]);
  return (JSON.parse(stdout) as { place: unknown }[])[0]?.place;
}

describe('what is read', () => {
  test.each([
    'everything-utf16le.json',
    'everything-utf8-mark.json',
    'everything-with-schema.json',
  ])(
    '%s is taken over',
    async (name) => {
      const dir = join(tempDir(), 'new');
      const args = ['import', 'everything', join(FILES, name), '--data', dir];
      expect(await runCli(args)).toMatchObject({ status: 0, stderr: '' });
    },
    SLOW_MS,
  );

  test(
    'a history in UTF-16 is one, and one in UTF-16 without a mark is refused by its encoding',
    async () => {
      const history = join(FILES, 'activitywatch-utf16le.json');
      const dir = join(tempDir(), 'new');
      const args = ['import', 'activitywatch', history, '--zone', 'Europe/Amsterdam'];
      const { status, stdout } = await runCli([...args, '--data', dir]);
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).not.toMatchObject({ spans: 0 });
      const unmarked = join(tempDir(), 'history.json');
      writeFileSync(unmarked, readFileSync(history).subarray(2));
      const none = join(tempDir(), 'none');
      expect(await runCli(['import', 'activitywatch', unmarked, '--data', none])).toEqual({
        status: 2,
        stdout: '',
        stderr: 'history.json is in UTF-16 without a byte order mark; save it as UTF-8.\n',
      });
      expect(existsSync(none)).toBe(false);
    },
    SLOW_MS,
  );

  test(
    'a trace in UTF-16 with CRLF is the trace, and settings with a mark hold',
    async () => {
      const dir = tempDir();
      const settings = '{"agreements":[{"from":"2026-01-01","minMinutes":5,"maxMinutes":10}]}';
      writeFileSync(join(dir, 'settings.json'), `\uFEFF${settings}`);
      const trace = join(tempDir(), 'trace.jsonl');
      writeFileSync(trace, utf16(readFileSync(TRACE, 'utf8').replaceAll('\n', '\r\n')));
      expect(await runCli(['replay', trace, '--data', dir])).toMatchObject({ status: 0 });
      expect(await placeOf(dir)).toBe('over');
      writeFileSync(join(dir, 'settings.json'), utf16(settings));
      expect(await placeOf(dir)).toBe('over');
    },
    SLOW_MS,
  );

  test(
    'a trace in Windows-1252 is refused, and nothing is stored',
    async () => {
      const dir = join(tempDir(), 'new');
      const trace = join(tempDir(), 'trace.jsonl');
      writeFileSync(trace, Buffer.from('{"title":"Zoë"}\n', 'latin1'));
      const { status, stderr } = await runCli(['replay', trace, '--data', dir]);
      expect(status).toBe(2);
      expect(stderr).toMatch(/Windows-1252.*save it as UTF-8\.\n$/);
      expect(existsSync(dir)).toBe(false);
    },
    SLOW_MS,
  );

  test(
    'a line whose offset is not that of its zone is told, and taken by its offset',
    async () => {
      const dir = tempDir();
      const trace = join(dir, 'trace.jsonl');
      const line = (at: string, rest: object) => JSON.stringify({ at, ...rest });
      writeFileSync(
        trace,
        [
          line('2026-07-16T09:00:00.000+02:00', { event: 'start', zone: 'Europe/Amsterdam' }),
          line('2026-07-16T08:00:05.000+01:00', {
            event: 'window',
            app: 'firefox',
            title: 'Feed | LinkedIn — Mozilla Firefox',
          }),
          line('2026-07-16T07:10:05.000Z', { event: 'quit' }),
        ].join('\n'),
      );
      const { status, stderr } = await runCli(['replay', trace, '--data', dir]);
      expect(status).toBe(0);
      expect(stderr.split('\n')[0]).toBe(
        'trace.jsonl, line 2: the offset +01:00 is not that of Europe/Amsterdam then, which is +02:00; the time is taken by the offset.',
      );
      const range = ['--from', '2026-07-16', '--to', '2026-07-16', '--by', 'span'];
      const { stdout } = await runCli(['report', '--data', dir, ...range]);
      expect(JSON.parse(stdout)).toMatchObject([
        { start: '2026-07-16T09:00:05.000+02:00', end: '2026-07-16T09:10:05.000+02:00' },
      ]);
    },
    SLOW_MS,
  );

  test(
    'damaged settings are kept beside those that come in',
    async () => {
      const dir = tempDir();
      writeFileSync(join(dir, 'settings.json'), '{"theme":"dark",');
      const file = join(FILES, 'everything-with-schema.json');
      const args = ['import', 'everything', file, '--data', dir, '--settings', 'take'];
      expect(await runCli(args)).toMatchObject({ status: 0 });
      const kept = readdirSync(dir).filter((name) => name.startsWith('settings.json.corrupt-'));
      expect(kept.map((name) => readFileSync(join(dir, name), 'utf8'))).toEqual([
        '{"theme":"dark",',
      ]);
      expect(JSON.parse(readFileSync(join(dir, 'settings.json'), 'utf8'))).toMatchObject({
        language: 'nl',
      });
    },
    SLOW_MS,
  );
});

describe('what is written', () => {
  test(
    'goes whole into a file that is named, and nowhere where it cannot',
    async () => {
      const dir = tempDir();
      await runCli(['replay', TRACE, '--data', dir]);
      const out = join(tempDir(), 'out.csv');
      const args = ['report', '--data', dir, ...WEEK, '--by', 'day', '--format', 'csv'];
      const { stdout } = await runCli(args);
      expect(await runCli([...args, '--out', out])).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(readFileSync(out, 'utf8')).toBe(stdout);
      const all = join(tempDir(), 'all.json');
      expect(await runCli(['export', '--data', dir, all])).toMatchObject({ status: 0, stdout: '' });
      expect(readFileSync(all, 'utf8')).toBe((await runCli(['export', '--data', dir])).stdout);
      for (const file of [dir, join(dir, 'no', 'such.json')]) {
        const { status, stderr } = await runCli(['export', '--data', dir, file]);
        expect([status, stderr.split('\n').length]).toEqual([2, 2]);
      }
    },
    SLOW_MS,
  );

  test(
    'has Dutch headers, weekdays and places where they are asked for',
    async () => {
      const dir = tempDir();
      await runCli(['replay', TRACE, '--data', dir]);
      const args = ['report', '--data', dir, ...WEEK, '--by', 'day', '--format', 'csv'];
      const { stdout } = await runCli([...args, '--language', 'nl', '--delimiter', ';']);
      const [header = '', monday = ''] = stdout.slice(1).split('\r\n');
      expect(header).toMatch(/^Datum;Weekdag;Plek;Afgesproken van \(min\);.*;Netwerken \(min\);/);
      expect(monday).toMatch(/^2026-11-16;ma;/);
      expect((await runCli([...args, '--language', 'fr'])).status).toBe(2);
    },
    SLOW_MS,
  );

  test(
    'rows of short looks add up to the minutes of their day',
    async () => {
      const dir = tempDir();
      await runCli([
        'replay',
        join(ROOT, 'tests/fixtures/reports/short-looks.jsonl'),
        '--data',
        dir,
      ]);
      const args = ['report', '--data', dir, ...WEEK, '--by', 'span', '--format', 'csv'];
      const { stdout } = await runCli([...args, '--delimiter', ',']);
      const [header = '', ...rows] = stdout.trim().split('\r\n');
      const column = header.split(',').indexOf('minutes');
      expect(rows).toHaveLength(30);
      expect(rows.reduce((sum, row) => sum + Number(row.split(',')[column]), 0)).toBe(13);
    },
    SLOW_MS,
  );
});

describe('the folder of the app', () => {
  test(
    'is found where --data is left out, also where it was moved, by commands that only read',
    async () => {
      const config = tempDir();
      const env = { XDG_CONFIG_HOME: config, HOME: config, LOCALAPPDATA: config, APPDATA: config };
      const nothing = await runCli(['export'], { env });
      expect([nothing.status, nothing.stdout]).toEqual([2, '']);
      expect(nothing.stderr).toContain('say with --data where they are');
      const home =
        process.platform === 'darwin'
          ? join(config, 'Library', 'Application Support', 'Sweetspot')
          : join(config, 'Sweetspot');
      const moved = tempDir();
      await runCli(['replay', TRACE, '--data', moved]);
      const week = ['report', ...WEEK, '--by', 'span'];
      const { stdout } = await runCli([...week, '--data', moved]);
      mkdirSync(home, { recursive: true });
      writeFileSync(join(home, 'folder.json'), JSON.stringify({ dir: moved }));
      expect(await runCli(week, { env })).toEqual({ status: 0, stdout, stderr: '' });
      expect((await runCli(['erase', '--all'], { env })).status).toBe(2);
    },
    SLOW_MS,
  );
});

test.each(['report', 'export', 'doctor', 'import', 'classify'])(
  '%s --help says how it is used',
  async (command) => {
    const { status, stdout, stderr } = await runCli([command, '--help']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^  ${command}`, 'm'));
    expect(stdout).not.toMatch(/^  erase/m);
  },
  SLOW_MS,
);
