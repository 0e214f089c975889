import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { DayRow } from '../../shared/domain/report.ts';
import { runCli } from '../support/cli.ts';
import { LATER_MS } from '../support/days.ts';

const FOLDER = import.meta.dirname;

/** Figures of a trace that a walk over every second gave. */
interface Truth {
  readonly from: string;
  readonly to: string;
  readonly days: Readonly<
    Record<string, { inside: object; outside: object; measured: number } | undefined>
  >;
}

const home = mkdtempSync(join(tmpdir(), 'sweetspot-test-'));
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

const folders = new Map<string, Promise<string>>();

/** A folder with what a trace gives. The tests only read it, so that each trace is replayed once. */
function replayed(name: string): Promise<string> {
  const dir = folders.get(name) ?? replay(name);
  folders.set(name, dir);
  return dir;
}

async function replay(name: string): Promise<string> {
  const dir = join(home, name);
  const trace = join(FOLDER, name, 'trace.jsonl');
  expect(await runCli(['replay', trace, '--data', dir])).toMatchObject({ status: 0, stdout: '' });
  return dir;
}

async function report(dir: string, range: readonly [string, string], ...args: string[]) {
  const [from, to] = range;
  const { stdout } = await runCli(['report', '--data', dir, '--from', from, '--to', to, ...args], {
    // Whatever the clock of the machine says, all of it is over.
    env: { NODE_OPTIONS: `--import=data:text/javascript,Date.now%3D()%3D%3E${LATER_MS}` },
  });
  return stdout;
}

const CASES = [
  ['worked-example', ['2026-11-16', '2026-11-22']],
  ['amsterdam-march', ['2026-03-23', '2026-04-05']],
  ['new-york-november', ['2026-10-26', '2026-11-08']],
] as const;

describe.each(CASES)('%s', (name, range) => {
  test('gives the reports that it gave before', async () => {
    const dir = await replayed(name);
    for (const by of ['day', 'week', 'span']) {
      for (const format of ['json', 'csv']) {
        const args = ['--by', by, '--format', format, '--include-private'];
        const text = await report(dir, range, ...args);
        const lines = format === 'json' ? text.replaceAll('},{"', '},\n{"') : text;
        await expect(lines).toMatchFileSnapshot(join(FOLDER, name, `${by}.${format}`));
      }
    }
  });

  test('names nothing private unless it is asked for', async () => {
    const dir = await replayed(name);
    for (const by of ['day', 'week', 'span']) {
      for (const format of ['json', 'csv']) {
        const text = await report(dir, range, '--by', by, '--format', format);
        expect(text).not.toMatch(/private|jobs/);
      }
    }
  });
});

describe.each(['amsterdam-march', 'new-york-november'])('%s', (name) => {
  test('agrees with a walk over every second to the millisecond', async () => {
    const truth = JSON.parse(readFileSync(join(FOLDER, name, 'truth.json'), 'utf8')) as Truth;
    const dir = await replayed(name);
    const range = [truth.from, truth.to] as const;
    const days = JSON.parse(await report(dir, range, '--by', 'day', '--include-private')) as DayRow[];
    expect(
      days.map(({ date, insideMs, outsideMs, measuredMs }) => [
        date,
        { inside: insideMs, outside: outsideMs, measured: measuredMs },
      ]),
    ).toEqual(
      days.map(({ date }) => [date, truth.days[date] ?? { inside: {}, outside: {}, measured: 0 }]),
    );
  });
});

test('the worked example gives the figures of the specification', async () => {
  const dir = await replayed('worked-example');
  const day = ['2026-11-17', '2026-11-17'] as const;
  expect(JSON.parse(await report(dir, day, '--by', 'day'))).toEqual([
    {
      date: '2026-11-17',
      workingDay: true,
      place: 'sweet-spot',
      agreement: { from: '1970-01-01', minMinutes: 15, maxMinutes: 30 },
      countedMs: 900_000,
      inWindowMs: null,
      insideMs: { networking: 600_000, feed: 300_000 },
      outsideMs: { networking: 600_000, feed: 300_000 },
      workingMs: 28_800_000,
      measuredMs: 28_800_000,
      coverage: 1,
    },
  ]);
});
