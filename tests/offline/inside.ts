/**
 * @file Runs a tour of an app inside the empty network, traced, and prints on stdout, as JSON, what the
 * trace, the resolver and the wire say. `node inside.ts WORK_DIR tour|ports MAIN DATA_DIR`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startResolver } from './resolver.ts';
import { readTrace, type Traced } from './trace.ts';
import { packetsOnTheWire } from './wire.ts';

/** What was seen of one run. */
export interface Seen {
  /** What the traced program printed. */
  readonly said: string;
  readonly status: number | null;
  readonly traced: Traced;
  /** Names that the resolver was asked for. */
  readonly names: readonly string[];
  /** Packets that the other end of the card's wire got, by the kernel's count. */
  readonly packets: number;
}

/** Longer than any tour takes. */
const TIMEOUT_MS = 240_000;

const [workDir = '', script = '', main = '', dataDir = ''] = process.argv.slice(2);
const traceFile = join(workDir, 'trace.txt');
const resolver = await startResolver();
const before = packetsOnTheWire();
const child = spawn(
  'strace',
  [
    ...['-f', '-yy', '--seccomp-bpf', '-qq', '-s', '0', '-o', traceFile],
    ...['-e', 'trace=connect,sendto,sendmsg,sendmmsg,listen', '-e', 'signal=none'],
    ...[process.execPath, join(import.meta.dirname, script), main, dataDir],
  ],
  { stdio: ['ignore', 'pipe', 'inherit'], timeout: TIMEOUT_MS },
);
let said = '';
child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
const [status] = (await once(child, 'exit')) as [number | null];
await wait(500);
const seen: Seen = {
  said,
  status,
  traced: readTrace(readFileSync(traceFile, 'utf8')),
  names: [...resolver.names],
  packets: packetsOnTheWire() - before,
};
resolver.stop();
console.log(JSON.stringify(seen));
