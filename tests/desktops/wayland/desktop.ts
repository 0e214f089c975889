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
  stop(): Promise<void>;
}

/** A desktop that can be staged. */
export interface WaylandModule {
  readonly name: string;
  /** Programs that it takes. */
  readonly programs: readonly string[];
  /** What it says of its version. */
  version(): Promise<string>;
  /** Whether programs of X11 are shown there too, as whoever runs this. */
  readonly hasX?: boolean;
  /** Settings of the app there. */
  readonly settings?: Readonly<Record<string, unknown>>;
  start(): Promise<WaylandDesktop>;
}

/** Compositors of wlroots refuse to be an administrator's; `nobody` is there on every Linux. */
const NOBODY = 65_534;

/** How long a desktop may take to start. */
const START_MS = 20_000;

/** Where another system was unpacked whose desktops are staged; empty for this one. */
export const OTHER_ROOT = process.env['SWEETSPOT_DESKTOP_ROOT'] ?? '';

/** The program and arguments that run a command, in the other system where there is one. */
function inRoot(command: readonly string[], asNobody: boolean): readonly [string, ...string[]] {
  const isNobody = asNobody && process.getuid?.() === 0;
  const id = `${NOBODY}:${NOBODY}`;
  if (OTHER_ROOT !== '')
    return ['chroot', ...(isNobody ? [`--userspec=${id}`] : []), OTHER_ROOT, ...command];
  const as = ['--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups'];
  const [program = '', ...args] = isNobody ? ['setpriv', ...as, ...command] : command;
  return [program, ...args];
}

/** What a program says of its version. */
export async function versionOf(command: string, asNobody = true): Promise<string> {
  const [program, ...args] = inRoot([command, '--version'], asNobody);
  const env = { ...process.env, QT_QPA_PLATFORM: 'offscreen' };
  const { stdout, stderr } = await run(program, args, { env });
  return (stdout.trim() || stderr.trim()).split('\n')[0] ?? '';
}

/** Whether a program is installed where desktops are staged. */
export function isInstalled(program: string): boolean {
  const folders = ['/usr/bin', '/usr/local/bin', '/usr/games'];
  return folders.some((folder) => existsSync(join(OTHER_ROOT, folder, program)));
}

/** A folder of its own for sockets, and what it is called inside. */
export function makeRuntimeDir(asNobody: boolean): {
  readonly dir: string;
  readonly inside: string;
} {
  const dir = mkdtempSync(join(OTHER_ROOT, '/tmp', 'sweetspot-wayland-'));
  chmodSync(dir, 0o700);
  if (asNobody && process.getuid?.() === 0) chownSync(dir, NOBODY, NOBODY);
  return { dir, inside: dir.slice(OTHER_ROOT.length) };
}

/** Starts a compositor, as one who is no administrator where told. */
export function startDesktop(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
  asNobody: boolean,
): ChildProcess {
  const [program, ...args] = inRoot(command, asNobody);
  return spawn(program, args, { stdio: 'ignore', env: { ...bareEnv(), ...env } });
}

/** The environment without any session of ours. */
function bareEnv(): Record<string, string> {
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
