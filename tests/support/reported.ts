import { expect } from 'vitest';
import type { SpanRow } from '../../shared/domain/report.ts';
import { runCli } from './cli.ts';

/** The rows of a report of a data folder, as the command line gives them in the zone of the test. */
export async function report<Row>(
  dir: string,
  from: string,
  to: string,
  by: string,
): Promise<Row[]> {
  const args = ['report', '--data', dir, '--from', from, '--to', to, '--by', by];
  const { stdout, stderr } = await runCli([...args, '--include-private'], {
    env: { TZ: process.env['TZ'] ?? 'UTC' },
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Row[];
}

/** Today's spans as the command line reports them, with the days around for midnight. */
export async function spansNow(dir: string): Promise<SpanRow[]> {
  const day = (offset: number) =>
    new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  return report<SpanRow>(dir, day(-1), day(1), 'span');
}
