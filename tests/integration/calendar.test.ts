/** @file `calendar` on the command line: a whole file or none, and one line that says why. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { readCalendar } from '../support/read-calendar.ts';
import { tempDir } from '../support/temp-dir.ts';

const AMSTERDAM = { env: { TZ: 'Europe/Amsterdam' } };

function folderWith(settings: object): string {
  const dir = tempDir();
  writeFileSync(join(dir, 'settings.json'), JSON.stringify(settings));
  return dir;
}

const withWindow = (from: string, to: string) =>
  folderWith({ language: 'nl', agreements: [{ window: { from, to } }] });

test('the agreed window is written as a file that another library reads', async () => {
  const dir = withWindow('09:00', '09:30');
  const out = join(dir, 'block.ics');
  const args = ['calendar', '--data', dir, '--out', out, '--from', '2026-12-01'];
  expect(await runCli(args, AMSTERDAM)).toEqual({ status: 0, stdout: '', stderr: '' });
  const entries = readCalendar(readFileSync(out, 'utf8'));
  // Tuesday to Monday of a year with 52 weeks and a day.
  expect(entries).toHaveLength(261);
  expect(entries[0]).toEqual({
    startMs: Date.parse('2026-12-01T09:00:00+01:00'),
    endMs: Date.parse('2026-12-01T09:30:00+01:00'),
    title: 'Netwerk',
  });
  expect(entries.at(-1)?.startMs).toBe(Date.parse('2027-11-30T09:00:00+01:00'));
});

test('a time, a title and a reminder are the user’s choice; without a window that is said', async () => {
  const dir = tempDir();
  const out = join(dir, 'block.ics');
  const args = ['calendar', '--data', dir, '--out', out, '--from', '2026-12-01'];
  expect((await runCli(args, AMSTERDAM)).stderr).toMatch(
    /^The agreement has no fixed window[^\n]*\n$/,
  );
  expect(readCalendar(readFileSync(out, 'utf8'))[0]?.title).toBe('Network');
  const more = ['--at', '13:15', '--title', 'Koffie', '--reminder', '5'];
  expect(await runCli([...args, ...more], AMSTERDAM)).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  });
  const text = readFileSync(out, 'utf8');
  expect(readCalendar(text)[0]).toEqual({
    startMs: Date.parse('2026-12-01T13:15:00+01:00'),
    endMs: Date.parse('2026-12-01T13:45:00+01:00'),
    title: 'Koffie',
  });
  expect(text).toContain('TRIGGER:-PT5M');
});

test.each<[string, string[], RegExp]>([
  ['no file', [], /--out is missing/],
  ['a folder', ['--out', 'DIR'], /is no file/],
  ['a place that is not there', ['--out', '/nowhere/at/all.ics'], /does not exist/],
  ['no time', ['--out', 'NEW', '--at', '25:00'], /--at wants a time/],
  ['a time outside the window', ['--out', 'NEW', '--at', '10:00'], /outside the fixed window/],
  ['an empty title', ['--out', 'NEW', '--title', ' '], /--title wants/],
  ['a title of two lines', ['--out', 'NEW', '--title', 'a\nb'], /--title wants/],
  ['no minutes', ['--out', 'NEW', '--reminder', '-5'], /argument is ambiguous|--reminder wants/],
  ['too many minutes', ['--out', 'NEW', '--reminder', '1441'], /--reminder wants/],
  ['no date', ['--out', 'NEW', '--from', 'today'], /--from wants a date/],
])('%s is refused in one line, and nothing is written', async (_name, args, sentence) => {
  const dir = withWindow('09:00', '09:30');
  const before = readdirSync(dir);
  const named = args.map((arg) =>
    arg === 'DIR' ? dir : arg === 'NEW' ? join(dir, 'block.ics') : arg,
  );
  expect(await runCli(['calendar', '--data', dir, ...named])).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(
      new RegExp(`^[^\\n]*(?:${sentence.source})[^\\n]*\\n$`),
    ) as string,
  });
  expect(readdirSync(dir)).toEqual(before);
});

test('a file that is there stays as it is where nothing can be planned', async () => {
  const dir = folderWith({ agreements: [] });
  const out = join(dir, 'block.ics');
  writeFileSync(out, 'of before');
  const { status, stderr } = await runCli(['calendar', '--data', dir, '--out', out]);
  expect([status, stderr]).toEqual([2, expect.stringMatching(/^No agreement is valid[^\n]*\n$/)]);
  expect(readFileSync(out, 'utf8')).toBe('of before');
});
