/**
 * @file Starts the built app as a user does, without the tests' door to its page, and prints on stdout, as
 * JSON, on which ports its processes listen. `node ports.ts MAIN DATA_DIR`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from '../../build/bundle.ts';
import { findElectron } from '../../build/electron-binary.ts';
import { descendants, listeningPorts } from '../support/processes.ts';
import { STAND_IN } from '../support/stand-in-driver.ts';

/** What was seen of the processes. */
export interface Ports {
  readonly processes: number;
  readonly listening: readonly { readonly command: string; readonly port: number }[];
}

const START_MS = 60_000;
const [main = ROOT, dataDir = ''] = process.argv.slice(2);
const electron = findElectron();
const child = spawn(
  electron ?? process.execPath,
  [...(electron === undefined ? [STAND_IN] : ['--no-sandbox']), main, '--data', dataDir],
  { stdio: 'ignore' },
);
const pid = child.pid ?? 0;
const all = () => [{ pid, command: 'main process' }, ...descendants(pid)];

const deadline = Date.now() + START_MS;
while (!all().some(({ command }) => command.includes('--type=renderer'))) {
  if (Date.now() > deadline) throw new Error('The app showed no page');
  await wait(100);
}
await wait(3000);
const processes = all();
const listening = processes.flatMap(({ pid: one, command }) =>
  listeningPorts(one).map((port) => ({ command: command.split(' ', 1)[0] ?? '', port })),
);
const ports: Ports = { processes: processes.length, listening };
child.kill('SIGTERM');
await once(child, 'exit');
console.log(JSON.stringify(ports));
