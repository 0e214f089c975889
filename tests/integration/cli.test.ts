import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { lockForWriting } from '../../electron/storage/writer-lock.ts';
import { runCli } from '../support/cli.ts';
import { tempDir } from '../support/temp-dir.ts';

const TRACE = join(import.meta.dirname, '../golden/worked-example/trace.jsonl');
const LONG_TRACE = join(import.meta.dirname, '../golden/amsterdam-march/trace.jsonl');
const WEEK = ['--from', '2026-11-16', '--to', '2026-11-22', '--by', 'day'];
const line = (event: object) => JSON.stringify(event);

/** One line on standard error, nothing on standard output, exit status 2. */
function refused(sentence: RegExp) {
  return {
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(new RegExp(`^[^\\n]*${sentence.source}[^\\n]*\\n$`)) as string,
  };
}

/**
 * Everything in a folder with its content, to see that nothing changed. Not the lock: to close it would
 * end the lock that this process holds, as POSIX has it.
 */
function contents(dir: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(dir)
      .filter((name) => name !== 'writer.lock')
      .map((name) => [name, readFileSync(join(dir, name)).toString('latin1')]),
  );
}

describe('bad input', () => {
  test.each<[string, string[], RegExp]>([
    ['an unknown command', ['frobnicate'], /no command of that name/],
    ['an unknown option', ['report', '--frob'], /Unknown option/],
    ['a missing option', ['replay', TRACE], /--data is missing/],
    ['a missing value', ['doctor', '--data'], /argument missing/],
    ['a name too many', ['classify', 'x'], /takes no name/],
    [
      'a folder that is not there',
      ['report', '--data', '/nowhere/at/all', ...WEEK],
      /does not exist/,
    ],
    ['a folder that is a file', ['report', '--data', TRACE, ...WEEK], /is a file/],
    ['a file to replay into', ['replay', TRACE, '--data', TRACE], /is a file/],
    ['a trace that is not there', ['replay', '/nowhere.jsonl', '--data', '/tmp'], /cannot be read/],
  ])('%s is refused in one line', async (_name, args, sentence) => {
    expect(await runCli(args)).toEqual(refused(sentence));
  });

  test.each([
    [['--from', '2026-02-30', '--to', '2026-03-01', '--by', 'day'], /--from wants a date/],
    [['--from', '2026-03-02', '--to', '2026-03-01', '--by', 'day'], /--to is before --from/],
    [['--from', '2026-03-02', '--to', '9999-12-31', '--by', 'day'], /more than 1,000 years apart/],
    [
      ['--from', '2026-03-01', '--to', '2026-03-01', '--by', 'month'],
      /--by is one of span, day, week/,
    ],
    [[...WEEK, '--format', 'xml'], /--format is one of/],
    [[...WEEK, '--delimiter', '|'], /--delimiter is one of/],
    [[...WEEK, '--round', '0'], /--round wants whole minutes/],
  ])('%j is refused', async (args, sentence) => {
    expect(await runCli(['report', '--data', tempDir(), ...args])).toEqual(refused(sentence));
  });

  test.each<[string, string[], RegExp]>([
    ['no JSON', ['{'], /trace\.jsonl, line 1: is not JSON/],
    [
      'an unknown event',
      [line({ at: '2026-11-17T09:00:00Z', zone: 'UTC', event: 'dance' })],
      /line 1: is no event/,
    ],
    [
      'no zone',
      [line({ at: '2026-11-17T09:00:00Z', event: 'start' })],
      /line 1: the first event has no zone/,
    ],
    [
      'a zone that is none',
      [line({ at: '2026-11-17T09:00:00Z', zone: 'Mars/Base', event: 'start' })],
      /line 1: the zone is no IANA/,
    ],
    [
      'no offset',
      [line({ at: '2026-11-17T09:00:00', zone: 'UTC', event: 'start' })],
      /line 1: is no event of a trace \(at\)/,
    ],
    [
      'a step back in time',
      [
        line({ at: '2026-11-17T09:00:00Z', zone: 'UTC', event: 'start' }),
        '',
        line({ at: '2026-11-17T08:00:00Z', event: 'quit' }),
      ],
      /line 3: is earlier than the line before/,
    ],
    ['nothing', [''], /has no events/],
  ])('a trace with %s changes nothing', async (_name, lines, sentence) => {
    const dir = tempDir();
    const file = join(dir, 'trace.jsonl');
    writeFileSync(file, lines.join('\n'));
    const data = join(dir, 'data');
    expect(await runCli(['replay', file, '--data', data])).toEqual(refused(sentence));
    expect(existsSync(data)).toBe(false);
  });

  test('a database of a newer version is refused without a change', async () => {
    const dir = tempDir();
    expect((await runCli(['replay', TRACE, '--data', dir])).status).toBe(0);
    const database = new DatabaseSync(join(dir, 'spans.sqlite'));
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA user_version = 999');
    database.close();
    const before = readFileSync(join(dir, 'spans.sqlite'));
    expect(await runCli(['report', '--data', dir, ...WEEK])).toEqual(refused(/newer Sweetspot/));
    expect(await runCli(['replay', TRACE, '--data', dir])).toEqual(refused(/newer Sweetspot/));
    expect(readFileSync(join(dir, 'spans.sqlite')).equals(before)).toBe(true);
  });

  test('a database of which only some pages are damaged is refused in one line', async () => {
    const dir = tempDir();
    expect((await runCli(['replay', LONG_TRACE, '--data', dir])).status).toBe(0);
    const file = join(dir, 'spans.sqlite');
    const bytes = readFileSync(file);
    // The first pages say what the file is; the last ones hold spans.
    bytes.fill(0xa5, bytes.length - 4096);
    writeFileSync(file, bytes);
    const range = ['--from', '2026-03-23', '--to', '2026-04-05'];
    const report = ['report', '--data', dir, ...range, '--by', 'day'];
    expect(await runCli(report)).toEqual(refused(/database is damaged/));
    expect(await runCli(['erase', '--data', dir, ...range])).toEqual(refused(/is damaged/));
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  test('a trace over stored time is refused, and what is stored stays', async () => {
    const dir = tempDir();
    await runCli(['replay', TRACE, '--data', dir]);
    const before = await runCli(['report', '--data', dir, ...WEEK]);
    expect(await runCli(['replay', TRACE, '--data', dir])).toEqual(
      refused(/has spans of the time/),
    );
    expect(await runCli(['report', '--data', dir, ...WEEK])).toEqual(before);
  });

  test('a line of classify that is none is named', async () => {
    const input = `${line({ app: 'Google Chrome', title: 'Feed | LinkedIn' })}\n{"app":1}\n`;
    const result = await runCli(['classify'], { input });
    expect(result.status).toBe(2);
    expect(result.stderr).toMatch(/^Standard input, line 2: /);
  });
});

describe('while the app runs', () => {
  test('reading works and writing is refused', async () => {
    const dir = tempDir();
    await runCli(['replay', TRACE, '--data', dir]);
    const release = lockForWriting(dataFolder(dir));
    try {
      expect((await runCli(['report', '--data', dir, ...WEEK])).status).toBe(0);
      expect((await runCli(['doctor', '--data', dir])).status).toBe(0);
      const before = contents(dir);
      expect(await runCli(['replay', TRACE, '--data', dir])).toEqual(refused(/is running on/));
      expect(await runCli(['erase', '--data', dir, '--all'])).toEqual(refused(/is running on/));
      expect(contents(dir)).toEqual(before);
    } finally {
      release();
    }
  });
});

describe('report', () => {
  test('guards the figures: rounding never makes parts disagree with their sum', async () => {
    const dir = tempDir();
    const example = join(import.meta.dirname, '../golden/amsterdam-march/trace.jsonl');
    await runCli(['replay', example, '--data', dir]);
    for (const round of [1, 5, 15]) {
      const { stdout } = await runCli([
        'report',
        '--data',
        dir,
        '--from',
        '2026-03-23',
        '--to',
        '2026-04-05',
        '--by',
        'day',
        '--format',
        'csv',
        '--round',
        String(round),
        '--delimiter',
        'tab',
      ]);
      const [header = '', ...rows] = stdout.replace('\uFEFF', '').trimEnd().split('\r\n');
      const names = header.split('\t');
      expect(rows).toHaveLength(14);
      for (const row of rows) {
        const cells = row.split('\t');
        const at = (name: string) => Number(cells[names.indexOf(name)]);
        const first = names.indexOf('networking_min');
        const parts = cells.slice(first, names.indexOf('other_min') + 1).map(Number);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(at('counted_min'));
        expect(parts.every((part) => part % round === 0)).toBe(true);
      }
    }
  });

  test('separates after the locale', async () => {
    const dir = tempDir();
    const args = ['report', '--data', dir, ...WEEK, '--format', 'csv'];
    const header = async (locale: string) =>
      (await runCli(args, { env: { LC_ALL: locale } })).stdout.slice(0, 14);
    expect(await header('nl_NL.UTF-8')).toBe('\uFEFFdate;weekday;');
    expect(await header('en_GB.UTF-8')).toBe('\uFEFFdate,weekday,');
  });

  test('says which settings it could not read', async () => {
    const dir = tempDir();
    writeFileSync(
      join(dir, 'settings.json'),
      '{"idleSeconds":"soon","agreements":[{"maxMinutes":20}]}',
    );
    const { stdout, stderr } = await runCli(['report', '--data', dir, ...WEEK]);
    expect(stderr).toContain('idleSeconds');
    expect(stdout).toContain('"maxMinutes":20');
  });
});

describe('the data folder', () => {
  test('is open to its owner alone', async () => {
    const dir = join(tempDir(), 'data');
    await runCli(['replay', TRACE, '--data', dir]);
    const mode = (file: string) => (statSync(file).mode & 0o777).toString(8);
    expect(mode(dir)).toBe('700');
    for (const name of readdirSync(dir))
      expect([name, mode(join(dir, name))]).toEqual([name, '600']);
  });

  test('is left alone by doctor', async () => {
    const dir = tempDir();
    mkdirSync(join(dir, 'empty'));
    const { stdout, status } = await runCli(['doctor', '--data', join(dir, 'empty')], {
      env: { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' },
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      desktop: process.platform === 'linux' ? 'GNOME' : null,
      accessibility: process.platform === 'linux' ? { setting: 'off', bus: 'is not asked' } : null,
      database: { spans: 0, location: 'local' },
    });
    expect(readdirSync(join(dir, 'empty'))).toEqual([]);
  });
});

describe('doctor tells of a database that cannot be worked with', () => {
  test.each<[string, (file: string) => void, RegExp]>([
    ['damaged', (file) => writeFileSync(file, 'no database'.repeat(500)), /is damaged/],
    [
      'newer',
      (file) => {
        const database = new DatabaseSync(file);
        database.exec('PRAGMA journal_mode = DELETE; PRAGMA user_version = 999');
        database.close();
      },
      /newer Sweetspot/,
    ],
  ])('%s', async (integrity, spoil, sentence) => {
    const dir = tempDir();
    await runCli(['replay', TRACE, '--data', dir]);
    spoil(join(dir, 'spans.sqlite'));
    const spoilt = readFileSync(join(dir, 'spans.sqlite'));
    const { status, stdout, stderr } = await runCli(['doctor', '--data', dir]);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringMatching(sentence) as string,
    });
    expect(JSON.parse(stdout)).toMatchObject({
      database: {
        path: join(dir, 'spans.sqlite'),
        integrity: expect.stringContaining(integrity) as string,
        spans: null,
        location: 'local',
      },
      settings: { damaged: false },
    });
    expect(readFileSync(join(dir, 'spans.sqlite')).equals(spoilt)).toBe(true);
  });
});

describe('erase', () => {
  test('leaves no byte of a deleted span', async () => {
    const dir = tempDir();
    await runCli(['replay', TRACE, '--data', dir]);
    const { stdout } = await runCli([
      'report',
      '--data',
      dir,
      ...WEEK.slice(0, 4),
      '--by',
      'span',
      '--include-private',
    ]);
    const starts = (JSON.parse(stdout) as { start: string }[]).map(({ start }) =>
      Date.parse(start),
    );
    expect(starts).toHaveLength(3);
    // SQLite keeps an integer of this size in 6 bytes, the most significant first.
    const needles = starts.map((ms) => Buffer.from(ms.toString(16).padStart(12, '0'), 'hex'));
    const found = () =>
      readdirSync(dir, { recursive: true, encoding: 'utf8' })
        .map((name) => join(dir, name))
        .filter((file) => statSync(file).isFile())
        .some((file) => needles.some((needle) => readFileSync(file).includes(needle)));
    copyFileSync(
      join(dir, 'spans.sqlite'),
      join(dir, 'spans.sqlite.corrupt-2026-11-18T08-00-00-000Z'),
    );
    expect(found()).toBe(true);
    expect(
      (await runCli(['erase', '--data', dir, '--from', '2026-11-17', '--to', '2026-11-17'])).status,
    ).toBe(0);
    expect(found()).toBe(false);
    expect(JSON.parse((await runCli(['report', '--data', dir, ...WEEK])).stdout)).toHaveLength(7);
  });

  test('wants a range or everything, and not both', async () => {
    const dir = tempDir();
    expect(await runCli(['erase', '--data', dir])).toEqual(refused(/--from and --to, or --all/));
    const both = ['--all', '--from', '2026-11-17', '--to', '2026-11-17'];
    expect(await runCli(['erase', '--data', dir, ...both])).toEqual(
      refused(/--from and --to, or --all/),
    );
  });

  test('deletes the days of a range alone', async () => {
    const dir = tempDir();
    const example = join(import.meta.dirname, '../golden/amsterdam-march/trace.jsonl');
    await runCli(['replay', example, '--data', dir]);
    const days = async () => {
      const args = [
        '--from',
        '2026-03-23',
        '--to',
        '2026-04-05',
        '--by',
        'day',
        '--include-private',
      ];
      const { stdout } = await runCli(['report', '--data', dir, ...args]);
      return JSON.parse(stdout) as { date: string; measuredMs: number }[];
    };
    const before = await days();
    await runCli(['erase', '--data', dir, '--from', '2026-03-25', '--to', '2026-03-26']);
    const after = await days();
    const isErased = ({ date }: { date: string }) => date === '2026-03-25' || date === '2026-03-26';
    expect(after.filter((day) => !isErased(day))).toEqual(before.filter((day) => !isErased(day)));
    expect(after.filter(isErased).map(({ measuredMs }) => measuredMs)).toEqual([0, 0]);
    await runCli(['erase', '--data', dir, '--all']);
    expect((await days()).every(({ measuredMs }) => measuredMs === 0)).toBe(true);
  });
});
