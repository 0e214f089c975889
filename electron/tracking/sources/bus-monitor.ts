import { spawn } from 'node:child_process';
import type { Stop } from './source.ts';

/** Lets the session's bus tell what the rules take, a line each; `onEnd` once it tells no more. */
export type MonitorBus = (
  rules: readonly string[],
  on: {
    readonly ready: () => void;
    readonly line: (line: string) => void;
    readonly end: () => void;
  },
) => Stop;

/** A line of the bus is not longer; a title has 64 KiB at most. */
const LONGEST_LINE = 1024 * 1024;

/** Monitors through systemd's `busctl`, which holds the connection, so that the app itself opens none. */
export const monitorByBusctl: MonitorBus = (rules, on) => {
  const matches = rules.map((rule) => `--match=${rule}`);
  const child = spawn('busctl', ['--user', '--json=short', ...matches, 'monitor'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // It says in the user's language that it begins.
    env: { ...process.env, LC_ALL: 'C' },
  });
  let ended = false;
  const end = () => {
    if (!ended) on.end();
    ended = true;
  };
  child.on('error', end);
  child.on('exit', end);
  child.stderr.once('data', on.ready);
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) on.line(line);
    if (rest.length > LONGEST_LINE) child.kill();
  });
  child.unref();
  return () => {
    ended = true;
    child.kill();
  };
};
