import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { ROOT } from '../../build/bundle.ts';

/** What a run of the command line gave. */
export interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a person does, in UTC and English unless told. */
export async function runCli(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<CliResult> {
  const child = spawn(process.execPath, ['electron/cli.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, TZ: 'UTC', LC_ALL: 'en_US.UTF-8', ...env },
  });
  // A command that refuses its arguments does not wait for its input.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([
    // As text it would lose its byte order mark.
    buffer(child.stdout),
    buffer(child.stderr),
    once(child, 'exit'),
  ]);
  return { status: child.exitCode, stdout: stdout.toString(), stderr: stderr.toString() };
}
