import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

export const run = promisify(execFile);

/** A Wayland desktop at work, without a screen. */
export interface WaylandDesktop {
  /** Environment of the programs in it; without DISPLAY where it has no XWayland. */
  readonly env: Readonly<Record<string, string>>;
  /** Brings the window to the front whose title begins so. */
  activate(title: string): Promise<void>;
  /** An input that does nothing. */
  touch(): Promise<void>;
  stop(): Promise<void>;
}

/** A desktop that can be staged. */
export interface WaylandModule {
  readonly name: string;
  /** Programs that it takes. */
  readonly programs: readonly string[];
  /** What it says of its version. */
  version(): Promise<string>;
  /** Settings of the app there. */
  readonly settings?: Readonly<Record<string, unknown>>;
  start(): Promise<WaylandDesktop>;
}

/** What a program says of its version. */
export async function versionOf(program: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { stdout } = await run(program, ['--version'], { env: { ...process.env, ...env } });
  return stdout.trim();
}

/** Compositors of wlroots refuse to be an administrator's; `nobody` is there on every Linux. */
const NOBODY = 65_534;

/** How long a desktop may take to start. */
const START_MS = 20_000;

/** A folder of its own for sockets. */
export function makeRuntimeDir(asNobody: boolean): string {
  const dir = mkdtempSync(join(tmpdir(), 'sweetspot-wayland-'));
  chmodSync(dir, 0o700);
  if (asNobody && process.getuid?.() === 0) chownSync(dir, NOBODY, NOBODY);
  return dir;
}

/** Starts a compositor of wlroots. */
export function startAsNobody(
  command: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  const isRoot = process.getuid?.() === 0;
  const as = ['--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups'];
  const [program, ...args] = isRoot ? ['setpriv', ...as, ...command] : command;
  return spawn(program, args, { stdio: 'ignore', env: { ...bareEnv(), ...env } });
}

/** The environment without any session of ours. */
export function bareEnv(): Record<string, string> {
  const { PATH = '', LANG = 'C.UTF-8' } = process.env;
  return { PATH, LANG, HOME: tmpdir() };
}

/** Waits for a socket that appears in a folder; its name. */
export async function socketIn(dir: string, pattern: RegExp): Promise<string> {
  for (const deadline = Date.now() + START_MS; Date.now() < deadline; await wait(50)) {
    const found = existsSync(dir) ? readdirSync(dir).find((name) => pattern.test(name)) : undefined;
    if (found !== undefined) return found;
  }
  throw new Error('The compositor did not start.');
}

/** Ends a program, and removes a folder. */
export async function end(child: ChildProcess, dir: string): Promise<void> {
  const exited = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    await Promise.race([exited, wait(3_000, undefined, { ref: false })]);
    child.kill('SIGKILL');
  }
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
}
