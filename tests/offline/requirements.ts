import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

async function works(command: string, args: readonly string[]): Promise<boolean> {
  return await run(command, args).then(
    () => true,
    () => false,
  );
}

/** Why this machine cannot show that nothing leaves; undefined where it can. */
export async function missing(): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'it needs the namespaces of Linux.';
  if (!(await works('ip', ['-V']))) return 'the command ip (iproute2) is not there.';
  if (!(await works('strace', ['-o', '/dev/null', 'true']))) {
    return 'strace is not there, or may not trace here.';
  }
  const asRoot = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  if (
    !(await works('unshare', [...asRoot, ...['--net', '--mount', 'ip', 'link', 'set', 'lo', 'up']]))
  ) {
    return 'no network namespace may be made here (unshare is refused).';
  }
  return undefined;
}
