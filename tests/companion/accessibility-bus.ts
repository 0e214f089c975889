/** @file A session's message bus with the accessibility interface on it, switched on as by a screen reader. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createDesktopSwitch } from '../../electron/tracking/sources/accessibility/desktop-switch.ts';
import { findProgram } from '../x11/display.ts';

/** Where Debian and its like, Fedora, and Arch have it. */
const LAUNCHERS = ['/usr/libexec', '/usr/lib', '/usr/lib/at-spi2-core'].map(
  (folder) => `${folder}/at-spi-bus-launcher`,
);

export interface AccessibilityBus {
  /** Environment of what is to be on it. */
  readonly env: Readonly<Record<string, string>>;
  stop(): void;
}

/** Starts it; what is missing, in words, where it cannot be had. @param env home, session and desktop of who is on it. */
export async function startAccessibilityBus(
  env: NodeJS.ProcessEnv,
): Promise<AccessibilityBus | string> {
  const missing = ['dbus-daemon', 'gdbus'].filter((name) => findProgram(name) === undefined);
  if (!LAUNCHERS.some((file) => existsSync(file))) missing.push('at-spi2-core');
  if (missing.length > 0) return `${missing.join(', ')} not installed`;
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [said] = (await once(daemon.stdout, 'data')) as [Buffer];
  const address = said.toString().trim();
  const bus = { DBUS_SESSION_BUS_ADDRESS: address };
  await createDesktopSwitch(bus, (program, args) => callOn(program, args, bus)).turn(true);
  return { env: bus, stop: () => void daemon.kill() };
}

/** Runs a program on a bus of ours. */
async function callOn(
  program: string,
  args: readonly string[],
  bus: Readonly<Record<string, string>>,
): Promise<string> {
  const child = spawn(program, args, {
    env: { ...process.env, ...bus },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${program} failed`);
  return text;
}
