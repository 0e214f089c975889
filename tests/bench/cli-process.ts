import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../../build/bundle.ts';

/** Runs in the process of a command: tells the most memory that it took, in kB, as its last line. */
const TELL_PEAK =
  'data:text/javascript,process.on("exit",()=>{process.stderr.write("\\n"+process.resourceUsage().maxRSS)})';

/** What a command took in a process of its own, its start included. */
export interface CliRun {
  readonly seconds: number;
  readonly peakMb: number;
  /** Bytes that it wrote. */
  readonly bytes: number;
  /** The last thousand characters of them. */
  readonly end: string;
}

/** What `npm run cli` gives to Node: the options of its script, and the file. */
function scriptOf(root: string): string[] {
  const manifest = z.object({ scripts: z.object({ cli: z.string() }) });
  const { scripts } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  return scripts.cli.split(' ').slice(1);
}

/** Runs a command of the command line. @throws where it fails. */
export async function runCli(args: readonly string[]): Promise<CliRun> {
  const startMs = performance.now();
  const child = spawn(process.execPath, ['--import', TELL_PEAK, ...scriptOf(ROOT), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let bytes = 0;
  let end = '';
  child.stdout.on('data', (piece: Buffer) => {
    bytes += piece.length;
    end = (end + piece.subarray(-1000).toString()).slice(-1000);
  });
  let told = '';
  child.stderr.on('data', (piece: Buffer) => (told += piece.toString()));
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`The command failed: ${told}`);
  return {
    seconds: (performance.now() - startMs) / 1000,
    peakMb: Number(told.slice(told.lastIndexOf('\n') + 1)) / 1024,
    bytes,
    end,
  };
}
