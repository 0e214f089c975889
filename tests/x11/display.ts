import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Window managers that a display of our own may have, by their program. */
const WINDOW_MANAGERS = ['openbox', 'fluxbox', 'icewm', 'metacity', 'xfwm4', 'marco'];

/** How long the display, and its window manager, may take to start. */
const START_TIMEOUT_MS = 10_000;

/** The path of an installed program; undefined where it is not installed. */
export function findProgram(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}

/** An X11 display with a window manager, for as long as it is needed. */
export interface Display {
  /** Value of DISPLAY. */
  readonly name: string;
  stop(): Promise<void>;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([exited, wait(3000, undefined, { ref: false })]);
  child.kill('SIGKILL');
}

/** Whether a window manager that names the active window is at work on a display. */
async function isManaged(name: string): Promise<boolean> {
  try {
    const { stdout } = await run('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'], {
      env: { ...process.env, DISPLAY: name },
    });
    return stdout.includes('window id');
  } catch {
    return false;
  }
}

/**
 * The display of this session, or one of our own where there is none.
 *
 * @returns what is missing, in words, where neither can be had.
 */
export async function openDisplay(): Promise<Display | string> {
  const given = process.env['DISPLAY'] ?? '';
  for (const program of ['xdotool', 'xprop']) {
    if (findProgram(program) === undefined) return `${program} is not installed`;
  }
  if (given !== '') {
    if (!(await isManaged(given))) return `the display ${given} has no window manager`;
    return { name: given, stop: () => Promise.resolve() };
  }
  return await openOwnDisplay();
}

/**
 * A display of our own, whatever this session has.
 *
 * @returns what is missing, in words, where it cannot be had.
 */
export async function openOwnDisplay(): Promise<Display | string> {
  const server = findProgram('Xvfb');
  const manager = findProgram(...WINDOW_MANAGERS);
  if (server === undefined) return 'there is no display, and Xvfb is not installed';
  if (manager === undefined) return `none of ${WINDOW_MANAGERS.join(', ')} is installed`;
  return await startDisplay(server, manager);
}

async function startDisplay(server: string, manager: string): Promise<Display | string> {
  // The server picks a free display, and says which one when it is ready.
  const options = ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'];
  const xvfb = spawn(server, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const running: ChildProcess[] = [xvfb];
  const stop = async () => {
    for (const child of running.reverse()) await ended(child);
  };
  const number = await Promise.race([
    new Promise<string>((resolve) => xvfb.stdio[3]?.once('data', resolve)),
    wait(START_TIMEOUT_MS, undefined, { ref: false }),
  ]);
  const name = `:${String(number).trim()}`;
  if (number !== undefined) {
    const env = { ...process.env, DISPLAY: name };
    running.push(spawn(manager, [], { stdio: 'ignore', env }));
    for (const deadline = Date.now() + START_TIMEOUT_MS; Date.now() < deadline; await wait(50)) {
      if (await isManaged(name)) return { name, stop };
    }
  }
  await stop();
  return 'Xvfb and a window manager are installed, but do not start';
}
