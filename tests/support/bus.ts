import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

const missing = ['gdbus', 'dbus-daemon'].filter(
  (name) => spawnSync(name, ['--version']).error !== undefined,
);
/** What a test over a bus lacks here, to go behind its name; empty where it can run. */
export const BUS_LACKS =
  missing.length > 0 ? ` (skipped: ${missing.join(' and ')} not installed)` : '';

/** Starts a bus of a test's own. @param at where, in place of where the daemon likes. */
export async function startBus(
  at?: string,
): Promise<{ address: string; end: () => Promise<void> }> {
  const daemon = spawn(
    'dbus-daemon',
    ['--session', '--nofork', '--print-address', ...(at ? [`--address=unix:path=${at}`] : [])],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  onTestFinished(() => void daemon.kill());
  const [address] = (await once(daemon.stdout, 'data')) as [Buffer];
  return {
    address: address.toString().trim(),
    async end() {
      daemon.kill();
      await once(daemon, 'exit');
    },
  };
}

/** Sets a variable of the environment for the time of a test. */
export function setEnv(name: string, value: string): void {
  const before = process.env[name];
  onTestFinished(() => {
    if (before === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = before;
  });
  process.env[name] = value;
}
